namespace IncidentOps.Incidents;

/// <summary>
/// An incident as it stood at <see cref="AsOf"/>: the fold of its events. A snapshot; changing commands return or
/// fetch a new one. All times are UTC instants.
/// </summary>
public sealed record Incident
{
    /// <summary>The name people use, "INC-42".</summary>
    public required string Id { get; init; }

    /// <summary>The number that this store gave it.</summary>
    public required long Number { get; init; }

    /// <summary>The identity that merges and exports carry, a UUID of version 7.</summary>
    public required Guid Key { get; init; }

    /// <summary>What is wrong, in one line, exactly as it was given.</summary>
    public required string Title { get; init; }

    /// <summary>The severity level's name in the procedure, "P1".</summary>
    public required string Severity { get; init; }

    /// <summary>Where it stands.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>The workflow's phase, derived from <see cref="Status"/>.</summary>
    public required IncidentPhase Phase { get; init; }

    /// <summary>True until it is closed, dismissed, merged or resolved.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The services that suffer.</summary>
    public IReadOnlyList<string> Services { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The components at fault, as far as known.</summary>
    public IReadOnlyList<string> Components { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What was seen; with the service it tells a twin from a new incident.</summary>
    public string? Symptom { get; init; }

    /// <summary>What it means for the users.</summary>
    public string? Impact { get; init; }

    /// <summary>Who or what is affected.</summary>
    public string? Affected { get; init; }

    /// <summary>Who or what reported it: a person, a check, an alert.</summary>
    public string? Source { get; init; }

    /// <summary>Who leads the response.</summary>
    public string? Commander { get; init; }

    /// <summary>Who holds which role, the commander included.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The latest estimate of when it will be over.</summary>
    public DateTimeOffset? Eta { get; init; }

    /// <summary>First seen.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>When it has to be acknowledged by, at its present severity; null where the procedure gives no time.</summary>
    public DateTimeOffset? AcknowledgeBy { get; init; }

    /// <summary>First acknowledged.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>First investigated.</summary>
    public DateTimeOffset? InvestigatingAt { get; init; }

    /// <summary>Cause first known.</summary>
    public DateTimeOffset? IdentifiedAt { get; init; }

    /// <summary>Fix first in place (entry of Monitoring).</summary>
    public DateTimeOffset? FixedAt { get; init; }

    /// <summary>Last resolved; null while it is open again.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Last closed; null while it is open again.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>From <see cref="DetectedAt"/> to its end, or to <see cref="AsOf"/> while it is open.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Why it happened.</summary>
    public string? RootCause { get; init; }

    /// <summary>What ended it.</summary>
    public string? Resolution { get; init; }

    /// <summary>What follows from it.</summary>
    public IReadOnlyList<string> NextSteps { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The incident that this one continues under, "INC-7".</summary>
    public string? MergedInto { get; init; }

    /// <summary>True in a drill.</summary>
    public bool IsDrill { get; init; }

    /// <summary>The number of events it is made of.</summary>
    public required long Sequence { get; init; }

    /// <summary>When its last event was recorded.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The moment that this snapshot describes.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The id and the title.</summary>
    /// <returns>"INC-42 Checkout is down".</returns>
    public override string ToString() => $"{Id} {Title}";
}
