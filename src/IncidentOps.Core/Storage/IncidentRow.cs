namespace IncidentOps.Core.Storage;

/// <summary>
/// A line of the read table: what queries look for, and the folded state as JSON. Derived from the events and
/// replaceable by them at any time.
/// </summary>
internal sealed record IncidentRow
{
    /// <summary>Given by the store at creation; 0 before.</summary>
    public long Number { get; init; }

    public required Guid Key { get; init; }

    /// <summary>The last event's sequence.</summary>
    public required long Sequence { get; init; }

    /// <summary>The last event's hash: the anchor that shows when events were cut off at the end.</summary>
    public required string Hash { get; init; }

    public required string Status { get; init; }

    /// <summary>True while it is open.</summary>
    public required bool Active { get; init; }

    public required string Severity { get; init; }

    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>To look for; not read back.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>To look for; not read back.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>What its twins are known by; not read back.</summary>
    public IReadOnlyList<string> Fingerprints { get; init; } = [];

    /// <summary>The folded state, JSON that the store never looks into.</summary>
    public required string State { get; init; }

    /// <summary>The version of the fold that made <see cref="State"/>.</summary>
    public required int StateVersion { get; init; }
}
