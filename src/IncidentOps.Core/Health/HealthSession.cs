using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health.Aws;
using IncidentOps.Core.Health.Http;
using IncidentOps.Core.Health.Machine;

namespace IncidentOps.Core.Health;

/// <summary>What sweeps share for as long as the shell runs: the clock, the connections and the probes.</summary>
internal sealed class HealthSession(TimeProvider time) : IDisposable
{
    /// <summary>The one of this process.</summary>
    public static HealthSession Shared { get; } = new(TimeProvider.System);

    public TimeProvider Time { get; } = time;

    public HttpConnections Http { get; init; } = new(time);

    public HealthProbeRegistry Probes { get; init; } = HealthProbeRegistry.Standard;

    public ProcFiles Proc { get; init; } = new("/proc");

    public ISystemEnvironment Environment { get; init; } = SystemEnvironment.Instance;

    public IProcessRunner Processes { get; init; } = new LocalProcessRunner(time);

    /// <summary>Who asks AWS.</summary>
    public IAwsIdentity Aws { get; init; } = new AwsIdentity(SystemEnvironment.Instance);

    /// <summary>The other machines.</summary>
    public SshConnections Ssh { get; init; } = new(new LocalProcessRunner(time), time);

    /// <summary>A machine: this one where none is named.</summary>
    public IMachine Machine(SshHost? host) => host is null ? new LocalMachine(Proc) : new RemoteMachine(host.ToString(), Ssh.RunnerFor(host));

    public void Dispose()
    {
        Http.Dispose();
        Ssh.Dispose();
    }
}
