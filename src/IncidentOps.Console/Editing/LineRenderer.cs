using System.Globalization;
using System.Text;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Editing;

/// <summary>
/// Draws the text being edited, wrapped by hand at the screen's width, so that it is always known in which row the
/// cursor stands and no question to the terminal is needed.
/// </summary>
internal sealed class LineRenderer
{
    public const string ContinuationPrompt = ">> ";

    private readonly ITerminal _terminal;
    private readonly string _prompt;
    private readonly int _startColumn;
    private int _cursorRow;

    /// <summary>Writes the prompt; the text begins where it ends.</summary>
    public LineRenderer(ITerminal terminal, string prompt)
    {
        _terminal = terminal;
        _prompt = prompt;
        _startColumn = CellWidth.Of(prompt[(prompt.LastIndexOf('\n') + 1)..]) % Math.Max(terminal.Width, 1);
        terminal.Write(prompt);
    }

    /// <summary>Draws the text, and below it the given rows; the cursor ends where it stands in the text.</summary>
    public void Draw(string text, int cursor, IReadOnlyList<string> below)
    {
        StringBuilder output = new();
        output.Append(Ansi.Up(_cursorRow)).Append(Ansi.Column(_startColumn)).Append(Ansi.EraseToEndOfScreen);

        int width = Math.Max(_terminal.Width, _startColumn + 2);
        int row = 0;
        int column = _startColumn;
        (int Row, int Column) cursorAt = (0, _startColumn);
        for (int index = 0; index <= text.Length;)
        {
            if (index == cursor)
            {
                cursorAt = (row, column);
            }

            if (index == text.Length)
            {
                break;
            }

            int length = StringInfo.GetNextTextElementLength(text, index);
            string element = text.Substring(index, length);
            index += length;
            if (element is "\n" or "\r\n")
            {
                output.Append("\r\n").Append(ContinuationPrompt);
                row++;
                column = ContinuationPrompt.Length;
                continue;
            }

            string drawn = VisibleText.Of(element);
            int cells = CellWidth.Of(drawn);
            if (column + cells > width)
            {
                output.Append("\r\n");
                row++;
                column = 0;
            }

            output.Append(drawn);
            column += cells;
            if (column >= width)
            {
                output.Append("\r\n");
                row++;
                column = 0;
            }
        }

        foreach (string line in below)
        {
            output.Append("\r\n").Append(line);
            row++;
        }

        output.Append(Ansi.Up(row - cursorAt.Row)).Append(Ansi.Column(cursorAt.Column));
        _cursorRow = cursorAt.Row;
        _terminal.Write(output.ToString());
    }

    /// <summary>Leaves the text on the screen and goes on below it.</summary>
    public void Finish(string text)
    {
        Draw(text, text.Length, []);
        _terminal.Write("\r\n");
    }

    /// <summary>Empties the screen; the prompt stands at its top.</summary>
    public void ClearScreen()
    {
        _cursorRow = 0;
        _terminal.Write(Ansi.ClearScreen + _prompt);
    }
}
