using System.Buffers;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Reads a table drawn with lines, "│ P0 │ all is lost │" between "├────┼────┤". Only where the lines make two columns
/// at least and tell rows from one another; what is drawn otherwise stays a drawing.
/// </summary>
internal static class BoxTableReader
{
    private const int LongestDrawing = 400;

    private static readonly char[] Bars = ['│', '┃', '║'];

    private static readonly SearchValues<char> Crossings = SearchValues.Create("┼┬┴╪╫╬╦╩╋");

    /// <summary>The table; null where the block draws none.</summary>
    public static TableBlock? Read(CodeBlock code)
    {
        string[] lines = code.TextLines;
        if (lines.Length is < 5 or > LongestDrawing || !Array.Exists(lines, line => IsRule(line) && line.AsSpan().IndexOfAny(Crossings) >= 0))
        {
            return null;
        }

        List<TableLine> rows = [];
        List<(string[] Cells, int Line)> open = [];
        int columns = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (IsRule(lines[i]))
            {
                Close(open, rows);
                continue;
            }

            string[]? cells = CellsOf(lines[i]);
            if (cells is null || (columns > 0 && cells.Length != columns))
            {
                if (lines[i].Trim().Length > 0 && columns > 0)
                {
                    return null;
                }

                // What stands in one box above all columns is a title.
                continue;
            }

            columns = cells.Length > 1 ? cells.Length : columns;
            if (cells.Length > 1)
            {
                open.Add((cells, code.Line + 1 + i));
            }
        }

        Close(open, rows);
        return columns >= 2 && rows.Count >= 3 ? new TableBlock(code.Line, rows[0], rows[1..]) : null;
    }

    // Lines between two rules are one row; below a single rule, each is one.
    private static void Close(List<(string[] Cells, int Line)> open, List<TableLine> rows)
    {
        if (open.Count == 0)
        {
            return;
        }

        int columns = open[0].Cells.Length;
        bool apart = open.Count > 1 && rows.Count > 0 && open.TrueForAll(line => line.Cells[0].Length > 0 && Array.TrueForAll(line.Cells, cell => cell is not ['•' or '-' or '(', ..]));
        if (apart)
        {
            rows.AddRange(open.Select(line => new TableLine(line.Line, [.. line.Cells.Select(cell => ToCell([cell]))])));
        }
        else
        {
            rows.Add(new TableLine(open[0].Line, [.. Enumerable.Range(0, columns).Select(column => ToCell([.. open.Select(line => line.Cells[column]).Where(text => text.Length > 0)]))]));
        }

        open.Clear();
    }

    private static TableText ToCell(string[] lines)
    {
        bool listed = lines.Length > 0 && Array.TrueForAll(lines, line => line is ['•' or '-' or '*' or '·', ' ', ..]);
        string[] texts = listed ? [.. lines.Select(line => line[2..].Trim())] : lines;
        return new TableText(string.Join(' ', texts), listed && texts.Length > 1 ? texts : [], [], []);
    }

    private static bool IsRule(string line)
    {
        ReadOnlySpan<char> text = line.AsSpan().Trim();
        if (text.Length < 3)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c is not (>= '─' and <= '╿') || c is '│' or '┃' or '║')
            {
                return false;
            }
        }

        return true;
    }

    private static string[]? CellsOf(string line)
    {
        string text = line.Trim();
        return text.Length > 2 && Array.IndexOf(Bars, text[0]) >= 0 && Array.IndexOf(Bars, text[^1]) >= 0 ? [.. text[1..^1].Split(Bars).Select(cell => cell.Trim())] : null;
    }
}
