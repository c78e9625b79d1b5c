using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health.Http;
using IncidentOps.Core.Health.Machine;

namespace IncidentOps.Core.Health;

/// <summary>What sweeps share for as long as the shell runs: the clock, the connections and the probes.</summary>
internal sealed class HealthSession(TimeProvider time) : IDisposable
{
    /// <summary>The one of this process.</summary>
    public static HealthSession Shared { get; } = new(TimeProvider.System);

    public TimeProvider Time { get; } = time;

    public HttpConnections Http { get; } = new(time);

    public HealthProbeRegistry Probes { get; init; } = HealthProbeRegistry.Standard;

    public ProcFiles Proc { get; init; } = new("/proc");

    /// <summary>This machine.</summary>
    public IMachine Local => new LocalMachine(Proc);

    public ISystemEnvironment Environment { get; init; } = SystemEnvironment.Instance;

    public IProcessRunner Processes { get; init; } = new LocalProcessRunner(time);

    public void Dispose() => Http.Dispose();
}
