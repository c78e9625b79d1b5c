using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>When things happened: first entries, last entries, and times that cannot be.</summary>
public sealed class TimeTests
{
    private static DateTimeOffset At(double minutes) => IncidentStory.Start.AddMinutes(minutes);

    [Fact]
    public void Every_status_has_its_time_of_entry()
    {
        Incident incident = new IncidentStory()
            .Do(decide => decide.Acknowledge("ben", At(-0), null))
            .Wait(1).Do(decide => decide.Update(IncidentStatus.Investigating, null, null, null))
            .Wait(1).Do(decide => decide.Update(IncidentStatus.Identified, null, null, null))
            .Wait(1).Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null))
            .Wait(30).Do(decide => decide.Resolve("cause", "cure", ["step"], null))
            .Wait(1).Do(decide => decide.Close(force: false, null, null))
            .Wait(1).Incident;
        Assert.Equal(
            [At(0), At(0), At(1), At(2), At(3), At(33), At(34)],
            [
                incident.DetectedAt, incident.AcknowledgedAt, incident.InvestigatingAt, incident.IdentifiedAt,
                incident.FixedAt, incident.ResolvedAt, incident.ClosedAt,
            ]);
        Assert.Equal(TimeSpan.FromMinutes(33), incident.Duration);
    }

    [Fact]
    public void Skipping_leaves_out_the_times_between_but_moving_on_is_taking_it()
    {
        Incident incident = new IncidentStory().Wait(2).Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null)).Incident;
        Assert.Equal(At(2), incident.AcknowledgedAt);
        Assert.Equal(At(2), incident.FixedAt);
        Assert.Null(incident.InvestigatingAt);
        Assert.Null(incident.IdentifiedAt);
    }

    [Theory]
    [InlineData(IncidentStatus.Dismissed)]
    [InlineData(IncidentStatus.Merged)]
    public void A_false_alarm_and_a_merged_one_were_not_acknowledged(IncidentStatus status)
    {
        IncidentStory story = IncidentStory.At(status).Wait(10);
        Assert.Null(story.Incident.AcknowledgedAt);
        Assert.Equal(TimeSpan.FromMinutes(1), story.Incident.Duration);
    }

    [Fact]
    public void After_reopening_first_entries_count_for_clocks_and_the_last_for_the_duration()
    {
        IncidentStory story = new IncidentStory()
            .Wait(1).Do(decide => decide.Acknowledge("ben", null, null))
            .Wait(1).Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null))
            .Wait(1).Do(decide => decide.Resolve("cause", "cure", [], null));
        Assert.Equal(TimeSpan.FromMinutes(3), story.Incident.Duration);

        story.Wait(1).Do(decide => decide.Reopen("it is back", null));
        Incident open = story.Wait(6).Incident;
        Assert.Null(open.ResolvedAt);
        Assert.True(open.IsActive);
        Assert.Equal(At(1), open.AcknowledgedAt);
        Assert.Equal(At(2), open.FixedAt);
        Assert.Equal(At(4), open.InvestigatingAt);
        Assert.Equal(TimeSpan.FromMinutes(10), open.Duration);
        Assert.Equal("cause", open.RootCause);

        story.Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null))
            .Wait(5).Do(decide => decide.Resolve(null, null, [], null));
        Incident over = story.Wait(60).Incident;
        Assert.Equal(At(2), over.FixedAt);
        Assert.Equal(At(10), story.State.LastFixedAt);
        Assert.Equal(At(15), over.ResolvedAt);
        Assert.Equal(TimeSpan.FromMinutes(15), over.Duration);
    }

    [Fact]
    public void A_step_cannot_have_happened_before_the_one_it_follows()
    {
        IncidentStory story = new IncidentStory().Wait(10).Do(decide => decide.Acknowledge("ben", At(5), null)).Wait(10);
        Assert.Equal(At(5), story.State.AcknowledgedAt);
        story.Refused("IncidentTimelineBackwards", decide => decide.Update(IncidentStatus.Identified, null, null, At(4)));
        story.Refused("IncidentTimelineBackwards", decide => decide.Resolve(null, null, [], At(4)));
        story.Refused("IncidentTimelineBackwards", decide => decide.Close(force: true, "done", At(4)));
        story.Refused("IncidentTimelineBackwards", decide => decide.Update(null, "news", null, At(4)));
        Assert.Equal(At(5), story.Do(decide => decide.Update(IncidentStatus.Identified, null, null, At(5))).State.IdentifiedAt);
        story.Refused("IncidentTimelineBackwards", decide => decide.Reopen("not it", At(4)));
        new IncidentStory().Refused("IncidentTimelineBackwards", decide => decide.Acknowledge("ben", At(-1), null));
    }

    [Fact]
    public void A_severity_cannot_have_changed_before_the_one_it_replaces()
    {
        IncidentStory story = new IncidentStory().Wait(20).Do(decide => decide.SetSeverity("P0", "worse", At(15)));
        story.Refused("IncidentTimelineBackwards", decide => decide.SetSeverity("P2", "better", At(10)));
        new IncidentStory().Refused("IncidentTimelineBackwards", decide => decide.SetSeverity("P0", "worse", At(-5)));
    }

    [Fact]
    public void Nothing_happened_in_the_future_but_another_clock_may_be_a_little_ahead()
    {
        var story = new IncidentStory();
        DateTimeOffset tooFar = At(1).AddSeconds(1);
        story.Refused("TimeInFuture", decide => decide.Acknowledge("ben", tooFar, null));
        story.Refused("TimeInFuture", decide => decide.Record(new NoteAdded("note"), tooFar));
        story.Refused("TimeInFuture", decide => decide.SetSeverity("P0", "worse", tooFar));
        Assert.Equal(At(1), story.Do(decide => decide.Acknowledge("ben", At(1), null)).State.AcknowledgedAt);
        Assert.Equal(
            "TimeInFuture",
            Assert.Throws<Errors.IncidentOpsException>(() =>
                new IncidentStory(IncidentStory.Checkout with { DetectedAt = IncidentStory.Start.AddMinutes(2) })).ErrorId);
    }

    [Fact]
    public void A_clock_behind_the_last_step_goes_on_from_there()
    {
        IncidentStory story = new IncidentStory().Do(decide => decide.Acknowledge("ben", At(1), null));
        story.Do(decide => decide.Update(IncidentStatus.Identified, null, null, null));
        Assert.Equal(At(1), story.State.IdentifiedAt);
        Assert.Equal(story.Events[^2].RecordedAt, story.Events[^1].RecordedAt);
    }

    [Fact]
    public void Recording_never_goes_backwards_even_where_the_clock_does()
    {
        var story = new IncidentStory();
        var behind = story.Now.AddMinutes(-10);
        (Core.Storage.EventAppend append, _) = IncidentProjection.Continue(
            new IncidentRecord(1, story.State), [new NewEvent(new NoteAdded("note"), behind)], "ben", behind);
        Assert.Equal(story.Now, append.Events[0].RecordedAt);
        Assert.Equal(behind, append.Events[0].OccurredAt);
    }

    [Fact]
    public void A_note_may_tell_of_earlier_times_and_moves_nothing()
    {
        IncidentStory story = new IncidentStory().Wait(10).Do(decide => decide.Record(new NoteAdded("deployed 2.4"), At(-30)));
        Assert.Equal(At(-30), story.Events[^1].OccurredAt);
        Assert.Equal(At(10), story.Events[^1].RecordedAt);
        Assert.Equal(At(0), story.State.DetectedAt);
        Assert.Equal(IncidentStatus.Detected, story.State.Status);
    }

    [Fact]
    public void It_may_have_been_seen_before_it_was_declared()
    {
        var story = new IncidentStory(IncidentStory.Checkout with { DetectedAt = At(-20) });
        Assert.Equal(At(-20), story.Incident.DetectedAt);
        Assert.Equal(At(-5), story.Incident.AcknowledgeBy);
        Assert.Equal(TimeSpan.FromMinutes(20), story.Incident.Duration);
    }
}
