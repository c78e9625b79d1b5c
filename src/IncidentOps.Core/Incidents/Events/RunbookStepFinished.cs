using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>A step has ended.</summary>
internal sealed record RunbookStepFinished(
    string RunId,
    int Number,
    string Title,
    string HostName,
    RunbookStepStatus Status,
    int? ExitCode,
    string Output,
    string ErrorOutput,
    TimeSpan Duration,
    int Attempt,
    string? Reason,
    RunbookStepState? Left = null) : IncidentEventBody;
