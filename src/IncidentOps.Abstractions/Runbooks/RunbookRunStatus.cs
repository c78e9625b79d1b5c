namespace IncidentOps.Runbooks;

/// <summary>How a run stands.</summary>
public enum RunbookRunStatus
{
    /// <summary>Planned, nothing started.</summary>
    Planned,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Waiting for a person.</summary>
    Waiting,

    /// <summary>Every step that had to succeed did.</summary>
    Succeeded,

    /// <summary>A step failed.</summary>
    Failed,

    /// <summary>Stopped by the operator.</summary>
    Cancelled,

    /// <summary>Its process died.</summary>
    Interrupted,
}
