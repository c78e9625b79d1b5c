namespace IncidentOps.Core.Storage;

/// <summary>What the read table can be asked for. Empty lists and nulls ask for nothing; names match whole, ignoring case.</summary>
internal sealed record IncidentRowQuery
{
    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> Severities { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>True for open ones only.</summary>
    public bool Active { get; init; }

    /// <summary>Detected at or after.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Detected at or before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>At most so many; null for all.</summary>
    public int? Limit { get; init; }
}
