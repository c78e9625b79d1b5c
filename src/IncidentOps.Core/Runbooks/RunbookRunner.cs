using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks;

/// <summary>
/// Runs a runbook's steps in order. What happens comes out as events; who takes them records them, shows them and
/// answers those that ask.
/// </summary>
internal sealed class RunbookRunner(IProcessRunner processes, TimeProvider time)
{
    public const string ThisMachine = "localhost";

    // Enough for any screen; the whole output is in the result.
    private const int LiveLines = 4096;

    public async IAsyncEnumerable<RunbookEvent> RunAsync(
        RunbookRunRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Runbook runbook = request.Runbook;
        if (runbook.Steps.Count == 0)
        {
            throw RunbookErrors.NoSteps(runbook);
        }

        RunValues values = new(runbook, ParameterValues.Resolve(runbook, Needed(request), request.Parameters, request.Environment));
        Dictionary<string, string> environment = new(request.Environment, StringComparer.Ordinal);
        foreach ((string name, string value) in values.Variables)
        {
            environment[name] = value;
        }

        using ShellSession session = new(environment, request.WorkingDirectory, values.SecretVariables);
        SecretRedactor redactor = new(values.Secrets);
        long startedAt = time.GetTimestamp();
        RunbookRun run = new()
        {
            Id = UuidV7.Create(time.GetUtcNow()).ToString(),
            Runbook = runbook.Name,
            Sha256 = runbook.Sha256,
            Incident = request.Incident,
            Status = request.DryRun ? RunbookRunStatus.Planned : RunbookRunStatus.Running,
            StartedAt = time.GetUtcNow(),
            Duration = TimeSpan.Zero,
        };
        yield return new RunStarted(run);

        List<RunbookStepResult> results = [];
        RunbookRunStatus status = request.DryRun ? RunbookRunStatus.Planned : RunbookRunStatus.Succeeded;
        string? reason = null;
        foreach (RunbookStep planned in runbook.Steps)
        {
            if (status is not (RunbookRunStatus.Succeeded or RunbookRunStatus.Planned))
            {
                results.Add(Result(planned, RunbookStepStatus.Pending, reason: "not reached"));
                continue;
            }

            RunbookStepResult? result = null;
            await foreach (RunbookEvent happened in StepAsync(planned, request, values, session, redactor, cancellationToken))
            {
                yield return happened;
                result = happened is StepFinished finished ? finished.Result : result;
            }

            results.Add(result!);
            (status, reason) = Judge(result!, status);
        }

        yield return new RunFinished(run with { Status = status, Reason = reason, Steps = results, Duration = time.GetElapsedTime(startedAt) });
    }

    private async IAsyncEnumerable<RunbookEvent> StepAsync(
        RunbookStep planned,
        RunbookRunRequest request,
        RunValues values,
        ShellSession session,
        SecretRedactor redactor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            yield return new StepFinished(Result(planned, RunbookStepStatus.Cancelled, reason: "stopped by the operator"));
            yield break;
        }

        if (WhySkipped(planned, request) is { } why)
        {
            yield return new StepFinished(Result(planned, RunbookStepStatus.Skipped, reason: why));
            yield break;
        }

        if (planned.Kind == RunbookStepKind.Manual)
        {
            ManualStepReached manual = new(planned);
            yield return new StepStarted(planned, ThisMachine, Attempt: 1, time.GetUtcNow());
            yield return manual;
            RunbookStepResult answered = Result(planned, manual.Answer, reason: manual.Answer switch
            {
                RunbookStepStatus.Waiting => "waits for a person",
                RunbookStepStatus.Skipped => manual.Text,
                _ => null,
            });
            yield return new StepFinished(answered with { Output = manual.Answer == RunbookStepStatus.Succeeded ? redactor.Redact(manual.Text) : "" });
            yield break;
        }

        PreparedStep prepared = values.Prepare(planned, session);
        RunbookStep step = prepared.Step;
        if (prepared.Obstacle is { } obstacle)
        {
            yield return new StepFinished(Result(step, RunbookStepStatus.Failed, reason: obstacle));
            yield break;
        }

        if (step.Risk != Risk.Read)
        {
            if (request.ReadOnly)
            {
                yield return new StepFinished(Result(step, RunbookStepStatus.Skipped, reason: $"only reading steps were asked for; this is {step.Risk}: {step.RiskReason}"));
                yield break;
            }

            StepApproval approval = new(step);
            yield return approval;
            if (!approval.Approved)
            {
                yield return new StepFinished(Result(step, approval.Refused ? RunbookStepStatus.Failed : RunbookStepStatus.Skipped, reason: approval.Reason));
                yield break;
            }
        }

