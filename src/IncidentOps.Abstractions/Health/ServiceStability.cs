namespace IncidentOps.Health;

/// <summary>How steady a service was while it was watched.</summary>
public sealed record ServiceStability
{
    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>How it was at the last look.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>How long it had been so at the last look.</summary>
    public TimeSpan Lasted { get; init; }

    /// <summary>How it was at its worst.</summary>
    public HealthStatus Worst { get; init; }

    /// <summary>How often it changed, the first look not counted.</summary>
    public int Changes { get; init; }

    /// <summary>The share of the time in which it was Healthy, in percent.</summary>
    public double HealthyPercent { get; init; }

    /// <summary>The service and its status.</summary>
    /// <returns>"api Healthy".</returns>
    public override string ToString() => $"{Service} {Status}";
}
