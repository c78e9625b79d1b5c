using IncidentOps.Core.Health;
using IncidentOps.Core.Text;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Which machines a step is for. What a person or PowerShell does happens once, here; all else on every machine that the
/// run is for, unless the step names some of them with host=PATTERN.
/// </summary>
internal sealed class StepHosts
{
    private const string EmptyPattern = "its host= names no machine";

    private static readonly StepPlaces ThisMachine = new([RunHost.Here]);

    private readonly RunHost[] _given;
    private readonly RunHost[] _known;

    /// <param name="given">The machines that the run is for; none for this one.</param>
    /// <param name="known">The machines that a pattern may mean where none are given.</param>
    public StepHosts(IReadOnlyList<string> given, IReadOnlyList<string> known)
    {
        _given = Distinct(given.Select(static name => RunHost.Parse(name) ?? throw HealthErrors.InvalidHost(name)));
        _known = Distinct(known.Select(RunHost.Parse).OfType<RunHost>());
    }

    /// <summary>Whether a step runs in a shell, which any machine has; all else happens once, here.</summary>
    public static bool RunsOnHosts(RunbookStep step) => step.Kind == RunbookStepKind.Command && ShellSession.Knows(step.Shell!);

    /// <summary>What keeps a step from running whatever the machines are; null where nothing does.</summary>
    public static string? Objection(RunbookStep step) =>
        step.HostPattern is not { } text || RunHost.IsHere(text) ? null
        : !RunsOnHosts(step) ? OnlyHere(step, text)
        : Patterns(text) is [_, ..] patterns ? patterns.Where(static pattern => RunHost.Parse(pattern) is null && !Wildcard.IsPattern(pattern)).Select(NoMachine).FirstOrDefault()
        : EmptyPattern;

    public StepPlaces Of(RunbookStep step)
    {
        if (!RunsOnHosts(step))
        {
            return step.HostPattern is { } elsewhere && !RunHost.IsHere(elsewhere)
                ? Nowhere(elsewhere, OnlyHere(step, elsewhere))
                : ThisMachine;
        }

        if (step.HostPattern is not { } text)
        {
            return _given.Length == 0 ? ThisMachine : new StepPlaces(_given);
        }

        List<RunHost> hosts = [];
        foreach (string pattern in Patterns(text))
        {
            RunHost[] found = [.. Find(pattern)];
            if (found.Length == 0)
            {
                return Nowhere(text, WhyNone(pattern));
            }

            hosts.AddRange(found);
        }

        return hosts.Count == 0 ? Nowhere(text, EmptyPattern) : new StepPlaces(Distinct(hosts));
    }

    private static string[] Patterns(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string OnlyHere(RunbookStep step, string text) => $"it is for {text}, and a step in {step.Shell} runs on this machine only";

    private static string NoMachine(string pattern) => $"it is for {pattern}, which is no machine that ssh can be asked for";

    private static StepPlaces Nowhere(string pattern, string obstacle) => new([], obstacle) { Pattern = pattern };

    private static RunHost[] Distinct(IEnumerable<RunHost> hosts) => [.. hosts.DistinctBy(static host => host.Name, StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<RunHost> Find(string pattern)
    {
        if (RunHost.IsHere(pattern))
        {
            return [RunHost.Here];
        }

        if (_given.Length == 0 && RunHost.Parse(pattern) is { } named)
        {
            return [named];
        }

        var wanted = new Wildcard(pattern);
        return (_given.Length == 0 ? _known : _given).Where(host => wanted.Matches(host.Name) || wanted.Matches(host.BareName));
    }

    private string WhyNone(string pattern) =>
        _given.Length > 0 ? $"it is for {pattern}, which is none of the machines given: {string.Join(", ", _given.Select(static host => host.Name))}"
        : Wildcard.IsPattern(pattern) ? $"it is for {pattern}, and no check in incidentops.yaml looks at such a machine; give the machines with -HostName"
        : NoMachine(pattern);
}
