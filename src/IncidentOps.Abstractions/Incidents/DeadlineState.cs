namespace IncidentOps.Incidents;

/// <summary>How a <see cref="IncidentDeadline"/> stands.</summary>
public enum DeadlineState
{
    /// <summary>There is time.</summary>
    OnTrack,

    /// <summary>Three quarters of the time are used up.</summary>
    AtRisk,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Not done in time.</summary>
    Breached,

    /// <summary>Nothing is due: not yet, not any more, or the procedure asks for nothing.</summary>
    NotApplicable,
}
