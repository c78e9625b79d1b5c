using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Brings back bold words at the beginning of a line that have lost what stood before them, often an emoji: "** Do at
/// once:**". A mark with a space behind it opens nothing.
/// </summary>
internal static partial class BoldRepair
{
    private const int LongestLine = 400;

    public static string Repair(string text)
    {
        if (!text.Contains("** ", StringComparison.Ordinal))
        {
            return text;
        }

        string[] lines = text.Split('\n');
        Fence? open = null;
        for (int i = 0; i < lines.Length; i++)
        {
            if (Fence.Of(lines[i]) is { } fence)
            {
                open = fence.After(open);
            }
            else if (open is null && lines[i].Length <= LongestLine)
            {
                lines[i] = Lost().Replace(lines[i], "${lead}**", 1);
            }
        }

        return string.Join('\n', lines);
    }

    // The other mark follows a letter or a stop, as the end of bold words does, and is the only one.
    [GeneratedRegex(@"^(?<lead>\s{0,12}(?:[-*+]\s+|\d{1,2}[.)]\s+)?)\*\*[ \t]+(?=\p{L}[^*\n]*\S\*\*(?!\S*\*)(?:[^*\n]|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lost();
}
