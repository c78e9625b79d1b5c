using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>Another process goes on with a run.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Runbook">The runbook's name.</param>
/// <param name="Runner">The process.</param>
/// <param name="Reason">What was decided about steps that may have run; null where there were none.</param>
internal sealed record RunbookResumed(string RunId, string Runbook, ProcessIdentity Runner, string? Reason) : IncidentEventBody;
