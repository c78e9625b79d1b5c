using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// What had happened in a run before it was resumed. The run goes its way once more from the beginning, and takes each
/// step that has ended from here instead of doing it again: so it comes to the same place by the same turns.
/// </summary>
internal sealed class RunHistory
{
    private readonly ILookup<(int Number, string HostName), RunbookStepResult> _results;
    private readonly Dictionary<(int Number, string HostName), int> _taken = [];
    private readonly HashSet<int> _numbers;
    private readonly IReadOnlyDictionary<string, RunState> _left;

    /// <param name="run">The run so far.</param>
    /// <param name="ended">How its steps have ended, in their order.</param>
    /// <param name="left">What they have left, by their machines.</param>
    public RunHistory(RunbookRun run, IEnumerable<RunbookStepResult> ended, IReadOnlyDictionary<string, RunState> left)
    {
        (Id, StartedAt, Before, _left) = (run.Id, run.StartedAt, run.Duration, left);
        List<RunbookStepResult> results = [];
        bool goesBack = false;
        foreach (RunbookStepResult result in ended)
        {
            // A step that a rollback left out is looked at anew: it may be needed now, and the rollback has to know why not.
            if (!goesBack || result.Status != RunbookStepStatus.Skipped)
            {
                results.Add(result);
            }

            goesBack |= StepResults.HasFailed(result)
                && result.Step.OnFailure != "continue" && StepJumps.TargetOf(result.Step) is null;
        }

        _numbers = [.. results.Select(result => result.Step.Number)];
        _results = results.ToLookup(result => (result.Step.Number, result.HostName));
    }

    public string Id { get; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>How long it had taken by then.</summary>
    public TimeSpan Before { get; }

    /// <summary>The variables that its steps had left with a value that is known wherever they did.</summary>
    public IEnumerable<string> Known =>
        _left.Values.SelectMany(static state => state.Variables).GroupBy(static variable => variable.Key, static variable => variable.Value, StringComparer.Ordinal)
            .Where(static values => values.All(static value => value is not null)).Select(static values => values.Key);

    /// <summary>Those that programs had in their environment and that were not written down.</summary>
    public IEnumerable<string> Unknown => _left.Values.SelectMany(static state => state.Unknown).Distinct(StringComparer.Ordinal);

    /// <summary>What its steps had left on a machine; null where that is nothing.</summary>
    public RunState? StateOf(string hostName) => _left.GetValueOrDefault(hostName);

    /// <summary>Whether a step has ended anywhere: what it set is known from the record or not at all.</summary>
    public bool Has(RunbookStep step) => _numbers.Contains(step.Number);

    /// <summary>How a step had ended the next time it came up; null where it has to run.</summary>
    public RunbookStepResult? Take(RunbookStep step, string hostName = RunbookRunner.ThisMachine)
    {
        (int, string) key = (step.Number, hostName);
        int taken = _taken.GetValueOrDefault(key);
        _taken[key] = taken + 1;
        return _results[key].ElementAtOrDefault(taken);
    }
}
