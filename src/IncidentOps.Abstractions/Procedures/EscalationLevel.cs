namespace IncidentOps.Procedures;

/// <summary>A level of a guide's escalation path.</summary>
public sealed record EscalationLevel
{
    /// <summary>Its place in the path, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Who is called, "DevOps Lead".</summary>
    public required string Name { get; init; }

    /// <summary>The severities it serves, most severe first.</summary>
    public IReadOnlyList<string> Severities { get; init => field = PlainList.Of(value); } = [];

    /// <summary>How long after the incident began, or the level before failed, it is called; null where not given.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>What it is there for.</summary>
    public IReadOnlyList<string> Duties { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
