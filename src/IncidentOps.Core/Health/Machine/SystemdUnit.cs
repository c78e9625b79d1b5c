using System.Globalization;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>What systemd says of a unit, from <c>systemctl show</c>.</summary>
internal sealed class SystemdUnit
{
    public static readonly IReadOnlyList<string> Properties =
    [
        "LoadState", "ActiveState", "SubState", "Result", "NRestarts", "ExecMainStatus", "ExecMainCode", "MainPID",
        "StateChangeTimestampMonotonic", "UnitFileState",
    ];

    // A unit that has come back just now may go again at once.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private readonly string _name;
    private readonly Dictionary<string, string> _values;
    private readonly TimeSpan? _since;

    private SystemdUnit(string name, Dictionary<string, string> values, TimeSpan? since)
    {
        _name = name;
        _values = values;
        _since = since;
    }

    public bool Exists => Value("LoadState") is not ("not-found" or "");

    private string State => Value("ActiveState");

    private string SubState => Value("SubState");

    private int Restarts => int.TryParse(Value("NRestarts"), NumberStyles.None, CultureInfo.InvariantCulture, out int restarts) ? restarts : 0;

    /// <summary>Understands the output of systemctl. <paramref name="uptime"/> is /proc/uptime, which its times count from.</summary>
    public static SystemdUnit Parse(string name, string output, string? uptime)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in output.Split('\n', StringSplitOptions.TrimEntries))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                values[line[..equals]] = line[(equals + 1)..];
            }
        }

        TimeSpan? since = double.TryParse(uptime?.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double up)
            && long.TryParse(values.GetValueOrDefault("StateChangeTimestampMonotonic"), NumberStyles.None, CultureInfo.InvariantCulture, out long changed)
            && changed > 0
            ? TimeSpan.FromSeconds(Math.Max(0, up - (changed / 1e6)))
            : null;
        return new SystemdUnit(name, values, since);
    }

    /// <param name="expected">The states that are well; empty for running ones.</param>
    public ProbeOutcome Judge(IReadOnlyList<string> expected)
    {
        if (!Exists)
        {
            return ProbeOutcome.Unknown($"systemd knows no unit {_name}");
        }

        (HealthStatus status, string reason) = expected.Count > 0
            ? expected.Contains(State, StringComparer.OrdinalIgnoreCase) || expected.Contains(SubState, StringComparer.OrdinalIgnoreCase)
                ? (HealthStatus.Healthy, Describe())
                : (HealthStatus.Unhealthy, $"{Describe()}, not {string.Join(" or ", expected)}")
            : JudgeState();
        return new ProbeOutcome(status, HealthText.OneLine(reason)) { Data = Data() };
    }

    private (HealthStatus Status, string Reason) JudgeState() => State switch
    {
        "active" when Restarts > 0 && _since < Settled =>
            (HealthStatus.Degraded, $"{Describe()}, restarted {(Restarts == 1 ? "once" : $"{Restarts} times")}"),
        "active" => (HealthStatus.Healthy, Describe()),
        "activating" when SubState == "auto-restart" => (HealthStatus.Unhealthy, $"{_name} has ended and waits to be restarted{Ending()}"),
        "activating" or "reloading" or "deactivating" or "refreshing" => (HealthStatus.Degraded, Describe()),
        "maintenance" => (HealthStatus.Degraded, Describe()),
        "failed" => (HealthStatus.Unhealthy, $"{Describe()}{Ending()}"),
        _ when Value("LoadState") == "masked" => (HealthStatus.Unhealthy, $"{_name} is masked: it cannot be started"),
        _ => (HealthStatus.Unhealthy, Describe()),
    };

    private string Describe() =>
        $"{_name} is {State} ({SubState}){(_since is { } since ? $" for {HealthText.Took(since)}" : "")}";

    private string Ending()
    {
        string code = Value("ExecMainStatus");
        return Value("Result") switch
        {
            "exit-code" => $": exit code {code}",
            "signal" or "core-dump" => $": killed by signal {code}",
            "oom-kill" => ": killed for want of memory",
            "timeout" => ": it took too long",
            "start-limit-hit" => ": restarted too often",
            "success" or "" => "",
            var other => $": {other}",
        };
    }

    private string Value(string property) => _values.GetValueOrDefault(property) ?? "";

    private Dictionary<string, object?> Data() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["State"] = State,
        ["SubState"] = SubState,
        ["Restarts"] = Restarts,
        ["Since"] = _since,
        ["ExitCode"] = Value("ExecMainStatus"),
        ["Result"] = Value("Result"),
        ["MainProcess"] = Value("MainPID"),
        ["Enabled"] = Value("UnitFileState"),
    };
}
