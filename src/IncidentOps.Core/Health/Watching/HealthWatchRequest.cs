using IncidentOps.Health;

namespace IncidentOps.Core.Health.Watching;

/// <summary>What a watch looks at, how often and how long.</summary>
internal sealed record HealthWatchRequest
{
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(10);

    /// <summary>One look at everything.</summary>
    public required HealthSweepRequest Sweep { get; init; }

    /// <summary>From the beginning of one look to that of the next.</summary>
    public TimeSpan Interval { get; init; } = DefaultInterval;

    /// <summary>From the first look to the last; null for no end.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>
    /// What it waits for: with Healthy, that all services are; with any other status, that one of them is so or worse.
    /// </summary>
    public HealthStatus? Until { get; init; }

    /// <summary>Whether the services, the worst of which is this, are what it waits for.</summary>
    public bool IsReached(HealthStatus worst) => Until is { } awaited && (awaited == HealthStatus.Healthy ? worst == awaited : worst >= awaited);
}
