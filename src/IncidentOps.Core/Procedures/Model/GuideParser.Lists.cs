using Markdig.Syntax;

namespace IncidentOps.Core.Procedures.Model;

/// <content>Lists and what stands in their items.</content>
internal sealed partial class GuideParser
{
    private static ListBlock ReadList(Markdig.Syntax.ListBlock list)
    {
        List<ListItem> items = [];
        foreach (Block block in list)
        {
            if (block is ListItemBlock item)
            {
                items.Add(ReadItem(item));
            }
        }

        return !list.IsOrdered && Counted(items) is { } counted ? new ListBlock(list.Line + 1, true, counted) : new ListBlock(list.Line + 1, list.IsOrdered, items);
    }

    // "- a. Look", "- b. Mend": a dash and a number are a number
    private static List<ListItem>? Counted(List<ListItem> items) =>
        items.Count >= 2 && items.TrueForAll(item => item is { Lines.Count: 0, Box: null, Blocks: [ListBlock { Ordered: true, Items.Count: 1 }, ..] })
            ? [.. items.Select((item, i) => ((ListBlock)item.Blocks[0]).Items[0] is var inner ? new ListItem(inner.Line, i + 1, inner.Box, inner.Lines, [.. inner.Blocks, .. item.Blocks.Skip(1)]) : item)]
            : null;

    private static ListItem ReadItem(ListItemBlock item)
    {
        IReadOnlyList<TextLine> lines = [];
        List<GuideBlock> blocks = [];
        for (int i = 0; i < item.Count; i++)
        {
            if (i == 0 && item[i] is ParagraphBlock or HeadingBlock)
            {
                lines = InlineReader.Read((LeafBlock)item[i]);
            }
            else if (i == 0 && item[i] is QuoteBlock { Count: 1 } quote && quote[0] is ParagraphBlock compared)
            {
                // "- > 50 % of the loaves": greater than, and no quotation
                lines = [.. InlineReader.Read(compared).Select((line, at) => at == 0 ? new TextLine($"> {line.Text}", line.Line, codes: line.Codes, links: line.Links) : line)];
            }
            else
            {
                Add(item[i], blocks);
            }
        }

        bool? box = null;
        if (lines.Count > 0)
        {
            (box, TextLine first) = CheckBox.Take(lines[0]);
            lines = [CheckBox.WithoutMark(first), .. lines.Skip(1)];
        }

        return new ListItem(item.Line + 1, item.Order, box, lines, blocks);
    }
}
