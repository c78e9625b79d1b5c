using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Health.Machine;

/// <summary>The state of a systemd unit of this machine.</summary>
internal sealed class SystemdProbe : IHealthProbe
{
    public string Kind => "systemd";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string unit = check.Required<string>("unit");
        List<string> arguments = ["show", $"--property={string.Join(',', SystemdUnit.Properties)}", "--no-pager", "--", unit];
        if (check.Setting("user", false))
        {
            arguments.Insert(0, "--user");
        }

        (ProcessResult? result, ProbeOutcome? failure) = await SystemTool.RunAsync("systemctl", arguments, null, attempt, cancellationToken);
        return result is null
            ? failure!
            : SystemdUnit.Parse(unit, result.Output, attempt.Session.Proc.Read("uptime")).Judge(check.Texts("expect"));
    }
}
