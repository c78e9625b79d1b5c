namespace IncidentOps.Incidents;

/// <summary>Where an incident stands. Forward may skip; back is only by reopening.</summary>
public enum IncidentStatus
{
    /// <summary>Seen, nobody has taken it yet.</summary>
    Detected,

    /// <summary>Somebody has taken it.</summary>
    Acknowledged,

    /// <summary>Being looked into.</summary>
    Investigating,

    /// <summary>The cause is known.</summary>
    Identified,

    /// <summary>A fix is in place and being watched.</summary>
    Monitoring,

    /// <summary>Over; the follow-up is open.</summary>
    Resolved,

    /// <summary>Over, the follow-up done.</summary>
    Closed,

    /// <summary>A false alarm.</summary>
    Dismissed,

    /// <summary>Continued under another incident.</summary>
    Merged,
}
