using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>What closing needs, what severity does to the clocks, details, roles and declaring.</summary>
public sealed class RuleTests
{
    private static DateTimeOffset At(double minutes) => IncidentStory.Start.AddMinutes(minutes);

    [Fact]
    public void Closing_names_everything_that_is_missing()
    {
        IncidentStory story = new IncidentStory().Wait(1).Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null)).Wait(10);
        IncidentOpsException refusal = story.Refused("IncidentNotReadyToClose", decide => decide.Close(force: false, null, null));
        Assert.Contains("it is Monitoring, not Resolved", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("root cause", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the resolution", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("watched for 30 min, 20 min are left", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Close-Incident INC-1 -Force -Reason", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Force_closes_with_a_reason_only_and_keeps_what_was_missing()
    {
        IncidentStory story = new IncidentStory().Wait(1);
        story.Refused("IncidentForceNeedsReason", decide => decide.Close(force: true, " ", null));
        story.Do(decide => decide.Close(force: true, "duplicate of a ticket", null));
        Assert.Equal(IncidentStatus.Closed, story.State.Status);
        var closed = (IncidentClosed)EventCatalog.Read(story.Events[^1].Type, story.Events[^1].Version, story.Events[^1].Body);
        Assert.Equal("duplicate of a ticket", closed.Reason);
        Assert.Equal(3, closed.Missing.Count);
    }

    [Fact]
    public void Closing_what_is_ready_needs_neither_force_nor_reason()
    {
        IncidentStory story = new IncidentStory().Do(decide => decide.Resolve("cause", "cure", [], null)).Wait(29);
        story.Refused("IncidentNotReadyToClose", decide => decide.Close(force: false, null, null));
        story.Wait(1).Do(decide => decide.Close(force: false, null, null));
        Assert.Equal(IncidentStatus.Closed, story.State.Status);
    }

    [Fact]
    public void The_window_runs_from_the_last_fix_and_ends_before_resolving_does()
    {
        IncidentStory story = new IncidentStory()
            .Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null))
            .Wait(40).Do(decide => decide.Resolve("cause", "cure", [], null));
        story.Do(decide => decide.Close(force: false, null, null));
        Assert.Equal(IncidentStatus.Closed, story.State.Status);

        story.Do(decide => decide.Reopen("it is back", null))
            .Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null))
            .Wait(10).Do(decide => decide.Resolve(null, null, [], null));
        story.Refused("IncidentNotReadyToClose", decide => decide.Close(force: false, null, null));
    }

    [Fact]
    public void Without_a_window_in_the_guide_nothing_has_to_be_watched()
    {
        var guide = new Procedure { Title = "Guide", Severities = [new SeverityLevel { Name = "P1", Rank = 0 }] };
        IncidentStory story = new IncidentStory(procedure: guide).Do(decide => decide.Resolve("cause", "cure", [], null));
        Assert.Null(story.State.AcknowledgeBy);
        Assert.Equal(IncidentStatus.Closed, story.Do(decide => decide.Close(force: false, null, null)).State.Status);
    }

    [Theory]
    [InlineData("P0", 5 + 10)]
    [InlineData("P2", 60)]
    [InlineData("P3", 240)]
    public void A_change_of_severity_bases_the_deadline_anew(string severity, double minutes)
    {
        IncidentStory story = new IncidentStory(IncidentStory.Checkout with { Severity = "p1" }).Wait(10);
        Assert.Equal(At(15), story.State.AcknowledgeBy);
        story.Do(decide => decide.SetSeverity(severity, "we know more", null));
        Assert.Equal(severity, story.State.Severity);
        Assert.Equal(At(minutes), story.State.AcknowledgeBy);
    }

    [Fact]
    public void A_higher_severity_never_gives_more_time_and_none_counts_after_acknowledging()
    {
        IncidentStory story = new IncidentStory().Wait(14).Do(decide => decide.SetSeverity("Critical", "worse", null));
        Assert.Equal("P0", story.State.Severity);
        Assert.Equal(At(15), story.State.AcknowledgeBy);

        story.Do(decide => decide.Acknowledge("ben", null, null)).Do(decide => decide.SetSeverity("P3", "better", null));
        Assert.Equal(At(15), story.State.AcknowledgeBy);
    }

    [Fact]
    public void A_change_of_severity_needs_a_known_one_and_a_reason()
    {
        var story = new IncidentStory();
        story.Refused("SeverityUnknown", decide => decide.SetSeverity("P9", "why not", null));
        story.Refused("IncidentReasonMissing", decide => decide.SetSeverity("P0", " ", null));
        story.Unchanged(decide => decide.SetSeverity("high", "it is so already", null));
        IncidentStory.At(IncidentStatus.Closed).Refused("IncidentEnded", decide => decide.SetSeverity("P0", "worse", null));
    }

    [Fact]
    public void Details_are_replaced_cleared_and_left_alone()
    {
        var story = new IncidentStory(IncidentStory.Checkout with { Impact = "nobody can pay", Affected = "EU", Source = "alert 7" });
        story.Do(decide => decide.ChangeDetails(new DetailsChanged
        {
            Title = "Checkout is slow",
            Services = ["checkout", "cart"],
            Components = [],
            Impact = "",
            Affected = "EU and US",
        }));
        Incident incident = story.Incident;
        Assert.Equal("Checkout is slow", incident.Title);
        Assert.Equal(["checkout", "cart"], incident.Services);
        Assert.Empty(incident.Components);
        Assert.Null(incident.Impact);
        Assert.Equal("EU and US", incident.Affected);
        Assert.Equal("alert 7", incident.Source);
    }

    [Fact]
    public void Details_that_are_so_already_are_not_written_again()
    {
        var story = new IncidentStory(IncidentStory.Checkout with { Impact = "nobody can pay" });
        story.Unchanged(decide => decide.ChangeDetails(new DetailsChanged { Title = "Checkout is down", Services = ["checkout"], Affected = "" }));
        story.Do(decide => decide.ChangeDetails(new DetailsChanged { Impact = "nobody can pay", Affected = "EU" }));
        Assert.DoesNotContain("impact", story.Events[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_has_to_change_something_and_the_title_stays()
    {
        var story = new IncidentStory();
        story.Refused("IncidentChangeEmpty", decide => decide.ChangeDetails(new DetailsChanged()));
        story.Refused("IncidentTitleMissing", decide => decide.ChangeDetails(new DetailsChanged { Title = " " }));
    }

    [Fact]
    public void Roles_are_given_passed_on_and_taken_whatever_their_capitals()
    {
        IncidentStory story = new IncidentStory()
            .Do(decide => decide.AssignRole("commander", "ben"))
            .Do(decide => decide.AssignRole("Scribe", "cleo"));
        Assert.Equal("ben", story.Incident.Commander);
        story.Unchanged(decide => decide.AssignRole("SCRIBE", "cleo"));
        story.Do(decide => decide.AssignRole("scribe", "dan"));
        Assert.Equal(["Commander", "Scribe"], story.State.Roles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("dan", story.Incident.Roles["SCRIBE"]);
        story.Do(decide => decide.AssignRole("Commander", null));
        Assert.Null(story.Incident.Commander);
        story.Unchanged(decide => decide.AssignRole("Commander", null));
    }

    [Fact]
    public void Roles_keep_to_their_rule_after_a_round_through_the_store()
    {
        IncidentStory story = new IncidentStory().Do(decide => decide.AssignRole("Operations", "ben"));
        IncidentState read = IncidentProjection.FromRow(IncidentProjection.ToRow(1, story.State))!;
        Assert.Equal("ben", read.Roles["OPERATIONS"]);
    }

    [Fact]
    public void Declaring_needs_a_title_and_a_severity_of_the_guide()
    {
        Assert.Equal("IncidentTitleMissing", Refusal(IncidentStory.Checkout with { Title = " \t" }));
        Assert.Equal("SeverityUnknown", Refusal(IncidentStory.Checkout with { Severity = "urgent" }));

        static string Refusal(IncidentDeclaration declaration) =>
            Assert.Throws<IncidentOpsException>(() => new IncidentStory(declaration)).ErrorId;
    }

    [Fact]
    public void Empty_texts_are_texts_that_were_not_given()
    {
        Incident incident = new IncidentStory(IncidentStory.Checkout with { Symptom = "", Impact = " ", Affected = "", Source = "" }).Incident;
        Assert.Null(incident.Symptom);
        Assert.Null(incident.Impact);
        Assert.Null(incident.Affected);
        Assert.Null(incident.Source);
    }

    [Fact]
    public void Merging_into_itself_or_from_an_ended_one_is_refused()
    {
        var story = new IncidentStory();
        story.Refused("IncidentMergeWithItself", decide => decide.MergeInto(story.State.Key, "INC-1", null));
        IncidentStory resolved = IncidentStory.At(IncidentStatus.Resolved);
        resolved.Refused("IncidentEnded", decide => decide.MergeInto(Guid.NewGuid(), "INC-2", null));
        resolved.Refused("IncidentEnded", decide => decide.Absorb("INC-2", story.State));
        IncidentOpsException merged = IncidentStory.At(IncidentStatus.Merged)
            .Refused("IncidentEnded", decide => decide.MergeInto(Guid.NewGuid(), "INC-2", null));
        Assert.Contains("continues under INC-9", merged.Message, StringComparison.Ordinal);
    }
}
