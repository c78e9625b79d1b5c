using IncidentOps.Incidents;

namespace IncidentOps.PostMortems;

/// <summary>What is known about an incident, ordered as people learn from it. All times are UTC instants.</summary>
public sealed record PostMortem
{
    /// <summary>The incident, "INC-42".</summary>
    public required string Incident { get; init; }

    /// <summary>The incident's identity in every store, a UUID of version 7.</summary>
    public required Guid Key { get; init; }

    /// <summary>What was wrong, in one line, exactly as it was given.</summary>
    public required string Title { get; init; }

    /// <summary>Where the incident stands.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>The incident that this one continues under, "INC-7".</summary>
    public string? MergedInto { get; init; }

    /// <summary>True for a drill.</summary>
    public bool IsDrill { get; init; }

    /// <summary>The organisation's time zone: what days and times of day are told in.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The day on which it began, in <see cref="TimeZone"/>.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it was detected.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The moment that this describes.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>From <see cref="StartedAt"/> to <see cref="EndedAt"/>, or to <see cref="AsOf"/> while it lasts.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The severity level's name in the procedure, "P1".</summary>
    public required string Severity { get; init; }

    /// <summary>The severity level's word in the procedure, "High"; null where it has none.</summary>
    public string? SeverityLabel { get; init; }

    /// <summary>The services that suffered.</summary>
    public IReadOnlyList<string> Services { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Who led the response.</summary>
    public string? Commander { get; init; }

    /// <summary>What it meant for the users.</summary>
    public string? Impact { get; init; }

    /// <summary>Who or what was affected.</summary>
    public string? Affected { get; init; }

    /// <summary>From the detection to the first acknowledgement; null where there was none.</summary>
    public TimeSpan? TimeToAcknowledge { get; init; }

    /// <summary>From the detection to the first fix; null where there was none.</summary>
    public TimeSpan? TimeToFix { get; init; }

    /// <summary>From the detection to the resolution; null where there was none.</summary>
    public TimeSpan? TimeToResolve { get; init; }

    /// <summary>What happened, in the order in which it happened.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Why it happened.</summary>
    public string? RootCause { get; init; }

    /// <summary>What ended it.</summary>
    public string? Resolution { get; init; }

    /// <summary>What it did, in figures.</summary>
    public required PostMortemImpact ImpactFigures { get; init; }

    /// <summary>What was learnt.</summary>
    public IReadOnlyList<string> Lessons { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What is to be done about it.</summary>
    public IReadOnlyList<ActionItem> ActionItems { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What keeps it from happening again.</summary>
    public string? Prevention { get; init; }

    /// <summary>The incident and its title.</summary>
    /// <returns>"INC-42 Checkout is down".</returns>
    public override string ToString() => $"{Incident} {Title}";
}
