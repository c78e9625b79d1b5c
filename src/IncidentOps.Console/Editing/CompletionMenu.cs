using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Editing;

/// <summary>
/// The choices shown below the line after Tab: the first Tab inserts what they have in common, each further one the
/// next choice.
/// </summary>
internal sealed class CompletionMenu(Completion completion, int width)
{
    private const int MaximumRows = 12;
    private const int Gap = 2;

    private readonly int _start = completion.Index;
    private int _length = completion.Length;
    private int _selected = -1;

    /// <summary>Inserts the next choice, or the one before.</summary>
    public void Select(LineBuffer buffer, bool backwards)
    {
        int count = completion.Choices.Count;
        _selected = backwards ? (Math.Max(_selected, 0) + count - 1) % count : (_selected + 1) % count;
        Put(buffer, completion.Choices[_selected].Text);
    }

    /// <summary>Inserts what all choices start with, where that is more than what is there.</summary>
    public void InsertCommonStart(LineBuffer buffer)
    {
        string common = completion.CommonStart();
        if (common.Length > _length)
        {
            Put(buffer, common);
        }
    }

    public IReadOnlyList<string> Rows() => HasDescriptions() ? DescribedRows() : ColumnRows();

    private void Put(LineBuffer buffer, string text)
    {
        buffer.Replace(_start, _length, text);
        _length = text.Length;
    }

    private bool HasDescriptions() =>
        completion.Choices.Count <= MaximumRows
        && completion.Choices.All(choice => !choice.Description.Contains('\n', StringComparison.Ordinal))
        && completion.Choices.Any(choice => choice.Description != choice.Label && choice.Description != choice.Text);

    private List<string> DescribedRows()
    {
        int labelWidth = completion.Choices.Max(choice => CellWidth.Of(choice.Label));
        List<string> rows = [];
        for (int i = 0; i < completion.Choices.Count; i++)
        {
            CompletionChoice choice = completion.Choices[i];
            string label = Padded(VisibleText.Of(choice.Label), labelWidth);
            string description = CellWidth.Cut(VisibleText.Of(choice.Description), Math.Max(width - labelWidth - Gap - 1, 0));
            rows.Add($"{Marked(label, i)}{new string(' ', Gap)}{Ansi.Dim}{description}{Ansi.Reset}");
        }

        return rows;
    }

    private List<string> ColumnRows()
    {
        int cell = Math.Min(completion.Choices.Max(choice => CellWidth.Of(choice.Label)), width - Gap - 1) + Gap;
        int columns = Math.Max((width - 1) / cell, 1);
        int rowCount = (completion.Choices.Count + columns - 1) / columns;
        int firstRow = Math.Clamp((Math.Max(_selected, 0) / columns) - MaximumRows + 1, 0, Math.Max(rowCount - MaximumRows, 0));
        List<string> rows = [];
        for (int row = firstRow; row < Math.Min(firstRow + MaximumRows, rowCount); row++)
        {
            IEnumerable<string> labels = Enumerable.Range(row * columns, columns)
                .Where(i => i < completion.Choices.Count)
                .Select(i => Marked(Padded(CellWidth.Cut(VisibleText.Of(completion.Choices[i].Label), cell - Gap), cell - Gap), i));
            rows.Add(string.Join(new string(' ', Gap), labels));
        }

        int shown = (firstRow + rows.Count) * columns;
        if (shown < completion.Choices.Count)
        {
            rows.Add($"{Ansi.Dim}{completion.Choices.Count - shown} more{Ansi.Reset}");
        }

        return rows;
    }

    private string Marked(string text, int index) => index == _selected ? Ansi.Inverse + text + Ansi.Reset : text;

    private static string Padded(string text, int cells) => text + new string(' ', Math.Max(cells - CellWidth.Of(text), 0));
}
