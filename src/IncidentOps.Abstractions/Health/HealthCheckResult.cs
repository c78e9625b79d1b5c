namespace IncidentOps.Health;

/// <summary>What one probe of a service found.</summary>
public sealed record HealthCheckResult
{
    /// <summary>The service it is a part of.</summary>
    public required string Service { get; init; }

    /// <summary>The check's name.</summary>
    public required string Check { get; init; }

    /// <summary>Its kind, "http".</summary>
    public required string Kind { get; init; }

    /// <summary>What it found.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>How long the answer took; null where there was none.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>What else it saw, by name: status code, address, …</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The check, its status and why.</summary>
    /// <returns>"http Unhealthy: HTTP 503 Service Unavailable".</returns>
    public override string ToString() => $"{Check} {Status}: {Reason}";
}
