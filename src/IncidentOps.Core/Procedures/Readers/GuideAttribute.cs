using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>
/// A label with what belongs to it, however it was written: "- **Examples**:" with a nested list, "**Examples:** a, b",
/// a bold line or a heading with a list below, a row of a table of two columns.
/// </summary>
internal sealed record GuideAttribute(string Label, string Value, IReadOnlyList<ListItem> Items, int Line, object Source)
{
    /// <summary>The section, where the label is a title.</summary>
    public GuideSection? Section { get; init; }

    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The meaning of the label among those that make sense where it stands.</summary>
    public GuideField FieldAmong(params ReadOnlySpan<GuideField> allowed) => Fields.Among(Label, allowed);

    /// <summary>All of a section's attributes in the order of the text.</summary>
    public static IReadOnlyList<GuideAttribute> Of(GuideSection section)
    {
        List<GuideAttribute> found = [];
        Collect(section.Blocks, found);
        foreach (GuideSection part in section.Sections.Where(part => part.Kind is not SectionKind.Scenario || section.Kind is not SectionKind.Severities))
        {
            // "Description", and in it, after what it says, "Examples:" with a list of its own
            int inner = part.Blocks.FindIndex(IsInnerTitle);
            found.Add(OfTitle(part, inner <= 0 ? part.Blocks : part.Blocks[..inner]));
            Collect(inner <= 0 ? [] : part.Blocks[inner..], found);
        }

        return found;
    }

    private static bool IsInnerTitle(GuideBlock block) =>
        block is TextBlock { Lines: [{ Value.Length: 0, Label: { } label }] } && GuideWords.Fields.Is(label, GuideField.Example);

    /// <summary>The attributes that are nested in a list item.</summary>
    public static IReadOnlyList<GuideAttribute> Of(ListItem item)
    {
        List<GuideAttribute> found = [];
        if (item.Lines.Count > 1)
        {
            CollectLines(new TextBlock(item.Line, [.. item.Lines.Skip(1)], quoted: false), null, found);
        }

        Collect(item.Blocks, found);
        return found;
    }

    private static void Collect(IReadOnlyList<GuideBlock> blocks, List<GuideAttribute> found)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case TextBlock text:
                    CollectLines(text, i + 1 < blocks.Count ? blocks[i + 1] as ListBlock : null, found);
                    break;
                case ListBlock list:
                    found.AddRange(list.Items.Where(item => item.Label is not null).Select(OfItem));
                    break;
                case TableBlock table when (table.Header?.Cells.Count ?? 2) == 2:
                    found.AddRange(table.Rows.Where(row => row.Cells.Count >= 2).Select(OfRow));
                    break;
                default:
                    break;
            }
        }
    }

    private static void CollectLines(TextBlock text, ListBlock? next, List<GuideAttribute> found)
    {
        for (int i = 0; i < text.Lines.Count; i++)
        {
            TextLine line = text.Lines[i];
            if (line.Label is null)
            {
                continue;
            }

            List<string> value = [line.Value];
            List<string> codes = [.. line.Codes];
            int last = i;
            while (last + 1 < text.Lines.Count && text.Lines[last + 1].Label is null)
            {
                last++;
                value.Add(text.Lines[last].Text);
                codes.AddRange(text.Lines[last].Codes);
            }

            bool listBelongs = next is not null && last == text.Lines.Count - 1 && line.Value.Length == 0;
            found.Add(new GuideAttribute(line.Label, string.Join(' ', value).Trim(), listBelongs ? next!.Items : [], line.Line, text) { Codes = codes });
            i = last;
        }
    }

    private static GuideAttribute OfItem(ListItem item) =>
        new(item.Label!, item.Value, [.. item.Children], item.Line, item) { Codes = [.. item.Codes] };

    private static GuideAttribute OfRow(TableLine row) =>
        new(row.Cell(0).Text, row.Cell(1).Text, [], row.Line, row) { Codes = row.Cell(1).Codes };

    // "Response time: 1 hour" may be a heading.
    private static GuideAttribute OfTitle(GuideSection section, IReadOnlyList<GuideBlock> blocks)
    {
        TextLine title = new(section.Heading.NameWithoutRemarks, section.Line);
        bool valued = title is { Label: { } label, Value.Length: > 0 } && Fields.Among(label, GuideField.Response, GuideField.Acknowledge, GuideField.Update, GuideField.Resolve) is not GuideField.None;
        return new(
            valued ? title.Label! : title.Text,
            valued ? title.Value : string.Join(' ', blocks.OfType<TextBlock>().Select(block => block.Text)),
            [.. blocks.OfType<ListBlock>().SelectMany(list => list.Items)],
            section.Line,
            section)
        {
            Section = section,
        };
    }
}
