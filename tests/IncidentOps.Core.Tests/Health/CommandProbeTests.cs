using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

public sealed class CommandProbeTests : IDisposable
{
    private readonly HealthBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("'true'", HealthStatus.Healthy, "exit code 0")]
    [InlineData("echo ready", HealthStatus.Healthy, "exit code 0: ready")]
    [InlineData("echo broken >&2; exit 4", HealthStatus.Unhealthy, "exit code 4: broken")]
    [InlineData("{ run: exit 4, expect-exit: [0, 4] }", HealthStatus.Healthy, "exit code 4")]
    [InlineData("{ run: echo slow; exit 1, degraded-exit: 1, unknown-exit: 3 }", HealthStatus.Degraded, "exit code 1: slow")]
    [InlineData("{ run: exit 3, degraded-exit: 1, unknown-exit: 3 }", HealthStatus.Unknown, "exit code 3")]
    [InlineData("{ run: echo ready, expect-output: /^ready$/ }", HealthStatus.Healthy, "exit code 0: ready")]
    [InlineData("{ run: echo no, expect-output: ready }", HealthStatus.Unhealthy, "the output does not hold 'ready': no")]
    [InlineData("{ run: echo 2 errors, reject-output: error }", HealthStatus.Unhealthy, "the output holds 'error': 2 errors")]
    [InlineData("no-such-program-here", HealthStatus.Unknown, "the program is not there: ")]
    [InlineData("/dev/null", HealthStatus.Unknown, "not permitted to run the program: ")]
    public async Task A_command_is_judged_by_what_it_leaves(string check, HealthStatus expected, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are a POSIX shell's.");

        HealthCheckResult result = await _bench.OneAsync($"command: {check}");

        Assert.Equal(expected, result.Status);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
        Assert.True(result.Latency > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_command_that_hangs_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is a POSIX shell's.");

        HealthCheckResult result = await _bench.OneAsync("command: { run: sleep 600, timeout: 100ms }");

        Assert.Equal((HealthStatus.Unhealthy, "the command did not end within 100ms"), (result.Status, result.Reason));
    }
}
