using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Runs a step's command on its machines, so many at a time. Each is announced right before it starts.</summary>
/// <param name="sessions">The shells.</param>
/// <param name="redactor">What takes the secrets out.</param>
/// <param name="limit">How many run at a time.</param>
/// <param name="time">The clock.</param>
internal sealed class StepFanOut(HostSessions sessions, SecretRedactor redactor, int limit, TimeProvider time)
{
    // Enough for any screen; the whole output is in the result.
    private const int LiveLines = 4096;

    public async IAsyncEnumerable<RunbookEvent> RunAsync(StepCommand command, IReadOnlyList<RunHost> hosts, int attempt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Channel<RunbookEvent> happening = Channel.CreateUnbounded<RunbookEvent>();
        Queue<RunHost> waiting = new(hosts);
        int running = 0;
        while (running > 0 || waiting.Count > 0)
        {
            if (running < Math.Max(limit, 1) && waiting.TryDequeue(out RunHost? host))
            {
                DateTimeOffset startedAt = time.GetUtcNow();
                yield return new StepStarted(command.Step, host.Name, attempt, startedAt);
                running++;
                _ = RunAsync(command, host, attempt, startedAt, happening, cancellationToken);
                continue;
            }

            RunbookEvent next = await happening.Reader.ReadAsync(CancellationToken.None);
            running -= next is StepFinished ? 1 : 0;
            yield return next;
        }
    }

    private async Task RunAsync(StepCommand command, RunHost host, int attempt, DateTimeOffset startedAt, Channel<RunbookEvent> happening, CancellationToken cancellationToken)
    {
        try
        {
            (RunbookStepResult result, RunbookStepState? left) = await RunAsync(command, host, attempt, startedAt, ShowLine, cancellationToken).ConfigureAwait(false);
            if (left is not null)
            {
                happening.Writer.TryWrite(new StepLeft(command.Step, host.Name, left));
            }

            happening.Writer.TryWrite(new StepFinished(result));
        }
        catch (Exception e)
        {
            // The reader ends with it.
            happening.Writer.TryComplete(e);
        }

        void ShowLine(ProcessOutputLine line)
        {
            if (happening.Reader.Count < LiveLines)
            {
                happening.Writer.TryWrite(new StepOutput(command.Step, host.Name, line.Text, line.IsError));
            }
        }
    }

    private async Task<(RunbookStepResult Result, RunbookStepState? Left)> RunAsync(
        StepCommand command, RunHost host, int attempt, DateTimeOffset startedAt, Action<ProcessOutputLine> onLine, CancellationToken cancellationToken)
    {
        RunbookStep step = command.Step;
        IHostShell shell = sessions.Of(host);
        try
        {
            // Reading goes on after a line that fails, since a sick system is what it is about; a change must not.
            string text = step.Risk != Risk.Read ? "set -e\n" + command.Text : command.Text;
            (ProcessResult process, RunbookStepState? left) = await shell.RunAsync(
                new ShellCommand(step.Shell!, text, command.Keep, command.Timeout, redactor, onLine), cancellationToken).ConfigureAwait(false);
            RunbookStepResult result = StepResults.Of(step, host.Name, process, startedAt, attempt, command.Timeout);
            return (shell.WhyNotStarted(step.Shell!, process) is { } why ? result with { Reason = why } : result, left);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Ended(RunbookStepStatus.Cancelled, StepResults.Stopped);
        }
        catch (IncidentOpsException e)
        {
            return Ended(RunbookStepStatus.Failed, e.Message);
        }

        (RunbookStepResult, RunbookStepState?) Ended(RunbookStepStatus status, string reason) =>
            (StepResults.Of(step, host.Name, status, reason) with { StartedAt = startedAt, Duration = time.GetUtcNow() - startedAt, Attempt = attempt }, null);
    }
}
