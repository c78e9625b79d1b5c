namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Brings numbered items together again between which something stands that lacks its indent: "1. Detection", "- page
/// somebody" at the left of the next line, "2. Triage". To the letter each number begins a list; meant is one, and what
/// stands between two numbers belongs to the first.
/// </summary>
internal static class BrokenList
{
    /// <summary>So many lists of one item, each "1.", are one that leaves the counting to its reader.</summary>
    private const int FewestUncounted = 3;

    public static void Join(List<GuideBlock> blocks)
    {
        for (int first = 0; first < blocks.Count; first++)
        {
            if (blocks[first] is not ListBlock { Ordered: true } list || list.Items[0].Number != 1)
            {
                continue;
            }

            int[] parts = Counted(blocks, first);
            parts = parts.Length > 1 ? parts : Uncounted(blocks, first);
            if (parts.Length > 1)
            {
                int end = EndOf(blocks, parts);
                List<ListItem> items = [];
                for (int i = 0; i < parts.Length; i++)
                {
                    ListBlock part = (ListBlock)blocks[parts[i]];
                    items.AddRange(part.Items.SkipLast(1));
                    items.Add(part.Items[^1].With(blocks[(parts[i] + 1)..(i + 1 < parts.Length ? parts[i + 1] : end)]));
                }

                blocks.RemoveRange(first, end - first);
                blocks.Insert(first, new ListBlock(list.Line, ordered: true, items));
            }
        }
    }

    // "1.", "2.", "3.", whatever stands between
    private static int[] Counted(List<GuideBlock> blocks, int first)
    {
        List<int> parts = [first];
        int last = ((ListBlock)blocks[first]).Items[^1].Number;
        for (int at = first + 1; at < blocks.Count; at++)
        {
            if (blocks[at] is ListBlock { Ordered: true } next)
            {
                if (next.Items[0].Number != last + 1)
                {
                    break;
                }

                parts.Add(at);
                last = next.Items[^1].Number;
            }
        }

        return [.. parts];
    }

    // "1.", "1.", "1.", and nothing but lists and commands between
    private static int[] Uncounted(List<GuideBlock> blocks, int first)
    {
        List<int> parts = [];
        for (int at = first; at < blocks.Count && blocks[at] is ListBlock or CodeBlock; at++)
        {
            if (blocks[at] is ListBlock { Ordered: true } next)
            {
                if (next.Items is not [{ Number: 1 }])
                {
                    break;
                }

                parts.Add(at);
            }
        }

        return parts.Count >= FewestUncounted ? [.. parts] : [];
    }

    // What follows the last number is as much of it as followed the others: a list after lists.
    private static int EndOf(List<GuideBlock> blocks, int[] parts)
    {
        int end = parts[^1] + 1;
        while (end < blocks.Count && blocks[end].GetType() == blocks[parts[0] + 1].GetType() && blocks[end] is not ListBlock { Ordered: true } and not TextBlock)
        {
            end++;
        }

        return end;
    }
}
