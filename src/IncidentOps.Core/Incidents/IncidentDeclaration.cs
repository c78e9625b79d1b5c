using IncidentOps.Core.Incidents.Events;

namespace IncidentOps.Core.Incidents;

/// <summary>What somebody declares.</summary>
internal sealed record IncidentDeclaration
{
    public required string Title { get; init; }

    public required string Severity { get; init; }

    /// <summary>Why it has that severity, where nobody gave one.</summary>
    public string? SeverityReason { get; init; }

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>What was seen; the title where it is not given.</summary>
    public string? Symptom { get; init; }

    public string? Impact { get; init; }

    public string? Affected { get; init; }

    public string? Source { get; init; }

    public string? Commander { get; init; }

    public bool IsDrill { get; init; }

    /// <summary>When it was first seen; now where it is not given.</summary>
    public DateTimeOffset? DetectedAt { get; init; }

    /// <summary>True to declare it even where an open incident has the same service and symptom.</summary>
    public bool AllowTwin { get; init; }

    /// <summary>What was seen, kept with it in the same transaction.</summary>
    public EvidenceAdded? Evidence { get; init; }
}
