namespace IncidentOps.Core.Incidents.Events;

/// <summary>It is over.</summary>
internal sealed record IncidentResolved(string? RootCause, string? Resolution, IReadOnlyList<string> NextSteps) : IncidentEventBody;
