namespace IncidentOps.Core.Notifications.Filling;

/// <summary>What a message says by itself, where the incident does not say it.</summary>
internal enum MessagePhrase
{
    OurOrganisation,
    NotAssignedYet,
    NotRecorded,
    BeingEstablished,
    UnderInvestigation,
    NotKnownYet,
    NotFoundYet,
    NotAcknowledgedYet,
    NotIdentifiedYet,
    NotResolvedYet,
    ToFollow,
    InPostMortem,
    BeingWorkedOut,
    None,
    BeingEstimatedAnew,
    NoneSinceOver,
    WhenThereIsNews,
    NobodyYet,
    NoDateYet,

    /// <summary>How long it has lasted by now: {0}.</summary>
    SoFar,

    /// <summary>It goes on as part of another incident: {0}.</summary>
    ContinuesUnder,

    Seen,
    TakenUp,
    CauseKnown,
    FixWatched,
    FalseAlarm,
    Merged,
    Resolved,

    /// <summary>It was over, and is not: {0} is the reason.</summary>
    CameBack,
    OpenAgain,

    /// <summary>Before the subject of a drill.</summary>
    DrillMark,
    DrillNotice,
}
