using FsCheck.Xunit;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.PostMortems;
using IncidentOps.Core.Tests.Text;
using IncidentOps.Incidents;
using IncidentOps.PostMortems;
using IncidentOps.Runbooks;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Tests.PostMortems;

public sealed class PostMortemMarkdownWriterTests
{
    private static readonly MarkdownPipeline Renderer = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    private static readonly string[] Headings =
        ["Timeline", "Root Cause", "Resolution", "Impact", "Lessons Learned", "Action Items", "Prevention"];

    [Fact]
    public void Tells_the_whole_incident() => Assert.Equal(
        """
        # Incident Post-Mortem: Checkout is down

        - **Incident**: INC-42
        - **Date**: 2026-03-14
        - **Duration**: 13m (21:02:11 to 21:15:11 Europe/Berlin)
        - **Severity**: P1 High
        - **Services**: checkout, cart
        - **Impact**: Nobody can pay.
        - **Commander**: alice
        - **Response**: acknowledged after 2m, fixed after 9m, resolved after 13m

        ## Timeline

        Times are in Europe/Berlin (UTC+01:00).

        - **21:02:11** Declared P1: Checkout is down *(alice)*

          Nobody can pay.
        - **21:04:11** Acknowledged *(alice)*
        - **21:06:11** Support called *(alice, recorded 21:16:11)*
        - **21:07:11** Step 1 succeeded after 0.2 s: Look at the spool *(alice)*

          ```text
          $ ls spool
          a
          b
          ```
        - **21:15:11** Resolved: Deleted what had been delivered. *(alice)*

        ## Root Cause

        The spool was full.\
        Nothing watched it.

        ## Resolution

        Deleted what had been delivered.

        ## Impact

        - Users affected: All customers in Europe
        - Downtime: 9m
        - Data loss: Not recorded yet.

        ## Lessons Learned

        Not recorded yet.

        ## Action Items

        - [ ] Watch the spool - Owner: nobody yet - Due: no date yet
        - [ ] Delete after delivery - Owner: nobody yet - Due: no date yet

        ## Prevention

        Not recorded yet.

        """.ReplaceLineEndings("\n"),
        Write(
            Sample.Resolved,
            Sample.Entry(1, 0, Sample.Declared()),
            Sample.Entry(2, 2, new StatusChanged(IncidentStatus.Detected, IncidentStatus.Acknowledged, null, null)),
            Sample.Entry(6, 4, new NoteAdded("Support called"), recordedAfter: 10),
            Sample.Entry(3, 5, Sample.StepStarted(1, "ls spool")),
            Sample.Entry(4, 5, Sample.StepFinished(1, "a\nb\n")),
            Sample.Entry(5, 13, new IncidentResolved("The spool was full.", "Deleted what had been delivered.", []))));

