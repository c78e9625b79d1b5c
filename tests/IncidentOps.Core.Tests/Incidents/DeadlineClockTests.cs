using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Incidents;

public sealed class DeadlineClockTests
{
    /// <summary>A Friday afternoon in Berlin.</summary>
    private static readonly DateTimeOffset Detected = new(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(1));

    private static readonly Procedure Guide = new()
    {
        Title = "Guide",
        PostMortemWithin = TimeSpan.FromHours(48),
        MonitoringWindow = new MonitoringWindow(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)),
        Severities =
        [
            Level("P0", 0, TimeSpan.FromMinutes(5), "Immediate to on-call engineer and management", TimeSpan.FromMinutes(30)),
            Level("P1", 1, TimeSpan.FromMinutes(15), "On-call engineer within 15 minutes", TimeSpan.FromHours(1)),
            Level("P2", 2, TimeSpan.FromHours(1), "On-call engineer within 1 hour", null),
            Level("P3", 3, TimeSpan.FromHours(4), "Next business day", null) with { BusinessHours = true },
        ],
    };

    private static readonly IncidentPolicy Policy = new(
        Guide,
        new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), BusinessHours.Default, HolidayCalendar.None));

    [Theory]
    [InlineData("P0", 5, 5)]
    [InlineData("P1", 15, 15)]
    [InlineData("P2", 60, 60)]
    // Four business hours from Friday 15:00 are Monday 11:00; the next business day begins on Monday at 9:00.
    [InlineData("P3", 68 * 60, 66 * 60)]
    public void Acknowledging_and_escalating_are_due_as_the_severity_says(string severity, int acknowledgeMinutes, int escalateMinutes)
    {
        var run = new IncidentRun(Policy, severity, Detected);

        Assert.Equal(Detected.AddMinutes(acknowledgeMinutes), run.Deadline(DeadlineKind.Acknowledge, Detected).DueAt);
        Assert.Equal(Detected.AddMinutes(escalateMinutes), run.Deadline(DeadlineKind.Escalate, Detected).DueAt);
    }

    [Fact]
    public void Immediately_without_a_figure_leaves_five_minutes()
    {
        var policy = new IncidentPolicy(
            Guide with { Severities = [Level("P0", 0, TimeSpan.Zero, "Immediate", null)] },
            new BusinessCalendar(TimeZoneInfo.Utc, BusinessHours.Default, HolidayCalendar.None));
        var run = new IncidentRun(policy, "P0", Detected);

        Assert.Equal(Detected.AddMinutes(5), run.Deadline(DeadlineKind.Acknowledge, Detected).DueAt);
        Assert.Equal(Detected.AddMinutes(5), run.Deadline(DeadlineKind.Escalate, Detected).DueAt);
    }

    [Theory]
    [InlineData(0, DeadlineState.OnTrack)]
    [InlineData(11, DeadlineState.OnTrack)]
    [InlineData(12, DeadlineState.AtRisk)]
    [InlineData(15, DeadlineState.AtRisk)]
    [InlineData(16, DeadlineState.Breached)]
    public void What_is_not_done_goes_from_on_track_to_breached(int minutes, DeadlineState expected)
    {
        IncidentDeadline deadline = new IncidentRun(Policy, "P1", Detected).Deadline(DeadlineKind.Acknowledge, Detected.AddMinutes(minutes));

        Assert.Equal(expected, deadline.State);
        Assert.Equal(TimeSpan.FromMinutes(15 - minutes), deadline.Remaining);
        Assert.Equal(Math.Round(minutes / 15.0 * 100, 1), deadline.Percent);
    }

    [Theory]
    [InlineData(15, DeadlineState.Met)]
    [InlineData(16, DeadlineState.Breached)]
    public void What_is_done_is_met_in_time_or_breached_for_good(int minutes, DeadlineState expected)
    {
        var run = new IncidentRun(Policy, "P1", Detected);
        run.Do(minutes, decisions => decisions.Acknowledge("sam", null, null));
        IncidentDeadline deadline = run.Deadline(DeadlineKind.Acknowledge, Detected.AddHours(9));

        Assert.Equal(expected, deadline.State);
        Assert.Equal(Detected.AddMinutes(minutes), deadline.MetAt);
        Assert.Null(deadline.Remaining);
    }

    [Fact]
    public void Business_hours_are_what_the_percentage_counts()
    {
        IncidentDeadline deadline = new IncidentRun(Policy, "P3", Detected).Deadline(DeadlineKind.Acknowledge, Detected.AddHours(30));

        // Two of four hours were worked on Friday, none on Saturday.
        Assert.Equal(50, deadline.Percent);
        Assert.Equal(DeadlineState.OnTrack, deadline.State);
    }

    [Fact]
    public void Raising_counts_from_now_and_never_makes_it_later()
    {
        var raised = new IncidentRun(Policy, "P2", Detected);
        raised.Do(10, decisions => decisions.SetSeverity("P0", "everybody is affected", null));
        var late = new IncidentRun(Policy, "P2", Detected);
        late.Do(58, decisions => decisions.SetSeverity("P0", "everybody is affected", null));

        Assert.Equal(Detected.AddMinutes(15), raised.Deadline(DeadlineKind.Acknowledge, Detected).DueAt);
        Assert.Equal(Detected.AddMinutes(60), late.Deadline(DeadlineKind.Acknowledge, Detected).DueAt);
        Assert.Equal(Detected.AddMinutes(15), raised.Deadline(DeadlineKind.Escalate, Detected).DueAt);
    }

    [Fact]
    public void Lowering_counts_from_detection()
    {
        var run = new IncidentRun(Policy, "P0", Detected);
        run.Do(3, decisions => decisions.SetSeverity("P1", "one feature only", null));

        Assert.Equal(Detected.AddMinutes(15), run.Deadline(DeadlineKind.Acknowledge, Detected).DueAt);
    }

    [Fact]
    public void What_was_met_stays_met_whatever_the_severity_becomes()
    {
        var run = new IncidentRun(Policy, "P2", Detected);
        run.Do(30, decisions => decisions.Acknowledge("sam", null, null));
        run.Do(31, decisions => decisions.SetSeverity("P0", "everybody is affected", null));

        Assert.Equal(DeadlineState.Met, run.Deadline(DeadlineKind.Acknowledge, Detected.AddHours(1)).State);
    }

    [Fact]
    public void News_are_due_again_after_each_piece_of_news()
    {
        var run = new IncidentRun(Policy, "P0", Detected);
        Assert.Equal(Detected.AddMinutes(30), run.Deadline(DeadlineKind.Update, Detected).DueAt);

        run.Do(20, decisions => decisions.Update(null, "we are looking", null, null));
        Assert.Equal(Detected.AddMinutes(50), run.Deadline(DeadlineKind.Update, Detected.AddMinutes(20)).DueAt);

        run.Do(25, decisions => decisions.Resolve("cause", "fix", [], null));
        Assert.Equal(DeadlineState.NotApplicable, run.Deadline(DeadlineKind.Update, Detected.AddHours(3)).State);
        Assert.Equal(DeadlineState.NotApplicable, new IncidentRun(Policy, "P2", Detected).Deadline(DeadlineKind.Update, Detected).State);
    }

    [Fact]
    public void The_fix_is_watched_for_the_whole_window()
    {
        var run = new IncidentRun(Policy, "P1", Detected);
        Assert.Equal(DeadlineState.NotApplicable, run.Deadline(DeadlineKind.Monitor, Detected.AddMinutes(5)).State);

        run.Do(10, decisions => decisions.Update(IncidentStatus.Monitoring, "restarted", null, null));
        Assert.Equal(Detected.AddMinutes(70), run.Deadline(DeadlineKind.Monitor, Detected.AddMinutes(11)).DueAt);

        // Resolved before the window's least time is over: it goes on being watched.
        run.Do(20, decisions => decisions.Resolve("cause", "fix", [], null));
        Assert.Equal(DeadlineState.OnTrack, run.Deadline(DeadlineKind.Monitor, Detected.AddMinutes(30)).State);
        IncidentDeadline watched = run.Deadline(DeadlineKind.Monitor, Detected.AddMinutes(41));
        Assert.Equal(DeadlineState.Met, watched.State);
        Assert.Equal(Detected.AddMinutes(40), watched.MetAt);
    }

    [Fact]
    public void The_post_mortem_is_due_after_the_last_resolution()
    {
        var run = new IncidentRun(Policy, "P1", Detected);
        Assert.Equal(DeadlineState.NotApplicable, run.Deadline(DeadlineKind.PostMortem, Detected).State);

        run.Do(60, decisions => decisions.Resolve("cause", "fix", [], null));
        Assert.Equal(Detected.AddHours(49), run.Deadline(DeadlineKind.PostMortem, Detected.AddHours(2)).DueAt);

        run.Do(90, decisions => decisions.Reopen("it is back", null));
        Assert.Equal(DeadlineState.NotApplicable, run.Deadline(DeadlineKind.PostMortem, Detected.AddHours(2)).State);

        run.Do(120, decisions => decisions.Resolve(null, null, [], null));
        run.Do(180, decisions => decisions.Record(new Core.Incidents.Events.PostMortemExported("a.md", "Markdown", ""), null));
        IncidentDeadline written = run.Deadline(DeadlineKind.PostMortem, Detected.AddHours(90));
        Assert.Equal(DeadlineState.Met, written.State);
        Assert.Equal(Detected.AddHours(50), written.DueAt);
    }

    [Fact]
    public void A_false_alarm_owes_nothing()
    {
        var run = new IncidentRun(Policy, "P0", Detected);
        run.Do(2, decisions => decisions.Update(IncidentStatus.Dismissed, "a test", null, null));

        Assert.All(
            Enum.GetValues<DeadlineKind>(),
            kind => Assert.Equal(DeadlineState.NotApplicable, run.Deadline(kind, Detected.AddDays(3)).State));
    }

    private static SeverityLevel Level(string name, int rank, TimeSpan response, string escalation, TimeSpan? update) => new()
    {
        Name = name,
        Rank = rank,
        ResponseTime = response,
        Escalation = escalation,
        UpdateInterval = update,
    };
}
