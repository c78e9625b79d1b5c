namespace IncidentOps.Core.Incidents.Events;

/// <summary>News without a change of status.</summary>
internal sealed record UpdatePosted(string? Message, DateTimeOffset? Eta) : IncidentEventBody;
