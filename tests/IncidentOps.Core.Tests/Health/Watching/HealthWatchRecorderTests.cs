using IncidentOps.Core.Health.Watching;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Tests.Storage;
using IncidentOps.Health;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Health.Watching;

public sealed class HealthWatchRecorderTests : IDisposable
{
    private readonly StoreBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_timeline_tells_what_changed_and_how_steady_it_was()
    {
        Incident incident = await _bench.DeclareAsync("Checkout is down", "api");
        var recorder = new HealthWatchRecorder(_bench.Incidents, incident.Number);
        DateTimeOffset at = _bench.Clock.GetUtcNow();

        await recorder.RecordAsync(Change(null, HealthStatus.Healthy), StoreBench.Stop);
        await recorder.RecordAsync(Change(null, HealthStatus.Degraded), StoreBench.Stop);
        await recorder.RecordAsync(Change(HealthStatus.Degraded, HealthStatus.Healthy), StoreBench.Stop);
        await recorder.RecordAsync(
            new HealthWatchSummary
            {
                Status = HealthStatus.Healthy,
                Outcome = HealthWatchOutcome.TimeUp,
                HealthyFor = TimeSpan.FromMinutes(29),
                StartedAt = at,
                Duration = TimeSpan.FromMinutes(30),
                Sweeps = 181,
                Changes = 1,
                Services = [new ServiceStability { Service = "api", Status = HealthStatus.Healthy, Reason = "fine", Lasted = TimeSpan.FromMinutes(29), Worst = HealthStatus.Degraded, Changes = 1, HealthyPercent = 96.7 }],
            },
            StoreBench.Stop);

        IReadOnlyList<TimelineEntry> timeline = await _bench.Incidents.ReadTimelineAsync(incident.Number, null, StoreBench.Stop);
        Assert.Equal(
            [
                "api is Degraded: because",
                "api Degraded → Healthy: because",
                "Watched api for 30m: healthy for the last 29m, 1 change",
            ],
            timeline.Skip(1).Select(entry => entry.Text));
        Assert.Equal("api: Healthy for 29m, healthy 96.7% of the time, Degraded at its worst, 1 change", timeline[^1].Detail);
        Assert.Equal([nameof(HealthChanged), nameof(HealthChanged), nameof(HealthWatched)], timeline.Skip(1).Select(entry => entry.Type));
    }

    private HealthChange Change(HealthStatus? from, HealthStatus to) => new()
    {
        Service = "api",
        From = from,
        Status = to,
        Reason = "because",
        At = _bench.Clock.GetUtcNow(),
        Health = new ServiceHealth { Service = "api", Status = to, Reason = "because", CheckedAt = _bench.Clock.GetUtcNow(), Duration = TimeSpan.Zero },
    };
}
