using System.Text;
using IncidentOps.Console.Screen;

namespace IncidentOps.EndToEnd.Tests.Console.Parts;

/// <summary>
/// A terminal that plays keys back and draws what is written on a grid, as far as the line editor needs: the cursor
/// moves up and to a column, the rest of the screen is erased, long rows wrap.
/// </summary>
internal sealed class ScreenTerminal(int width) : ITerminal
{
    private readonly Queue<ConsoleKeyInfo> _keys = [];
    private readonly List<StringBuilder> _rows = [new()];

    public int Width => width;

    public bool SupportsEscapes => true;

    public bool KeyAvailable => false;

    public (int Row, int Column) Cursor { get; private set; }

    /// <summary>The rows of the screen, without the blanks at their ends.</summary>
    public IEnumerable<string> Rows => _rows.Select(row => row.ToString().TrimEnd());

    public ScreenTerminal Type(string text)
    {
        foreach (char character in text)
        {
            Press(character == '\n' ? ConsoleKey.Enter : character == '\t' ? ConsoleKey.Tab : ConsoleKey.None, character);
        }

        return this;
    }

    public ScreenTerminal Press(params ConsoleKey[] keys)
    {
        foreach (ConsoleKey key in keys)
        {
            Press(key, '\0');
        }

        return this;
    }

    public ScreenTerminal Control(ConsoleKey key)
    {
        _keys.Enqueue(new ConsoleKeyInfo('\0', key, shift: false, alt: false, control: true));
        return this;
    }

    public IDisposable TakeKeyboard() => new StringReader("");

    public ConsoleKeyInfo ReadKey(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _keys.TryDequeue(out ConsoleKeyInfo key) ? key : throw new OperationCanceledException("Nobody types any more.");
    }

    public void Write(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\r':
                    Cursor = (Cursor.Row, 0);
                    break;
                case '\b':
                    Cursor = (Cursor.Row, Math.Max(Cursor.Column - 1, 0));
                    break;
                case '\n':
                    Cursor = (Cursor.Row + 1, Cursor.Column);
                    break;
                case '\u001b':
                    int end = i + 2;
                    while (!char.IsAsciiLetter(text[end]))
                    {
                        end++;
                    }

                    Escape(text[end], text[(i + 2)..end]);
                    i = end;
                    break;
                default:
                    Put(text[i]);
                    break;
            }
        }
    }

    private void Press(ConsoleKey key, char character) =>
        _keys.Enqueue(new ConsoleKeyInfo(character, key, shift: false, alt: false, control: false));

    private void Escape(char command, string number)
    {
        switch (command)
        {
            case 'A':
                Cursor = (Math.Max(Cursor.Row - int.Parse(number, null), 0), Cursor.Column);
                break;
            case 'G':
                Cursor = (Cursor.Row, int.Parse(number, null) - 1);
                break;
            case 'J' when number.Length == 0:
                Row().Length = Math.Min(Row().Length, Cursor.Column);
                _rows.RemoveRange(Cursor.Row + 1, _rows.Count - Cursor.Row - 1);
                break;
            case 'm':
                break;
            default:
                throw new NotSupportedException($"ESC[{number}{command}");
        }
    }

    private void Put(char character)
    {
        if (Cursor.Column >= width)
        {
            Cursor = (Cursor.Row + 1, 0);
        }

        StringBuilder row = Row();
        row.Append(' ', Math.Max(Cursor.Column - row.Length, 0));
        row.Length = Math.Max(row.Length, Cursor.Column + 1);
        row[Cursor.Column] = character;
        Cursor = (Cursor.Row, Cursor.Column + 1);
    }

    private StringBuilder Row()
    {
        while (_rows.Count <= Cursor.Row)
        {
            _rows.Add(new StringBuilder());
        }

        return _rows[Cursor.Row];
    }
}
