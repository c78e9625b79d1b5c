using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

/// <summary>Which status may follow which.</summary>
public sealed class StatusTests
{
    private static readonly IncidentStatus[] Statuses = Enum.GetValues<IncidentStatus>();

    /// <summary>
    /// A line for each status that Update-Incident starts from, a letter for each that it is asked for, in the
    /// order of the enumeration: y moves, n is refused, c has a command of its own, = is so already.
    /// </summary>
    private static readonly string[] Updates =
    [
        "=yyyyccyc", // Detected
        "n=yyyccyc", // Acknowledged
        "nn=yyccyc", // Investigating
        "nnn=yccyc", // Identified
        "nnnn=ccyc", // Monitoring
        "nnnnn=cnc", // Resolved
        "nnnnnc=nc", // Closed
        "nnnnncc=c", // Dismissed
        "nnnnnccn=", // Merged
    ];

    /// <summary>What each command of its own makes of each status: the new one's name, an error's, or = for nothing.</summary>
    public static TheoryData<IncidentStatus, string, string, string, string, string> Commands => new()
    {
        { IncidentStatus.Detected, "Acknowledged", "Resolved", "Closed", "IncidentNotReopenable", "Merged" },
        { IncidentStatus.Acknowledged, "=", "Resolved", "Closed", "IncidentNotReopenable", "Merged" },
        { IncidentStatus.Investigating, "=", "Resolved", "Closed", "IncidentNotReopenable", "Merged" },
        { IncidentStatus.Identified, "=", "Resolved", "Closed", "Investigating", "Merged" },
        { IncidentStatus.Monitoring, "=", "Resolved", "Closed", "Investigating", "Merged" },
        { IncidentStatus.Resolved, "IncidentEnded", "=", "Closed", "Investigating", "IncidentEnded" },
        { IncidentStatus.Closed, "IncidentEnded", "=", "=", "Investigating", "IncidentEnded" },
        { IncidentStatus.Dismissed, "IncidentEnded", "IncidentEnded", "IncidentEnded", "Investigating", "IncidentEnded" },
        { IncidentStatus.Merged, "IncidentEnded", "IncidentEnded", "IncidentEnded", "Investigating", "IncidentEnded" },
    };

