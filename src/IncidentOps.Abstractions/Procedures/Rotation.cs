namespace IncidentOps.Procedures;

/// <summary>The on-call rotation as a guide describes it.</summary>
public sealed record Rotation
{
    /// <summary>The places on call and who holds them: "Primary", "Secondary".</summary>
    public IReadOnlyList<Contact> Members { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The schedule in the guide's words, "Weekly rotation".</summary>
    public string? Schedule { get; init; }

    /// <summary>How long a shift is; null where it is not understood.</summary>
    public TimeSpan? ShiftLength { get; init; }

    /// <summary>The handoff in the guide's words, "Monday 9 AM".</summary>
    public string? Handoff { get; init; }

    /// <summary>The weekday of the handoff.</summary>
    public DayOfWeek? HandoffDay { get; init; }

    /// <summary>The wall clock time of the handoff.</summary>
    public TimeOnly? HandoffTime { get; init; }

    /// <summary>What else the guide says of being on call.</summary>
    public IReadOnlyList<string> Details { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
