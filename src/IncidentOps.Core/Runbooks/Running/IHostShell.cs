using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Makes the separate shells of one machine look like one: variables and the working directory that a step leaves are
/// what the next one there starts with.
/// </summary>
internal interface IHostShell
{
    /// <summary>Runs what <see cref="Request"/> makes.</summary>
    IProcessRunner Processes { get; }

    /// <summary>The value a variable has for the next step; null where it has none. One that is not known is told as a blank.</summary>
    string? Variable(string name);

    /// <param name="shell">"bash" or "sh".</param>
    /// <param name="command">The command's text.</param>
    /// <param name="keep">Whether the next step goes on with what it leaves. Several that do not may run at once.</param>
    ProcessRequest Request(string shell, string command, bool keep);

    /// <summary>Takes over what the step has left. One that was ended has left nothing: then all stays as it was.</summary>
    /// <param name="shell">The step's shell.</param>
    /// <param name="command">Its text.</param>
    void TakeOver(string shell, string command);

    /// <summary>Why the shell could not start the command; null where it did.</summary>
    string? WhyNotStarted(string shell, ProcessResult result);

    /// <summary>Takes away what was kept between the steps.</summary>
    /// <param name="atOnce">The operator waits: begin with it and do not see it done.</param>
    ValueTask CloseAsync(bool atOnce);
}
