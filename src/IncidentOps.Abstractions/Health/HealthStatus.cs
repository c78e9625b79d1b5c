namespace IncidentOps.Health;

/// <summary>How a service, or one check of it, is. Ordered: a later value is worse to have than an earlier one.</summary>
public enum HealthStatus
{
    /// <summary>Works as it should.</summary>
    Healthy,

    /// <summary>Could not be told: no permission, no tool, no network. Unknown is not healthy.</summary>
    Unknown,

    /// <summary>Works, but not as it should.</summary>
    Degraded,

    /// <summary>Does not work.</summary>
    Unhealthy,
}
