using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What guides tell apart from the chapter that it belongs to: paths among other things, times in targets and timetables, contacts side by side.</summary>
public sealed class ApartKindsTests
{
    private const string Severities = "## Severity\n\n| Sev | Meaning |\n|-|-|\n| P1 | gone |\n| P2 | slow |\n\n";

    private static string Levels(Procedure procedure) =>
        string.Join("; ", procedure.EscalationLevels.Select(level => $"{level.Name} {level.After?.TotalMinutes}".Trim()));

    [Theory]
    [InlineData("## Talk\n\n1. Tell the house\n\n2. Escalation Process:\n   ```\n   Duty engineer -> Team lead -> Director\n   ```\n")]
    [InlineData("## Talk\n\n- **Escalation path**: Duty engineer → Team lead → Director\n")]
    [InlineData("## Talk\n\n**Escalation:** Duty engineer => Team lead => Director\n")]
    [InlineData("## Talk\n\nTell the house.\n\n**Escalation chain:**\n\nDuty engineer → Team lead → Director\n")]
    public void A_path_may_stand_in_another_chapter(string talk) =>
        Assert.Equal("Duty engineer; Team lead; Director", Levels(Compile(talk)));

    [Theory]
    [InlineData("## Talk\n\n- **Escalation**: alert → page → fix\n")]
    [InlineData("## Talk\n\n- **Flow**: Duty engineer → Team lead → Director\n")]
    public void What_is_no_path_of_people_stays_out(string talk) => Assert.Empty(Compile(talk).EscalationLevels);

    [Fact]
    public void Levels_may_be_cards_in_a_fence()
    {
        Procedure procedure = Compile("## Contacts and Escalation Path\n\n```\nFIRST ON-CALL\n  Role: Baker\n  When: first call\n\nESCALATION 1 — Mill Owner\n  When: P1, or still open after 2 hours\n\nESCALATION 2 — Mayor\n  When: the town is told\n\nOUTSIDE\n  Lawyer: 12 34 56 78\n```\n");
        Assert.Equal("FIRST ON-CALL; Mill Owner 120; Mayor", Levels(procedure));
    }

    [Fact]
    public void What_is_done_beside_is_no_part_of_the_name() =>
        Assert.Equal("Duty engineer; Legal owner", Levels(Compile("## Roles\n\n- **Baker**: bakes\n\nEscalation order:\n\n1. Duty engineer\n2. Legal owner in parallel for stolen bread\n")));

    [Theory]
    [InlineData("- P1 Response: <15 minutes\n- P1 Resolution: <4 hours\n- P2 Response: <1 hour\n- P2 Resolution: 1 day\n")]
    [InlineData("| Metric | Target |\n|-|-|\n| Response time (P1) | < 15 min |\n| Resolution (P1) | 4 hours |\n| Response time (P2) | 1 hour |\n| Resolution (P2) | 24 hours |\n")]
    public void Times_may_stand_among_the_targets(string targets)
    {
        Procedure procedure = Compile(Severities + "## Metrics\n\n" + targets);
        Assert.Equal([(15.0, 240.0), (60.0, 1440.0)], procedure.Severities.Select(level => (level.ResponseTime!.Value.TotalMinutes, level.ResolutionTime!.Value.TotalMinutes)));
    }

    [Fact]
    public void Targets_change_nothing_that_is_told()
    {
        Procedure procedure = Compile("## Severity\n\n| Sev | Meaning | Response time |\n|-|-|-|\n| P1 | gone | 5 min |\n| P2 | slow | 1 hour |\n\n## Metrics\n\n- P1 response: 7 min\n- P2 response: 2 hours\n");
        Assert.Equal([5.0, 60.0], procedure.Severities.Select(level => level.ResponseTime!.Value.TotalMinutes));
        Assert.DoesNotContain(procedure.Findings, finding => finding.RuleId == "guide/contradiction");
    }

    [Fact]
    public void A_timetable_of_a_level_tells_when_it_is_acknowledged()
    {
        Procedure procedure = Compile(Severities + "## Escalation Timelines\n\n### P1 - Critical\n\n| Time | Action | Contact |\n|-|-|-|\n| 0 min | Alert sent | Watch |\n| 5 min | Incident acknowledged | Watch |\n\n### P2 - High\n\n| Time | Action | Contact |\n|-|-|-|\n| 0 min | Alert sent | Watch |\n| 30 min | Incident acknowledged | Watch |\n");
        Assert.Equal([5.0, 30.0], procedure.Severities.Select(level => level.ResponseTime!.Value.TotalMinutes));
    }

