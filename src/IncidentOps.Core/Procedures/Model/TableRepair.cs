using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Mends tables that a line of prose follows with no blank line between, for which Markdig sees no table at all. The prose
/// becomes a quotation, which ends the table, or a row, where the table goes on below it; line numbers stay as they are.
/// </summary>
internal static partial class TableRepair
{
    public static string Repair(string text)
    {
        if (!text.Contains('|', StringComparison.Ordinal))
        {
            return text;
        }

        string[] lines = text.Split('\n');
        bool mended = false;
        bool inTable = false;
        Fence? fence = null;
        for (int i = 1; i < Math.Min(lines.Length, GuideGuard.MostLines); i++)
        {
            if (Fence.Of(lines[i]) is { } mark)
            {
                fence = mark.After(fence);
                inTable = false;
            }
            else if (fence is null && lines[i].Contains('|', StringComparison.Ordinal))
            {
                inTable |= lines[i - 1].Contains('|', StringComparison.Ordinal) && lines[i].Length < 1_000 && Delimiters().IsMatch(lines[i]);
            }
            else if (inTable)
            {
                if (EndOfProse(lines, i) is { } next)
                {
                    ReadOnlySpan<char> indent = lines[next].AsSpan(0, lines[next].Length - lines[next].TrimStart().Length);
                    for (; i < next; i++)
                    {
                        lines[i] = string.Concat(indent, "| ", lines[i].Trim(), " |");
                    }

                    mended = true;
                    continue;
                }

                inTable = false;
                string prose = lines[i].TrimStart();
                if (prose.Length > 0 && !OpensBlock().IsMatch(prose) && !(i + 1 < lines.Length && Underline().IsMatch(lines[i + 1])))
                {
                    lines[i] = string.Concat(lines[i].AsSpan(0, lines[i].Length - prose.Length), "> ", prose);
                    mended = true;
                }
            }
        }

        return mended ? string.Join('\n', lines) : text;
    }

    /// <summary>The line where the table goes on below lines of prose; null where it ends with them.</summary>
    private static int? EndOfProse(string[] lines, int from)
    {
        for (int i = from; i < lines.Length; i++)
        {
            string line = lines[i].TrimStart();
            if (line.Contains('|', StringComparison.Ordinal))
            {
                return i > from && Fence.Of(lines[i]) is null ? i : null;
            }

            if (line.Length == 0 || OpensBlock().IsMatch(line) || Underline().IsMatch(lines[i]) || Fence.Of(lines[i]) is not null)
            {
                return null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Delimiters();

    // What is underlined is a heading.
    [GeneratedRegex(@"^ {0,3}(?:-+|=+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(?:#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s|<|[-*_]{3,}\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex OpensBlock();
}
