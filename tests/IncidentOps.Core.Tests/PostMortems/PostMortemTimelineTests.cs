using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.PostMortems;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.PostMortems;

public sealed class PostMortemTimelineTests
{
    [Fact]
    public void A_step_is_one_entry_with_its_command_above_its_output()
    {
        IReadOnlyList<TimelineEntry> told = PostMortemTimeline.Of(
        [
            Sample.Entry(1, 0, Sample.StepStarted(1, "df -h\n")),
            Sample.Entry(2, 1, Sample.StepFinished(1, "99%\n")),
        ]);

        TimelineEntry step = Assert.Single(told);
        Assert.Equal(2, step.Sequence);
        Assert.Equal("$ df -h\n99%", step.Detail);
    }

    [Fact]
    public void A_step_that_never_ended_shows_its_command()
    {
        IReadOnlyList<TimelineEntry> told = PostMortemTimeline.Of(
        [
            Sample.Entry(1, 0, Sample.StepStarted(1, "df -h", "other run")),
            Sample.Entry(2, 1, Sample.StepFinished(1, "")),
        ]);

        Assert.Equal([1L, 2], told.Select(entry => entry.Sequence));
        Assert.Equal("$ df -h", told[0].Detail);
        Assert.Null(told[1].Detail);
    }

    [Fact]
    public void A_manual_step_has_no_prompt()
    {
        IReadOnlyList<TimelineEntry> told = PostMortemTimeline.Of(
        [
            Sample.Entry(1, 0, Sample.StepStarted(1, null)),
            Sample.Entry(2, 1, Sample.StepFinished(1, "looked fine")),
        ]);

        Assert.Equal("looked fine", Assert.Single(told).Detail);
    }

    [Fact]
    public void Every_attempt_is_told()
    {
        IReadOnlyList<TimelineEntry> told = PostMortemTimeline.Of(
        [
            Sample.Entry(1, 0, Sample.StepStarted(1, "true")),
            Sample.Entry(2, 1, Sample.StepFinished(1, "a")),
            Sample.Entry(3, 2, Sample.StepStarted(1, "true")),
            Sample.Entry(4, 3, Sample.StepFinished(1, "b")),
        ]);

        Assert.Equal(["$ true\na", "$ true\nb"], told.Select(entry => entry.Detail));
    }

    [Fact]
    public void Earlier_exports_are_left_out() => Assert.Empty(PostMortemTimeline.Of([Sample.Entry(1, 0, new PostMortemExported("a.md", "Markdown", "ab"))]));

    [Fact]
    public void Damaged_entries_are_told_as_they_are()
    {
        TimelineEntry damaged = Sample.Entry(1, 0, Sample.StepStarted(1, "df")) with { Data = "{" };

        Assert.Same(damaged, Assert.Single(PostMortemTimeline.Of([damaged])));
    }
}
