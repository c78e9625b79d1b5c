using IncidentOps.Core.Notifications.Templates;

namespace IncidentOps.Core.Tests.Notifications;

/// <summary>What a blank asks for, in the words of those who write guides.</summary>
public sealed class BlankMeaningTests
{
    [Theory]
    [InlineData("Impact: [Description]", nameof(MessageField.Impact))]
    [InlineData("Root Cause: [Description]", nameof(MessageField.RootCause))]
    [InlineData("Progress: [Description]", nameof(MessageField.Progress))]
    [InlineData("**Progress**: [Description]", nameof(MessageField.Progress))]
    [InlineData("*Impact:* [Brief summary]", nameof(MessageField.Impact))]
    [InlineData("We see [Description]", nameof(MessageField.AnyText))]
    [InlineData("Time: [Timestamp]", nameof(MessageField.AnyTime))]
    [InlineData("Duration: [Time]", nameof(MessageField.Duration))]
    [InlineData("Duration: [X hours Y minutes]", nameof(MessageField.Duration))]
    [InlineData("DURATION: [How long it lasted]", nameof(MessageField.Duration))]
    [InlineData("Next update: [Time]", nameof(MessageField.NextUpdate))]
    [InlineData("ETA: [Time or \"unknown\"]", nameof(MessageField.Eta))]
    [InlineData("Expected resolution: [Estimated time]", nameof(MessageField.Eta))]
    [InlineData("Started: YYYY-MM-DD HH:MM UTC", nameof(MessageField.StartedAt))]
    [InlineData("Start time: [HH:MM UTC]", nameof(MessageField.StartedAt))]
    [InlineData("Resolved at {{time}}.", nameof(MessageField.ResolvedAt))]
    [InlineData("The next update follows by [time]", nameof(MessageField.NextUpdate))]
    [InlineData("A review is held at [time]", nameof(MessageField.AnyTime))]
    [InlineData("ETA: [Best estimate or \"under investigation\"]", nameof(MessageField.Eta))]
    [InlineData("Affected users: [Estimate]", nameof(MessageField.Affected))]
    [InlineData("UPDATE: [Incident name]", nameof(MessageField.Title))]
    [InlineData("Blockers: [Any impediments to resolution]", nameof(MessageField.Outside))]
    [InlineData("Resolved: [Timestamp]", nameof(MessageField.ResolvedAt))]
    [InlineData("Affected: [Users/Features]", nameof(MessageField.Affected))]
    [InlineData("Impact: [Who or what is affected, and how]", nameof(MessageField.Impact))]
    [InlineData("ALERT - [Severity] - x", nameof(MessageField.Severity))]
    [InlineData("[P0/P1/P2] x", nameof(MessageField.Severity))]
    [InlineData("SEV-[1-4] x", nameof(MessageField.SeverityCode))]
    [InlineData("P[X] x", nameof(MessageField.SeverityCode))]
    [InlineData("[SEV-{{level}}] x", nameof(MessageField.Severity))]
    [InlineData("x - [Critical/High/Medium/Low]", nameof(MessageField.Severity))]
    [InlineData("severity=<severity>", nameof(MessageField.Severity))]
    [InlineData("x $SEVERITY y", nameof(MessageField.Severity))]
    [InlineData("x ${INCIDENT_ID} y", nameof(MessageField.Id))]
    [InlineData("UPDATE - [Ticket #]", nameof(MessageField.Id))]
    [InlineData("UPDATE - INC-YYYY-NNNN", nameof(MessageField.Id))]
    [InlineData("Status: [Investigating/Identified/Resolved]", nameof(MessageField.Status))]
    [InlineData("Status: Investigating / Identified / Resolved", nameof(MessageField.Status))]
    [InlineData("STATUS: CONTAINING | INVESTIGATING | RESOLVED", nameof(MessageField.Status))]
    [InlineData("Severity: P0 (Critical) / P1 (High)", nameof(MessageField.Severity))]
    [InlineData("Current status: {{status}}", nameof(MessageField.Status))]
    [InlineData("Incident Commander: @[Name]", nameof(MessageField.Commander))]
    [InlineData("Comms Lead: @[name]", nameof(MessageField.Role))]
    [InlineData("affecting <impacted_service>", nameof(MessageField.Service))]
    [InlineData("cause is {{rootCause}}", nameof(MessageField.RootCause))]
    [InlineData("Next Steps: [Follow-up actions]", nameof(MessageField.NextSteps))]
    [InlineData("x [What we're doing next]", nameof(MessageField.NextSteps))]
    [InlineData("Resolution: [What was done]", nameof(MessageField.Resolution))]
    [InlineData("Action taken: [What was done]", nameof(MessageField.Progress))]
    [InlineData("Data impact: [none or potential]", nameof(MessageField.DataLoss))]
    [InlineData("Post-mortem: [Link to doc]", nameof(MessageField.PostMortem))]
    [InlineData("Status page: [URL]", nameof(MessageField.AnyLink))]
    [InlineData("INCIDENT: [Brief description]", nameof(MessageField.Title))]
    [InlineData("Ursache: [Beschreibung]", nameof(MessageField.RootCause))]
    [InlineData("影響: [内容]", nameof(MessageField.Impact))]
    [InlineData("Dear [Customer Name],", nameof(MessageField.Outside))]
    [InlineData("x [Frobnication] y", nameof(MessageField.None))]
    [InlineData("Time: ______", nameof(MessageField.AnyTime))]
    public void Is_what_the_words_and_the_label_say(string line, string expected) =>
        Assert.Equal(expected, BlankMeaning.Of(TemplateParser.Parse(line).Blanks.First()).Field.ToString());

    [Theory]
    [InlineData("Actions taken:\n- [Action 1]\n- [Action 2]", nameof(MessageField.Progress))]
    [InlineData("**Impact:**\n[Describe it]", nameof(MessageField.Impact))]
    [InlineData("## Root cause\n\n[Brief explanation]", nameof(MessageField.RootCause))]
    [InlineData("WHAT WE ARE DOING\n<text>", nameof(MessageField.Progress))]
    [InlineData("Follow-up:\n- [Action]", nameof(MessageField.NextSteps))]
    [InlineData("Nothing announces it.\n[Details]", nameof(MessageField.AnyText))]
    public void A_line_of_its_own_belongs_to_what_announces_it(string body, string expected) =>
        Assert.All(TemplateParser.Parse(body).Blanks, blank => Assert.Equal(expected, BlankMeaning.Of(blank).Field.ToString()));

    [Theory]
    [InlineData("- [ ] Write it up")]
    [InlineData("- [x] Write it up")]
    [InlineData("See [the page](https://a.example)")]
    [InlineData("2 * 3 * 4 < 30 and $5")]
    [InlineData("Status: Investigating")]
    [InlineData("Read/write errors: yes / no")]
    public void What_is_no_blank_stays_text(string line) => Assert.Empty(TemplateParser.Parse(line).Blanks);

    [Fact]
    public void A_bracketed_name_is_the_senders_where_blanks_are_written_otherwise()
    {
        TemplateText text = TemplateParser.Parse("Subject: [ACME] Update - <description>\n\nHello");

        Assert.Equal("description", Assert.Single(text.Blanks).Name);
        Assert.Equal(["ACME", "description"], text.Subject!.Spans.Where(span => span.Text.Trim(' ', '-').Length > 0 && !span.Text.Contains("Update", StringComparison.Ordinal)).Select(span => span.Text));
        Assert.Equal(2, TemplateParser.Parse("[ACME] <description> [Customer Name]").Blanks.Count(blank => blank.Mark == '['));
    }
}