    [Fact]
    public void Examples_may_follow_the_description_in_its_own_chapter()
    {
        SeverityLevel level = Compile("## Severity\n\n### P1 - High\n\n#### Description\n\nOne of these holds:\n\n- all is lost\n- the press calls\n- nobody pays\n\nExamples:\n\n- no bread\n- no mill\n\n### P2 - Low\n\n#### Description\n\nThe rest.\n").Severities[0];
        Assert.Equal(["no bread", "no mill"], level.Examples);
        Assert.Equal("One of these holds: all is lost; the press calls; nobody pays", level.Definition);
    }

    [Fact]
    public void Business_hours_may_be_told_without_a_time()
    {
        Procedure procedure = Compile("## Severity\n\n### P1 - High\n\nAll is lost.\n\nGuidelines:\n\n- Work goes on day and night.\n\n### P2 - Low\n\nThe rest.\n\nGuidelines:\n\n- Respond during business hours.\n");
        Assert.Equal([false, true], procedure.Severities.Select(level => level.BusinessHours));
    }

    [Theory]
    [InlineData("| Who | Address | Method |\n|-|-|-|\n| Mill | mill@flour.test | Mail + form |\n", "mill@flour.test")]
    [InlineData("| Role | Primary Contact | Backup Contact |\n|-|-|-|\n| Mill | mill@flour.test | Mayor |\n", "mill@flour.test")]
    [InlineData("| Papel | Responsável | Canal |\n|-|-|-|\n| Mill | A equipe | flour.test/help |\n", "flour.test/help")]
    [InlineData("| Who | Contact | Method |\n|-|-|-|\n| Mill | the miller | Mail |\n", "the miller, Mail")]
    public void What_kind_of_way_it_is_is_none_itself(string table, string value) =>
        Assert.Equal(("Mill", value), Compile("## Contacts\n\n" + table).Contacts.Select(one => (one.Name, one.Value)).Single());

    [Fact]
    public void Contacts_may_stand_side_by_side()
    {
        Procedure procedure = Compile("## Contacts\n\n- Lawyer: `[phone]` · Insurer/broker: 12 34 56 78 · Mill\n  support: help@mill.test.\n");
        Assert.Equal([("Lawyer", null), ("Insurer/broker", "12 34 56 78"), ("Mill support", "help@mill.test")], procedure.Contacts.Select(one => (one.Name, one.Value)));
    }

    [Theory]
    [InlineData("### Phase 6: Post-Incident Review (7-14 days)\n\nWrite it down.\n\n#### Post-mortem\n\nSchedule within 1 week of the end.\n", 7)]
    [InlineData("### Phase 6: Post-Incident Review (7-14 days)\n\nWrite it down.\n", 14)]
    public void A_window_of_the_phase_is_the_weaker_deadline(string phase, int days) =>
        Assert.Equal(TimeSpan.FromDays(days), Compile("## Response\n\n" + phase).PostMortemWithin);

    [Fact]
    public void The_deadline_may_stand_below_its_head_in_a_table() =>
        Assert.Equal(TimeSpan.FromDays(5), Compile("## Severity\n\n| Sev | Meaning | Post-mortem |\n|-|-|-|\n| P1 | gone | Required, 5 days |\n| P2 | slow | No |\n\n## Review\n\n- [ ] Post-mortem actions of the last 90 days are done\n").PostMortemWithin);

    [Fact]
    public void What_a_report_to_others_contains_is_no_deadline_of_its_own() =>
        Assert.Null(Compile("## Law\n\n1. Final report within 30 days containing:\n   - Root cause analysis\n   - Names\n").PostMortemWithin);

    [Theory]
    [InlineData("1. **Post-Incident Review (PIR)**\n   - Schedule within 24-48 hours\n   - All bakers come\n2. **News**\n   - Post-mortem published\n", 48)]
    [InlineData("1. **News**\n   - Post-mortem published\n   - Guild told\n", 24)]
    public void An_item_that_says_when_outweighs_the_title_of_its_list(string list, int hours) =>
        Assert.Equal(hours, Compile("## Response\n\n### Phase 1: Look\n\n- look\n\n### Phase 2: Post-incident\n\n**First actions (same day):**\n\n" + list).PostMortemWithin?.TotalHours);
}
