using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Sql;
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
        PreparedRun ready = PreparedRun.Of(request);
        Runbook runbook = ready.Runbook;
        RunValues values = ready.Values;
        using ShellSession session = ready.OpenSession();
        SecretRedactor redactor = new(values.Secrets);
        long startedAt = time.GetTimestamp();
        RunbookRun run = ready.Begin(time.GetUtcNow());
        yield return new RunStarted(run);

        List<RunbookStepResult> results = [];
        RunbookRunStatus status = request.DryRun ? RunbookRunStatus.Planned : RunbookRunStatus.Succeeded;
        string? reason = null;
        StepJumps jumps = new(runbook.Steps);
        Rollback? rollback = null;
        for (int at = 0; at < runbook.Steps.Count; at++)
        {
            RunbookStep planned = runbook.Steps[at];
            if (status is not (RunbookRunStatus.Succeeded or RunbookRunStatus.Planned))
            {
                if (rollback?.HasRun(planned) != true)
                {
                    results.Add(StepResults.Of(planned, RunbookStepStatus.Pending, reason: "not reached"));
                }

                continue;
            }

            RunbookStepResult? result = null;
            string? left = ready.WhyLeftOut(planned);
            await foreach (RunbookEvent happened in StepAsync(planned, left, request, values, session, redactor, results, cancellationToken))
            {
                yield return happened;
                result = happened is StepFinished finished ? finished.Result : result;
            }

            results.Add(result!);
            if (jumps.After(result!) is { } target)
            {
                results.AddRange(jumps.PassedOver(planned, target));
                at = target.Number - 2;
            }
            else
            {
                (status, reason) = Judge(result!, status);
            }

            if (status != RunbookRunStatus.Failed || !Rollback.IsWanted(request, planned))
            {
                continue;
            }

            rollback = new Rollback(runbook, results);
            while (rollback.Next() is { } undo)
            {
                await foreach (RunbookEvent happened in StepAsync(undo, WhySkipped(undo, request), request, values, session, redactor, results, cancellationToken))
                {
                    yield return happened;
                    rollback.See(happened);
                }

                results.Add(rollback.Last!);
            }

            reason += rollback.Outcome;
        }

        yield return new RunFinished(run with { Status = status, Reason = reason, Steps = results, Duration = (request.History?.Before ?? TimeSpan.Zero) + time.GetElapsedTime(startedAt) });
    }

    private async IAsyncEnumerable<RunbookEvent> StepAsync(
        RunbookStep planned,
        string? left,
        RunbookRunRequest request,
        RunValues values,
        ShellSession session,
        SecretRedactor redactor,
        IReadOnlyList<RunbookStepResult> before,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.History?.Take(planned) is { } earlier)
        {
            yield return new StepFinished(earlier) { IsRecorded = true };
            yield break;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            yield return new StepFinished(StepResults.Of(planned, RunbookStepStatus.Cancelled, reason: "stopped by the operator"));
            yield break;
        }

        if (left is not null)
        {
            yield return new StepFinished(StepResults.Of(planned, RunbookStepStatus.Skipped, reason: left));
            yield break;
        }

        if (StepCondition.ObstacleOf(planned, request.Objection) is { } refused)
        {
            yield return new StepFinished(StepResults.Of(planned, RunbookStepStatus.Failed, reason: refused));
            yield break;
        }

        if (planned.When is { } when)
        {
            StepCondition condition = new(planned, when, [.. before]);
            yield return condition;
            if (!condition.Holds)
            {
                yield return new StepFinished(StepResults.OfCondition(condition, cancellationToken.IsCancellationRequested));
                yield break;
            }
        }

        if (ObstacleOf(planned) is { } elsewhere)
        {
            yield return new StepFinished(StepResults.Of(planned, RunbookStepStatus.Failed, reason: elsewhere));
            yield break;
        }

        if (planned.Kind == RunbookStepKind.Manual)
        {
            ManualStepReached manual = new(planned);
            yield return new StepStarted(planned, ThisMachine, Attempt: 1, time.GetUtcNow());
            yield return manual;
            yield return new StepFinished(StepResults.Of(manual, redactor));
            yield break;
        }

        PreparedStep prepared = values.Prepare(planned, session.Variable);
        prepared = planned.Shell == SqlStep.Shell ? prepared with { Obstacle = prepared.Obstacle ?? request.Databases.Choose(planned).Obstacle } : prepared;
        RunbookStep step = prepared.Step;
        if (prepared.Obstacle is { } obstacle)
        {
            yield return new StepFinished(StepResults.Of(step, RunbookStepStatus.Failed, reason: obstacle));
            yield break;
        }

        if (request.Approvals.Missing(step) is { } missing)
        {
            yield return new StepFinished(StepResults.Of(step, RunbookStepStatus.Failed, reason: $"it needs {missing}: Get-RunbookPlan shows the plan, Approve-RunbookPlan approves it"));
            yield break;
        }

        if (step.Risk != Risk.Read)
        {
            if (request.ReadOnly)
            {
                yield return new StepFinished(StepResults.Of(step, RunbookStepStatus.Skipped, reason: $"only reading steps were asked for; this is {step.Risk}: {step.RiskReason}"));
                yield break;
            }

            StepApproval approval = new(step);
            yield return approval;
            if (!approval.Approved)
            {
                yield return new StepFinished(StepResults.Of(step, approval.Refused ? RunbookStepStatus.Failed : RunbookStepStatus.Skipped, reason: approval.Reason));
                yield break;
            }
        }

        BackOff waits = new(time);
        for (int attempt = 1; ; attempt++)
        {
            DateTimeOffset startedAt = time.GetUtcNow();
            long stamp = time.GetTimestamp();
            yield return new StepStarted(step, ThisMachine, attempt, startedAt);
            Channel<StepOutput> lines = Channel.CreateBounded<StepOutput>(new BoundedChannelOptions(LiveLines)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            });
            ScriptReached script = new(step, step.Timeout ?? request.StepTimeout, [.. before]);
            bool isScript = step.Shell == ScriptReached.Shell;
            if (isScript)
            {
                yield return script;
                lines.Writer.Complete();
            }

            Task<ProcessResult> running = isScript ? Task.FromResult(script.ToResult(redactor, time.GetElapsedTime(stamp), cancellationToken.IsCancellationRequested)) : RunAsync(step, prepared.Command, request, session, redactor, lines.Writer, cancellationToken);
            await foreach (StepOutput line in lines.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return line;
            }

            RunbookStepResult result = StepResults.Of(step, await running, startedAt, attempt, step.Timeout ?? request.StepTimeout);
            result = isScript ? script.Explain(result, redactor) : step.Shell == SqlStep.Shell ? SqlStep.Explain(result) : result;
            session.TakeOver(step.Shell!);
            if (result.Status == RunbookStepStatus.Succeeded && step.Verify is not null)
            {
                await foreach (RunbookEvent asked in new StepVerification(time).RunAsync(result, before, stamp, step.Timeout ?? request.StepTimeout, cancellationToken))
                {
                    if (asked is StepFinished verified)
                    {
                        result = verified.Result;
                    }
                    else
                    {
                        yield return asked;
                    }
                }
            }

            bool again = result.Status is RunbookStepStatus.Failed or RunbookStepStatus.TimedOut && attempt <= step.Retries;
            yield return new StepFinished(result);
            if (!again || !await waits.PauseAsync(TimeSpan.MaxValue, cancellationToken))
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
            if (step.Shell == SqlStep.Shell)
            {
                return await new SqlStep(request.Databases, time).RunAsync(
                    step, session.Variable, step.Timeout ?? request.StepTimeout, redactor, (line, isError) => lines.TryWrite(new StepOutput(step, line, isError)), cancellationToken).ConfigureAwait(false);
            }

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

    /// <summary>
    /// What keeps a step from running here; null where nothing does. Going on without it could be worse than stopping:
    /// the next one may rely on what it does over there.
    /// </summary>
    public static string? ObstacleOf(RunbookStep step) =>
        step.HostPattern is { } host ? $"it is for {host}, and steps for other machines cannot run from here yet" : null;

    /// <summary>Why a step is not to run, whatever its values are; null where it is.</summary>
    public static string? WhySkipped(RunbookStep step, RunbookRunRequest request)
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

        if (step.Shell == SqlStep.Shell ? !request.Databases.Any : step.Shell != ScriptReached.Shell && !ShellSession.CanRun(step.Shell!))
        {
            return step.Shell == SqlStep.Shell
                ? "steps in sql run in the database of a postgres check, and none is configured"
                : $"steps in {step.Shell} cannot run here yet";
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
}
