using IncidentOps.Core.Incidents.Events;

namespace IncidentOps.Core.Incidents;

/// <summary>An event that a decision asks for: what, and when it happened.</summary>
internal sealed record NewEvent(IncidentEventBody Body, DateTimeOffset OccurredAt);
