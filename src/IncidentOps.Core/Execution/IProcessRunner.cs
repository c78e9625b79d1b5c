namespace IncidentOps.Core.Execution;

/// <summary>Runs a command and hands back what it wrote. The only way by which IncidentOps starts a process.</summary>
internal interface IProcessRunner
{
    /// <summary>
    /// Runs to the end, to the time-out or to cancellation, whichever comes first. Cancellation is a result here and
    /// no exception, because what was written until then belongs into the record.
    /// </summary>
    Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken);
}
