namespace IncidentOps.Procedures;

/// <summary>A tool or a resource that a guide names.</summary>
public sealed record Tool
{
    /// <summary>What it is for, "Monitoring".</summary>
    public required string Name { get; init; }

    /// <summary>Where it is; null while the guide leaves it unfilled.</summary>
    public string? Value { get; init; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
