using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

/// <summary>What a test of health needs: a session with a clock, an environment, and checks written as in the configuration.</summary>
internal sealed class HealthBench(TimeProvider? time = null, HealthProbeRegistry? probes = null) : IDisposable
{
    public FakeEnvironment Environment { get; } = new("/home/ada");

    public HealthSession Session { get; } = new(time ?? TimeProvider.System, probes);

    public OrganisationConfiguration Configuration { get; set; } = new();

    public static CheckDefinition Check(string yaml) => CheckReader.Read(YamlReader.Read(yaml, "test.yaml")).Single();

    public void Dispose() => Session.Dispose();

    /// <summary>The results of one check: its own, and those of its parts.</summary>
    public Task<IReadOnlyList<HealthCheckResult>> RunAsync(string yaml) => RunAsync(Check(yaml));

    public Task<IReadOnlyList<HealthCheckResult>> RunAsync(CheckDefinition check) =>
        new HealthCheckRunner(Session, new SecretResolver(Configuration, Environment))
            .RunAsync("api", check, null, TestContext.Current.CancellationToken, TestContext.Current.CancellationToken);

    public IAsyncEnumerable<ServiceHealth> SweepAsync(
        IReadOnlyList<ServiceDefinition> services,
        int throttleLimit = 32,
        TimeSpan? timeout = null,
        CancellationToken? cancellationToken = null) =>
        new HealthSweep(Session).RunAsync(
            new HealthSweepRequest
            {
                Services = services,
                Secrets = new SecretResolver(Configuration, Environment),
                ThrottleLimit = throttleLimit,
                Timeout = timeout,
            },
            cancellationToken ?? TestContext.Current.CancellationToken);
}
