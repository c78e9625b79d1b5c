using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Takes back, last first, what the steps of a failed run have done. It stops at the first step that it cannot take back:
/// what came before may rest on it.
/// </summary>
internal sealed class Rollback
{
    private readonly Queue<(RunbookStep Done, RunbookStep Undo)> _left = new();
    private readonly List<(RunbookStep Done, RunbookStep Undo)> _tried = [];
    private readonly List<string> _takenBack = [];
    private bool _isNeeded = true;
    private string? _stopped;

    /// <param name="runbook">The runbook.</param>
    /// <param name="results">What its steps have come to.</param>
    public Rollback(Runbook runbook, IEnumerable<RunbookStepResult> results)
    {
        UndoSteps undo = new(runbook);
        foreach (RunbookStep done in results.Where(HasDoneSomething).Select(result => result.Step).Reverse())
        {
            if (undo.Of(done) is { } back && _left.All(pair => pair.Undo.Number != back.Number))
            {
                _left.Enqueue((done, back));
            }
        }
    }

    /// <summary>How the step that was taken back last has ended.</summary>
    public RunbookStepResult? Last { get; private set; }

    /// <summary>What was taken back and what was not, to be added to the reason of the run.</summary>
    public string Outcome
    {
        get
        {
            string takenBack = _takenBack.Count > 0 ? $"; taken back: {string.Join(", ", _takenBack)}" : "";
            return _stopped is not null
                ? $"; the rollback stopped at {_stopped}{takenBack}; not taken back: {string.Join(", ", _left.Prepend(_tried[^1]).Select(pair => $"step {pair.Done.Number}"))}"
                : takenBack.Length > 0 ? takenBack : "; there was nothing to take back";
        }
    }

    /// <summary>Whether a failure is to be followed by a rollback.</summary>
    public static bool IsWanted(RunbookRunRequest request, RunbookStep failed) =>
        request.Rollback || string.Equals(failed.OnFailure, "rollback", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a step has been run to take another back.</summary>
    public bool HasRun(RunbookStep step) => _tried.Any(pair => pair.Undo.Number == step.Number);

    /// <summary>The next step to run; null at the end.</summary>
    public RunbookStep? Next()
    {
        if (Last is not null)
        {
            Settle(Last);
        }

        if (_stopped is not null || !_left.TryDequeue(out var pair))
        {
            return null;
        }

        _tried.Add(pair);
        return pair.Undo;
    }

    /// <summary>Watches what happens to the step under way.</summary>
    public void See(RunbookEvent happened)
    {
        if (happened is StepCondition { Error: null } condition)
        {
            _isNeeded = condition.Holds;
        }
        else if (happened is StepFinished finished)
        {
            Last = finished.Result;
        }
    }

    // One whose verification never came true has run all the same.
    private static bool HasDoneSomething(RunbookStepResult result) =>
        result.Status == RunbookStepStatus.Succeeded || result is { Status: RunbookStepStatus.Failed, ExitCode: 0 };

    private void Settle(RunbookStepResult result)
    {
        (RunbookStep done, RunbookStep undo) = _tried[^1];
        if (result.Status == RunbookStepStatus.Succeeded)
        {
            _takenBack.Add($"step {done.Number} by step {undo.Number}");
        }
        else if (result.Status == RunbookStepStatus.Skipped && !_isNeeded)
        {
            _takenBack.Add($"step {done.Number} needed nothing ({result.Reason})");
        }
        else
        {
            _stopped = $"step {undo.Number} ({undo.Title}): {result.Reason}";
        }

        (Last, _isNeeded) = (null, true);
    }
}
