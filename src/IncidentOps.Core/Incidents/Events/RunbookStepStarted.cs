using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>A step is about to start: recorded before it does.</summary>
internal sealed record RunbookStepStarted(
    string RunId,
    int Number,
    string Title,
    string? Command,
    Risk Risk,
    string HostName,
    RunbookPart? Part = null) : IncidentEventBody;
