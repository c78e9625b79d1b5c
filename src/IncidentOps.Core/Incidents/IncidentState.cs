using System.Text.Json.Serialization;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>What the events of an incident add up to. Immutable; made only by <see cref="IncidentFold"/>.</summary>
internal sealed record IncidentState
{
    /// <summary>Raised when the fold learns something new: stored states of an older fold are made again from their events.</summary>
    public const int FoldVersion = 1;

    public required Guid Key { get; init; }

    public long Sequence { get; init; }

    /// <summary>The last event's hash.</summary>
    public string Hash { get; init; } = "";

    public DateTimeOffset UpdatedAt { get; init; }

    public string Title { get; init; } = "";

    public string Severity { get; init; } = "";

    /// <summary>When the present severity was set: no other can have been set before.</summary>
    public DateTimeOffset SeveritySince { get; init; }

    public IncidentStatus Status { get; init; }

    /// <summary>When the present status was entered: nothing that follows can have happened before.</summary>
    public DateTimeOffset StatusSince { get; init; }

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<string> Components { get; init; } = [];

    public string? Symptom { get; init; }

    /// <summary>What its twins are known by: the symptom it was declared with, those it was given since, and those of incidents merged into it.</summary>
    public IReadOnlyList<string> Fingerprints { get; init; } = [];

    public string? Impact { get; init; }

    public string? Affected { get; init; }

    public string? Source { get; init; }

    /// <summary>Who holds which role, by role.</summary>
    public IReadOnlyDictionary<string, string> Roles
    {
        get;
        // What was read from JSON tells capitals apart; roles do not.
        init => field = new Dictionary<string, string>(value, StringComparer.OrdinalIgnoreCase);
    } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public DateTimeOffset? Eta { get; init; }

    public DateTimeOffset DetectedAt { get; init; }

    public DateTimeOffset? AcknowledgeBy { get; init; }

    /// <summary>By when those whom the severity calls for have to be called.</summary>
    public DateTimeOffset? EscalateBy { get; init; }

    /// <summary>First called; whoever has acknowledged was reached as well.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? InvestigatingAt { get; init; }

    public DateTimeOffset? IdentifiedAt { get; init; }

    /// <summary>First entry of Monitoring: counts for clocks.</summary>
    public DateTimeOffset? FixedAt { get; init; }

    /// <summary>Last entry of Monitoring: the monitoring window runs from here.</summary>
    public DateTimeOffset? LastFixedAt { get; init; }

    /// <summary>Last entry; null while it is open again.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When stakeholders last had news: a declaration, a change of status or severity, an update.</summary>
    public DateTimeOffset LastUpdateAt { get; init; }

    /// <summary>First post-mortem written after its last resolution.</summary>
    public DateTimeOffset? PostMortemAt { get; init; }

    /// <summary>When it ended, in whichever way; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public string? RootCause { get; init; }

    public string? Resolution { get; init; }

    public IReadOnlyList<string> NextSteps { get; init; } = [];

    public string? MergedInto { get; init; }

    public bool IsDrill { get; init; }

    [JsonIgnore]
    public bool IsActive => IncidentLifecycle.IsActive(Status);
}
