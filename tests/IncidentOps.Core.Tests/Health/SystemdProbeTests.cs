using IncidentOps.Core.Execution;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Health;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Health;

/// <summary>Units and the journal, from what systemctl and journalctl write.</summary>
public sealed class SystemdProbeTests : IDisposable
{
    private readonly TemporaryFolder _proc = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private HealthBench? _bench;

    public void Dispose()
    {
        _bench?.Dispose();
        _proc.Dispose();
    }

    [Theory]
    [InlineData("active", "running", "", HealthStatus.Healthy, "fastapi is active (running) for 16m40s")]
    [InlineData("active", "exited", "", HealthStatus.Healthy, "fastapi is active (exited) for 16m40s")]
    [InlineData("failed", "failed", "Result=exit-code\nExecMainStatus=3", HealthStatus.Unhealthy, "fastapi is failed (failed) for 16m40s: exit code 3")]
    [InlineData("failed", "failed", "Result=oom-kill", HealthStatus.Unhealthy, "fastapi is failed (failed) for 16m40s: killed for want of memory")]
    [InlineData("failed", "failed", "Result=signal\nExecMainStatus=9", HealthStatus.Unhealthy, "fastapi is failed (failed) for 16m40s: killed by signal 9")]
    [InlineData("inactive", "dead", "", HealthStatus.Unhealthy, "fastapi is inactive (dead) for 16m40s")]
    [InlineData("inactive", "dead", "LoadState=masked", HealthStatus.Unhealthy, "fastapi is masked: it cannot be started")]
    [InlineData("activating", "start", "", HealthStatus.Degraded, "fastapi is activating (start) for 16m40s")]
    [InlineData("activating", "auto-restart", "Result=exit-code\nExecMainStatus=1", HealthStatus.Unhealthy, "fastapi has ended and waits to be restarted: exit code 1")]
    [InlineData("active", "running", "NRestarts=4", HealthStatus.Healthy, "fastapi is active (running) for 16m40s")]
    [InlineData("active", "running", "NRestarts=4\nStateChangeTimestampMonotonic=1990000000", HealthStatus.Degraded, "fastapi is active (running) for 10s, restarted 4 times")]
    [InlineData("", "", "LoadState=not-found", HealthStatus.Unknown, "systemd knows no unit fastapi")]
    public async Task A_unit_is_judged_by_its_state(string state, string subState, string more, HealthStatus expected, string reason)
    {
        FakeRunner runner = Answer(0, $"LoadState=loaded\nActiveState={state}\nSubState={subState}\nStateChangeTimestampMonotonic=1000000000\n{more}\n");
        _proc.Write("uptime", "2000.00 3000.00");

        HealthCheckResult result = await Bench(runner).OneAsync("systemd: fastapi");

        Assert.Equal((expected, reason), (result.Status, result.Reason));
        Assert.Equal("systemctl", Assert.Single(runner.Requests).FileName);
        Assert.Equal(["--no-pager", "--", "fastapi"], runner.Requests[0].Arguments.TakeLast(3));
    }

