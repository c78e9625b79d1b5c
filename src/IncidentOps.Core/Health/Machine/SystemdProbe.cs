using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Health.Machine;

/// <summary>The state of a systemd unit of a machine.</summary>
internal sealed class SystemdProbe : IHealthProbe
{
    public string Kind => "systemd";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        (SystemdUnit? unit, ProbeOutcome? failure) = await ShowAsync(check, check.Required<string>("unit"), attempt, cancellationToken);
        return failure ?? unit!.Judge(check.Texts("expect"));
    }

    /// <summary>Asks systemd for a unit; where it cannot be asked, the outcome that says so.</summary>
    public static async Task<(SystemdUnit? Unit, ProbeOutcome? Failure)> ShowAsync(
        CheckDefinition check,
        string unit,
        ProbeAttempt attempt,
        CancellationToken cancellationToken)
    {
        List<string> arguments = ["show", $"--property={string.Join(',', SystemdUnit.Properties)}", "--no-pager", "--", unit];
        if (check.Setting("user", false))
        {
            arguments.Insert(0, "--user");
        }

        (ProcessResult? result, ProbeOutcome? failure) = await SystemTool.RunAsync("systemctl", arguments, null, check, attempt, cancellationToken);
        return result is null
            ? (null, failure)
            : (SystemdUnit.Parse(unit, result.Output, await attempt.Machine(check).ReadAsync("uptime", cancellationToken)), null);
    }
}
