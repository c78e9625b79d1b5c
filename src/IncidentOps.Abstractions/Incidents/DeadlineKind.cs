namespace IncidentOps.Incidents;

/// <summary>What has to be done by a <see cref="IncidentDeadline"/>.</summary>
public enum DeadlineKind
{
    /// <summary>Somebody has to take it.</summary>
    Acknowledge,

    /// <summary>Those whom the severity calls for have to be called.</summary>
    Escalate,

    /// <summary>Stakeholders have to be told what is new.</summary>
    Update,

    /// <summary>The fix has to be watched, and the incident resolved.</summary>
    Monitor,

    /// <summary>The post-mortem has to be written.</summary>
    PostMortem,
}
