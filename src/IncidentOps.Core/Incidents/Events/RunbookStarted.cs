namespace IncidentOps.Core.Incidents.Events;

/// <summary>A runbook begins.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Runbook">The runbook's name.</param>
/// <param name="Path">The file it was read from.</param>
/// <param name="Sha256">The file's hash.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Setup">What going on with it takes; null where an earlier version recorded it.</param>
/// <param name="Selection">Which of its steps were chosen, in words; null for all.</param>
internal sealed record RunbookStarted(string RunId, string Runbook, string? Path, string Sha256, int Steps, RunbookSetup? Setup = null, string? Selection = null) : IncidentEventBody;
