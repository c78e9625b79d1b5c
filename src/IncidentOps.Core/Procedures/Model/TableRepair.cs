using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Mends tables that a line of prose follows with no blank line between, for which Markdig sees no table at all. The prose
/// becomes a quotation, which ends the table; line numbers stay as they are.
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
                fence = fence is null ? mark : mark.Closes(fence.Value) ? null : fence;
                inTable = false;
            }
            else if (fence is null && lines[i].Contains('|', StringComparison.Ordinal))
            {
                inTable |= lines[i - 1].Contains('|', StringComparison.Ordinal) && lines[i].Length < 1_000 && Delimiters().IsMatch(lines[i]);
            }
            else if (inTable)
            {
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

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Delimiters();

    // What is underlined is a heading.
    [GeneratedRegex(@"^ {0,3}(?:-+|=+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(?:#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s|<|[-*_]{3,}\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex OpensBlock();
}
