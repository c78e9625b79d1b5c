namespace IncidentOps.Incidents;

/// <summary>One event of an incident, as people read it.</summary>
public sealed record TimelineEntry
{
    /// <summary>The incident, "INC-42".</summary>
    public required string Incident { get; init; }

    /// <summary>The event's place in the incident's log: 1, 2, …</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was recorded; later than <see cref="At"/> for what was added afterwards.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who did it.</summary>
    public required string Actor { get; init; }

    /// <summary>The event's type, "SeverityChanged".</summary>
    public required string Type { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Longer matter that belongs to it: an output, a piece of evidence as it was seen.</summary>
    public string? Detail { get; init; }

    /// <summary>The event's body as it is stored, JSON.</summary>
    public required string Data { get; init; }

    /// <summary>The text.</summary>
    /// <returns>The sentence alone.</returns>
    public override string ToString() => Text;
}
