namespace IncidentOps.Health;

/// <summary>What a watch has seen in all.</summary>
public sealed record HealthWatchSummary
{
    /// <summary>How the worst of the services was at the end.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>What ended it.</summary>
    public required HealthWatchOutcome Outcome { get; init; }

    /// <summary>True where every service was Healthy at every look.</summary>
    public bool IsStable { get; init; }

    /// <summary>How long all of them had been Healthy at the last look; zero where one was not.</summary>
    public TimeSpan HealthyFor { get; init; }

    /// <summary>When the first look began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From the first look to the last.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How often it looked.</summary>
    public int Sweeps { get; init; }

    /// <summary>How often a service changed, the first look not counted.</summary>
    public int Changes { get; init; }

    /// <summary>Each service, worst first.</summary>
    public IReadOnlyList<ServiceStability> Services { get; init => field = PlainList.Of(value); } = [];

    /// <summary>How it went, in one line.</summary>
    /// <returns>"Healthy, 180 looks, 2 changes".</returns>
    public override string ToString() => $"{Status}, {Sweeps} {(Sweeps == 1 ? "look" : "looks")}, {Changes} {(Changes == 1 ? "change" : "changes")}";
}
