using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>The machines of one step.</summary>
/// <param name="Hosts">Where it is to run.</param>
/// <param name="Obstacle">Why it can run nowhere; null where it can.</param>
internal sealed record StepPlaces(IReadOnlyList<RunHost> Hosts, string? Obstacle = null)
{
    /// <summary>What it is for, where that is no machine.</summary>
    public string? Pattern { get; init; }

    /// <summary>The machines that failed earlier in the run, with the reasons.</summary>
    public IReadOnlyList<(RunHost Host, string Reason)> LeftOut { get; init; } = [];

    /// <summary>The machines that anything is to be said of, those left out among them.</summary>
    public IReadOnlyList<string> Everywhere => [.. Names, .. LeftOut.Select(left => left.Host.Name)];

    /// <summary>The machines that a result is due for.</summary>
    public IReadOnlyList<string> Names => Pattern is { } pattern ? [pattern] : [.. Hosts.Select(host => host.Name)];

    /// <summary>The results of a step that has ended the same way, or not begun, on all of its machines.</summary>
    public IEnumerable<RunbookStepResult> Results(RunbookStep step, RunbookStepStatus status, string reason) =>
        Names.Select(host => StepResults.Of(step, host, status, reason));

    /// <summary>The same without some of the machines.</summary>
    public StepPlaces Without(IEnumerable<string> names)
    {
        HashSet<string> gone = new(names, StringComparer.OrdinalIgnoreCase);
        return this with
        {
            Hosts = [.. Hosts.Where(host => !gone.Contains(host.Name))],
            Pattern = Pattern is { } pattern && gone.Contains(pattern) ? null : Pattern,
            LeftOut = [.. LeftOut.Where(left => !gone.Contains(left.Host.Name))],
        };
    }
}
