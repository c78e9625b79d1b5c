using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>A heading written in HTML, or the summary of a fold-out part.</summary>
internal sealed partial record HtmlHeading(string Title, int Level)
{
    public static IEnumerable<HtmlHeading> Find(string html)
    {
        foreach (Match match in Heading().Matches(html))
        {
            string title = InlineReader.Decode(Tags().Replace(match.Groups["text"].Value, " ")).Trim();
            if (title.Length > 0)
            {
                yield return new HtmlHeading(title, match.Groups["level"].Success ? match.Groups["level"].Value[0] - '0' : GuideSection.BoldLevel);
            }
        }
    }

    [GeneratedRegex(@"<(?:h(?<level>[1-6])|summary)\b[^<>]{0,200}>(?<text>[^\0]{1,300}?)</(?:h[1-6]|summary)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<[^<>]{0,300}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
