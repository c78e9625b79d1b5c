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

        return new ListBlock(list.Line + 1, list.IsOrdered, items);
    }

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
