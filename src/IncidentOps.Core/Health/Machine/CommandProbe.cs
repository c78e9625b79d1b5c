using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>Runs a command of the configuration, and judges its exit code and what it writes.</summary>
internal sealed class CommandProbe : IHealthProbe
{
    // What a POSIX shell exits with when it cannot run a program.
    private const int NotPermitted = 126;
    private const int NotFound = 127;

    public string Kind => "command";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string run = check.Required<string>("run");
        attempt.Silence = "the command did not end";
        try
        {
            ProcessResult result = await attempt.Processes(check).RunAsync(
                OperatingSystem.IsWindows() && check.Host is null
                    ? new ProcessRequest { FileName = "cmd.exe", Arguments = ["/d", "/s", "/c", run] }
                    : new ProcessRequest { FileName = "/bin/sh", Arguments = ["-c", run] },
                cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return Judge(check, result) with { Latency = result.Duration };
        }
        catch (IncidentOpsException missing) when (missing.ErrorId == "ProgramNotFound")
        {
            return ProbeOutcome.Unknown(HealthText.OneLine(missing.Message));
        }
    }

    private static ProbeOutcome Judge(CheckDefinition check, ProcessResult result)
    {
        int code = result.ExitCode ?? -1;
        string said = result.Output.Length > 0 ? result.Output : result.ErrorOutput;
        string line = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        string all = result.Output + "\n" + result.ErrorOutput;
        (HealthStatus status, string reason) = JudgeCode(check, code);
        if (status == HealthStatus.Healthy && check.Setting<TextPattern?>("expect-output", null) is { } expected && !expected.IsFoundIn(all))
        {
            (status, reason) = (HealthStatus.Unhealthy, $"the output does not hold '{expected}'");
        }
        else if (status == HealthStatus.Healthy && check.Setting<TextPattern?>("reject-output", null) is { } rejected && rejected.IsFoundIn(all))
        {
            (status, reason) = (HealthStatus.Unhealthy, $"the output holds '{rejected}'");
        }

        return new ProbeOutcome(status, HealthText.OneLine(line.Length == 0 ? reason : $"{reason}: {line}"))
        {
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["ExitCode"] = code,
                ["Output"] = HealthText.OneLine(said, 1000),
            },
        };
    }

    private static (HealthStatus Status, string Reason) JudgeCode(CheckDefinition check, int code)
    {
        string reason = $"exit code {code}";
        return check.Setting<int[]>("expect-exit", [0]).Contains(code) ? (HealthStatus.Healthy, reason)
            : check.Setting<int[]>("degraded-exit", []).Contains(code) ? (HealthStatus.Degraded, reason)
            : check.Setting<int[]>("unknown-exit", []).Contains(code) ? (HealthStatus.Unknown, reason)
            : code == NotFound ? (HealthStatus.Unknown, "the program is not there")
            : code == NotPermitted ? (HealthStatus.Unknown, "not permitted to run the program")
            : (HealthStatus.Unhealthy, reason);
    }
}
