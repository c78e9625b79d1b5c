using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.PostMortems;
using IncidentOps.Incidents;
using IncidentOps.PostMortems;

namespace IncidentOps.Core.Tests.PostMortems;

public sealed class PostMortemBuilderTests
{
    [Fact]
    public void Takes_over_what_the_incident_knows()
    {
        PostMortem built = Build(Sample.Resolved);

        Assert.Equal("INC-42", built.Incident);
        Assert.Equal("High", built.SeverityLabel);
        Assert.Equal(Sample.After(13), built.EndedAt);
        Assert.Equal(TimeSpan.FromMinutes(2), built.TimeToAcknowledge);
        Assert.Equal(TimeSpan.FromMinutes(9), built.TimeToFix);
        Assert.Equal(TimeSpan.FromMinutes(13), built.TimeToResolve);
        Assert.Equal("All customers in Europe", built.ImpactFigures.UsersAffected);
        Assert.Equal(["Watch the spool", "Delete after delivery"], built.ActionItems.Select(item => item.Text));
        Assert.All(built.ActionItems, item => Assert.True(item is { Owner: null, Due: null, IsDone: false }));
    }

    [Fact]
    public void The_day_is_the_organisations()
    {
        Incident late = Sample.Resolved with { DetectedAt = new DateTimeOffset(2026, 3, 14, 23, 30, 0, TimeSpan.Zero) };

        Assert.Equal(new DateOnly(2026, 3, 15), Build(late).Date);
    }

    [Fact]
    public void Downtime_ends_with_the_fix()
    {
        PostMortemImpact figures = Build(Sample.Resolved).ImpactFigures;

        Assert.Equal(TimeSpan.FromMinutes(9), figures.Downtime);
        Assert.Equal(Sample.After(9), figures.DowntimeEndedAt);
    }

    [Fact]
    public void Downtime_goes_on_when_the_incident_came_back_after_the_fix()
    {
        PostMortemImpact figures = Build(Sample.Resolved, Sample.Entry(5, 10, new IncidentReopened("again"))).ImpactFigures;

        Assert.Equal(TimeSpan.FromMinutes(13), figures.Downtime);
        Assert.Equal(Sample.After(13), figures.DowntimeEndedAt);
    }

    [Fact]
    public void Downtime_without_a_fix_ends_with_the_incident() =>
        Assert.Equal(TimeSpan.FromMinutes(13), Build(Sample.Resolved with { FixedAt = null }).ImpactFigures.Downtime);

    [Fact]
    public void Downtime_lasts_while_the_incident_is_open_and_not_fixed()
    {
        PostMortem built = Build(Sample.Resolved with
        {
            Status = IncidentStatus.Investigating,
            IsActive = true,
            FixedAt = null,
            ResolvedAt = null,
            Duration = TimeSpan.FromMinutes(60),
        });

        Assert.Null(built.EndedAt);
        Assert.Null(built.TimeToResolve);
        Assert.Equal(TimeSpan.FromMinutes(60), built.ImpactFigures.Downtime);
        Assert.Null(built.ImpactFigures.DowntimeEndedAt);
    }

    [Fact]
    public void A_false_alarm_had_no_downtime() =>
        Assert.Equal(TimeSpan.Zero, Build(Sample.Resolved with { Status = IncidentStatus.Dismissed, FixedAt = null, ResolvedAt = null }).ImpactFigures.Downtime);

    [Fact]
    public void Blank_is_not_known()
    {
        PostMortem built = Build(Sample.Resolved with { Impact = " ", RootCause = "", NextSteps = ["\n"] });

        Assert.Null(built.Impact);
        Assert.Null(built.RootCause);
        Assert.Empty(built.ActionItems);
    }

    [Fact]
    public void A_severity_that_the_guide_no_longer_has_keeps_its_name()
    {
        PostMortem built = Build(Sample.Resolved with { Severity = "SEV9" });

        Assert.Equal("SEV9", built.Severity);
        Assert.Null(built.SeverityLabel);
    }

    private static PostMortem Build(Incident incident, params TimelineEntry[] timeline) =>
        PostMortemBuilder.Build(incident, timeline, Sample.Procedure, Sample.Berlin);
}
