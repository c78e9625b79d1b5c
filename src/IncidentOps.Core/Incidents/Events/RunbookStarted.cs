namespace IncidentOps.Core.Incidents.Events;

/// <summary>A runbook begins.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Runbook">The runbook's name.</param>
/// <param name="Path">The document's file.</param>
/// <param name="Sha256">The document's hash.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Plan">The hash of the plan that runs.</param>
/// <param name="Selection">Which of its steps were chosen, in words; null for all.</param>
internal sealed record RunbookStarted(string RunId, string Runbook, string? Path, string Sha256, int Steps, string? Plan = null, string? Selection = null) : IncidentEventBody;
