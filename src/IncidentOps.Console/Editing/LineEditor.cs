using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Editing;

/// <summary>Edits one entry, which may span lines, with history and completion.</summary>
internal sealed class LineEditor(
    ITerminal terminal,
    History history,
    Func<string, int, Completion> complete,
    Func<string, bool> isComplete)
{
    private readonly LineBuffer _buffer = new();
    private CompletionMenu? _menu;

    /// <summary>Writes the prompt and reads an entry.</summary>
    public LineResult Read(string prompt, CancellationToken cancellationToken)
    {
        _buffer.Set("");
        _menu = null;
        history.Rewind();
        LineRenderer renderer = new(terminal, prompt);
        try
        {
            using IDisposable keyboard = terminal.TakeKeyboard();
            while (true)
            {
                ConsoleKeyInfo key = terminal.ReadKey(cancellationToken);
                if (Finish(key) is { } result)
                {
                    renderer.Finish(_buffer.Text);
                    return result;
                }

                Apply(key, renderer);

                // What is pasted comes key by key: one drawing at its end is enough.
                if (!terminal.KeyAvailable)
                {
                    renderer.Draw(_buffer.Text, _buffer.Cursor, _menu?.Rows() ?? []);
                }
            }
        }
        catch (OperationCanceledException)
        {
            renderer.Finish(_buffer.Text);
            return LineResult.Cancelled;
        }
    }

    private LineResult? Finish(ConsoleKeyInfo key)
    {
        bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.C when control:
                return LineResult.Cancelled;
            case ConsoleKey.D when control && _buffer.Text.Length == 0:
                return LineResult.EndOfInput;
            case ConsoleKey.Enter when !key.Modifiers.HasFlag(ConsoleModifiers.Alt) && isComplete(_buffer.Text):
                string text = _buffer.Text;
                if (!string.IsNullOrWhiteSpace(text))
                {
                    history.Add(text);
                }

                return LineResult.Accepted(text);
            default:
                return null;
        }
    }

    private void Apply(ConsoleKeyInfo key, LineRenderer renderer)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            Complete(key.Modifiers.HasFlag(ConsoleModifiers.Shift));
            return;
        }

        _menu = null;
        if (key.Key == ConsoleKey.Enter)
        {
            _buffer.Insert("\n");
        }
        else if (!char.IsControl(key.KeyChar) && key.Modifiers == (ConsoleModifiers.Control | ConsoleModifiers.Alt))
        {
            // AltGr: the character is meant, not the chord.
            _buffer.Insert(key.KeyChar.ToString());
        }
        else if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
        {
            ApplyControl(key.Key, renderer);
        }
        else if (key.Modifiers.HasFlag(ConsoleModifiers.Alt))
        {
            ApplyAlt(key.Key);
        }
        else
        {
            ApplyPlain(key);
        }
    }

    private void ApplyPlain(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Backspace:
                _buffer.Backspace();
                break;
            case ConsoleKey.Delete:
                _buffer.Delete();
                break;
            case ConsoleKey.LeftArrow:
                _buffer.Left();
                break;
            case ConsoleKey.RightArrow:
                _buffer.Right();
                break;
            case ConsoleKey.Home:
                _buffer.Home();
                break;
            case ConsoleKey.End:
                _buffer.End();
                break;
            case ConsoleKey.UpArrow:
                Up();
                break;
            case ConsoleKey.DownArrow:
                Down();
                break;
            case ConsoleKey.Escape:
                _buffer.Set("");
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _buffer.Insert(key.KeyChar.ToString());
                }

                break;
        }
    }

    private void ApplyControl(ConsoleKey key, LineRenderer renderer)
    {
        switch (key)
        {
            case ConsoleKey.A:
                _buffer.Home();
                break;
            case ConsoleKey.E:
                _buffer.End();
                break;
            case ConsoleKey.B:
                _buffer.Left();
                break;
            case ConsoleKey.F:
                _buffer.Right();
                break;
            case ConsoleKey.LeftArrow:
                _buffer.WordLeft();
                break;
            case ConsoleKey.RightArrow:
                _buffer.WordRight();
                break;
            case ConsoleKey.P:
                Up();
                break;
            case ConsoleKey.N:
                Down();
                break;
            case ConsoleKey.D:
            case ConsoleKey.Delete:
                _buffer.Delete();
                break;
            case ConsoleKey.H:
                _buffer.Backspace();
                break;
            case ConsoleKey.W:
            case ConsoleKey.Backspace:
                _buffer.DeleteWordLeft();
                break;
            case ConsoleKey.U:
                _buffer.DeleteToRowStart();
                break;
            case ConsoleKey.K:
                _buffer.DeleteToRowEnd();
                break;
            case ConsoleKey.L:
                renderer.ClearScreen();
                break;
            default:
                break;
        }
    }

    private void ApplyAlt(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.B:
                _buffer.WordLeft();
                break;
            case ConsoleKey.F:
                _buffer.WordRight();
                break;
            case ConsoleKey.Backspace:
                _buffer.DeleteWordLeft();
                break;
            default:
                break;
        }
    }

    private void Up()
    {
        if (!_buffer.OnFirstRow)
        {
            _buffer.Up();
        }
        else if (history.Older(_buffer.Text) is { } older)
        {
            _buffer.Set(older);
        }
    }

    private void Down()
    {
        if (!_buffer.OnLastRow)
        {
            _buffer.Down();
        }
        else if (history.Newer() is { } newer)
        {
            _buffer.Set(newer);
        }
    }

    private void Complete(bool backwards)
    {
        if (_menu is not null)
        {
            _menu.Select(_buffer, backwards);
            return;
        }

        Completion completion = complete(_buffer.Text, _buffer.Cursor);
        switch (completion.Choices.Count)
        {
            case 0:
                break;
            case 1:
                _buffer.Replace(completion.Index, completion.Length, completion.Choices[0].Text);
                break;
            default:
                _menu = new CompletionMenu(completion, terminal.Width);
                _menu.InsertCommonStart(_buffer);
                break;
        }
    }
}
