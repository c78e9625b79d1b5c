using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Runs runbooks on this machine, as somebody who approves of everything unless told otherwise.</summary>
public abstract class RunnerBench
{
    private protected List<RunbookEvent> Events { get; } = [];

    private protected Action<RunbookEvent> Answer { get; set; } = happened => (happened as StepApproval)?.Approve();

    /// <summary>What reaches other machines; no machine answers unless it is set.</summary>
    private protected Func<SshHost, IProcessRunner> Remote { get; set; } = static host => new Unreachable(host);

    private protected static void NeedsUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");

    private protected static Func<RunbookRunRequest, RunbookRunRequest> WithValue(string name, string value) => request => request with
    {
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value },
    };

    private protected async Task<RunbookRun> Run(
        string markdown,
        Func<RunbookRunRequest, RunbookRunRequest>? change = null,
        CancellationToken? cancellationToken = null)
    {
        RunbookRunRequest request = new()
        {
            Runbook = RunbookReader.Read(markdown),
            Environment = ((ISystemEnvironment)SystemEnvironment.Instance).Variables(),
        };
        RunbookRunner runner = new(new LocalProcessRunner(TimeProvider.System), Remote, TimeProvider.System);
        RunbookRun? run = null;
        await foreach (RunbookEvent happened in runner.RunAsync(change?.Invoke(request) ?? request, cancellationToken ?? TestContext.Current.CancellationToken))
        {
            Events.Add(happened);
            Answer(happened);
            run = happened is RunFinished finished ? finished.Run : run;
        }

        return run!;
    }

    private sealed class Unreachable(SshHost host) : IProcessRunner
    {
        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken) =>
            throw new IncidentOpsException("SshHostUnreachable", ErrorKind.ResourceUnavailable, $"{host} cannot be reached", host.ToString());
    }
}
