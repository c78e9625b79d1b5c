using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Takes back, last first, what the steps of a failed run have done. It stops at the first step that it cannot take back:
/// what came before may rest on it.
/// </summary>
internal sealed class Rollback
{
    private readonly Queue<Pair> _left = new();
    private readonly List<Pair> _tried = [];
    private readonly List<RunbookStepResult> _results = [];
    private readonly List<string> _takenBack = [];
    private bool _isNeeded = true;
    private string? _stopped;

    /// <param name="runbook">The runbook.</param>
    /// <param name="results">What its steps have come to.</param>
    public Rollback(Runbook runbook, IEnumerable<RunbookStepResult> results)
    {
        UndoSteps undo = new(runbook);
        foreach (RunbookStepResult result in results.Where(HasDoneSomething).Reverse())
        {
            if (undo.Of(result.Step) is not { } back)
            {
                continue;
            }

            if (_left.FirstOrDefault(pair => pair.Undo.Number == back.Number) is { } known)
            {
                known.HostNames.Add(result.HostName);
            }
            else
            {
                _left.Enqueue(new Pair(result.Step, back, new HashSet<string>(StringComparer.OrdinalIgnoreCase) { result.HostName }));
            }
        }
    }

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
        if (_results.Count > 0)
        {
            Settle();
        }

        if (_stopped is not null || !_left.TryDequeue(out Pair? pair))
        {
            return null;
        }

        _tried.Add(pair);
        return pair.Undo;
    }

    /// <summary>
    /// Where the step under way goes back: on the machines where the step that it takes back has run, unless it names its
    /// own, or one of the two runs once whatever the machines are.
    /// </summary>
    public StepPlaces Narrow(StepPlaces places)
    {
        (RunbookStep done, RunbookStep undo, HashSet<string> hosts) = _tried[^1];
        return undo.HostPattern is null && StepHosts.RunsOnHosts(done) && StepHosts.RunsOnHosts(undo)
            ? new StepPlaces([.. hosts.Select(RunHost.Parse).OfType<RunHost>().Reverse()])
            : places;
    }

    /// <summary>Watches what happens to the step under way.</summary>
    public void See(RunbookEvent happened)
    {
        if (happened is StepCondition { Error: null } condition)
        {
            _isNeeded = condition.Holds;
        }
    }

    /// <summary>Takes how the step under way has ended.</summary>
    public void See(IEnumerable<RunbookStepResult> results) => _results.AddRange(results);

    // One whose verification never came true has run all the same.
    private static bool HasDoneSomething(RunbookStepResult result) =>
        result.Status == RunbookStepStatus.Succeeded || result is { Status: RunbookStepStatus.Failed, ExitCode: 0 };

    private void Settle()
    {
        (RunbookStep done, RunbookStep undo, _) = _tried[^1];
        if (_results.TrueForAll(static result => result.Status == RunbookStepStatus.Succeeded))
        {
            _takenBack.Add($"step {done.Number} by step {undo.Number}");
        }
        else if (!_isNeeded && _results.TrueForAll(static result => result.Status == RunbookStepStatus.Skipped))
        {
            _takenBack.Add($"step {done.Number} needed nothing ({_results[0].Reason})");
        }
        else
        {
            RunbookStepResult first = _results.First(static result => result.Status != RunbookStepStatus.Succeeded);
            _stopped = $"step {undo.Number} ({undo.Title}): {(_results.Count > 1 ? first.HostName + ": " : "")}{first.Reason}";
        }

        _results.Clear();
        _isNeeded = true;
    }

    private sealed record Pair(RunbookStep Done, RunbookStep Undo, HashSet<string> HostNames);
}
