using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>Another process goes on with a run.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Runbook">The runbook's name.</param>
/// <param name="Runner">The process.</param>
/// <param name="Reason">What was decided about steps that may have run, or that had failed; null where there were none.</param>
/// <param name="Reopened">The steps that had failed, and count as not done any more; null for none.</param>
internal sealed record RunbookResumed(string RunId, string Runbook, ProcessIdentity Runner, string? Reason, IReadOnlyList<RunbookStepPlace>? Reopened = null) : IncidentEventBody;
