using IncidentOps.Core.Health.Http;

namespace IncidentOps.Core.Health;

/// <summary>What sweeps share for as long as the shell runs: the clock, the connections and the probes.</summary>
internal sealed class HealthSession(TimeProvider time, HealthProbeRegistry? probes = null) : IDisposable
{
    /// <summary>The one of this process.</summary>
    public static HealthSession Shared { get; } = new(TimeProvider.System);

    public TimeProvider Time { get; } = time;

    public HttpConnections Http { get; } = new(time);

    public HealthProbeRegistry Probes { get; } = probes ?? HealthProbeRegistry.Standard;

    public void Dispose() => Http.Dispose();
}
