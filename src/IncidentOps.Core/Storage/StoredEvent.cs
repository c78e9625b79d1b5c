namespace IncidentOps.Core.Storage;

/// <summary>An event as the store keeps it. Its body is JSON that the store never looks into.</summary>
internal sealed record StoredEvent
{
    /// <summary>The incident's key; the run's id for a run outside of an incident.</summary>
    public required Guid Stream { get; init; }

    /// <summary>1, 2, … within the stream, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened, to the microsecond.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was recorded, to the microsecond; never earlier than the event before.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required string Actor { get; init; }

    public required string Type { get; init; }

    /// <summary>The version of the body's shape.</summary>
    public required int Version { get; init; }

    public required string Body { get; init; }

    /// <summary>The hash of the event before it; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Over all of the above; see <see cref="EventHash"/>.</summary>
    public required string Hash { get; init; }
}
