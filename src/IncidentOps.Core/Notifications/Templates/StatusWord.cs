using IncidentOps.Incidents;

namespace IncidentOps.Core.Notifications.Templates;

/// <summary>A word for where an incident stands, as templates offer them.</summary>
internal enum StatusWord
{
    New,
    Acknowledged,
    Investigating,
    Identified,
    Mitigating,
    Monitoring,
    Resolved,
    Closed,
    Dismissed,
    Ongoing,
}

internal static class StatusWords
{
    /// <summary>The words that are true of a status, the best one first.</summary>
    public static IReadOnlyList<StatusWord> For(IncidentStatus status) => status switch
    {
        IncidentStatus.Detected => [StatusWord.New, StatusWord.Ongoing, StatusWord.Investigating],
        IncidentStatus.Acknowledged => [StatusWord.Acknowledged, StatusWord.Investigating, StatusWord.Ongoing],
        IncidentStatus.Investigating => [StatusWord.Investigating, StatusWord.Ongoing],
        IncidentStatus.Identified => [StatusWord.Identified, StatusWord.Mitigating, StatusWord.Ongoing],
        IncidentStatus.Monitoring => [StatusWord.Monitoring, StatusWord.Mitigating, StatusWord.Ongoing],
        IncidentStatus.Resolved => [StatusWord.Resolved, StatusWord.Closed],
        IncidentStatus.Closed => [StatusWord.Closed, StatusWord.Resolved],
        IncidentStatus.Dismissed => [StatusWord.Dismissed, StatusWord.Closed, StatusWord.Resolved],
        _ => [StatusWord.Closed],
    };
}
