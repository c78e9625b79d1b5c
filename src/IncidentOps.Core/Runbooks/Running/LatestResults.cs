using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>How steps have ended at last, machine by machine: a step that is tried again ends more than once.</summary>
internal sealed class LatestResults
{
    private readonly List<RunbookStepResult> _results = [];

    public void See(RunbookEvent happened)
    {
        if (happened is not StepFinished { Result: var result })
        {
            return;
        }

        int known = _results.FindIndex(before => before.Step.Number == result.Step.Number && before.HostName == result.HostName);
        if (known < 0)
        {
            _results.Add(result);
        }
        else
        {
            _results[known] = result;
        }
    }

    /// <summary>A step's results in the order of its machines.</summary>
    public IReadOnlyList<RunbookStepResult> Of(RunbookStep step, StepPlaces places)
    {
        string[] order = [.. places.Names];
        return [.. _results.Where(result => result.Step.Number == step.Number).OrderBy(result => Array.IndexOf(order, result.HostName))];
    }
}
