using System.Collections;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Notifications;
using IncidentOps.Core.Tests.Incidents;
using IncidentOps.Incidents;
using IncidentOps.Notifications;

namespace IncidentOps.Core.Tests.Notifications;

public sealed class MessageComposerTests
{
    private static readonly MessageBench Bench = new();

    [Fact]
    public void What_has_just_begun_is_an_initial_alert()
    {
        IncidentMessage message = Bench.Compose(new IncidentStory(IncidentStory.Checkout with { Impact = "Nobody can pay" })).Message;

        Assert.Equal("🚨 ALERT - P1 High - db\nTime: 2026-03-02 11:00 Europe/Berlin\nImpact: Nobody can pay\nAffected: checkout", message.Body);
        Assert.Equal("🚨 ALERT - P1 High - db", message.Subject);
        Assert.Equal((MessageKind.InitialAlert, "Initial Alert", "/guides/guide.md"), (message.Kind, message.Template, message.Path));
        Assert.Empty(message.NotKnownYet);
        Assert.Empty(message.Unresolved);
        Assert.Equal(message.Body, message.ToString());
    }

    [Fact]
    public void What_has_news_is_a_status_update()
    {
        IncidentStory story = new IncidentStory()
            .Wait(5).Do(decide => decide.Update(IncidentStatus.Investigating, "Reading logs", null, null))
            .Wait(5).Do(decide => decide.Update(null, "The pool is full", IncidentStory.Start.AddHours(1), null));

        Assert.Equal(
            "📊 UPDATE - INC-1\nStatus: Investigating\nProgress: The pool is full\nETA: 12:00 Europe/Berlin",
            Bench.Compose(story).Message.Body);
    }

    [Fact]
    public void What_is_over_is_a_resolution()
    {
        IncidentStory story = new IncidentStory()
            .Wait(72).Do(decide => decide.Resolve("Too many workers", "Rolled back", ["Limit the pool", "Alert on it"], null));

        IncidentMessage message = Bench.Compose(story.Wait(60)).Message;

        Assert.Equal("✅ RESOLVED - INC-1\nDuration: 1h 12m\nRoot Cause: Too many workers\nNext Steps: Limit the pool; Alert on it", message.Body);
        Assert.Equal(MessageKind.Resolution, Bench.Compose(story.Do(decide => decide.Close(force: true, "done", null))).Message.Kind);
    }

    [Theory]
    [InlineData(IncidentStatus.Detected, MessageKind.InitialAlert)]
    [InlineData(IncidentStatus.Acknowledged, MessageKind.InitialAlert)]
    [InlineData(IncidentStatus.Investigating, MessageKind.StatusUpdate)]
    [InlineData(IncidentStatus.Identified, MessageKind.StatusUpdate)]
    [InlineData(IncidentStatus.Monitoring, MessageKind.StatusUpdate)]
    [InlineData(IncidentStatus.Resolved, MessageKind.Resolution)]
    [InlineData(IncidentStatus.Closed, MessageKind.Resolution)]
    [InlineData(IncidentStatus.Dismissed, MessageKind.StatusUpdate)]
    [InlineData(IncidentStatus.Merged, MessageKind.StatusUpdate)]
    public void The_status_decides_what_is_told(IncidentStatus status, MessageKind expected) =>
        Assert.Equal(expected, Bench.Compose(IncidentStory.At(status)).Message.Kind);

    [Fact]
    public void Acknowledging_with_a_message_is_news() => Assert.Equal(
        MessageKind.StatusUpdate,
        Bench.Compose(new IncidentStory().Do(decide => decide.Acknowledge("ada", null, "On it"))).Message.Kind);

