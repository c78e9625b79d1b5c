using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>A step forward, acknowledging and dismissing included. Resolving, closing and reopening have their own events.</summary>
internal sealed record StatusChanged(IncidentStatus From, IncidentStatus To, string? Message, DateTimeOffset? Eta) : IncidentEventBody;
