namespace IncidentOps.Runbooks;

/// <summary>The part of a runbook that a step belongs to, told by its section's heading.</summary>
public enum RunbookPart
{
    /// <summary>No heading says.</summary>
    General,

    /// <summary>Finding out what is wrong.</summary>
    Diagnosis,

    /// <summary>Putting it right.</summary>
    Mitigation,

    /// <summary>Making sure that it is right.</summary>
    Verification,

    /// <summary>Going back.</summary>
    Rollback,
}
