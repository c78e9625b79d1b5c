namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Moves what is meant to stand below a numbered item but lacks a blank or two: "1. Look" and, on the next line,
/// "  - here". Read to the letter the list ends there, and the numbers begin anew. Lines stay where they are.
/// </summary>
internal static class ListRepair
{
    public static string Repair(string text)
    {
        string[] lines = text.Split('\n');
        int content = 0;
        int missing = 0;
        bool changed = false;
        Fence? open = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            int indent = line.Length - line.AsSpan().TrimStart(' ').Length;
            bool inFence = open is not null;
            if (Fence.Of(line) is { } fence)
            {
                open = open is not { } opening ? fence : fence.Closes(opening) ? null : open;
            }

            if (indent == line.Length || (inFence && missing == 0))
            {
                continue;
            }

            if (indent == 0 && !inFence)
            {
                (content, missing) = (ContentOf(line), 0);
                continue;
            }

            if (!inFence && missing == 0 && indent < content && IsItem(line.AsSpan(indent)))
            {
                missing = content - indent;
            }

            if (missing > 0 && indent > 0)
            {
                lines[i] = string.Concat(new string(' ', missing), line);
                changed = true;
            }
        }

        return changed ? string.Join('\n', lines) : text;
    }

    /// <summary>Where the text of a numbered item begins; 0 for every other line.</summary>
    private static int ContentOf(string line)
    {
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is 0 or > 3 || digits + 2 >= line.Length || line[digits] is not ('.' or ')') || line[digits + 1] != ' ' ? 0 : digits + 2;
    }

    private static bool IsItem(ReadOnlySpan<char> text) =>
        text is ['-' or '*' or '+', ' ', ..] || ContentOf(text.ToString()) > 0;
}