    [Fact]
    public void What_is_not_known_yet_reads_naturally()
    {
        IncidentStory bare = new(IncidentStory.Checkout with { Services = [], Components = [] });

        IncidentMessage message = Bench.Compose(bare).Message;

        Assert.Equal("🚨 ALERT - P1 High - component not known yet\nTime: 2026-03-02 11:00 Europe/Berlin\nImpact: under investigation\nAffected: not known yet", message.Body);
        Assert.Equal(["Component", "Impact", "Users/Features"], message.NotKnownYet);
        Assert.Empty(message.Unresolved);
    }

    [Theory]
    [InlineData("Dear [Customer Name],", "Dear (Customer Name not known yet),", "Customer Name")]
    [InlineData("Bridge: [Conference line/link]", "Bridge: not known yet", "Conference line/link")]
    [InlineData("Score: {{frobnication}}", "Score: not known yet", "frobnication")]
    [InlineData("Ask <the {frob}> now", "Ask (the frob not known yet) now", "the {frob}")]
    [InlineData("Score: _____", "Score: not known yet", "Score")]
    public void What_no_incident_holds_is_named_and_leaves_no_brackets(string template, string body, string name)
    {
        IncidentMessage message = MessageBench.Fill(template);

        Assert.Equal(body, message.Body);
        Assert.Equal([name], message.Unresolved);
        Assert.Empty(message.NotKnownYet);
    }

    [Theory]
    [InlineData(IncidentStatus.Detected, "Investigating")]
    [InlineData(IncidentStatus.Acknowledged, "Investigating")]
    [InlineData(IncidentStatus.Investigating, "Investigating")]
    [InlineData(IncidentStatus.Identified, "Identified")]
    [InlineData(IncidentStatus.Monitoring, "Monitoring")]
    [InlineData(IncidentStatus.Resolved, "Resolved")]
    [InlineData(IncidentStatus.Closed, "Resolved")]
    [InlineData(IncidentStatus.Dismissed, "Resolved")]
    [InlineData(IncidentStatus.Merged, "Continues under INC-9")]
    public void A_choice_is_made_where_one_is_true(IncidentStatus status, string expected) =>
        Assert.Equal($"Status: {expected}", MessageBench.Body("Status: [Investigating/Resolved]", IncidentStory.At(status)));

    [Theory]
    [InlineData("[P0/P1/P2]", "P1")]
    [InlineData("P[X] - [Critical/High/Medium/Low]", "P1 - High")]
    [InlineData("SEV-[1-4]", "P1")]
    [InlineData("Severity: P0 (Critical) / P1 (High) / P2 (Medium)", "Severity: P1 (High)")]
    [InlineData("Status: 🟢 GREEN | 🟡 YELLOW | 🔴 RED", "Status: 🔴 RED")]
    [InlineData("STATUS: CONTAINING / INVESTIGATING / RESOLVED", "STATUS: INVESTIGATING")]
    public void A_choice_keeps_the_guides_spelling(string template, string expected) =>
        Assert.Equal(expected, MessageBench.Body(template, IncidentStory.At(IncidentStatus.Investigating)));

    [Theory]
    [InlineData("[Time]", "2026-03-02 11:00 Europe/Berlin")]
    [InlineData("[Time] UTC", "2026-03-02 10:00 UTC")]
    [InlineData("HH:MM UTC", "10:00 UTC")]
    [InlineData("[HH:MM UTC]", "10:00 UTC")]
    [InlineData("[HH:MM]", "11:00 Europe/Berlin")]
    [InlineData("YYYY-MM-DD HH:MM UTC", "2026-03-02 10:00 UTC")]
    [InlineData("YYYY-MM-DD", "2026-03-02")]
    [InlineData("[Date]", "2026-03-02")]
    [InlineData("[Date/Time]", "2026-03-02 11:00 Europe/Berlin")]
    [InlineData("[ISO timestamp]", "2026-03-02T11:00:00+01:00")]
    public void Times_are_written_as_the_blank_wants_them(string blank, string expected) =>
        Assert.Equal($"Started: {expected}", MessageBench.Body($"Started: {blank}"));

    [Fact]
    public void The_hour_that_comes_twice_is_told_apart()
    {
        DateTimeOffset moment = new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);

