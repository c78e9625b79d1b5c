namespace IncidentOps.Core.Notifications.Templates;

/// <summary>What a blank or a label in a message asks for.</summary>
internal enum MessageField
{
    None,

    // Words and codes
    Severity,
    SeverityCode,
    Status,
    Id,
    Component,
    Service,
    Organisation,

    // People
    Commander,
    Role,
    Source,

    // Prose
    Title,
    Symptom,
    Impact,
    Affected,
    Progress,
    RootCause,
    Resolution,
    NextSteps,
    DataLoss,

    // Times
    StartedAt,
    AcknowledgedAt,
    IdentifiedAt,
    ResolvedAt,
    Eta,
    NextUpdate,
    PostMortem,
    Duration,

    // What says only of which kind it is: the label says the rest
    AnyText,
    AnyTime,
    AnyPerson,
    AnyNumber,
    AnyLink,

    // What no incident holds
    Outside,
}
