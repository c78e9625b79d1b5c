using IncidentOps.Core.Health.Aws;
using IncidentOps.Core.Health.Databases;
using IncidentOps.Core.Health.Http;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Core.Health.Network;
using IncidentOps.Core.Health.Remote;

namespace IncidentOps.Core.Health;

/// <summary>The probes, by the kind of check they know.</summary>
internal sealed class HealthProbeRegistry(IEnumerable<IHealthProbe> probes)
{
    private readonly Dictionary<string, IHealthProbe> _probes = probes.ToDictionary(static probe => probe.Kind, StringComparer.Ordinal);

    public static HealthProbeRegistry Standard { get; } = new(
    [
        new HttpProbe(),
        new TcpProbe(),
        new TlsProbe(),
        new DnsProbe(),
        new PingProbe(),
        new ProcessProbe(),
        new SystemdProbe(),
        new JournalProbe(),
        new CpuProbe(),
        new MemoryProbe(),
        new LoadProbe(),
        new DiskProbe(),
        new CommandProbe(),
        new PostgresProbe(),
        new RdsProbe(),
        new SecurityGroupProbe(),
        new S3Probe(),
        new StatusPageProbe(),
        new PrometheusProbe(),
        new AlertmanagerProbe(),
    ]);

    public IEnumerable<string> Kinds => _probes.Keys;

    public IHealthProbe this[string kind] => _probes[kind];
}
