using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Health;

namespace IncidentOps.Core.Health;

/// <summary>One look of a probe: what it works with, and how far it has come.</summary>
internal sealed class ProbeAttempt(HealthSession session, SecretResolver secrets)
{
    public HealthSession Session { get; } = session;

    public TimeProvider Time => Session.Time;

    public SecretResolver Secrets { get; } = secrets;

    /// <summary>The machine that a check is about.</summary>
    public IMachine Machine(CheckDefinition check) => Session.Machine(check.Host);

    /// <summary>Runs programs on the machine that a check is about.</summary>
    public IProcessRunner Processes(CheckDefinition check) => check.Host is { } host ? Session.Ssh.RunnerFor(host) : Session.Processes;

    /// <summary>What to say when the time is up now: "no answer", "connected to …, but no answer".</summary>
    public string Silence { get; set; } = "no answer";

    /// <summary>What silence means: that the service does not work, or that whoever was asked about it does not tell.</summary>
    public HealthStatus SilenceStatus { get; set; } = HealthStatus.Unhealthy;
}
