using FsCheck.Xunit;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

public sealed class RootCauseFirstTests
{
    private static readonly ServiceDefinition Disk = new() { Name = "disk" };
    private static readonly ServiceDefinition Database = new() { Name = "database", DependsOn = ["DISK"] };
    private static readonly ServiceDefinition Api = new() { Name = "api", DependsOn = ["database", "elsewhere"] };

    [Fact]
    public void What_follows_waits_for_its_cause_and_names_the_root() => Assert.Equal(
        ["disk: full", "database: slow (follows from disk)", "api: slow (follows from disk)"],
        Run((Api, HealthStatus.Degraded, "slow"), (Database, HealthStatus.Degraded, "slow"), (Disk, HealthStatus.Unhealthy, "full")));

    [Fact]
    public void What_is_well_waits_for_nobody() => Assert.Equal(
        ["api: fine", "database: fine", "disk: full"],
        Run((Api, HealthStatus.Healthy, "fine"), (Database, HealthStatus.Healthy, "fine"), (Disk, HealthStatus.Unhealthy, "full")));

    [Fact]
    public void A_milder_illness_explains_nothing() => Assert.Equal(
        ["disk: slow", "database: gone"],
        Run((Database, HealthStatus.Unhealthy, "gone"), (Disk, HealthStatus.Degraded, "slow")));

    [Fact]
    public void A_service_that_is_well_passes_no_illness_on() => Assert.Equal(
        ["disk: full", "database: fine", "api: gone"],
        Run((Disk, HealthStatus.Unhealthy, "full"), (Database, HealthStatus.Healthy, "fine"), (Api, HealthStatus.Unhealthy, "gone")));

    [Property]
    public bool Everything_comes_out_once_and_causes_first(int[] order, byte[] statuses)
    {
        // A tree: each service depends on the one at half its number.
        ServiceDefinition[] services = [.. Enumerable.Range(0, 12).Select(i => new ServiceDefinition { Name = $"{i}", DependsOn = i == 0 ? [] : [$"{i / 2}"] })];
        int[] sequence = [.. Enumerable.Range(0, 12).OrderBy(i => order.ElementAtOrDefault(i))];
        string[] out1 = [.. Run([.. sequence.Select(i => (services[i], (HealthStatus)(statuses.ElementAtOrDefault(i) % 4), "x"))])];
        string[] names = [.. out1.Select(line => line.Split(':')[0])];
        return names.Order(StringComparer.Ordinal).SequenceEqual(services.Select(service => service.Name).Order(StringComparer.Ordinal))
            && out1.Where(line => line.Contains("follows from", StringComparison.Ordinal)).All(line =>
                Array.IndexOf(names, line.Split("follows from ")[1].TrimEnd(')')) < Array.IndexOf(names, line.Split(':')[0]));
    }

    private static List<string> Run(params (ServiceDefinition Service, HealthStatus Status, string Reason)[] results)
    {
        var order = new RootCauseFirst(results.Select(result => result.Service));
        var released = new List<string>();
        foreach ((ServiceDefinition service, HealthStatus status, string reason) in results)
        {
            order.Add(
                service,
                new ServiceHealth { Service = service.Name, Status = status, Reason = reason, CheckedAt = default, Duration = default },
                health => released.Add($"{health.Service}: {health.Reason}"));
        }

        return released;
    }
}
