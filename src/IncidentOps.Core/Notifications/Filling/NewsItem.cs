using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Notifications.Filling;

/// <summary>
/// A piece of news about an incident, as stakeholders are told it. Notes, evidence and the steps of runbooks are the
/// responders' own and are none.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
internal sealed record NewsItem(DateTimeOffset At, string Text)
{
    /// <summary>In the order in which it happened.</summary>
    public static IReadOnlyList<NewsItem> Of(IReadOnlyList<TimelineEntry> timeline, MessagePhrases words)
    {
        List<NewsItem> news = [];
        foreach (TimelineEntry entry in timeline)
        {
            string? text = Read(entry) switch
            {
                UpdatePosted posted => posted.Message,
                StatusChanged { Message: { } message } when !string.IsNullOrWhiteSpace(message) => message,
                StatusChanged changed => words.Say(changed.To),
                IncidentResolved resolved => string.IsNullOrWhiteSpace(resolved.Resolution) ? words.Say(IncidentStatus.Resolved) : resolved.Resolution,
                IncidentReopened reopened => words.With(MessagePhrase.CameBack, reopened.Reason ?? words[MessagePhrase.OpenAgain]),
                IncidentMerged merged => words.With(MessagePhrase.ContinuesUnder, merged.Into),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(text))
            {
                news.Add(new NewsItem(entry.At, text));
            }
        }

        return news;
    }

    /// <summary>Whether stakeholders have anything to be told beyond that there is an incident.</summary>
    public static bool IsAny(IReadOnlyList<TimelineEntry> timeline) => timeline.Any(entry => Read(entry) switch
    {
        StatusChanged { To: IncidentStatus.Acknowledged } changed => !string.IsNullOrWhiteSpace(changed.Message),
        StatusChanged or UpdatePosted or SeverityChanged or IncidentReopened or IncidentMerged => true,
        _ => false,
    });

    private static IncidentEventBody Read(TimelineEntry entry) => EventCatalog.Read(entry.Type, version: 1, entry.Data);
}
