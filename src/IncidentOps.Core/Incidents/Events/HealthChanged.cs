using IncidentOps.Health;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>A service that is watched for the incident changed, or was ill when it was first seen.</summary>
internal sealed record HealthChanged(string Service, HealthStatus? From, HealthStatus To, string Reason, string? FollowsFrom) : IncidentEventBody;
