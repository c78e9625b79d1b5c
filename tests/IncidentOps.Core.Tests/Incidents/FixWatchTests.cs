using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Procedures;
using IncidentOps.Health;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>What the built-in guide's "monitor for 30-60 minutes" takes as done.</summary>
public sealed class FixWatchTests
{
    private const int FixedAt = 5;
    private static readonly DateTimeOffset Detected = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    private static readonly Procedure Guide = ProcedureSource.BuiltIn.Load();

    [Fact]
    public void A_watch_of_the_whole_window_shows_it_and_is_named()
    {
        IncidentRun run = Fixed();
        run.Do(36, Record(Watched(startedAt: 6, healthyFor: 30)));

        IncidentTask task = Task(run, 36);

        Assert.Equal((IncidentTaskState.Done, 3L, "test"), (task.State, task.Sequence, task.DoneBy));
        Assert.Equal("Watched api for 30m: healthy throughout", task.Reason);
    }

    [Theory]
    [InlineData(6, 20)]
    [InlineData(1, 30)]
    public void A_shorter_watch_and_one_that_began_before_the_fix_show_nothing(int startedAt, int healthyFor)
    {
        IncidentRun run = Fixed();
        run.Do(31, Record(Watched(startedAt, healthyFor)));

        Assert.Equal(IncidentTaskState.Open, Task(run, 32).State);
        Assert.Equal("30 minutes have passed since the fix.", Task(run, 35).Reason);
    }

    [Fact]
    public void What_is_ill_again_is_not_watched_and_starts_the_time_anew()
    {
        IncidentRun run = Fixed();
        run.Do(20, Record(new HealthChanged("api", HealthStatus.Healthy, HealthStatus.Unhealthy, "gone", null)));
        IncidentTask ill = Task(run, 90);
        run.Do(91, Record(new HealthChanged("API", HealthStatus.Unhealthy, HealthStatus.Healthy, "fine", null)));

        Assert.Equal((IncidentTaskState.Open, "api Healthy → Unhealthy: gone"), (ill.State, ill.Reason));
        Assert.Equal(IncidentTaskState.Open, Task(run, 120).State);
        Assert.Equal(
            (IncidentTaskState.Done, "30 minutes have passed since the services were healthy again.", Detected.AddMinutes(121)),
            (Task(run, 121).State, Task(run, 121).Reason, Task(run, 121).DoneAt));
    }

    [Fact]
    public void What_was_ill_before_the_fix_does_not_matter()
    {
        var run = new IncidentRun(Policy(Guide), "P1", Detected);
        run.Do(2, Record(new HealthChanged("api", null, HealthStatus.Unhealthy, "gone", null)));
        run.Do(FixedAt, decisions => decisions.Update(IncidentStatus.Monitoring, "Rolled back", null, null));

        Assert.Equal(IncidentTaskState.Done, Task(run, 35).State);
    }

    [Theory]
    [InlineData(true, IncidentTaskState.Done)]
    [InlineData(false, IncidentTaskState.Open)]
    public void Without_a_window_only_a_steady_watch_shows_it(bool isStable, IncidentTaskState expected)
    {
        Procedure guide = Guide with { MonitoringWindow = null };
        IncidentRun run = Fixed(guide);
        run.Do(10, Record(Watched(startedAt: 6, healthyFor: 4) with { IsStable = isStable }));

        Assert.Equal(expected, Task(run, 300).State);
    }

    private static IncidentRun Fixed(Procedure? guide = null)
    {
        var run = new IncidentRun(Policy(guide ?? Guide), "P1", Detected);
        run.Do(FixedAt, decisions => decisions.Update(IncidentStatus.Monitoring, "Rolled back", null, null));
        return run;
    }

    private static HealthWatched Watched(int startedAt, int healthyFor) => new(
        ["api"], Detected.AddMinutes(startedAt), TimeSpan.FromMinutes(30), 181, 0, HealthStatus.Healthy, IsStable: true, TimeSpan.FromMinutes(healthyFor), []);

    private static Func<IncidentDecisions, IEnumerable<NewEvent>> Record(IncidentEventBody body) => decisions => decisions.Record(body, null);

    private static IncidentPolicy Policy(Procedure guide) => new(
        guide,
        new BusinessCalendar(TimeZoneInfo.Utc, BusinessHours.Default, HolidayCalendar.None));

    private static IncidentTask Task(IncidentRun run, double minutes) => run.Tasks(Detected.AddMinutes(minutes)).Single(task => task.Id == "5.2");
}
