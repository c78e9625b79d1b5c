using System.Runtime.CompilerServices;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Does one step: asks what has to be asked once, and runs it on all of its machines before it is over.</summary>
internal sealed class StepExecution
{
    private readonly RunbookRunRequest _request;
    private readonly RunValues _values;
    private readonly HostSessions _sessions;
    private readonly SecretRedactor _redactor;
    private readonly TimeProvider _time;
    private readonly StepFanOut _fanOut;

    public StepExecution(RunbookRunRequest request, RunValues values, HostSessions sessions, TimeProvider time)
    {
        _request = request;
        _values = values;
        _sessions = sessions;
        _redactor = new SecretRedactor(values.Secrets);
        _time = time;
        _fanOut = new StepFanOut(sessions, _redactor, request.ThrottleLimit, time);
    }

    /// <param name="planned">The step.</param>
    /// <param name="places">Its machines.</param>
    /// <param name="left">Why it is not to run; null where it is.</param>
    /// <param name="before">What the steps before it have come to.</param>
    /// <param name="cancellationToken">The operator.</param>
    /// <param name="atOnce">Whether others run at the same time: then nothing that it sets is kept.</param>
    public async IAsyncEnumerable<RunbookEvent> RunAsync(
        RunbookStep planned,
        StepPlaces places,
        string? left,
        IReadOnlyList<RunbookStepResult> before,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        bool atOnce = false)
    {
        if (_request.History is { } history)
        {
            RunbookStepResult[] earlier = [.. places.Everywhere.Select(host => history.Take(planned, host)).OfType<RunbookStepResult>()];
            foreach (RunbookStepResult ended in earlier)
            {
                yield return new StepFinished(ended) { IsRecorded = true };
            }

            places = places.Without(earlier.Select(static ended => ended.HostName));
            if (places.Everywhere.Count == 0)
            {
                yield break;
            }
        }

        if (Refused(planned, places, left, cancellationToken.IsCancellationRequested) is { } refused)
        {
            foreach (RunbookEvent ended in Ended(planned, places, refused.Status, refused.Reason))
            {
                yield return ended;
            }

            yield break;
        }

        foreach ((RunHost host, string reason) in places.LeftOut)
        {
            yield return new StepFinished(StepResults.Of(planned, host.Name, RunbookStepStatus.Skipped, reason));
        }

        if (places.Hosts.Count == 0)
        {
            yield break;
        }

        if (planned.When is { } when)
        {
            StepCondition condition = new(planned, when, [.. before]);
            yield return condition;
            if (!condition.Holds)
            {
                (RunbookStepStatus status, string reason) = StepResults.OfCondition(condition, cancellationToken.IsCancellationRequested);
                foreach (RunbookEvent ended in Ended(planned, places, status, reason))
                {
                    yield return ended;
                }

                yield break;
            }
        }

        if (planned.Kind == RunbookStepKind.Manual)
        {
            ManualStepReached manual = new(planned);
            yield return new StepStarted(planned, RunbookRunner.ThisMachine, Attempt: 1, _time.GetUtcNow());
            yield return manual;
            yield return new StepFinished(StepResults.Of(manual, _redactor));
            yield break;
        }

        PreparedStep prepared = _values.Prepare(planned, name => _sessions.Variable(places.Hosts, name));
        StepApproval approval = new(prepared.Step, places.Names);
        if (Refused(prepared) is not { } unready)
        {
            unready = default;
            if (prepared.Step.Risk != Risk.Read)
            {
                yield return approval;
                unready = approval.Approved ? default : (approval.Refused ? RunbookStepStatus.Failed : RunbookStepStatus.Skipped, approval.Reason);
            }
        }

        if (unready.Reason is { } notNow)
        {
            foreach (RunbookEvent ended in Ended(prepared.Step, places, unready.Status, notNow))
            {
                yield return ended;
            }

            yield break;
        }

        await foreach (RunbookEvent happened in TryAsync(prepared, places.Hosts, before, atOnce, cancellationToken))
        {
            yield return happened;
        }
    }

    private static IEnumerable<RunbookEvent> Ended(RunbookStep step, StepPlaces places, RunbookStepStatus status, string reason) =>
        places.Results(step, status, reason).Select(static result => new StepFinished(result));

    private async IAsyncEnumerable<RunbookEvent> TryAsync(
        PreparedStep prepared,
        IReadOnlyList<RunHost> hosts,
        IReadOnlyList<RunbookStepResult> before,
        bool atOnce,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RunbookStep step = prepared.Step;
        StepCommand command = new(step, prepared.Command, step.Timeout ?? _request.StepTimeout, Keep: !atOnce);
        BackOff waits = new(_time);
        LatestResults latest = new();
        List<RunbookStepResult> unverified = [];
        for (int attempt = 1; ; attempt++)
        {
            long stamp = _time.GetTimestamp();
            HashSet<string> again = new(StringComparer.OrdinalIgnoreCase);
            await foreach (RunbookEvent happened in OnceAsync(command, hosts, attempt, before, cancellationToken))
            {
                latest.See(happened);
                if (step.Verify is not null && happened is StepFinished { Result: { Status: RunbookStepStatus.Succeeded } ran })
                {
                    unverified.Add(ran);
                    continue;
                }

                SeeFailure(happened, again);
                yield return happened;
            }

            // What is true of all machines is asked when all have come to their end.
            if (unverified.Count > 0 && (again.Count == 0 || attempt > step.Retries))
            {
                RunbookStepResult[] results = [.. before, .. latest.Of(step, new StepPlaces(hosts))];
                await foreach (RunbookEvent happened in new StepVerification(_time).RunAsync(unverified, results, stamp, command.Timeout, cancellationToken))
                {
                    latest.See(happened);
                    SeeFailure(happened, again);
                    yield return happened;
                }

                unverified.Clear();
            }

            hosts = [.. hosts.Where(host => again.Contains(host.Name))];
            if (hosts.Count == 0 || attempt > step.Retries || !await waits.PauseAsync(TimeSpan.MaxValue, cancellationToken))
            {
                break;
            }
        }

        // The operator was quicker than the last question.
        foreach (RunbookStepResult ran in unverified)
        {
            yield return new StepFinished(ran with { Status = RunbookStepStatus.Cancelled, Reason = StepResults.Stopped });
        }
    }