        Assert.Equal("X: 2026-10-25 02:30 Europe/Berlin (UTC+02:00)", MessageBench.Body("X: [Foo]", values: new Hashtable { ["Foo"] = moment }));
        Assert.Equal("X: 2026-10-25 02:30 Europe/Berlin (UTC+01:00)", MessageBench.Body("X: [Foo]", values: new Hashtable { ["Foo"] = moment.AddHours(1) }));
    }

    [Fact]
    public void The_next_update_is_when_the_clock_says_and_never_past()
    {
        IncidentStory story = new();

        Assert.Equal("Next update: 11:30 Europe/Berlin", MessageBench.Body("Next update: [Time]", story.Wait(10)));
        Assert.Equal("Next update: 12:10 Europe/Berlin", MessageBench.Body("Next update: [Time]", story.Wait(30)));
        Assert.Equal(
            "Next update: as soon as there is news",
            MessageBench.Body("Next update: [Time]", new IncidentStory(IncidentStory.Checkout with { Severity = "P3" })));
        Assert.Equal("Next update: none, the incident is over", MessageBench.Body("Next update: [Time]", IncidentStory.At(IncidentStatus.Resolved)));
    }

    [Fact]
    public void An_estimate_that_has_passed_is_none()
    {
        IncidentStory story = new IncidentStory().Do(decide => decide.Update(null, "Soon", IncidentStory.Start.AddMinutes(20), null));

        Assert.Equal("ETA: 11:20 Europe/Berlin", MessageBench.Body("ETA: [If known]", story.Wait(10)));
        IncidentMessage late = MessageBench.Fill("ETA: [If known]", story.Wait(20));
        Assert.Equal("ETA: being estimated anew", late.Body);
        Assert.Equal(["ETA"], late.NotKnownYet);
    }

    [Fact]
    public void Progress_is_what_was_told_last_and_never_a_note()
    {
        IncidentStory story = new IncidentStory()
            .Do(decide => decide.Update(IncidentStatus.Investigating, "Reading logs", null, null))
            .Do(decide => decide.Record(new NoteAdded("The boss is angry"), null));
        Assert.Equal("Progress: Reading logs", MessageBench.Body("Progress: [Description]", story));

        story.Do(decide => decide.Update(IncidentStatus.Monitoring, null, null, null));
        Assert.Equal("Progress: A fix is in place and is being watched", MessageBench.Body("Progress: [Description]", story));
    }

    [Fact]
    public void Places_in_a_list_are_as_many_as_there_is_to_say()
    {
        IncidentStory story = new IncidentStory()
            .Do(decide => decide.Update(null, "First", null, null))
            .Do(decide => decide.Update(null, "Second", null, null))
            .Do(decide => decide.Update(null, "Third", null, null));

        Assert.Equal("Actions:\n- First\n- Second\n- Third\nEnd", MessageBench.Body("Actions:\n- [Action 1]\n- [Action 2]\nEnd", story));
        Assert.Equal("Actions:\n1. First\n2. Second\n3. Third", MessageBench.Body("Actions:\n1. [Action 1]\n2. [Action 2]", story));
        Assert.Equal("Next steps:\n- being worked out\nEnd", MessageBench.Body("Next steps:\n- [Step 1]\n- [Step 2]\n- [Step 3]\nEnd", story));
        Assert.Equal("Progress:\n- First\n- Second\n- Third\n- being worked out", MessageBench.Body("Progress:\n- [Latest]\n- [Current investigation]\n- [Next steps]", story));
    }

    [Fact]
    public void A_timeline_is_told_as_long_as_it_is()
    {
        const string template = "Timeline:\n- [Time]: [Action taken]\n- [Time]: [Finding]\nEnd";
        IncidentStory story = new();
        Assert.Equal("Timeline:\n- 11:00 Europe/Berlin: Seen, and not taken up yet\nEnd", MessageBench.Body(template, story));

        story.Wait(5).Do(decide => decide.Update(IncidentStatus.Investigating, "Reading logs", null, null))
            .Wait(5).Do(decide => decide.Update(null, "The pool is full", null, null))
            .Wait(5).Do(decide => decide.Update(IncidentStatus.Identified, null, null, null));
        Assert.Equal(
            "Timeline:\n- 11:05 Europe/Berlin: Reading logs\n- 11:10 Europe/Berlin: The pool is full\n- 11:15 Europe/Berlin: The cause is known, a fix is being worked on\nEnd",
            MessageBench.Body(template, story));
    }

    [Fact]
    public void Next_steps_have_nobody_and_no_date_until_somebody_gives_them()
    {
        const string template = "Follow-up:\n- [ ] [Action item 1] - Owner: [Name] - Due: [Date]\n- [ ] [Action item 2] - Owner: [Name] - Due: [Date]";
        Assert.Equal("Follow-up:\n- being worked out", MessageBench.Body(template));

        IncidentStory story = new IncidentStory().Do(decide => decide.Resolve("x", "y", ["Limit it", "Watch it", "Test it"], null));
        Assert.Equal(
            "Follow-up:\n- Limit it - Owner: nobody yet - Due: no date yet\n- Watch it - Owner: nobody yet - Due: no date yet\n- Test it - Owner: nobody yet - Due: no date yet",
            MessageBench.Body(template, story));
    }

    [Theory]
    [InlineData("ETA: [Best estimate or \"as soon as we can\"]", "ETA: as soon as we can")]
    [InlineData("Affected users: [Number]", "Affected users: not known yet")]
    [InlineData("Affected services: [Names]", "Affected services: checkout")]
    [InlineData("Owner: @[name]", "Owner: not assigned yet")]
    [InlineData("Impact: {{impact}}. More to come.", "Impact: under investigation. More to come.")]
    [InlineData("The review is a post-mortem at [date/time].", "The review is a post-mortem at a time to be agreed.")]
    public void What_is_not_known_reads_naturally_wherever_it_stands(string template, string expected) =>
        Assert.Equal(expected, MessageBench.Body(template));

    [Fact]
    public void A_text_of_several_lines_passes_for_no_line_of_the_template()
    {
        IncidentStory story = new(IncidentStory.Checkout with { Impact = "Bad\nStatus: Resolved\n\n- item" });

        Assert.Equal("Impact: Bad\n  Status: Resolved\n  - item\nStatus: open", MessageBench.Body("Impact: [Description]\nStatus: open", story));
        Assert.Equal("An impact of Bad Status: Resolved - item is seen", MessageBench.Body("An impact of [impact] is seen", story));
    }

    [Fact]
    public void People_are_found_by_their_roles()
    {
        IncidentStory story = new IncidentStory()
            .Do(decide => decide.AssignRole("Commander", "ada"))
            .Do(decide => decide.AssignRole("Communications", "kim"));

        Assert.Equal(
            "IC: ada\nComms Lead: kim\nTech Lead: not assigned yet",
            MessageBench.Body("IC: [Name]\nComms Lead: [name]\nTech Lead: [name]", story));
    }

    [Fact]
    public void The_guides_tools_and_the_organisation_fill_what_asks_for_them()
    {
        Assert.Equal("Status page: https://status.example.com", MessageBench.Body("Status page: [URL]"));
        Assert.Equal(["URL"], MessageBench.Fill("Monitoring: [URL]").Unresolved);
        Assert.Equal("Yours, Example Ltd", MessageBench.Body("Yours, [Company]"));
    }

    [Fact]
    public void The_post_mortem_is_due_when_the_clock_says() => Assert.Equal(
        "Post-mortem: 2026-03-04 11:01 Europe/Berlin",
        MessageBench.Body("Post-mortem: [Date/Time]", IncidentStory.At(IncidentStatus.Resolved)));

    [Theory]
    [InlineData("Subject: UPDATE - [Ticket #]\n\nHello,\nnews.", "UPDATE - INC-1", "Hello,\nnews.")]
    [InlineData("**Subject:** UPDATE - [Ticket #]\n\nHello", "UPDATE - INC-1", "Hello")]
    [InlineData("Betreff: [Severity]\nHallo", "P1 High", "Hallo")]
    [InlineData("Hello everybody,\n\nit is [Severity]", "it is P1 High", "Hello everybody,\n\nit is P1 High")]
    [InlineData("Hello everybody,", "INC-1 P1: Checkout is down", "Hello everybody,")]
    public void A_subject_is_taken_out_or_found(string template, string subject, string body)
    {
        IncidentMessage message = MessageBench.Fill(template);

        Assert.Equal(subject, message.Subject);
        Assert.Equal(body, message.Body);
    }

    [Fact]
    public void Nobody_takes_a_drill_for_the_real_thing()
    {
        IncidentMessage message = Bench.Compose(new IncidentStory(IncidentStory.Checkout with { IsDrill = true })).Message;

        Assert.StartsWith("This is a drill. There is no real incident.\n\n🚨", message.Body, StringComparison.Ordinal);
        Assert.StartsWith("DRILL: 🚨", message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_values_come_first_by_words_label_or_meaning()
    {
        const string template = "Impact: [Description]\nRoot cause: [Description]\nETA: [Estimated time]\nBridge: [Link]\nSteps: [Next steps]";
        Hashtable values = new()
        {
            ["impact"] = "Nobody can pay",
            ["Root Cause"] = "",
            ["eta"] = TimeSpan.FromMinutes(30),
            ["Link"] = "https://meet.example.com",
            ["follow-up"] = new object[] { "Limit it", "Watch it" },
            ["Colour"] = "red",
        };

        MessageResult result = new MessageBench { Procedure = MessageBench.Guide with { Templates = [MessageBench.Template("Initial Alert", template)] } }
            .Compose(new IncidentStory(), new MessageRequest { Template = "Initial Alert", Values = values });

        Assert.Equal("Impact: Nobody can pay\nRoot cause: under investigation\nETA: 30m\nBridge: https://meet.example.com\nSteps: Limit it; Watch it", result.Message.Body);
        Assert.Equal(["Colour"], result.Unused);
        Assert.Empty(result.Message.Unresolved);
        Assert.Equal(["Root cause"], result.Message.NotKnownYet);
    }

    [Fact]
    public void Two_blanks_of_the_same_words_are_given_by_their_labels()
    {
        Hashtable values = new() { ["A: Foo"] = "1", ["B"] = "2", ["Foo"] = "3" };

        Assert.Equal("A: 1\nB: 2\nC: 3", MessageBench.Body("A: [Foo]\nB: [Foo]\nC: [Foo]", values: values));
    }

    [Fact]
    public void A_resolution_of_what_is_open_and_an_example_are_remarked_on()
    {
        Assert.Contains("still open", Assert.Single(MessageErrors.Remarks(Bench.Compose(new IncidentStory(), new MessageRequest { Template = "Resolution" }))), StringComparison.Ordinal);
        MessageResult example = new MessageBench { Procedure = MessageBench.Guide with { Templates = [MessageBench.Template("Alert", "Started: 2025-01-01 10:00\nImpact: [Description]")] } }
            .Compose(new IncidentStory(), new MessageRequest { Template = "Alert" });
        Assert.Contains("example", Assert.Single(MessageErrors.Remarks(example)), StringComparison.Ordinal);
        Assert.Empty(MessageErrors.Remarks(Bench.Compose(new IncidentStory())));
    }

    [Fact]
    public void Very_long_texts_are_cut_with_a_note() => Assert.EndsWith(
        " … 7,000 characters left out",
        MessageBench.Body("Impact: [Description]", new IncidentStory(IncidentStory.Checkout with { Impact = new string('x', 10_000) })),
        StringComparison.Ordinal);
}
