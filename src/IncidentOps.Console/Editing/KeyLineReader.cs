using System.Text;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Editing;

/// <summary>
/// Reads an answer key by key: with a mask for secrets, and on any terminal, as it needs nothing but backspace.
/// </summary>
internal sealed class KeyLineReader(ITerminal terminal)
{
    /// <summary>Reads a line; where a mask is given it is shown in place of each character.</summary>
    public LineResult Read(char? mask, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        try
        {
            using IDisposable keyboard = terminal.TakeKeyboard();
            while (true)
            {
                ConsoleKeyInfo key = terminal.ReadKey(cancellationToken);
                bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
                switch (key.Key)
                {
                    case ConsoleKey.Enter:
                        terminal.Write("\r\n");
                        return LineResult.Accepted(text.ToString());
                    case ConsoleKey.C when control:
                        terminal.Write("\r\n");
                        return LineResult.Cancelled;
                    case ConsoleKey.D when control && text.Length == 0:
                        terminal.Write("\r\n");
                        return LineResult.EndOfInput;
                    case ConsoleKey.Backspace:
                    case ConsoleKey.H when control:
                        Erase(text, 1, mask);
                        break;
                    case ConsoleKey.U when control:
                        Erase(text, text.Length, mask);
                        break;
                    default:
                        Append(text, key.KeyChar, mask);
                        break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            terminal.Write("\r\n");
            return LineResult.Cancelled;
        }
        finally
        {
            // A secret is not left behind in the buffer.
            text.Clear();
        }
    }

    private void Append(StringBuilder text, char character, char? mask)
    {
        if (!char.IsControl(character))
        {
            text.Append(character);
            terminal.Write((mask ?? character).ToString());
        }
    }

    private void Erase(StringBuilder text, int count, char? mask)
    {
        for (int i = 0; i < count && text.Length > 0; i++)
        {
            int cells = mask is null ? CellWidth.Of(text[^1]) : 1;
            text.Length--;
            terminal.Write(string.Concat(Enumerable.Repeat("\b \b", cells)));
        }
    }
}
