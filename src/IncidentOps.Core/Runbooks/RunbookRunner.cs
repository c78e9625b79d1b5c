using System.Runtime.CompilerServices;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks;

/// <summary>
/// Runs a runbook's steps in order; each is over on all of its machines before the next one begins. What happens comes
/// out as events; who takes them records them, shows them and answers those that ask.
/// </summary>
/// <param name="processes">Runs commands on this machine.</param>
/// <param name="remote">What runs commands on another.</param>
/// <param name="time">The clock.</param>
internal sealed class RunbookRunner(IProcessRunner processes, Func<SshHost, IProcessRunner> remote, TimeProvider time)
{
    public const string ThisMachine = "localhost";

    public async IAsyncEnumerable<RunbookEvent> RunAsync(
        RunbookRunRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PreparedRun ready = PreparedRun.Of(request);
        Runbook runbook = ready.Runbook;
        HostSessions sessions = new(ready, processes, remote, time);
        long startedAt = time.GetTimestamp();
        RunbookRun run = ready.Begin(time.GetUtcNow());

        List<RunbookStepResult> results = [];
        RunbookRunStatus status = request.DryRun ? RunbookRunStatus.Planned : RunbookRunStatus.Succeeded;
        string? reason = null;
        StepExecution execution = new(request, ready.Values, sessions, time);
        StepJumps jumps = new(runbook.Steps);
        ParallelSteps parallel = new(runbook);
        HostFailures failures = new(request.FailureThreshold, ready.HostCount);
        Rollback? rollback = null;
        try
        {
            sessions.Prepare();
            yield return new RunStarted(run, ready);
            for (int at = 0; at < runbook.Steps.Count; at++)
            {
                RunbookStep planned = runbook.Steps[at];
                if (status is not (RunbookRunStatus.Succeeded or RunbookRunStatus.Planned))
                {
                    results.AddRange(rollback?.HasRun(planned) == true ? [] : ready.Hosts.Of(planned).Results(planned, RunbookStepStatus.Pending, StepResults.NotReached));
                    continue;
                }

                IReadOnlyList<RunbookStep> together = parallel.From(at, OnlyLooks);
                LatestResults latest = new();
                await foreach (RunbookEvent happened in StepsAsync(together))
                {
                    yield return happened;
                    latest.See(happened);
                }

                RunbookStep? failed = null;
                foreach (RunbookStep step in together)
                {
                    IReadOnlyList<RunbookStepResult> ended = latest.Of(step, ready.Hosts.Of(step));
                    results.AddRange(ended);
                    if (failures.Judge(step, ended) is { } why)
                    {
                        (failed, reason) = failed is null ? (step, why) : (failed, reason);
                    }
                    else if (failed is null)
                    {
                        (status, reason) = Judge(ended, status);
                    }
                }

                at += together.Count - 1;
                if (failed is null)
                {
                    continue;
                }

                if (jumps.After(failed) is { } target)
                {
                    results.AddRange(jumps.PassedOver(failed, target, ready.Hosts));
                    (at, reason) = (target.Number - 2, null);
                    continue;
                }

                status = RunbookRunStatus.Failed;
                if (!Rollback.IsWanted(request, failed))
                {
                    continue;
                }

                rollback = new Rollback(runbook, results);
                while (rollback.Next() is { } undo)
                {
                    StepPlaces places = rollback.Narrow(ready.Hosts.Of(undo));
                    LatestResults undone = new();
                    await foreach (RunbookEvent happened in execution.RunAsync(undo, places, WhySkipped(undo, request), results, cancellationToken))
                    {
                        yield return happened;
                        rollback.See(happened);
                        undone.See(happened);
                    }

                    IReadOnlyList<RunbookStepResult> ended = undone.Of(undo, places);
                    rollback.See(ended);
                    results.AddRange(ended);
                }

                reason += rollback.Outcome;
            }
        }
        finally
        {
            await sessions.CloseAsync(cancellationToken.IsCancellationRequested);
        }

        yield return new RunFinished(run with { Status = status, Reason = reason ?? failures.Outcome ?? WhyNothing(status, results), Steps = results, Duration = (request.History?.Before ?? TimeSpan.Zero) + time.GetElapsedTime(startedAt) });

        bool OnlyLooks(RunbookStep step)
        {
            StepPlaces places = failures.Remaining(ready.Hosts.Of(step));
            return ready.WhyLeftOut(step) is null && places.Obstacle is null
                && ready.Values.Prepare(step, name => sessions.Variable(places.Hosts, name)).Step.Risk == Risk.Read;
        }

        IAsyncEnumerable<RunbookEvent> StepsAsync(IReadOnlyList<RunbookStep> steps)
        {
            IAsyncEnumerable<RunbookEvent>[] streams = [.. steps.Select(step =>
                execution.RunAsync(step, failures.Remaining(ready.Hosts.Of(step)), ready.WhyLeftOut(step), results, cancellationToken, atOnce: steps.Count > 1))];
            return streams.Length == 1 ? streams[0] : EventStreams.MergeAsync(streams, cancellationToken);
        }
    }

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

        if (WhyUnknown(step.Shell!, request) is { } unknown)
        {
            return unknown;
        }

        return request.ReadOnly && step.Risk != Risk.Read
            ? $"only reading steps were asked for; this is {step.Risk}: {step.RiskReason}"
            : null;
    }

    /// <summary>A run may succeed with every step left out, and should say so.</summary>
    private static string? WhyNothing(RunbookRunStatus status, List<RunbookStepResult> results) =>
        status == RunbookRunStatus.Succeeded && results.TrueForAll(static result => result.Status == RunbookStepStatus.Skipped) ? "every step was left out" : null;

    private static string? WhyUnknown(string shell, RunbookRunRequest request) => shell switch
    {
        ScriptReached.Shell => null,
        SqlStep.Shell => request.Databases.Any ? null : "steps in sql run in the database of a postgres check, and none is configured",
        _ => ShellSession.CanRun(shell) ? null : $"steps in {shell} cannot run here yet",
    };

    private static (RunbookRunStatus Status, string? Reason) Judge(IReadOnlyList<RunbookStepResult> results, RunbookRunStatus so) =>
        results.Any(static result => result.Status == RunbookStepStatus.Cancelled) ? (RunbookRunStatus.Cancelled, StepResults.Stopped)
        : results.FirstOrDefault(static result => result.Status == RunbookStepStatus.Waiting) is { Step: var waiting } ? (RunbookRunStatus.Waiting, $"step {waiting.Number} waits for a person: {waiting.Title}")
        : (so, null);
}
