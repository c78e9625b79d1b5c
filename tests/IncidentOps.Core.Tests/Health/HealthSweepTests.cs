using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Health;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Health;

public sealed class HealthSweepTests : IDisposable
{
    private static readonly ProbeOutcome Well = new(HealthStatus.Healthy, "well");
    private readonly FakeTimeProvider _time = new();
    private HealthBench? _bench;

    public void Dispose() => _bench?.Dispose();

    [Fact]
    public async Task Results_come_in_the_order_of_completion()
    {
        var first = new TaskCompletionSource<ProbeOutcome>();
        HealthBench bench = Bench((check, _, _) => check.Name == "first" ? first.Task : Task.FromResult(Well));
        await using IAsyncEnumerator<ServiceHealth> sweep = bench
            .SweepAsync([FakeProbe.Service("slow", FakeProbe.Check("first")), FakeProbe.Service("quick", FakeProbe.Check("second"))])
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await sweep.MoveNextAsync());
        Assert.Equal("quick", sweep.Current.Service);
        first.SetResult(Well);
        Assert.True(await sweep.MoveNextAsync());
        Assert.Equal("slow", sweep.Current.Service);
        Assert.False(await sweep.MoveNextAsync());
    }

    [Fact]
    public async Task A_service_is_as_its_worst_check_and_says_why_in_its_words()
    {
        HealthBench bench = Bench((check, _, _) => Task.FromResult(check.Name switch
        {
            "a" => Well,
            "b" => new ProbeOutcome(HealthStatus.Degraded, "slow"),
            "c" => new ProbeOutcome(HealthStatus.Unknown, "no tool"),
            _ => new ProbeOutcome(HealthStatus.Unhealthy, "gone"),
        }));

        ServiceHealth worst = await OneAsync(bench, FakeProbe.Check("a"), FakeProbe.Check("b"), FakeProbe.Check("d"), FakeProbe.Check("c"));
        ServiceHealth unknown = await OneAsync(bench, FakeProbe.Check("a"), FakeProbe.Check("c"));
        ServiceHealth partial = await OneAsync(bench, FakeProbe.Check("a"), FakeProbe.Check("d", weight: CheckWeight.Partial));
        ServiceHealth none = await OneAsync(bench, FakeProbe.Check("a"), FakeProbe.Check("d", weight: CheckWeight.None));

        Assert.Equal((HealthStatus.Unhealthy, "gone"), (worst.Status, worst.Reason));
        Assert.Equal(["d", "b", "c", "a"], worst.Checks.Select(check => check.Check));
        Assert.Equal((HealthStatus.Unknown, "no tool"), (unknown.Status, unknown.Reason));
        Assert.Equal((HealthStatus.Degraded, "gone"), (partial.Status, partial.Reason));
        Assert.Equal(HealthStatus.Healthy, none.Status);
        Assert.Equal(HealthStatus.Unhealthy, none.Checks[0].Status);
    }

    [Fact]
    public async Task A_part_that_is_ill_makes_the_service_ill()
    {
        var part = new ProbePart("database", HealthStatus.Unhealthy, "database unhealthy", new Dictionary<string, object?>());
        HealthBench bench = Bench((_, _, _) => Task.FromResult(Well with { Parts = [part] }));

        ServiceHealth health = await OneAsync(bench, FakeProbe.Check());

        Assert.Equal((HealthStatus.Unhealthy, "database unhealthy"), (health.Status, health.Reason));
        Assert.Equal(["fake/database", "fake"], health.Checks.Select(check => check.Check));
    }

    [Fact]
    public async Task A_service_without_checks_is_unknown()
    {
        ServiceHealth health = await OneAsync(Bench((_, _, _) => Task.FromResult(Well)));

        Assert.Equal((HealthStatus.Unknown, "no check is configured"), (health.Status, health.Reason));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task No_more_checks_run_at_a_time_than_the_limit_allows(int limit)
    {
        int running = 0;
        int most = 0;
        HealthBench bench = Bench(async (_, _, _) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return Well;
        });

        List<ServiceHealth> results = await ToListAsync(bench.SweepAsync(
            [.. Enumerable.Range(0, 50).Select(i => FakeProbe.Service($"s{i}", FakeProbe.Check("a"), FakeProbe.Check("b")))], limit));

        Assert.Equal(50, results.Select(health => health.Service).Distinct().Count());
        Assert.All(results, health => Assert.Equal(2, health.Checks.Count));
        Assert.InRange(most, 1, limit);
    }

    [Fact]
    public async Task A_hung_check_costs_its_time_out_and_is_not_tried_again()
    {
        int looks = 0;
        var hangs = new TaskCompletionSource();
        HealthBench bench = Bench(async (_, attempt, _) =>
        {
            looks++;
            attempt.Silence = "no word";
            hangs.SetResult();
            await new TaskCompletionSource().Task;
            return Well;
        });

        Task<ServiceHealth> running = OneAsync(bench, FakeProbe.Check(retries: 3, timeout: 4));
        await hangs.Task;
        _time.Advance(TimeSpan.FromSeconds(4));
        ServiceHealth health = await running;

        Assert.Equal((HealthStatus.Unhealthy, "no word within 4s", 1), (health.Status, health.Reason, looks));
        Assert.Equal(TimeSpan.FromSeconds(4), health.Duration);
        Assert.Equal(_time.GetUtcNow().AddSeconds(-4), health.CheckedAt);
    }

    [Fact]
    public async Task The_deadline_ends_the_whole_and_says_what_was_not_looked_at()
    {
        var hangs = new TaskCompletionSource();
        HealthBench bench = Bench(async (check, _, token) =>
        {
            if (check.Name == "hangs")
            {
                _time.Advance(TimeSpan.FromSeconds(2));
                hangs.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }

            return Well;
        });

        Task<List<ServiceHealth>> running = ToListAsync(bench.SweepAsync(
            [
                FakeProbe.Service("well", FakeProbe.Check()),
                FakeProbe.Service("late", FakeProbe.Check("hangs", timeout: 60)),
                FakeProbe.Service("waiting", FakeProbe.Check(), FakeProbe.Check("other")),
            ],
            throttleLimit: 1,
            timeout: TimeSpan.FromSeconds(5)));
        await hangs.Task;
        _time.Advance(TimeSpan.FromSeconds(3));
        List<ServiceHealth> results = await running;

        Assert.Equal(
            [
                ("well", HealthStatus.Healthy, "well"),
                ("late", HealthStatus.Unhealthy, "no answer within 5s"),
                ("waiting", HealthStatus.Unknown, "not looked at: the time for the sweep was up"),
            ],
            results.Select(health => (health.Service, health.Status, health.Reason)));
    }

    [Fact]
    public async Task A_check_that_the_deadline_cuts_short_is_unknown()
    {
        var hangs = new TaskCompletionSource();
        int looks = 0;
        HealthBench bench = Bench(async (_, _, token) =>
        {
            if (++looks == 1)
            {
                _time.Advance(TimeSpan.FromSeconds(4));
                return Well;
            }

            hangs.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return Well;
        });

        Task<List<ServiceHealth>> running = ToListAsync(bench.SweepAsync(
            [FakeProbe.Service("a", FakeProbe.Check()), FakeProbe.Service("b", FakeProbe.Check())], throttleLimit: 1, timeout: TimeSpan.FromSeconds(5)));
        await hangs.Task;
        _time.Advance(TimeSpan.FromSeconds(1));

        ServiceHealth cut = (await running)[1];
        Assert.Equal((HealthStatus.Unknown, "no answer after 1s, when the time for the sweep was up"), (cut.Status, cut.Reason));
    }

    [Fact]
    public async Task A_probe_that_breaks_ends_nothing_else()
    {
        HealthBench bench = Bench((check, _, _) => check.Name == "broken" ? throw new InvalidOperationException("a\nb") : Task.FromResult(Well));

        List<ServiceHealth> results = await ToListAsync(bench.SweepAsync(
            [FakeProbe.Service("a", FakeProbe.Check("broken")), FakeProbe.Service("b", FakeProbe.Check())], throttleLimit: 1));

        Assert.Equal([(HealthStatus.Unknown, "the check failed: a b"), (HealthStatus.Healthy, "well")], results.Select(health => (health.Status, health.Reason)));
    }

    [Fact]
    public async Task Cancellation_ends_the_sweep_and_waits_for_what_runs()
    {
        using var stop = new CancellationTokenSource();
        var hangs = new TaskCompletionSource();
        HealthBench bench = Bench(async (_, _, token) =>
        {
            hangs.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
            return Well;
        });

        Task<List<ServiceHealth>> running = ToListAsync(bench.SweepAsync(
            [.. Enumerable.Range(0, 100).Select(i => FakeProbe.Service($"s{i}", FakeProbe.Check()))], cancellationToken: stop.Token));
        await hangs.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Who_has_seen_enough_may_leave()
    {
        var ended = new TaskCompletionSource();
        var hangs = new TaskCompletionSource();
        HealthBench bench = Bench(async (check, _, token) =>
        {
            if (check.Name == "quick")
            {
                await hangs.Task;
                return Well;
            }

            try
            {
                hangs.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended.SetResult();
            }

            return Well;
        });

        await foreach (ServiceHealth health in bench.SweepAsync([FakeProbe.Service("a", FakeProbe.Check("hangs")), FakeProbe.Service("b", FakeProbe.Check("quick"))]))
        {
            Assert.Equal("b", health.Service);
            break;
        }

        await ended.Task;
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int known = Volatile.Read(ref most); value > known;)
        {
            int seen = Interlocked.CompareExchange(ref most, value, known);
            if (seen == known)
            {
                break;
            }

            known = seen;
        }
    }

    private static async Task<List<ServiceHealth>> ToListAsync(IAsyncEnumerable<ServiceHealth> sweep)
    {
        var results = new List<ServiceHealth>();
        await foreach (ServiceHealth health in sweep)
        {
            results.Add(health);
        }

        return results;
    }

    private static async Task<ServiceHealth> OneAsync(HealthBench bench, params CheckDefinition[] checks) =>
        Assert.Single(await ToListAsync(bench.SweepAsync([FakeProbe.Service("api", checks)])));

    private HealthBench Bench(Func<CheckDefinition, ProbeAttempt, CancellationToken, Task<ProbeOutcome>> probe) =>
        _bench = new HealthBench(new HealthSession(_time) { Probes = new HealthProbeRegistry([new FakeProbe(probe)]) });
}
