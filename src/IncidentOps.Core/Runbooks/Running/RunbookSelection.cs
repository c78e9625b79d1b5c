using System.Globalization;
using IncidentOps.Core.Runbooks.Reading;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Which steps of a runbook are wanted. Nothing said means all, but for those that take back what others did: a
/// rollback right after its own mitigation helps nobody.
/// </summary>
internal sealed record RunbookSelection
{
    /// <summary>Steps by number or id; empty for all.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The first step, by number or id; null for the beginning.</summary>
    public string? From { get; init; }

    /// <summary>Parts; empty for all but the rollback.</summary>
    public IReadOnlyList<RunbookPart> Parts { get; init; } = [];

    /// <summary>
    /// The runbook as the chosen steps alone would have it: what a step that is left out would have set has to be given.
    /// </summary>
    /// <param name="runbook">The runbook.</param>
    /// <param name="history">What has happened before; null for a run that begins.</param>
    public SelectedRunbook Apply(Runbook runbook, RunHistory? history = null)
    {
        HashSet<int> named = [.. Steps.Select(step => Find(runbook, step).Number)];
        int from = From is null ? 0 : Find(runbook, From).Number;
        bool goesForward = runbook.Steps.Any(step => step.Part is RunbookPart.Mitigation or RunbookPart.General);
        Dictionary<int, string> leftOut = [];
        UndoSteps undo = new(runbook);
        ParameterCollector parameters = new(runbook.Parameters, history?.Known);
        List<RunbookStep> steps = [];
        foreach (RunbookStep step in runbook.Steps)
        {
            string? why = named.Count > 0 && !named.Contains(step.Number) ? "not among the steps that were chosen"
                : step.Number < from ? "before the step to begin from"
                : Parts.Count > 0 && !Parts.Contains(step.Part) ? string.Create(CultureInfo.InvariantCulture, $"it belongs to {step.Part}, which was not chosen")
                : step.Part == RunbookPart.Rollback && Parts.Count == 0 && named.Count == 0 && goesForward ? "it goes back; -Part Rollback runs it"
                : named.Count == 0 && undo.Whose(step) is { } taken ? string.Create(CultureInfo.InvariantCulture, $"it takes back step {taken.Number}, and runs when that is wanted")
                : null;
            if (why is not null)
            {
                leftOut[step.Number] = why;
            }

            steps.Add(why is null ? Take(step) : step);
        }

        // What takes a chosen step back may have to run, after all the others.
        foreach (int number in runbook.Steps.Where(step => !leftOut.ContainsKey(step.Number)).Select(undo.Of).OfType<RunbookStep>().Select(step => step.Number).Where(leftOut.ContainsKey).Distinct())
        {
            steps[number - 1] = Take(steps[number - 1]);
        }

        if (history?.Unknown.ToArray() is [_, ..] unknown && steps.FindIndex(step => !leftOut.ContainsKey(step.Number) && !history.Has(step) && step.Command is not null) is >= 0 and var next)
        {
            steps[next] = steps[next] with { Parameters = [.. steps[next].Parameters.Union(unknown.Select(parameters.Require), ParameterNames.Comparer)] };
        }

        return leftOut.Count == steps.Count && steps.Count > 0
            ? throw RunbookErrors.NothingChosen(runbook)
            : new SelectedRunbook(runbook with { Steps = steps, Parameters = parameters.Parameters }, leftOut);

        RunbookStep Take(RunbookStep step) =>
            step is { Command: { } command, Shell: { } shell }
                ? step with { Parameters = history?.Has(step) == true ? parameters.TakeEnded(command, shell) : parameters.Take(command, shell) }
                : step;
    }

    /// <summary>What was chosen, in words; null for nothing but what is left out anyway.</summary>
    public string? Describe(bool readOnly)
    {
        string?[] words =
        [
            Steps.Count > 0 ? $"steps {string.Join(", ", Steps)}" : null,
            From is null ? null : $"from step {From}",
            Parts.Count > 0 ? $"part {string.Join(", ", Parts)}" : null,
            readOnly ? "reading steps" : null,
        ];
        return words.OfType<string>().Any() ? string.Join("; ", words.OfType<string>()) : null;
    }

    private static RunbookStep Find(Runbook runbook, string reference) =>
        runbook.Steps.FirstOrDefault(step =>
            string.Equals(step.Id, reference, StringComparison.OrdinalIgnoreCase)
            || step.Number.ToString(CultureInfo.InvariantCulture) == reference)
        ?? throw RunbookErrors.StepNotFound(runbook, reference);
}

/// <summary>A runbook with the reasons for which steps of it are left out, by their numbers.</summary>
internal sealed record SelectedRunbook(Runbook Runbook, IReadOnlyDictionary<int, string> LeftOut);
