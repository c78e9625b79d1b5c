using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

/// <summary>What a test of health needs: a session, an environment, and checks written as in the configuration.</summary>
internal sealed class HealthBench(HealthSession session) : IDisposable
{
    public HealthBench()
        : this(new HealthSession(TimeProvider.System))
    {
    }

    public FakeEnvironment Environment { get; } = new("/home/ada");

    public HealthSession Session { get; } = session;

    public OrganisationConfiguration Configuration { get; set; } = new();

    public static CheckDefinition Check(string yaml) => CheckReader.Read(YamlReader.Read(yaml, "test.yaml")).Single();

    public void Dispose() => Session.Dispose();

    /// <summary>The only result of one check, which is tried once.</summary>
    public async Task<HealthCheckResult> OneAsync(string yaml) => Assert.Single(await RunAsync(Check(yaml) with { Retries = 0 }));

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
