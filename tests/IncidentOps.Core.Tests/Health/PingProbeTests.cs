using System.Net.NetworkInformation;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Network;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

public sealed class PingProbeTests : IDisposable
{
    private readonly HealthBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(HealthStatus.Healthy, "db answered in 20ms", 10, 30)]
    [InlineData(HealthStatus.Degraded, "db answered 1 of 2 times: no echo in time", 10, -1)]
    [InlineData(HealthStatus.Unhealthy, "db does not answer: no echo in time", -1, -1)]
    public void Echoes_are_counted(HealthStatus expected, string reason, params int[] milliseconds)
    {
        ProbeOutcome outcome = PingProbe.Judge("db", [.. milliseconds.Select(time =>
            time < 0 ? new PingEcho(IPStatus.TimedOut, TimeSpan.Zero) : new PingEcho(IPStatus.Success, TimeSpan.FromMilliseconds(time)))]);

        Assert.Equal((expected, reason), (outcome.Status, outcome.Reason));
    }

    [Fact]
    public async Task This_machine_answers_unless_nobody_may_ping()
    {
        HealthCheckResult result = await _bench.OneAsync("ping: 127.0.0.1");
        Assert.SkipWhen(result.Status == HealthStatus.Unknown && result.Reason.StartsWith("not permitted", StringComparison.Ordinal), result.Reason);

        Assert.Equal(HealthStatus.Healthy, result.Status);
        Assert.StartsWith("127.0.0.1 answered in ", result.Reason, StringComparison.Ordinal);
        Assert.Equal(("127.0.0.1", 3, 3), (result.Data["Address"], result.Data["Sent"], result.Data["Received"]));
    }

    [Fact]
    public async Task What_is_no_name_cannot_be_pinged()
    {
        HealthCheckResult result = await _bench.OneAsync($"ping: {new string('x', 300)}");

        Assert.Equal(HealthStatus.Unknown, result.Status);
        Assert.Contains("is not a name", result.Reason, StringComparison.Ordinal);
    }
}
