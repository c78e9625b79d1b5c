namespace IncidentOps.Core.Incidents.Events;

/// <summary>It continues under another incident.</summary>
internal sealed record IncidentMerged(Guid IntoKey, string Into, string? Reason) : IncidentEventBody;
