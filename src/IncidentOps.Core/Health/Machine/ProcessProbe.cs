using IncidentOps.Core.Configuration;
using IncidentOps.Core.Text;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>Whether a program runs, and how often.</summary>
internal sealed class ProcessProbe : IHealthProbe
{
    public string Kind => "process";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string pattern = check.Required<string>("process");
        var wildcard = new Wildcard(pattern);

        // A pattern may mean something in the command line, "*manage.py*"; a plain name does not. The command line of
        // this process may hold the pattern itself.
        bool inCommandLine = Wildcard.IsPattern(pattern);
        RunningProcess[] all = [.. (await attempt.Machine(check).ReadProcessesAsync(cancellationToken))
            .Where(process => (check.Host is not null || process.Id != Environment.ProcessId)
                && (wildcard.Matches(process.Name) || (inCommandLine && wildcard.Matches(process.CommandLine))))];
        return Judge(pattern, [.. all.Where(static process => !process.IsDead)], all.Length, check);
    }

    private static ProbeOutcome Judge(string pattern, RunningProcess[] running, int known, CheckDefinition check)
    {
        int minimum = check.Setting("minimum", 1);
        int maximum = check.Setting("maximum", int.MaxValue);
        int dead = known - running.Length;
        string count = running.Length == 1 ? "1 process" : $"{running.Length} processes";
        (HealthStatus status, string reason) = (running.Length < minimum, running.Length > maximum) switch
        {
            (true, _) when running.Length == 0 => (HealthStatus.Unhealthy, dead > 0
                ? $"'{pattern}' has ended and was not cleared away"
                : $"no process '{pattern}' runs"),
            (true, _) => (HealthStatus.Unhealthy, $"{count} of '{pattern}', fewer than {minimum}"),
            (_, true) => (HealthStatus.Degraded, $"{count} of '{pattern}', more than {maximum}"),
            _ => (HealthStatus.Healthy, $"{count} of '{pattern}'"),
        };
        return new ProbeOutcome(status, HealthText.OneLine(reason))
        {
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Count"] = running.Length,
                ["Ids"] = running.Select(static process => process.Id).ToArray(),
                ["MemoryBytes"] = running.Sum(static process => process.MemoryBytes),
            },
        };
    }
}
