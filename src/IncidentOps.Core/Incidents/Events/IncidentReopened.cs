namespace IncidentOps.Core.Incidents.Events;

/// <summary>It was not over.</summary>
internal sealed record IncidentReopened(string? Reason) : IncidentEventBody;
