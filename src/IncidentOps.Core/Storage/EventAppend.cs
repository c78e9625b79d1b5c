namespace IncidentOps.Core.Storage;

/// <summary>Events to add to one stream, and the line of the read table as it is after them.</summary>
internal sealed record EventAppend
{
    /// <summary>The new events, hashes included, sequences following <see cref="ExpectedSequence"/>.</summary>
    public required IReadOnlyList<StoredEvent> Events { get; init; }

    /// <summary>The sequence that the stream has to be at: 0 for a new one.</summary>
    public required long ExpectedSequence { get; init; }

    public required IncidentRow Row { get; init; }

    public required IncidentRowChange Change { get; init; }
}
