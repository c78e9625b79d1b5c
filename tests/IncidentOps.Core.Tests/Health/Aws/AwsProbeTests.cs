using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Aws;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health.Aws;

/// <summary>What answers of AWS mean; the end-to-end tests ask a server.</summary>
public sealed class AwsProbeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("available", HealthStatus.Healthy)]
    [InlineData("backing-up", HealthStatus.Healthy)]
    [InlineData("rebooting", HealthStatus.Degraded)]
    [InlineData("storage-full", HealthStatus.Unhealthy)]
    [InlineData("stopped", HealthStatus.Unhealthy)]
    [InlineData("incompatible-network", HealthStatus.Unhealthy)]
    public void An_instance_is_as_its_status(string status, HealthStatus expected)
    {
        ProbeOutcome outcome = RdsProbe.Judge("app", new RdsInstance(status, "postgres", "15.4", 100, 500, true, "app.example.com", ["AllocatedStorage"]));

        Assert.Equal((expected, $"app is {status}, postgres 15.4, 100 GB"), (outcome.Status, outcome.Reason));
        Assert.Equal(500, outcome.Data["MaximumGigabytes"]);
    }

    [Theory]
    [InlineData(100, null, 50, HealthStatus.Healthy, "50% used")]
    [InlineData(100, null, 10, HealthStatus.Degraded, "90% used")]
    [InlineData(100, null, 2, HealthStatus.Unhealthy, "98% used")]
    [InlineData(100, 500, 2, HealthStatus.Healthy, "20% used")]
    [InlineData(480, 500, 2, HealthStatus.Unhealthy, "96% used")]
    [InlineData(100, null, null, HealthStatus.Unknown, "CloudWatch has no figure")]
    [InlineData(0, null, 2, HealthStatus.Unknown, "CloudWatch has no figure")]
    public void Storage_is_judged_against_what_it_may_grow_to(int allocated, int? most, int? freeGigabytes, HealthStatus expected, string reason)
    {
        var instance = new RdsInstance("available", "postgres", "15.4", allocated, most, false, null, []);
        ProbePart storage = RdsProbe.Storage(instance, freeGigabytes * 1024d * 1024 * 1024, Limits.Of(HealthBench.Check("rds: app"), 85, 95));

        Assert.Equal(expected, storage.Status);
        Assert.StartsWith(reason, storage.Reason, StringComparison.Ordinal);
        Assert.Equal(most > allocated, storage.Reason.EndsWith($"; it may grow to {most} GB", StringComparison.Ordinal));
    }

    [Fact]
    public void Maintenance_is_worth_a_warning_when_it_is_near()
    {
        ProbePart none = RdsProbe.Maintenance([], Now);
        ProbePart far = RdsProbe.Maintenance([("system-update", Now.AddDays(9)), ("db-upgrade", null)], Now);
        ProbePart near = RdsProbe.Maintenance([("system-update", Now.AddHours(2))], Now);

        Assert.Equal((HealthStatus.Healthy, "no maintenance is pending"), (none.Status, none.Reason));
        Assert.Equal((HealthStatus.Healthy, "system-update, db-upgrade pending, at the latest 2026-03-11 10:00 UTC"), (far.Status, far.Reason));
        Assert.Equal((HealthStatus.Degraded, "system-update pending, at the latest 2026-03-02 12:00 UTC"), (near.Status, near.Reason));
    }

    [Fact]
    public void Events_of_failure_are_worth_a_warning_and_others_a_word()
    {
        var backup = new RdsEvent(Now.AddMinutes(-5), "Finished DB Instance backup", ["backup"]);
        var failover = new RdsEvent(Now.AddMinutes(-30), "Multi-AZ instance failover completed", ["failover"]);

        ProbePart quiet = RdsProbe.Events([], TimeSpan.FromHours(1));
        ProbePart usual = RdsProbe.Events([backup], TimeSpan.FromHours(1));
        ProbePart worrying = RdsProbe.Events([failover, backup], TimeSpan.FromHours(1));

        Assert.Equal((HealthStatus.Healthy, "no event in 1h"), (quiet.Status, quiet.Reason));
        Assert.Equal((HealthStatus.Healthy, "the last event, 2026-03-02 09:55: Finished DB Instance backup"), (usual.Status, usual.Reason));
        Assert.Equal((HealthStatus.Degraded, "2026-03-02 09:30: Multi-AZ instance failover completed"), (worrying.Status, worrying.Reason));
    }

    [Theory]
    [InlineData("tcp", 5432, "10.0.1.17", true)]
    [InlineData("tcp", 5433, "10.0.1.17", true)]
    [InlineData("tcp", 5434, "10.0.1.17", false)]
    [InlineData("udp", 5432, "10.0.1.17", false)]
    [InlineData("tcp", 5432, "10.1.1.17", false)]
    [InlineData("tcp", 5432, "10.0.1.0/24", true)]
    [InlineData("tcp", 5432, "10.0.0.0/8", false)]
    [InlineData("tcp", 5432, "0.0.0.0/0", false)]
    [InlineData("tcp", 5432, "sg-2", true)]
    [InlineData("tcp", 5432, "sg-3", false)]
    [InlineData("tcp", 5432, "2001:db8::1", true)]
    [InlineData("tcp", 5432, "2001:db9::1", false)]
    [InlineData("tcp", null, "10.0.1.17", true)]
    [InlineData("tcp", 5432, "no address", false)]
    public void A_rule_admits_what_its_networks_hold(string protocol, int? port, string source, bool admits) => Assert.Equal(
        admits,
        new SecurityGroupRule("tcp", 5432, 5433, ["10.0.0.0/16", "2001:db8::/32", "sg-2"]).Admits(protocol, port, source));

    [Fact]
    public void A_rule_for_everything_admits_everything()
    {
        Assert.True(new SecurityGroupRule("-1", null, null, ["0.0.0.0/0"]).Admits("tcp", 22, "192.0.2.1"));
        Assert.False(new SecurityGroupRule("-1", null, null, ["0.0.0.0/0"]).Admits("tcp", 22, "::1"));
    }

    [Theory]
    [InlineData("security-group: { group: sg-1, port: 22, source: 192.0.2.1 }", HealthStatus.Unhealthy, "sg-1 does not let 192.0.2.1 in at tcp 22")]
    [InlineData("security-group: { group: sg-1, port: 22, source: 192.0.2.1, expect: closed }", HealthStatus.Healthy, "sg-1 does not let 192.0.2.1 in at tcp 22")]
    [InlineData("security-group: { group: sg-1, port: 443 }", HealthStatus.Healthy, "sg-1 lets 0.0.0.0/0 in at tcp 443")]
    public void A_group_is_well_when_it_is_as_wanted(string check, HealthStatus expected, string reason)
    {
        ProbeOutcome outcome = SecurityGroupProbe.Judge(HealthBench.Check(check), "sg-1", [new SecurityGroupRule("tcp", 443, 443, ["0.0.0.0/0"])]);

        Assert.Equal((expected, reason), (outcome.Status, outcome.Reason));
    }

    [Theory]
    [InlineData("rds: app")]
    [InlineData("security-group: sg-1")]
    [InlineData("s3: bucket")]
    public async Task Without_a_region_or_keys_nothing_is_asked(string check)
    {
        using var nowhere = new HealthBench(new HealthSession(TimeProvider.System) { Aws = new FakeIdentity(new AwsKeys("a", "b", null), null) });
        using var nobody = new HealthBench(new HealthSession(TimeProvider.System) { Aws = new FakeIdentity(null, "eu-central-1") });

        Assert.Equal(
            [(HealthStatus.Unknown, "no AWS region is set: give 'region', or set AWS_REGION"), (HealthStatus.Unknown, "there are no AWS credentials")],
            new[] { await nowhere.OneAsync(check), await nobody.OneAsync(check) }.Select(result => (result.Status, result.Reason)));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_says_nothing_of_the_instance()
    {
        using var bench = new HealthBench(new HealthSession(TimeProvider.System) { Aws = new FakeIdentity(new AwsKeys("a", "b", null), "eu-central-1") });

        HealthCheckResult instance = await bench.OneAsync($"rds: {{ instance: app, endpoint: 'http://{SickServer.FreeAuthority()}/' }}");

        Assert.Equal(HealthStatus.Unknown, instance.Status);
        Assert.StartsWith("AWS cannot be reached: ", instance.Reason, StringComparison.Ordinal);
    }
}