    public static TheoryData<IncidentStatus, IncidentStatus, char> UpdateTable
    {
        get
        {
            var rows = new TheoryData<IncidentStatus, IncidentStatus, char>();
            foreach (IncidentStatus from in Statuses)
            {
                foreach (IncidentStatus to in Statuses)
                {
                    rows.Add(from, to, Updates[(int)from][(int)to]);
                }
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(UpdateTable))]
    public void Updating_moves_forward_only(IncidentStatus from, IncidentStatus to, char expected)
    {
        IncidentStory story = IncidentStory.At(from).Wait(1);
        switch (expected)
        {
            case 'y':
                Assert.Equal(to, story.Do(decide => decide.Update(to, null, null, null)).State.Status);
                break;
            case '=':
                story.Unchanged(decide => decide.Update(to, null, null, null));
                break;
            case 'c':
                story.Refused("IncidentTransitionNeedsCommand", decide => decide.Update(to, null, null, null));
                break;
            default:
                IncidentOpsException refusal = story.Refused(
                    "IncidentTransitionNotAllowed", decide => decide.Update(to, null, null, null));
                Assert.Contains("Open-Incident INC-1", refusal.Message, StringComparison.Ordinal);
                break;
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public void Commands_of_their_own_keep_the_same_order(
        IncidentStatus from, string acknowledged, string resolved, string closed, string reopened, string merged)
    {
        Check(acknowledged, decide => decide.Acknowledge("ben", null, null));
        Check(resolved, decide => decide.Resolve(null, null, [], null));
        Check(closed, decide => decide.Close(force: true, "done", null));
        Check(reopened, decide => decide.Reopen("it is back", null));
        Check(merged, decide => decide.MergeInto(Guid.NewGuid(), "INC-2", null));

        void Check(string expected, Func<IncidentDecisions, IEnumerable<NewEvent>> command)
        {
            IncidentStory story = IncidentStory.At(from).Wait(1);
            if (expected == "=")
            {
                story.Unchanged(command);
            }
            else if (Enum.TryParse(expected, out IncidentStatus status))
            {
                Assert.Equal(status, story.Do(command).State.Status);
            }
            else
            {
                story.Refused(expected, command);
            }
        }
    }

    [Theory]
    [InlineData(IncidentStatus.Detected, IncidentPhase.Detection, true)]
    [InlineData(IncidentStatus.Acknowledged, IncidentPhase.Triage, true)]
    [InlineData(IncidentStatus.Investigating, IncidentPhase.Response, true)]
    [InlineData(IncidentStatus.Identified, IncidentPhase.Response, true)]
    [InlineData(IncidentStatus.Monitoring, IncidentPhase.Resolution, true)]
    [InlineData(IncidentStatus.Resolved, IncidentPhase.PostIncident, false)]
    [InlineData(IncidentStatus.Closed, IncidentPhase.PostIncident, false)]
    [InlineData(IncidentStatus.Dismissed, IncidentPhase.PostIncident, false)]
    [InlineData(IncidentStatus.Merged, IncidentPhase.PostIncident, false)]
    public void Phase_and_openness_follow_from_the_status(IncidentStatus status, IncidentPhase phase, bool active)
    {
        Incident incident = IncidentStory.At(status).Incident;
        Assert.Equal(phase, incident.Phase);
        Assert.Equal(active, incident.IsActive);
    }

    [Fact]
    public void An_update_has_to_say_something()
    {
        var story = new IncidentStory();
        story.Refused("IncidentUpdateEmpty", decide => decide.Update(null, null, null, null));
        story.Refused("IncidentUpdateEmpty", decide => decide.Update(null, "  ", null, null));
    }

    [Fact]
    public void A_message_for_the_present_status_is_news_and_no_step()
    {
        IncidentStory story = IncidentStory.At(IncidentStatus.Investigating).Wait(5);
        DateTimeOffset since = story.State.StatusSince;
        DateTimeOffset eta = story.Now.AddHours(1);
        story.Do(decide => decide.Update(IncidentStatus.Investigating, "still looking", eta, null));
        Assert.Equal("UpdatePosted", story.Events[^1].Type);
        Assert.Equal(since, story.State.StatusSince);
        Assert.Equal(eta, story.State.Eta);
    }

    [Fact]
    public void Acknowledging_gives_the_command_to_who_took_it_unless_somebody_has_it()
    {
        IncidentStory story = new IncidentStory().Do(decide => decide.Acknowledge("ben", null, "on it"));
        Assert.Equal("ben", story.Incident.Commander);

        IncidentStory led = new IncidentStory(IncidentStory.Checkout with { Commander = "cleo" })
            .Do(decide => decide.Acknowledge("ben", null, null));
        Assert.Equal("cleo", led.Incident.Commander);
    }

    [Fact]
    public void Resolving_again_adds_what_was_learnt_and_nothing_else()
    {
        IncidentStory story = IncidentStory.At(IncidentStatus.Resolved).Wait(10);
        DateTimeOffset? resolvedAt = story.State.ResolvedAt;
        story.Unchanged(decide => decide.Resolve(null, null, [], null));
        story.Unchanged(decide => decide.Resolve("cause", "cure", [], null));
        story.Do(decide => decide.Resolve("a worn disk", null, ["watch disks"], null));
        Assert.Equal("a worn disk", story.State.RootCause);
        Assert.Equal("cure", story.State.Resolution);
        Assert.Equal(["watch disks"], story.State.NextSteps);
        Assert.Equal(resolvedAt, story.State.ResolvedAt);
        story.Unchanged(decide => decide.Resolve("a worn disk", "", ["watch disks"], null));
    }
}
