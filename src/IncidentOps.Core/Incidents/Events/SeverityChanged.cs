namespace IncidentOps.Core.Incidents.Events;

/// <summary>Another severity, and the clocks that follow from it.</summary>
internal sealed record SeverityChanged(
    string From,
    string To,
    string Reason,
    DateTimeOffset? AcknowledgeBy,
    DateTimeOffset? EscalateBy) : IncidentEventBody;
