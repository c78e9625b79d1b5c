using System.Text.Json;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>
/// Decides whether a run can go on, and how: what has ended stays as it ended, what may have run without that being known,
/// or what made the run fail, is settled first, the rest runs.
/// </summary>
internal sealed class RunResumption
{
    private readonly RecordedRun _recorded;
    private readonly RunbookRun _run;
    private readonly List<RunbookStepResult> _settled = [];
    private readonly List<string> _decisions = [];

    private RunResumption(RecordedRun recorded, RunbookRun run, RunbookSetup setup)
    {
        (_recorded, _run, Setup) = (recorded, run, setup);
        Uncertain = [.. run.Status == RunbookRunStatus.Failed ? FailedOf(recorded) : recorded.Steps.Where(step => step.IsUncertain)];
    }

    public RunbookSetup Setup { get; }

    /// <summary>The steps that may have run, or that made the run fail: each has to be settled before the run goes on.</summary>
    public IReadOnlyList<RecordedStep> Uncertain { get; }

    /// <summary>The step for a person that the run waits for; null where it waits for none.</summary>
    public RunbookStep? Awaited => _run.Status == RunbookRunStatus.Waiting ? _run.Steps.FirstOrDefault(static result => result.Status == RunbookStepStatus.Waiting)?.Step : null;

    /// <summary>How the steps before have ended, for expressions that ask.</summary>
    public IReadOnlyList<RunbookStepResult> Ended =>
        [.. _recorded.Steps.Where(step => step.IsSettled && !Uncertain.Contains(step)).Select(step => step.Result!), .. _settled];

    /// <param name="recorded">The run's record.</param>
    /// <param name="run">The same as it stands now.</param>
    /// <returns>How it goes on; throws where it cannot.</returns>
    public static RunResumption Of(RecordedRun recorded, RunbookRun run) => run.Status switch
    {
        RunbookRunStatus.Running => throw RunbookErrors.RunStillRunning(run, recorded.Runner, recorded.DeadAt),
        RunbookRunStatus.Interrupted or RunbookRunStatus.Waiting or RunbookRunStatus.Cancelled => recorded.Setup is { } setup
            ? new RunResumption(recorded, run, setup)
            : throw RunbookErrors.RunRecordedByEarlierVersion(run),
        RunbookRunStatus.Failed when recorded.Setup is { } setup && FailedOf(recorded).Count > 0 => WentBack(recorded, setup)
            ? throw RunbookErrors.RunWasTakenBack(run)
            : new RunResumption(recorded, run, setup),
        _ => throw RunbookErrors.RunIsOver(run),
    };

    /// <summary>Where the document is; throws where the record does not say.</summary>
    public Runbook Document => new()
    {
        Name = _run.Runbook,
        Title = _run.Runbook,
        Path = _recorded.Started.Path,
        Sha256 = _run.Sha256,
        IsScenario = Setup.IsScenario,
    };

    /// <summary>Throws where a step of the document is not what it was when the run began.</summary>
    public void RequireUnchanged(Runbook now)
    {
        if (now.Sha256 == _run.Sha256)
        {
            return;
        }

        for (int at = 0; at < Math.Max(now.Steps.Count, Setup.Document.Count); at++)
        {
            if (at >= now.Steps.Count || at >= Setup.Document.Count || Essence(now.Steps[at]) != Essence(Setup.Document[at]))
            {
                throw RunbookErrors.RunbookChanged(_run, now, at + 1);
            }
        }
    }

    /// <summary>Counts a step that may have run as done: its verification is true.</summary>
    public void Verified(RecordedStep step) => Settle(step, RunbookStepStatus.Succeeded, "its verification is true, so it counts as done");

    /// <summary>Leaves a step out that may have run.</summary>
    public void LeaveOut(RecordedStep step) =>
        Settle(step, RunbookStepStatus.Skipped, HasFailed(step) ? $"it had failed ({step.Result!.Reason}), and is left out" : "it may have run before, and is left out");

    /// <summary>Lets a step run that may have run before.</summary>
    public void RunAgain(RecordedStep step) =>
        _decisions.Add($"step {step.Step.Number} ({step.Step.Title}) {(HasFailed(step) ? "had failed, and runs again" : "runs, though it may have run before")}");

    /// <summary>What the run takes from its record.</summary>
    public RunHistory History() => new(_run, Ended, _recorded.Left);

    /// <summary>The folder where it goes on.</summary>
    public string? Folder => _recorded.Left.GetValueOrDefault(RunbookRunner.ThisMachine)?.Folder ?? Setup.WorkingDirectory;

    /// <summary>What the record says of this: that the run goes on, and what was settled.</summary>
    public IReadOnlyList<IncidentEventBody> Events(ProcessIdentity runner) =>
    [
        new RunbookResumed(_run.Id, _run.Runbook, runner, _decisions.Count > 0 ? string.Join("; ", _decisions) : null, Reopened()),
        .. _settled.Select(result => RunRecorder.Body(_run.Id, result)),
    ];

    /// <summary>Whether a step has failed, as against one of which no end is known.</summary>
    public static bool HasFailed(RecordedStep step) => step.Result is { } result && StepResults.HasFailed(result);

    /// <summary>The step at which a run failed, on the machines where it did, and those that ran and failed beside it.</summary>
    private static List<RecordedStep> FailedOf(RecordedRun recorded)
    {
        RecordedStep? last = recorded.Steps.LastOrDefault(EndsRun);
        return last is null ? [] : [.. recorded.Steps.Where(step => EndsRun(step)
            && (step.Step.Number == last.Step.Number || (last.Step.Parallel is { } group && string.Equals(step.Step.Parallel, group, StringComparison.OrdinalIgnoreCase))))];

        static bool EndsRun(RecordedStep step) => HasFailed(step) && step.Step.OnFailure != "continue";
    }

    /// <summary>Whether a failed run has taken back what its steps had done.</summary>
    private static bool WentBack(RecordedRun recorded, RunbookSetup setup)
    {
        UndoSteps undo = new(new Runbook { Name = "", Title = "", Sha256 = "", Steps = setup.Document });
        int failed = recorded.Steps.ToList().FindIndex(step => HasFailed(step) && (setup.Rollback || string.Equals(step.Step.OnFailure, "rollback", StringComparison.OrdinalIgnoreCase)));
        return failed >= 0 && recorded.Steps.Skip(failed + 1).Any(step => undo.Whose(step.Step) is not null || step.Step.Part == RunbookPart.Rollback);
    }

    private RunbookStepPlace[]? Reopened() =>
        Uncertain.Where(HasFailed).Select(static step => new RunbookStepPlace(step.Step.Number, step.HostName)).ToArray() is [_, ..] places ? places : null;

    private void Settle(RecordedStep step, RunbookStepStatus status, string reason)
    {
        _decisions.Add($"step {step.Step.Number} ({step.Step.Title}): {reason}");
        _settled.Add(step.ToResult() with { Status = status, Reason = reason });
    }

    /// <summary>What decides what a step does. Where it stands does not, nor does how this version of the module judges it.</summary>
    private static string Essence(RunbookStep step) =>
        JsonSerializer.Serialize(step with { Line = 0, Risk = Risk.Unknown, RiskReason = null, Parameters = [] }, EventJson.Default.RunbookStep);
}
