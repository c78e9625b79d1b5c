namespace IncidentOps.Health;

/// <summary>What a process uses.</summary>
public sealed record ProcessUsage
{
    /// <summary>Its id.</summary>
    public required int Id { get; init; }

    /// <summary>The name of its program.</summary>
    public required string Name { get; init; }

    /// <summary>What it was started with, secrets taken out; empty where that may not be read.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>The share of one processor that it used in the sample, in percent: 200 where it kept two busy.</summary>
    public double CpuPercent { get; init; }

    /// <summary>The memory that it keeps in use.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>The same as a share of the machine's memory, in percent.</summary>
    public double MemoryPercent { get; init; }

    /// <summary>When it was started; null where that is not known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The program and the id.</summary>
    /// <returns>"nginx (1234)".</returns>
    public override string ToString() => $"{Name} ({Id})";
}
