namespace IncidentOps.Incidents;

/// <summary>How an <see cref="IncidentTask"/> stands.</summary>
public enum IncidentTaskState
{
    /// <summary>Still to be done.</summary>
    Open,

    /// <summary>Done: somebody said so, or an event shows it.</summary>
    Done,

    /// <summary>Not asked for: by severity, or somebody said so.</summary>
    NotApplicable,
}
