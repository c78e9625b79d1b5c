using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>Runs one of the system's own programs, and tells why where it cannot answer.</summary>
internal static class SystemTool
{
    // What a shell exits with where there is no such program.
    private const int NotFound = 127;

    // What leads to the user's own manager.
    private static readonly string[] Kept = ["HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"];

    /// <summary>Runs the program; where it is not there or fails, the outcome that says so.</summary>
    public static async Task<(ProcessResult? Result, ProbeOutcome? Failure)> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        Action<ProcessOutputLine>? onLine,
        CheckDefinition check,
        ProbeAttempt attempt,
        CancellationToken cancellationToken)
    {
        attempt.Silence = $"{program} gave no answer";
        attempt.SilenceStatus = HealthStatus.Unknown;
        try
        {
            ProcessResult result = await attempt.Processes(check).RunAsync(
                new ProcessRequest { FileName = program, Arguments = arguments, Environment = Untranslated(attempt.Session.Environment, check), OnLine = onLine },
                cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return result.ExitCode == 0 ? (result, null) : (null, ProbeOutcome.Unknown(Explain(program, result)));
        }
        catch (IncidentOpsException missing) when (missing.ErrorId == "ProgramNotFound")
        {
            return (null, ProbeOutcome.Unknown($"there is no {program} on this machine"));
        }
    }

    // Programs translate what they say; what is read here must be what is expected.
    private static Dictionary<string, string> Untranslated(ISystemEnvironment environment, CheckDefinition check)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LC_ALL"] = "C",
            ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ["SYSTEMD_COLORS"] = "0",
        };
        // Another machine has its own.
        foreach (string name in check.Host is null ? Kept : [])
        {
            if (environment.Variable(name) is { } value)
            {
                variables[name] = value;
            }
        }

        return variables;
    }

    private static string Explain(string program, ProcessResult result)
    {
        string said = result.ErrorOutput + result.Output;
        if (result.ExitCode == NotFound)
        {
            return $"there is no {program} on this machine";
        }

        return said.Contains("has not been booted with systemd", StringComparison.Ordinal)
            || said.Contains("Failed to connect to bus", StringComparison.Ordinal)
            || said.Contains("Failed to connect to system scope bus", StringComparison.Ordinal)
            ? "systemd does not run on this machine, or not for this user"
            : HealthText.OneLine($"{program} failed with exit code {result.ExitCode}: {said}");
    }
}
