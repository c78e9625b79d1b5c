using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Makes the processes that a run's steps are on one machine look like one shell: variables and the working directory that
/// a step leaves are what the next one there starts with.
/// </summary>
internal interface IHostShell
{
    /// <summary>The value a variable has for the next step; null where it has none. One that is not known is told as a blank.</summary>
    string? Variable(string name);

    /// <summary>
    /// Runs a step's command to its end, to its time-out or to cancellation. One that was ended has left nothing: then the
    /// next one starts as it did.
    /// </summary>
    Task<ShellResult> RunAsync(ShellCommand command, CancellationToken cancellationToken);

    /// <summary>Why the command did not start or may not have come to its own end; null where it did both.</summary>
    string? WhyNotStarted(string shell, ProcessResult result);

    /// <summary>Takes away what was kept between the steps.</summary>
    /// <param name="atOnce">The operator waits: begin with it and do not see it done.</param>
    ValueTask CloseAsync(bool atOnce);
}
