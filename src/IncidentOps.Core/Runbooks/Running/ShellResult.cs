using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>How a step's command ended.</summary>
/// <param name="Process">The command.</param>
/// <param name="Left">What it has left to the next one, where that is known here and anything has changed.</param>
internal sealed record ShellResult(ProcessResult Process, RunbookStepState? Left = null);
