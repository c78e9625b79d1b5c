using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Runbooks.Sql;

/// <summary>Rows as psql shows them: columns below their names, numbers to the right, and how many there are.</summary>
internal sealed class SqlTable(IReadOnlyList<string> columns)
{
    private const int MostRows = 1000;
    private const int LongestCell = 2000;

    private readonly List<string[]> _rows = [];

    public bool IsFull => _rows.Count >= MostRows;

    public void Add(IEnumerable<string?> cells) => _rows.Add([.. cells.Select(Cell)]);

    /// <param name="more">True where rows were left out.</param>
    public IEnumerable<string> Lines(bool more)
    {
        int[] widths = [.. columns.Select((name, at) => _rows.Select(row => row[at].Length).Append(name.Length).Max())];
        bool[] right = [.. columns.Select((_, at) => _rows.Count > 0 && _rows.TrueForAll(row => row[at].Length == 0 || decimal.TryParse(row[at], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal _)))];
        yield return Line(columns.Select((name, at) => Centre(name, widths[at])));
        yield return string.Join('+', widths.Select(width => new string('-', width + 2)));
        foreach (string[] row in _rows)
        {
            yield return Line(row.Select((cell, at) => right[at] ? cell.PadLeft(widths[at]) : cell.PadRight(widths[at])));
        }

        yield return more ? $"(the first {_rows.Count} rows)" : _rows.Count == 1 ? "(1 row)" : $"({_rows.Count} rows)";
    }

    private static string Line(IEnumerable<string> cells) => (" " + string.Join(" | ", cells)).TrimEnd();

    private static string Centre(string name, int width) => name.PadLeft(name.Length + ((width - name.Length) / 2)).PadRight(width);

    private static string Cell(string? value)
    {
        StringBuilder text = new();
        foreach (Rune rune in (value ?? "").EnumerateRunes())
        {
            if (text.Length >= LongestCell)
            {
                text.Append('…');
                break;
            }

            text.Append(rune.Value is '\n' or '\r' or '\t' ? " " : rune.ToString());
        }

        return text.ToString();
    }
}
