namespace IncidentOps.Health;

/// <summary>How a service is, and why.</summary>
public sealed record ServiceHealth
{
    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>The worst of its checks.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The ill service at the root, where this one only suffers from what it depends on; null where it does not.</summary>
    public string? FollowsFrom { get; init; }

    /// <summary>Its checks, worst first.</summary>
    public IReadOnlyList<HealthCheckResult> Checks { get; init => field = PlainList.Of(value); } = [];

    /// <summary>When the sweep of it began.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>How long the slowest of its checks took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The service and its status.</summary>
    /// <returns>"api Unhealthy".</returns>
    public override string ToString() => $"{Service} {Status}";
}
