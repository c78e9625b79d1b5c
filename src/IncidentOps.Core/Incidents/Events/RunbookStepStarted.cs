using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>A step is about to start: recorded before it does.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Number">The step's number.</param>
/// <param name="Title">What it does.</param>
/// <param name="Command">Its text; null for one that a person does.</param>
/// <param name="Risk">What it may do with the values it has.</param>
/// <param name="HostName">Where it runs.</param>
/// <param name="Attempt">Which try it is, from 1.</param>
/// <param name="Timeout">How long it may take; null for one that a person does.</param>
/// <param name="Part">The part that it belongs to; null where an earlier version recorded it.</param>
internal sealed record RunbookStepStarted(
    string RunId,
    int Number,
    string Title,
    string? Command,
    Risk Risk,
    string HostName,
    int Attempt = 1,
    TimeSpan? Timeout = null,
    RunbookPart? Part = null) : IncidentEventBody;