    [Theory]
    [InlineData("inactive", HealthStatus.Healthy, "backup is inactive (dead)")]
    [InlineData("[exited, dead]", HealthStatus.Healthy, "backup is inactive (dead)")]
    [InlineData("failed", HealthStatus.Unhealthy, "backup is inactive (dead), not failed")]
    public async Task Another_state_may_be_the_right_one(string expect, HealthStatus expected, string reason)
    {
        HealthCheckResult result = await Bench(Answer(0, "LoadState=loaded\nActiveState=inactive\nSubState=dead\n"))
            .OneAsync($"systemd: {{ unit: backup, expect: {expect}, user: true }}");

        Assert.Equal((expected, reason), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData("System has not been booted with systemd as init system (PID 1). Can't operate.", "systemd does not run on this machine, or not for this user")]
    [InlineData("Failed to connect to bus: No such file or directory", "systemd does not run on this machine, or not for this user")]
    [InlineData("strange", "systemctl failed with exit code 1: strange")]
    public async Task Without_systemd_the_unit_is_unknown(string said, string reason)
    {
        HealthCheckResult result = await Bench(Answer(1, "", said)).OneAsync("systemd: fastapi");

        Assert.Equal((HealthStatus.Unknown, reason), (result.Status, result.Reason));
    }

    [Fact]
    public async Task Without_systemctl_the_unit_is_unknown()
    {
        var runner = new FakeRunner(_ => throw ExecutionErrors.ProgramNotFound("systemctl", new IOException("gone")));

        HealthCheckResult result = await Bench(runner).OneAsync("systemd: fastapi");

        Assert.Equal((HealthStatus.Unknown, "there is no systemctl on this machine"), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData(2, 0, HealthStatus.Healthy, "fastapi wrote 2 errors in 5m, and 0 in 1h before")]
    [InlineData(1, 7, HealthStatus.Healthy, "fastapi wrote 1 error in 5m, and 7 in 1h before")]
    [InlineData(6, 0, HealthStatus.Degraded, "fastapi wrote 6 errors in 5m, 6 times the usual; the last: it broke")]
    [InlineData(12, 12, HealthStatus.Unhealthy, "fastapi wrote 12 errors in 5m, 12 times the usual; the last: it broke")]
    [InlineData(12, 120, HealthStatus.Healthy, "fastapi wrote 12 errors in 5m, and 120 in 1h before")]
    [InlineData(40, 120, HealthStatus.Degraded, "fastapi wrote 40 errors in 5m, 4 times the usual; the last: it broke")]
    public async Task Errors_are_compared_with_those_before(int now, int before, HealthStatus expected, string reason)
    {
        FakeRunner runner = Answer(0, Entries(before, TimeSpan.FromMinutes(30)) + Entries(now, TimeSpan.FromMinutes(1)) + Entry(TimeSpan.FromMinutes(1), 6, "fine"));

        HealthCheckResult result = await Bench(runner).OneAsync("journal: fastapi");

        Assert.Equal((expected, reason), (result.Status, result.Reason));
        Assert.Equal(now + before + 1, result.Data["Entries"]);
        Assert.Equal(["--unit=fastapi", $"--since=@{_time.GetUtcNow().AddMinutes(-65).ToUnixTimeSeconds()}"], runner.Requests[0].Arguments.Take(2));
    }

    [Fact]
    public async Task An_entry_is_an_error_by_its_level_or_its_words_or_the_pattern()
    {
        string entries = Entry(TimeSpan.Zero, 6, "2026-03-01 ERROR no database")
            + Entry(TimeSpan.Zero, 6, "Traceback (most recent call last):")
            + Entry(TimeSpan.Zero, 6, "errors: 0, terrorised")
            + Entry(TimeSpan.Zero, 2, "out of memory")
            + "{\"__REALTIME_TIMESTAMP\":\"" + (_time.GetUtcNow().ToUnixTimeMilliseconds() * 1000) + "\",\"MESSAGE\":[69,82,82,79,82,32,255]}\n"
            + "{\"MESSAGE\":\"cut off";

        HealthCheckResult words = await Bench(Answer(0, entries)).OneAsync("journal: fastapi");
        HealthCheckResult pattern = await Bench(Answer(0, entries)).OneAsync("journal: { unit: fastapi, pattern: memory }");

        Assert.Equal((4, 5), (words.Data["Errors"], words.Data["Entries"]));
        Assert.Equal(1, pattern.Data["Errors"]);
    }

    [Theory]
    [InlineData("No journal files were opened due to insufficient permissions.", "not permitted to read the journal: join the group systemd-journal")]
    [InlineData("Hint: You are currently not seeing messages from other users and the system.", "not permitted to read the journal: join the group systemd-journal")]
    [InlineData("No journal files were found.", "there is no journal on this machine")]
    public async Task Whoever_may_not_read_the_journal_does_not_see_a_quiet_one(string complaint, string reason)
    {
        HealthCheckResult result = await Bench(Answer(0, "", complaint)).OneAsync("journal: fastapi");

        Assert.Equal((HealthStatus.Unknown, reason), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData("loaded", HealthStatus.Healthy, "fastapi wrote 0 errors in 5m, and 0 in 1h before")]
    [InlineData("not-found", HealthStatus.Unknown, "systemd knows no unit fastapi")]
    public async Task A_unit_without_entries_is_quiet_only_if_it_is_there(string loadState, HealthStatus expected, string reason)
    {
        var runner = new FakeRunner(request => (0, request.FileName == "systemctl" ? $"LoadState={loadState}\n" : "", ""));

        HealthCheckResult result = await Bench(runner).OneAsync("journal: fastapi");

        Assert.Equal((expected, reason), (result.Status, result.Reason));
    }

    private static FakeRunner Answer(int exitCode, string output, string errorOutput = "") => new(_ => (exitCode, output, errorOutput));

    private string Entries(int count, TimeSpan ago) => string.Concat(Enumerable.Repeat(Entry(ago, 3, "it broke"), count));

    private string Entry(TimeSpan ago, int priority, string message) =>
        $$"""{"__REALTIME_TIMESTAMP":"{{(_time.GetUtcNow() - ago).ToUnixTimeMilliseconds() * 1000}}","PRIORITY":"{{priority}}","MESSAGE":"{{message}}"}""" + "\n";

    private HealthBench Bench(FakeRunner runner)
    {
        _bench?.Dispose();
        return _bench = new HealthBench(new HealthSession(_time) { Processes = runner, Proc = new ProcFiles(_proc.Path) });
    }
}