        for (int attempt = 1; ; attempt++)
        {
            DateTimeOffset startedAt = time.GetUtcNow();
            yield return new StepStarted(step, ThisMachine, attempt, startedAt);
            Channel<StepOutput> lines = Channel.CreateBounded<StepOutput>(new BoundedChannelOptions(LiveLines)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            });
            Task<ProcessResult> running = RunAsync(step, prepared.Command, request, session, redactor, lines.Writer, cancellationToken);
            await foreach (StepOutput line in lines.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return line;
            }

            RunbookStepResult result = Result(step, await running, startedAt, attempt, request);
            session.TakeOver(step.Shell!);
            bool again = result.Status is RunbookStepStatus.Failed or RunbookStepStatus.TimedOut && attempt <= step.Retries;
            yield return new StepFinished(result);
            if (!again || !await PauseAsync(attempt, cancellationToken))
            {
                yield break;
            }
        }
    }

    private async Task<ProcessResult> RunAsync(
        RunbookStep step,
        string command,
        RunbookRunRequest request,
        ShellSession session,
        SecretRedactor redactor,
        ChannelWriter<StepOutput> lines,
        CancellationToken cancellationToken)
    {
        try
        {
            // Reading goes on after a line that fails, since a sick system is what it is about; a change must not.
            ProcessRequest process = session.Request(step.Shell!, command, stopAtFailure: step.Risk != Risk.Read) with
            {
                Timeout = step.Timeout ?? request.StepTimeout,
                Redactor = redactor,
                OnLine = line => lines.TryWrite(new StepOutput(step, line.Text, line.IsError)),
            };
            return await processes.RunAsync(process, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lines.Complete();
        }
    }

    /// <summary>Waits longer after every failure; false when the operator stops it.</summary>
    private async Task<bool> PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, attempt - 1))), time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static IEnumerable<RunbookStep> Needed(RunbookRunRequest request) =>
        request.DryRun ? [] : request.Runbook.Steps.Where(step => WhySkipped(step, request) is null);

    private static string? WhySkipped(RunbookStep step, RunbookRunRequest request)
    {
        if (request.DryRun)
        {
            return "dry run";
        }

        if (step.Kind == RunbookStepKind.Manual)
        {
            return request.ReadOnly ? "only reading steps were asked for; this one is done by a person" : null;
        }

        if (step.Interactive)
        {
            return "it wants a person at a terminal: run it in a window of its own";
        }

        if (!ShellSession.CanRun(step.Shell!))
        {
            return $"steps in {step.Shell} cannot run here yet";
        }

        return request.ReadOnly && step.Risk != Risk.Read
            ? $"only reading steps were asked for; this is {step.Risk}: {step.RiskReason}"
            : null;
    }

    private static (RunbookRunStatus Status, string? Reason) Judge(RunbookStepResult result, RunbookRunStatus so) => result.Status switch
    {
        RunbookStepStatus.Cancelled => (RunbookRunStatus.Cancelled, "stopped by the operator"),
        RunbookStepStatus.Waiting => (RunbookRunStatus.Waiting, $"step {result.Step.Number} waits for a person: {result.Step.Title}"),
        RunbookStepStatus.Failed or RunbookStepStatus.TimedOut when result.Step.OnFailure != "continue" =>
            (RunbookRunStatus.Failed, $"step {result.Step.Number} ({result.Step.Title}): {result.Reason}"),
        _ => (so, null),
    };

    private static RunbookStepResult Result(RunbookStep step, RunbookStepStatus status, string? reason) => new()
    {
        Step = step,
        HostName = ThisMachine,
        Status = status,
        Reason = reason,
    };

    private static RunbookStepResult Result(
        RunbookStep step,
        ProcessResult process,
        DateTimeOffset startedAt,
        int attempt,
        RunbookRunRequest request)
    {
        (RunbookStepStatus status, string? reason) = process switch
        {
            { Outcome: ProcessOutcome.Cancelled } => (RunbookStepStatus.Cancelled, "stopped by the operator"),
            { Outcome: ProcessOutcome.TimedOut } => (
                RunbookStepStatus.TimedOut,
                string.Create(CultureInfo.InvariantCulture, $"took longer than {(step.Timeout ?? request.StepTimeout).TotalSeconds:0.###} s; its processes were ended")),
            { ExitCode: 0 } => (RunbookStepStatus.Succeeded, (string?)null),
            _ => (RunbookStepStatus.Failed, $"exit code {process.ExitCode}"),
        };
        return new RunbookStepResult
        {
            Step = step,
            HostName = ThisMachine,
            Status = status,
            ExitCode = process.ExitCode,
            Output = process.Output,
            ErrorOutput = process.ErrorOutput,
            StartedAt = startedAt,
            Duration = process.Duration,
            Attempt = attempt,
            Reason = reason,
        };
    }
}
