using IncidentOps.Health;

namespace IncidentOps.Core.Health.Watching;

/// <summary>A service as a watch has just seen it.</summary>
/// <param name="Health">The service's health.</param>
/// <param name="Change">What is new about it; null where it is as it was.</param>
internal sealed record HealthWatchNews(ServiceHealth Health, HealthChange? Change);
