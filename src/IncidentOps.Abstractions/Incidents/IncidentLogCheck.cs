namespace IncidentOps.Incidents;

/// <summary>What walking one incident's hash chain found.</summary>
public sealed record IncidentLogCheck
{
    /// <summary>The incident, "INC-42".</summary>
    public required string Incident { get; init; }

    /// <summary>True where every event is in place and unchanged.</summary>
    public required bool Valid { get; init; }

    /// <summary>The number of events read.</summary>
    public required long Events { get; init; }

    /// <summary>The first place where the chain breaks.</summary>
    public long? FirstBadSequence { get; init; }

    /// <summary>What is wrong there: changed, missing, reordered.</summary>
    public string? Reason { get; init; }
}
