namespace IncidentOps.Incidents;

/// <summary>What walking the hash chain of one incident, or of one run outside of any, found.</summary>
public sealed record IncidentLogCheck
{
    /// <summary>The incident, "INC-42"; null where it is the log of a run.</summary>
    public string? Incident { get; init; }

    /// <summary>The id of the run of a runbook whose log it is; null where it is that of an incident.</summary>
    public string? Run { get; init; }

    /// <summary>True where every event is in place and unchanged.</summary>
    public required bool Valid { get; init; }

    /// <summary>The number of events read.</summary>
    public required long Events { get; init; }

    /// <summary>The first place where the chain breaks.</summary>
    public long? FirstBadSequence { get; init; }

    /// <summary>What is wrong there: changed, missing, reordered.</summary>
    public string? Reason { get; init; }
}
