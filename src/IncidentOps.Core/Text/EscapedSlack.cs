using System.Text.RegularExpressions;

namespace IncidentOps.Core.Text;

/// <summary>
/// Text from outside as Slack's mrkdwn: no mention, channel, link or date comes out of it, and no block that would
/// swallow the lines below. Slack has no escape for *, _ and ~; those end with their line and harm nothing.
/// </summary>
internal static partial class EscapedSlack
{
    /// <summary>In one line: line breaks are shown.</summary>
    public static string Line(string? text, bool ascii = false) => QuietMentions
        .Of(CodeBlock().Replace(Printable.Line(text), static run => new string('\'', run.Length)), ascii)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex("`{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex CodeBlock();
}
