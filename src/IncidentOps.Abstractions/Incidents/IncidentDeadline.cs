namespace IncidentOps.Incidents;

/// <summary>Something that an incident needs by a time, as it stands at a moment. All times are UTC instants.</summary>
public sealed record IncidentDeadline
{
    /// <summary>The incident, "INC-42".</summary>
    public required string Incident { get; init; }

    /// <summary>The incident's title.</summary>
    public required string Title { get; init; }

    /// <summary>The incident's severity.</summary>
    public required string Severity { get; init; }

    /// <summary>What has to be done.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>When its clock began to run; null where it does not run.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>By when; null where nothing is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How it stands.</summary>
    public required DeadlineState State { get; init; }

    /// <summary>How much time is left, negative once it has passed; null where it is met or nothing is due.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>How much of the time is used up, in percent, counted in business hours where the procedure does; null where nothing is due.</summary>
    public double? Percent { get; init; }

    /// <summary>When it was done; null where it was not.</summary>
    public DateTimeOffset? MetAt { get; init; }

    /// <summary>What it is waiting for, or why nothing is due.</summary>
    public required string Reason { get; init; }

    /// <summary>What and how it stands.</summary>
    /// <returns>"INC-42 Acknowledge OnTrack".</returns>
    public override string ToString() => $"{Incident} {Kind} {State}";
}
