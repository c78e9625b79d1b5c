using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>A runbook has ended.</summary>
internal sealed record RunbookFinished(
    string RunId,
    string Runbook,
    RunbookRunStatus Status,
    TimeSpan Duration,
    string? Reason) : IncidentEventBody;
