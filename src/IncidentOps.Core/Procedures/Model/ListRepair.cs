namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Moves what is meant to stand below a numbered item but lacks a blank or two: "1. Look" and, on the next line,
/// "  - here". Read to the letter the list ends there, and the numbers begin anew. A rule of three dashes close below a
/// sentence is no underline that makes it a heading. Lines stay where they are.
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
        int front = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == "---") : -1;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            int indent = line.Length - line.AsSpan().TrimStart(' ').Length;
            bool inFence = open is not null;
            open = Fence.Of(line) is { } fence ? fence.After(open) : open;
            if (indent == line.Length || (inFence && missing == 0))
            {
                continue;
            }

            if (indent == 0 && !inFence)
            {
                if (i > Math.Max(0, front) && line.TrimEnd() == "---" && IsSentence(lines[i - 1]))
                {
                    lines[i] = "***";
                    changed = true;
                }

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

    // "**Output:** a ticket", "All is well." - not the text of a heading.
    private static bool IsSentence(string line) =>
        line.AsSpan().Trim() is [not ('|' or '#' or '>'), .., _, _] text && (text[^1] == '.' || (text.StartsWith("**") && text.IndexOf(":") is > 0 and < 60));

    private static bool IsItem(ReadOnlySpan<char> text) =>
        text is ['-' or '*' or '+', ' ', ..] || ContentOf(text.ToString()) > 0;
}