    private static void SeeFailure(RunbookEvent happened, HashSet<string> hosts)
    {
        if (happened is StepFinished { Result: var result } && StepResults.HasFailed(result))
        {
            hosts.Add(result.HostName);
        }
    }

    private IAsyncEnumerable<RunbookEvent> OnceAsync(
        StepCommand command, IReadOnlyList<RunHost> hosts, int attempt, IReadOnlyList<RunbookStepResult> before, CancellationToken cancellationToken) =>
        command.Step.Shell == ScriptReached.Shell
            ? ScriptAsync(command, hosts, attempt, before, cancellationToken)
            : command.Step.Shell == SqlStep.Shell ? SqlAsync(command, hosts, attempt, cancellationToken)
            : _fanOut.RunAsync(command, hosts, attempt, cancellationToken);

    private async IAsyncEnumerable<RunbookEvent> ScriptAsync(
        StepCommand command, IReadOnlyList<RunHost> hosts, int attempt, IReadOnlyList<RunbookStepResult> before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateTimeOffset startedAt = _time.GetUtcNow();
        long stamp = _time.GetTimestamp();
        yield return new StepStarted(command.Step, RunbookRunner.ThisMachine, attempt, startedAt);
        ScriptValues values = _values.ForScript(ScriptText.Parse(command.Step.Command!), name => _sessions.Variable(hosts, name));
        ScriptReached script = new(command.Step, command.Timeout, command.Text, values, _sessions.Here.Folder, [.. before]);
        yield return script;
        await Task.CompletedTask;
        if (script.Outcome is { Outcome: ProcessOutcome.Exited } outcome && _sessions.Here.Take(outcome, _redactor) is { } left)
        {
            yield return new StepLeft(command.Step, RunbookRunner.ThisMachine, left);
        }

        ProcessResult ended = script.ToResult(_redactor, _time.GetElapsedTime(stamp), cancellationToken.IsCancellationRequested);
        yield return new StepFinished(script.Explain(StepResults.Of(command.Step, RunbookRunner.ThisMachine, ended, startedAt, attempt, command.Timeout), _redactor));
    }

    private async IAsyncEnumerable<RunbookEvent> SqlAsync(
        StepCommand command, IReadOnlyList<RunHost> hosts, int attempt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateTimeOffset startedAt = _time.GetUtcNow();
        yield return new StepStarted(command.Step, RunbookRunner.ThisMachine, attempt, startedAt);
        List<StepOutput> lines = [];
        ProcessResult ended = await new SqlStep(_request.Databases, _time).RunAsync(
            command.Step,
            name => _sessions.Variable(hosts, name),
            command.Timeout,
            _redactor,
            (line, isError) => lines.Add(new StepOutput(command.Step, RunbookRunner.ThisMachine, line, isError)),
            cancellationToken);
        foreach (StepOutput line in lines)
        {
            yield return line;
        }

        yield return new StepFinished(SqlStep.Explain(StepResults.Of(command.Step, RunbookRunner.ThisMachine, ended, startedAt, attempt, command.Timeout)));
    }

    /// <summary>Why a step does not run, before anything about it was asked.</summary>
    private (RunbookStepStatus Status, string Reason)? Refused(RunbookStep step, StepPlaces places, string? left, bool stopped) =>
        stopped ? (RunbookStepStatus.Cancelled, StepResults.Stopped)
        : left is not null ? (RunbookStepStatus.Skipped, left)
        : (StepCondition.ObstacleOf(step, _request.Objection) ?? places.Obstacle) is { } obstacle ? (RunbookStepStatus.Failed, obstacle)
        : null;

    /// <summary>Why a step does not run now that its text and its risk are known.</summary>
    private (RunbookStepStatus Status, string Reason)? Refused(PreparedStep prepared)
    {
        RunbookStep step = prepared.Step;
        return (prepared.Obstacle ?? SqlStep.ObstacleOf(step, _request.Databases)) is { } obstacle ? (RunbookStepStatus.Failed, obstacle)
            : _request.Approvals.Missing(step) is { } missing ? (RunbookStepStatus.Failed, $"it needs {missing}: Get-RunbookPlan shows the plan, Approve-RunbookPlan approves it")
            : step.Risk != Risk.Read && _request.ReadOnly ? (RunbookStepStatus.Skipped, $"only reading steps were asked for; this is {step.Risk}: {step.RiskReason}")
            : null;
    }
}
