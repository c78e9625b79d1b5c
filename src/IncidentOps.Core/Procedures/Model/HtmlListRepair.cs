using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>Reads lists that are written in HTML, an item a line, as those that Markdown has; their terms become labels. Lines stay where they are.</summary>
internal static partial class HtmlListRepair
{
    private const int Deepest = 6;

    public static string Repair(string text)
    {
        if (!text.Contains("<li", StringComparison.OrdinalIgnoreCase) && !text.Contains("<dt", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        string[] lines = text.Split('\n');
        Stack<bool> ordered = new();
        Fence? open = null;
        bool inTable = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            bool inFence = open is not null;
            open = Fence.Of(line) is { } fence ? fence.After(open) : open;
            // Tables know their own lists.
            inTable = line.Contains("</table>", StringComparison.OrdinalIgnoreCase) ? false : inTable || line.Contains("<table", StringComparison.OrdinalIgnoreCase);
            if (inFence || open is not null || inTable || line.Length > 2000)
            {
                continue;
            }

            // Further in than three blanks a tag is code or goes on with the text above, unless it stands in a list of its kind.
            if (ordered.Count == 0 && line.StartsWith("    ", StringComparison.Ordinal))
            {
                continue;
            }

            if (OpensList().Match(line) is { Success: true } list)
            {
                ordered.Push(list.Groups["ordered"].Success);
                lines[i] = string.Empty;
            }
            else if (ClosesList().IsMatch(line))
            {
                ordered.TryPop(out _);
                lines[i] = string.Empty;
            }
            else if (ordered.Count > 0 && ClosesItem().IsMatch(line))
            {
                lines[i] = string.Empty;
            }
            else if (Item().Match(line) is { Success: true } item && ordered.Count > 0)
            {
                lines[i] = $"{new string(' ', 3 * (Math.Min(ordered.Count, Deepest) - 1))}{(ordered.Peek() ? "1. " : "- ")}{Inline(item.Groups["text"].Value, "</li>")}";
            }
            else if (Term().Match(line) is { Success: true } term && ordered.Count > 0)
            {
                lines[i] = $"- **{Inline(term.Groups["term"].Value, "</dt>")}**: {Inline(term.Groups["text"].Value, "</dd>")}".TrimEnd();
            }
            else if (Meaning().Match(line) is { Success: true } meaning && ordered.Count > 0)
            {
                lines[i] = $"  {Inline(meaning.Groups["text"].Value, "</dd>")}";
            }
        }

        return string.Join('\n', lines);
    }

    private static string Inline(string html, string end) =>
        Code().Replace(Strong().Replace(html.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? html[..^end.Length] : html, "**"), "`").Trim();

    [GeneratedRegex(@"^\s*<(?:ul|(?<ordered>ol)|dl)\b[^<>]*>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OpensList();

    [GeneratedRegex(@"^\s*</(?:ul|ol|dl)>(?:\s*</li>)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClosesList();

    // "</li>", a line of its own below the list in the item
    [GeneratedRegex(@"^\s*</(?:li|dt|dd)>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClosesItem();

    [GeneratedRegex(@"^\s*<li\b[^<>]*>(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*<dt\b[^<>]*>(?<term>[^<>]{1,200})(?:</dt>\s*)?(?:<dd\b[^<>]*>(?<text>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Term();

    [GeneratedRegex(@"^\s*<dd\b[^<>]*>(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Meaning();

    [GeneratedRegex(@"</?(?:strong|b)\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"</?code\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
