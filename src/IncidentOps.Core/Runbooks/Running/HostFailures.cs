using System.Globalization;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// The machines that have failed in a run. As long as they are no more than the threshold allows, the run goes on without
/// them; a step that fails wherever it runs always ends it.
/// </summary>
/// <param name="threshold">How many may fail.</param>
/// <param name="hosts">How many machines the run has.</param>
internal sealed class HostFailures(FailureThreshold threshold, int hosts)
{
    private const int MostNamed = 5;

    private readonly Dictionary<string, string> _failed = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _allowed = threshold.Of(hosts);

    /// <summary>Which machines are left out; null for none.</summary>
    public string? Outcome => _failed.Count == 0 ? null : "left out after they failed: " + Named(_failed.Select(static failed => $"{failed.Key} at {failed.Value}"));

    /// <summary>The machines that a step still has.</summary>
    public StepPlaces Remaining(StepPlaces places) => _failed.Count == 0 ? places : places with
    {
        Hosts = [.. places.Hosts.Where(host => !_failed.ContainsKey(host.Name))],
        LeftOut = [.. places.Hosts.Where(host => _failed.ContainsKey(host.Name)).Select(host => (host, $"{host.Name} failed at {_failed[host.Name]}"))],
    };

    /// <summary>Why a step has failed as a whole; null where it has not, or where failing is all the same to it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="results">What it has come to, machine by machine.</param>
    public string? Judge(RunbookStep step, IReadOnlyList<RunbookStepResult> results)
    {
        RunbookStepResult[] failed = [.. results.Where(StepResults.HasFailed)];
        if (failed.Length == 0 || step.OnFailure == "continue" || results.Any(static result => result.Status == RunbookStepStatus.Cancelled))
        {
            return null;
        }

        bool goesOn = results.Any(static result => result.Status == RunbookStepStatus.Succeeded)
            && _failed.Count + failed.Count(result => !_failed.ContainsKey(result.HostName)) <= _allowed;
        if (!goesOn)
        {
            return string.Create(CultureInfo.InvariantCulture, $"step {step.Number} ({step.Title}): {Why(failed, results.Count)}");
        }

        foreach (RunbookStepResult result in failed)
        {
            _failed[result.HostName] = string.Create(CultureInfo.InvariantCulture, $"step {step.Number}: {result.Reason}");
        }

        return null;
    }

    private static string? Why(RunbookStepResult[] failed, int of)
    {
        bool isAlone = of == 1 && failed[0].HostName == RunbookRunner.ThisMachine;
        bool isEverywhere = of > 1 && failed.Length == of && Array.TrueForAll(failed, result => result.Reason == failed[0].Reason);
        return isAlone || isEverywhere ? failed[0].Reason : Named(failed.Select(static result => $"{result.HostName}: {result.Reason}"));
    }

    private static string Named(IEnumerable<string> failed)
    {
        string[] all = [.. failed];
        return string.Join("; ", all.Take(MostNamed)) + (all.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; and {all.Length - MostNamed} more") : "");
    }
}