    [Fact]
    public void What_later_commands_add_has_its_place()
    {
        PostMortem known = Build(Sample.Resolved) with
        {
            Lessons = ["Watch what fills up\nand say so", "Test it"],
            ActionItems = [new ActionItem { Text = "Alert at 80 %", Owner = "bob", Due = new DateOnly(2026, 3, 21), IsDone = true }],
            Prevention = "A quota.",
            ImpactFigures = new PostMortemImpact { Downtime = TimeSpan.Zero, DowntimeEndedAt = Sample.Start, DataLoss = "None" },
        };

        string text = PostMortemMarkdownWriter.Write(known);

        Assert.Contains("\n- Watch what fills up\\\n  and say so\n- Test it\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- [x] Alert at 80 % - Owner: bob - Due: 2026-03-21\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## Prevention\n\nA quota.\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- Users affected: Not recorded yet.\n- Downtime: none\n- Data loss: None\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_not_known_yet()
    {
        string text = Write(Sample.Resolved with
        {
            Status = IncidentStatus.Investigating,
            IsActive = true,
            ResolvedAt = null,
            FixedAt = null,
            AcknowledgedAt = null,
            Duration = TimeSpan.FromMinutes(60),
            Impact = null,
            Affected = null,
            RootCause = null,
            Resolution = null,
            NextSteps = [],
        });

        Assert.Contains("*This incident is still open (Investigating): what follows was known at 2026-03-14 22:02:11 UTC+01:00.*", text, StringComparison.Ordinal);
        Assert.Contains("- **Duration**: 1h so far (since 21:02:11 Europe/Berlin)\n", text, StringComparison.Ordinal);
        Assert.Contains("- **Impact**: Not recorded yet.\n", text, StringComparison.Ordinal);
        Assert.Contains("- Downtime: 1h so far\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("**Response**", text, StringComparison.Ordinal);
        Assert.All(["Root Cause", "Resolution", "Action Items"], heading =>
            Assert.Contains($"## {heading}\n\nNot recorded yet.\n", text, StringComparison.Ordinal));
        Assert.DoesNotContain('[', text);
    }

    [Theory]
    [InlineData(IncidentStatus.Dismissed, null, false, "*This was a false alarm.*")]
    [InlineData(IncidentStatus.Merged, "INC-7", false, "*This incident continues under INC-7.*")]
    [InlineData(IncidentStatus.Closed, null, true, "*This was a drill.*")]
    public void Remarks_come_first(IncidentStatus status, string? mergedInto, bool drill, string expected) => Assert.Contains(
        $"Checkout is down\n\n{expected}\n\n- **Incident**",
        Write(Sample.Resolved with { Status = status, MergedInto = mergedInto, IsDrill = drill }),
        StringComparison.Ordinal);

    [Fact]
    public void Several_days_are_told_apart()
    {
        string text = Write(Sample.Resolved, Sample.Entry(1, 0, Sample.Declared()), Sample.Entry(2, 180, new NoteAdded("late")));

        Assert.Contains("- **2026-03-14 21:02:11** Declared", text, StringComparison.Ordinal);
        Assert.Contains("- **2026-03-15 00:02:11** late", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_hour_that_came_twice_is_told_apart()
    {
        DateTimeOffset start = new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        string text = Write(
            Sample.Resolved with { DetectedAt = start },
            Sample.Entry(1, 0, new NoteAdded("before")) with { At = start, RecordedAt = start },
            Sample.Entry(2, 0, new NoteAdded("after")) with { At = start.AddHours(1), RecordedAt = start.AddHours(1) });

        Assert.Contains("Times are in Europe/Berlin.", text, StringComparison.Ordinal);
        Assert.Contains("- **02:30:00 +02:00** before", text, StringComparison.Ordinal);
        Assert.Contains("- **02:30:00 +01:00** after", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Utc_is_called_so() => Assert.Contains(
        "Times are in UTC.",
        PostMortemMarkdownWriter.Write(PostMortemBuilder.Build(Sample.Resolved, [], Sample.Procedure, TimeZoneInfo.Utc)),
        StringComparison.Ordinal);

    [Fact]
    public void Long_outputs_are_shortened_with_a_note()
    {
        string text = Write(Sample.Resolved, Sample.Entry(1, 0, new EvidenceAdded("log", "text", "[]", string.Join('\n', Enumerable.Range(1, 500)))));

        Assert.Contains("\n  … 460 lines left out …\n", text, StringComparison.Ordinal);
        Assert.Contains("\nLong outputs are shortened here. All of them: `Get-IncidentTimeline INC-42`\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_megabyte_of_title_stays_one_heading()
    {
        string title = string.Concat(Enumerable.Repeat("<b>#`", 200_000));

        Assert.Equal(1 + Headings.Length, Markdown.Parse(Write(Sample.Resolved with { Title = title }), Renderer).OfType<HeadingBlock>().Count());
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 150)]
    public void Nothing_that_came_from_outside_changes_the_document(HostileText text)
    {
        string hostile = text.Value;
        PostMortem postMortem = Build(
            Sample.Resolved with
            {
                Title = hostile,
                Severity = hostile,
                Services = [hostile, hostile],
                Impact = hostile,
                Affected = hostile,
                Commander = hostile,
                RootCause = hostile,
                Resolution = hostile,
                NextSteps = [hostile, hostile],
            },
            Sample.Entry(1, 0, Sample.Declared(hostile) with { Impact = hostile }) with { Actor = hostile },
            Sample.Entry(2, 1, new NoteAdded(hostile)) with { Actor = hostile },
            Sample.Entry(3, 2, new EvidenceAdded(hostile, hostile, "[]", hostile)),
            Sample.Entry(4, 3, Sample.StepStarted(1, hostile)),
            Sample.Entry(5, 4, Sample.StepFinished(1, hostile) with { Status = RunbookStepStatus.Failed, ErrorOutput = hostile, Reason = hostile }),
            Sample.Entry(6, 5, new IncidentClosed(hostile, [hostile])))
            with
        {
            Lessons = [hostile, hostile],
            Prevention = hostile,
            ImpactFigures = new PostMortemImpact { Downtime = TimeSpan.Zero, DataLoss = hostile },
        };

        MarkdownDocument document = Markdown.Parse(PostMortemMarkdownWriter.Write(postMortem), Renderer);

        Assert.Equal(
            [1, .. Headings.Select(_ => 2)],
            document.Descendants<HeadingBlock>().Select(heading => heading.Level));
        Assert.Equal(Headings, document.OfType<HeadingBlock>().Skip(1).Select(heading => heading.Inline!.FirstChild!.ToString()));
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<Markdig.Extensions.Tables.Table>());
        Assert.Equal(postMortem.ActionItems.Count, document.Descendants<Markdig.Extensions.TaskLists.TaskList>().Count());
    }

    private static string Write(Incident incident, params TimelineEntry[] timeline) => PostMortemMarkdownWriter.Write(Build(incident, timeline));

    private static PostMortem Build(Incident incident, params TimelineEntry[] timeline) =>
        PostMortemBuilder.Build(incident, timeline, Sample.Procedure, Sample.Berlin);
}
