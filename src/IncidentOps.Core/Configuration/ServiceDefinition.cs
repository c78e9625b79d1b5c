namespace IncidentOps.Core.Configuration;

/// <summary>A service that users use, as it is configured.</summary>
internal sealed record ServiceDefinition
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The severity of an incident of this service when nobody says another; null where it is not given.</summary>
    public string? Severity { get; init; }

    public string? Owner { get; init; }

    /// <summary>The names of the services it cannot work without.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public IReadOnlyList<CheckDefinition> Checks { get; init; } = [];

    /// <summary>Where it stands in the configuration, from 1; 0 for one that does not stand there.</summary>
    public int Line { get; init; }
}
