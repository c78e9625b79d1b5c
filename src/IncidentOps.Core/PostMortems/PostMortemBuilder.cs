using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Procedures;
using IncidentOps.Incidents;
using IncidentOps.PostMortems;
using IncidentOps.Procedures;

namespace IncidentOps.Core.PostMortems;

/// <summary>What is known about an incident → its post-mortem. Pure.</summary>
internal static class PostMortemBuilder
{
    /// <param name="incident">The incident.</param>
    /// <param name="timeline">Its timeline, in the order in which things happened.</param>
    /// <param name="procedure">The guide, for what it calls the severity.</param>
    /// <param name="zone">The organisation's time zone.</param>
    public static PostMortem Build(Incident incident, IReadOnlyList<TimelineEntry> timeline, Procedure procedure, TimeZoneInfo zone) => new()
    {
        Incident = incident.Id,
        Key = incident.Key,
        Title = incident.Title,
        Status = incident.Status,
        MergedInto = incident.MergedInto,
        IsDrill = incident.IsDrill,
        TimeZone = zone,
        Date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(incident.DetectedAt, zone).DateTime),
        StartedAt = incident.DetectedAt,
        EndedAt = EndedAt(incident),
        AsOf = incident.AsOf,
        Duration = incident.Duration,
        Severity = incident.Severity,
        SeverityLabel = new SeverityScale(procedure).Find(incident.Severity)?.Label,
        Services = incident.Services,
        Commander = incident.Commander,
        Impact = Known(incident.Impact),
        Affected = Known(incident.Affected),
        TimeToAcknowledge = incident.AcknowledgedAt - incident.DetectedAt,
        TimeToFix = incident.FixedAt - incident.DetectedAt,
        TimeToResolve = incident.ResolvedAt - incident.DetectedAt,
        Timeline = PostMortemTimeline.Of(timeline),
        RootCause = Known(incident.RootCause),
        Resolution = Known(incident.Resolution),
        ImpactFigures = Figures(incident, timeline),
        ActionItems = [.. incident.NextSteps.Where(step => Known(step) is not null).Select(step => new ActionItem { Text = step })],
    };

    private static DateTimeOffset? EndedAt(Incident incident) =>
        incident.IsActive ? null : incident.DetectedAt + incident.Duration;

    private static PostMortemImpact Figures(Incident incident, IReadOnlyList<TimelineEntry> timeline)
    {
        DateTimeOffset? end = incident.Status == IncidentStatus.Dismissed
            ? incident.DetectedAt
            : LastingFix(incident, timeline) ?? EndedAt(incident);
        return new PostMortemImpact
        {
            UsersAffected = Known(incident.Affected),
            Downtime = end - incident.DetectedAt ?? incident.Duration,
            DowntimeEndedAt = end,
        };
    }

    /// <summary>A fix after which the incident came back was none.</summary>
    private static DateTimeOffset? LastingFix(Incident incident, IReadOnlyList<TimelineEntry> timeline) =>
        timeline.Any(entry => entry.Type == nameof(IncidentReopened) && entry.At >= incident.FixedAt) ? null : incident.FixedAt;

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
