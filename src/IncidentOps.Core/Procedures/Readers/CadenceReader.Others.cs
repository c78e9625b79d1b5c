using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>One line for several levels, and what is said of all that it does not name.</content>
internal sealed partial class CadenceReader
{
    // "Updates: P0 (15 min), P1 (30 min)", with no word of when the first one is due
    private static bool OfUpdatesAlone(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and <= 24 and var at && GuideWords.Fields.Is(text[..at].Trim('*', ' '), GuideField.Update) && !FirstOnly().IsMatch(text);

    [GeneratedRegex(@"\b(?:within|first|initial(?:ly)?|after|until)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstOnly();

    // "(others)", "for the rest"; whoever else is told is no level.
    [GeneratedRegex(@"(?:[(（]|\bfor )(?:all )?(?:the )?(?:others?|rest|other (?:levels|severities|incidents|priorities)|everything else)(?:[)）]|\W*$)|\botherwise\W*$|(?:[(（]|\b(?:für|pour|para|per) )(?:(?:alle )?(?:übrigen?|anderen?)|sonst|(?:les )?autres|(?:l[oa]s )?(?:otr[oa]s|demás)|outr[oa]s|(?:[oa]s )?demais|(?:gli |le )?altr[ie])(?:[)）]|\W*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(@"^alert(?:ing|s)?(?: notification)? channels?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AlertChannels();

    // "Others: daily", below "SEV1: hourly"
    private static bool IsOfOthers(ListItem item) => item.Label is { Length: <= 24 } label && OthersLabel().IsMatch(label);

    private IReadOnlyList<SeverityLevel> NotNamedIn(ListBlock list)
    {
        HashSet<SeverityLevel> named = [.. list.Items.SelectMany(item => context.Scale.MeantBy(item.Label ?? item.Text))];
        return named.Count == 0 ? [] : [.. context.Scale.Levels.Where(level => !named.Contains(level))];
    }

    [GeneratedRegex(@"^(?:all )?(?:the )?(?:others?|rest|other (?:levels|severities|incidents|priorities)|everything else)$|^(?:(?:alle )?(?:übrigen?|anderen?)|(?:les )?autres|(?:l[oa]s )?(?:otr[oa]s|demás)|outr[oa]s|(?:[oa]s )?demais|altr[ie])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OthersLabel();

    // "Daily: …", "Weekly: …", "Monthly: …": reports, incident or none
    private static bool IsCalendar(ListBlock list) =>
        list.Items.Count(item => item.Label is { } label && Calendar().IsMatch(label)) >= 2;

    [GeneratedRegex(@"^(?:daily|weekly|bi-?weekly|monthly|quarterly|(?:semi-?|bi-?)?annual(?:ly)?|yearly)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calendar();

    internal static bool TellsOfReviews(string? title) => title is not null && OfReviews().IsMatch(title);

    [GeneratedRegex(@"\b(?:reviews?|post-?mortems?|retrospectives?|pir)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfReviews();
}
