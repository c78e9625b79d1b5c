namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Moves the lines of a fence that was opened inside a list item but whose lines stand further left than the item's text.
/// Read to the letter item and fence end there, and a comment such as "# Restart" becomes a heading. Line numbers stay as they are.
/// </summary>
internal static class FenceIndentRepair
{
    /// <summary>Mends the lines in place, and adds the lines (from 1) of the fences that were mended.</summary>
    public static void Repair(string[] lines, List<int> mended)
    {
        // Where the text of each item that is open begins, the innermost last
        Stack<int> items = new();
        for (int i = 0; i < lines.Length; i++)
        {
            int indent = IndentOf(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            while (items.Count > 0 && items.Peek() > indent)
            {
                items.Pop();
            }

            if (Fence.Of(lines[i]) is not { } opening)
            {
                if (MarkOf(lines[i].AsSpan(indent)) is > 0 and var mark)
                {
                    items.Push(indent + mark);
                }

                continue;
            }

            int content = items.Count > 0 ? items.Peek() : 0;
            int end = i + 1;
            bool left = false;
            bool broken = false;
            while (end < lines.Length && !(Fence.Of(lines[end]) is { } fence && fence.Closes(opening)))
            {
                // Where the document plainly goes on, the closing marks are missing, and not the blanks.
                int own = IndentOf(lines[end]);
                left |= own < content && own < lines[end].Length;
                broken |= own < indent && GoesOn(lines[end].AsSpan(own)) || Fence.Of(lines[end]) is not null;
                end++;
            }

            if (end < lines.Length && !broken && (left || IndentOf(lines[end]) < content))
            {
                mended.Add(i + 1);
                for (int at = i + 1; at <= end; at++)
                {
                    int own = IndentOf(lines[at]);
                    lines[at] = own < indent && own < lines[at].Length ? string.Concat(new string(' ', indent - own), lines[at]) : lines[at];
                }
            }

            i = end;
        }
    }

    private static bool GoesOn(ReadOnlySpan<char> text) => MarkOf(text) > 0 || text.StartsWith("##") || text.StartsWith("**") || text is ['|', ..];

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    /// <summary>How long the mark of an item is, with the blank after it; 0 for every other line.</summary>
    private static int MarkOf(ReadOnlySpan<char> text)
    {
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return text is ['-' or '*' or '+', ' ', ..] ? 2
            : digits is > 0 and <= 3 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ' ? digits + 2
            : 0;
    }
}
