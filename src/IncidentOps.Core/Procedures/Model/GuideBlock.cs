namespace IncidentOps.Core.Procedures.Model;

/// <summary>A block of a guide below its headings. Identity counts: readers mark the very block they compiled.</summary>
internal abstract class GuideBlock(int line)
{
    /// <summary>Where it begins in the guide, from 1.</summary>
    public int Line { get; } = line;
}

/// <summary>A paragraph, line by line as it was typed.</summary>
internal sealed class TextBlock(int line, IReadOnlyList<TextLine> lines, bool quoted) : GuideBlock(line)
{
    public IReadOnlyList<TextLine> Lines { get; } = lines;

    /// <summary>True inside a block quote.</summary>
    public bool Quoted { get; } = quoted;

    /// <summary>True for a heading that stands inside a list item or a quote, where it opens no section.</summary>
    public bool IsHeading { get; init; }

    /// <summary>True for running text of several lines, in which a sentence may be broken anywhere.</summary>
    public bool IsWrapped => Lines.Count > 1 && Lines.All(line => line is { Label: null, Bold: null });

    public string Text => string.Join(' ', Lines.Select(line => line.Text).Where(text => text.Length > 0));
}

/// <summary>A list.</summary>
internal sealed class ListBlock(int line, bool ordered, IReadOnlyList<ListItem> items) : GuideBlock(line)
{
    public bool Ordered { get; } = ordered;

    public IReadOnlyList<ListItem> Items { get; } = items;

    /// <summary>The items with all that are nested in them, in the order of the text.</summary>
    public IEnumerable<ListItem> AllItems => Items.SelectMany(item => item.Descendants.Prepend(item));

    public bool HasBoxes => Items.Any(item => item.Box is not null);
}

/// <summary>An item of a list: its first paragraph, and what is nested in it.</summary>
internal sealed class ListItem(int line, int number, bool? box, IReadOnlyList<TextLine> lines, IReadOnlyList<GuideBlock> blocks)
{
    public int Line { get; } = line;

    /// <summary>The number it is given in an ordered list.</summary>
    public int Number { get; } = number;

    /// <summary>Ticked or not; null where the item has no check box.</summary>
    public bool? Box { get; } = box;

    public IReadOnlyList<TextLine> Lines { get; } = lines;

    /// <summary>Nested lists, code and further paragraphs.</summary>
    public IReadOnlyList<GuideBlock> Blocks { get; } = blocks;

    public string Text => string.Join(' ', Lines.Select(line => line.Text).Where(text => text.Length > 0));

    public string? Label => Lines.Count > 0 ? Lines[0].Label : null;

    public string? Bold => Lines.Count > 0 ? Lines[0].Bold : null;

    /// <summary>The text after the label, further lines included.</summary>
    public string Value => Lines.Count == 0
        ? string.Empty
        : string.Join(' ', Lines.Select((line, i) => i == 0 ? line.Value : line.Text).Where(text => text.Length > 0));

    public IEnumerable<ListItem> Children => Blocks.OfType<ListBlock>().SelectMany(list => list.Items);

    /// <summary>All items below it, children's children included.</summary>
    public IEnumerable<ListItem> Descendants => Children.SelectMany(child => child.Descendants.Prepend(child));

    public IEnumerable<string> Codes => Lines.SelectMany(line => line.Codes);

    public IEnumerable<TextLink> Links => Lines.SelectMany(line => line.Links);

    /// <summary>The item with more below it.</summary>
    public ListItem With(IEnumerable<GuideBlock> more) => new(Line, Number, Box, Lines, [.. Blocks, .. more]);
}

/// <summary>A fenced or an indented block.</summary>
internal sealed class CodeBlock(int line, string language, string text, bool fenced) : GuideBlock(line)
{
    public string Language { get; } = language;

    public string Text { get; } = text;

    public bool Fenced { get; } = fenced;

    /// <summary>All that the fence says, "bash {#restart}"; the language alone unless given.</summary>
    public string Info { get; init; } = language;

    public string[] TextLines => Text.Split('\n');
}

/// <summary>A table, written with pipes or in HTML.</summary>
internal sealed class TableBlock(int line, TableLine? header, IReadOnlyList<TableLine> rows) : GuideBlock(line)
{
    public TableLine? Header { get; } = header;

    public IReadOnlyList<TableLine> Rows { get; } = rows;
}

/// <summary>A row of a table.</summary>
internal sealed class TableLine(int line, IReadOnlyList<TableText> cells)
{
    public int Line { get; } = line;

    public IReadOnlyList<TableText> Cells { get; } = cells;

    public TableText Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : TableText.Empty;
}

/// <summary>A cell of a table: its text and, where it holds a list, the items.</summary>
internal sealed record TableText(string Text, IReadOnlyList<string> Items, IReadOnlyList<string> Codes, IReadOnlyList<TextLink> Links)
{
    public static TableText Empty { get; } = new(string.Empty, [], [], []);
}
