using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Watching;
using IncidentOps.Health;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Health.Watching;

public sealed class HealthWatchTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider _time = new();
    private readonly Dictionary<string, ProbeOutcome> _world = new(StringComparer.Ordinal);
    private readonly HealthBench _bench;

    public HealthWatchTests() => _bench = new HealthBench(new HealthSession(_time)
    {
        Probes = new HealthProbeRegistry([new FakeProbe((check, _, _) => Task.FromResult(_world[check.Name]))]),
    });

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Gives_the_first_look_and_then_changes_only()
    {
        await using Watching watching = Watch(["api"], TimeSpan.FromMinutes(1));
        Is("api", HealthStatus.Healthy, "fine");

        Assert.Equal("api Healthy: fine", await watching.LookAsync());
        Assert.Null(await watching.LookAsync());
        Is("api", HealthStatus.Unhealthy, "gone");
        Assert.Equal("api Healthy → Unhealthy: gone", await watching.LookAsync());
        Is("api", HealthStatus.Unhealthy, "still gone");
        Assert.Null(await watching.LookAsync());
        Is("api", HealthStatus.Healthy, "fine");
        Assert.Equal("api Unhealthy → Healthy: fine", await watching.LookAsync());

        HealthChange change = watching.Changes[^1];
        Assert.Equal((TimeSpan.FromSeconds(20), _time.Start.AddSeconds(40)), (change.Lasted, change.At));
        Assert.Equal("fine", change.Health.Checks[0].Reason);
        Assert.Null(watching.Changes[0].Lasted);
    }

    [Fact]
    public async Task The_summary_tells_how_steady_each_service_was()
    {
        await using Watching watching = Watch(["api", "db"], TimeSpan.FromSeconds(40));
        Is("api", HealthStatus.Healthy, "fine");
        Is("db", HealthStatus.Healthy, "fine");
        await watching.LookAsync();
        Is("db", HealthStatus.Degraded, "slow");
        await watching.LookAsync();
        Is("db", HealthStatus.Healthy, "fine");
        await watching.LookAsync();
        await watching.LookAsync();
        await watching.LookAsync();
        await watching.EndAsync();

        HealthWatchSummary summary = watching.Watch.Summarize()!;
        Assert.Equal(
            (HealthWatchOutcome.TimeUp, HealthStatus.Healthy, false, 5, 2),
            (summary.Outcome, summary.Status, summary.IsStable, summary.Sweeps, summary.Changes));
        Assert.Equal(
            (TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(20), _time.Start),
            (summary.Duration, summary.HealthyFor, summary.StartedAt));
        Assert.Equal(["api", "db"], summary.Services.Select(service => service.Service));
        Assert.Equal((100.0, 0, HealthStatus.Healthy), (summary.Services[0].HealthyPercent, summary.Services[0].Changes, summary.Services[0].Worst));
        Assert.Equal((75.0, 2, HealthStatus.Degraded), (summary.Services[1].HealthyPercent, summary.Services[1].Changes, summary.Services[1].Worst));
        Assert.Equal(TimeSpan.FromSeconds(20), summary.Services[1].Lasted);
        Assert.Equal("Watched api, db for 40s: healthy for the last 20s, 2 changes", HealthWatchText.Headline(summary));
        Assert.Equal("db: Healthy for 20s, healthy 75% of the time, Degraded at its worst, 2 changes", HealthWatchText.Line(summary.Services[1]));
    }

    [Fact]
    public async Task The_last_look_is_when_the_time_is_up()
    {
        await using Watching watching = Watch(["api"], TimeSpan.FromSeconds(25));
        Is("api", HealthStatus.Healthy, "fine");

        await watching.LookAsync();
        Assert.Equal(TimeSpan.FromSeconds(25), watching.Watch.Remaining);
        await watching.LookAsync();
        await watching.LookAsync();
        Assert.Equal(TimeSpan.FromSeconds(5), watching.Watch.Remaining);
        await watching.LookAsync(TimeSpan.FromSeconds(5));
        await watching.EndAsync();

        HealthWatchSummary summary = watching.Watch.Summarize()!;
        Assert.Equal((TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(25), true), (summary.Duration, summary.HealthyFor, summary.IsStable));
        Assert.Equal("Watched api for 25s: healthy throughout", HealthWatchText.Headline(summary));
        Assert.Equal(TimeSpan.Zero, watching.Watch.Remaining);
    }

    [Fact]
    public async Task A_look_that_takes_longer_than_the_interval_is_followed_at_once()
    {
        int looks = 0;
        using var bench = new HealthBench(new HealthSession(_time)
        {
            Probes = new HealthProbeRegistry([new FakeProbe((_, _, _) =>
            {
                looks++;
                _time.Advance(TimeSpan.FromSeconds(11));
                return Task.FromResult(new ProbeOutcome(HealthStatus.Healthy, "fine"));
            })]),
        });
        var watch = new HealthWatch(bench.Session, Request(bench, ["api"]) with { For = TimeSpan.FromSeconds(30) });

        await foreach (HealthWatchNews _ in watch.RunAsync(TestContext.Current.CancellationToken))
        {
            // Nobody moves the clock but the probe itself.
        }

        Assert.Equal(4, looks);
        Assert.Equal(TimeSpan.FromSeconds(33), watch.Summarize()!.Duration);
    }

    [Fact]
    public async Task Until_healthy_waits_for_the_last_service()
    {
        await using Watching watching = Watch(["api", "db"], null, HealthStatus.Healthy);
        Is("api", HealthStatus.Healthy, "fine");
        Is("db", HealthStatus.Unknown, "no tool");
        await watching.LookAsync();
        Assert.Equal(HealthStatus.Unknown, watching.Watch.Summarize()!.Status);
        Is("db", HealthStatus.Healthy, "fine");
        await watching.LookAsync();
        await watching.EndAsync();

        Assert.Equal((HealthWatchOutcome.Reached, 2), (watching.Watch.Summarize()!.Outcome, watching.Watch.Summarize()!.Sweeps));
    }

    [Theory]
    [InlineData(HealthStatus.Unhealthy, HealthStatus.Unhealthy, true)]
    [InlineData(HealthStatus.Degraded, HealthStatus.Unhealthy, true)]
    [InlineData(HealthStatus.Unhealthy, HealthStatus.Degraded, false)]
    [InlineData(HealthStatus.Unknown, HealthStatus.Healthy, false)]
    [InlineData(HealthStatus.Healthy, HealthStatus.Degraded, false)]
    public void Until_another_status_waits_for_the_first_that_is_so_or_worse(HealthStatus until, HealthStatus worst, bool reached) =>
        Assert.Equal(reached, (Request(_bench, ["api"]) with { Until = until }).IsReached(worst));

    [Fact]
    public async Task Cancelled_it_can_still_tell_what_it_saw()
    {
        Watching watching = Watch(["api"], null);
        Is("api", HealthStatus.Unhealthy, "gone");
        Assert.Null(watching.Watch.Summarize());
        await watching.LookAsync();
        await watching.DisposeAsync();

        HealthWatchSummary summary = watching.Watch.Summarize()!;
        Assert.Equal((HealthWatchOutcome.Stopped, HealthStatus.Unhealthy, 1), (summary.Outcome, summary.Status, summary.Sweeps));
        Assert.Equal(0, summary.Services[0].HealthyPercent);
        Assert.Equal("api: Unhealthy for less than 1s: gone", HealthWatchText.Line(summary.Services[0]));
        Assert.Equal("Watched api for less than 1s: Unhealthy at the end, 0 changes", HealthWatchText.Headline(summary));
    }

    [Fact]
    public async Task Two_addresses_of_one_service_are_one_service()
    {
        Is("a", HealthStatus.Healthy, "fine");
        Is("b", HealthStatus.Unhealthy, "gone");
        var watch = new HealthWatch(_bench.Session, Request(_bench, []) with
        {
            Sweep = Request(_bench, []).Sweep with { Services = [FakeProbe.Service("api", FakeProbe.Check("a")), FakeProbe.Service("API", FakeProbe.Check("b"))] },
            For = TimeSpan.FromTicks(1),
        });
        Assert.Equal(1, watch.Services);

        await using IAsyncEnumerator<HealthWatchNews> looks = watch.RunAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await looks.MoveNextAsync());
        Assert.Equal((HealthStatus.Unhealthy, 2), (looks.Current.Health.Status, looks.Current.Health.Checks.Count));
    }

    private static HealthWatchRequest Request(HealthBench bench, string[] services) => new()
    {
        Sweep = new HealthSweepRequest
        {
            Services = [.. services.Select(name => FakeProbe.Service(name, FakeProbe.Check(name)))],
            Secrets = new(bench.Configuration, bench.Environment),
        },
        Interval = Interval,
    };

    private void Is(string service, HealthStatus status, string reason) => _world[service] = new ProbeOutcome(status, reason) { IsFinal = true };

    private Watching Watch(string[] services, TimeSpan? whole, HealthStatus? until = null) =>
        new(new HealthWatch(_bench.Session, Request(_bench, services) with { For = whole, Until = until }), _time, services.Length);

    /// <summary>A watch that is moved from look to look.</summary>
    private sealed class Watching : IAsyncDisposable
    {
        private readonly FakeTimeProvider _time;
        private readonly int _services;
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        private readonly IAsyncEnumerator<HealthWatchNews> _looks;
        private Task<bool>? _next;

        public Watching(HealthWatch watch, FakeTimeProvider time, int services)
        {
            Watch = watch;
            _time = time;
            _services = services;
            _looks = watch.RunAsync(_stop.Token).GetAsyncEnumerator(_stop.Token);
        }

        public HealthWatch Watch { get; }

        public List<HealthChange> Changes { get; } = [];

        /// <summary>Goes on to the next look, and gives what has changed there.</summary>
        public async Task<string?> LookAsync(TimeSpan? wait = null)
        {
            if (_next is { } waiting)
            {
                Assert.False(waiting.IsCompleted);
                _time.Advance(wait ?? Interval);
            }

            int known = Changes.Count;
            for (int service = 0; service < _services; service++)
            {
                Assert.True(await (_next ?? _looks.MoveNextAsync().AsTask()));
                _next = null;
                if (_looks.Current.Change is { } change)
                {
                    Changes.Add(change);
                }
            }

            // From here on it waits for the clock, or has ended.
            _next = _looks.MoveNextAsync().AsTask();
            return Changes.Count == known ? null : string.Join('\n', Changes.Skip(known));
        }

        public async Task EndAsync() => Assert.False(await _next!);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            if (_next is { } waiting)
            {
                await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await _looks.DisposeAsync();
            _stop.Dispose();
        }
    }
}
