namespace IncidentOps.Runbooks;

/// <summary>How a step of a run ended.</summary>
public enum RunbookStepStatus
{
    /// <summary>Not reached.</summary>
    Pending,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Waiting for a person.</summary>
    Waiting,

    /// <summary>Did what it should.</summary>
    Succeeded,

    /// <summary>Did not.</summary>
    Failed,

    /// <summary>Left out: declined, dry run, or out of the chosen part.</summary>
    Skipped,

    /// <summary>Took longer than it may; its processes were ended.</summary>
    TimedOut,

    /// <summary>Stopped by the operator.</summary>
    Cancelled,
}
