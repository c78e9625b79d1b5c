namespace IncidentOps.Health;

/// <summary>A service that is no longer as it was, or that is seen for the first time.</summary>
public sealed record HealthChange
{
    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>How it was before; null where it is seen for the first time.</summary>
    public HealthStatus? From { get; init; }

    /// <summary>How it is now.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The ill service at the root, where this one only suffers from what it depends on; null where it does not.</summary>
    public string? FollowsFrom { get; init; }

    /// <summary>When it was seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it was as it was before; null where it is seen for the first time.</summary>
    public TimeSpan? Lasted { get; init; }

    /// <summary>The service's health with its checks.</summary>
    public required ServiceHealth Health { get; init; }

    /// <summary>The service and what became of it.</summary>
    /// <returns>"api Healthy → Unhealthy: connection refused".</returns>
    public override string ToString() => From is { } from ? $"{Service} {from} → {Status}: {Reason}" : $"{Service} {Status}: {Reason}";
}
