using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>How levels are written down: bullets without labels, columns of the guide's own, marks, keys, brackets.</summary>
public sealed class SeverityNotationKindsTests
{
    private static SeverityLevel First(string guide) => Compile(guide).Severities[0];

    [Theory]
    [InlineData("- No bread at all\n- The bakery burns\n\n**Response time**: 15 min\n")]
    [InlineData("- **No bread at all**\n- **The bakery burns**\n- **Response time:** 15 min\n")]
    [InlineData("**Response time: 15 min**\n\n- No bread at all\n- The bakery burns\n")]
    [InlineData("**Response time: Immediate (within 15 min)**\n\nExamples:\n- No bread at all\n- The bakery burns\n\nActions:\n1. Call the smith\n")]
    public void Bullets_below_a_level_tell_what_it_is_like(string below)
    {
        SeverityLevel first = First($"## Severity Levels\n\n### SEV1 - Critical\n\n{below}\n### SEV2 - Low\n\n- Few rolls\n- Pale rolls\n");
        Assert.Equal(["No bread at all", "The bakery burns"], first.Examples);
        Assert.Equal(15, first.ResponseTime?.TotalMinutes);
    }

    [Fact]
    public void Examples_by_that_name_go_before_what_only_may_be_some()
    {
        SeverityLevel first = First("## Severity Levels\n\n### P1\n\n- No bread at all\n- Nobody can buy\n\n**Examples:** the oven is cold, the door is shut\n\n### P2\n\n- Few rolls\n");
        Assert.Equal("No bread at all; Nobody can buy", first.Definition);
        Assert.Equal(["the oven is cold", "the door is shut"], first.Examples);
    }

    [Fact]
    public void An_item_that_is_called_a_levels_examples_holds_them() =>
        Assert.Equal(
            ["the oven is cold", "the door is shut"],
            First("## Severity\n\n- **Severity 1** examples:\n  - the oven is cold\n  - the door is shut\n- **Severity 2** examples:\n  - pale rolls\n").Examples);

    [Theory]
    [InlineData("Criticality | Performance Metrics", "Extreme")]
    [InlineData("Incident Criticality | Was es heißt", "Extreme")]
    public void A_column_with_a_head_of_its_own_defines_where_no_other_does(string heads, string name)
    {
        SeverityLevel first = First($"## Incident criticality assignment\n\n| {heads} | Response time |\n| --- | --- | --- |\n| Extreme | No bread for the whole town | 1 hour |\n| Low | A roll is rather pale today | 1 day |\n");
        Assert.Equal((name, "No bread for the whole town"), (first.Name, first.Definition));
    }

    [Fact]
    public void What_is_marked_in_a_levels_column_defines_it()
    {
        Procedure procedure = Compile("## Severity\n\n| Criteria | SEV1 | SEV2 |\n| --- | --- | --- |\n| The oven is cold | Yes | - |\n| The door is shut | ✓ | No |\n| Rolls are pale | No | ✅ |\n| Response time | 5 min | 1 h |\n");
        Assert.Equal(["The oven is cold; The door is shut", "Rolls are pale"], procedure.Severities.Select(level => level.Definition));
        Assert.Equal([5.0, 60.0], procedure.Severities.Select(level => level.ResponseTime!.Value.TotalMinutes));
    }

    [Theory]
    [InlineData("", "  ")]
    [InlineData("severity_levels:\n", "    ")]
    public void Levels_may_be_keys_with_their_labels_below_one_for_all(string above, string margin)
    {
        string outer = above.Length > 0 ? "  " : "";
        SeverityLevel first = First($"## Severity Levels\n\n```yaml\n{above}{outer}p0_critical:\n{margin}description: \"No bread\"\n{margin}response_time: \"5 minutes\"\n{margin}examples:\n{margin}  - the oven is cold\n\n{outer}p1_high:\n{margin}description: Few rolls\n{margin}response_time: 1 hour\n```\n");
        Assert.Equal(("P0", "Critical", "No bread"), (first.Name, first.Label, first.Definition));
        Assert.Equal(5, first.ResponseTime?.TotalMinutes);
        Assert.Equal(["the oven is cold"], first.Examples);
    }

    [Fact]
    public void A_score_in_brackets_is_no_part_of_the_definition() =>
        Assert.Equal("The key is lost", First("## Severity\n\n- **Critical (9.0-10.0):** The key is lost\n- **Low (0.1 - 3.9):** A roll is pale\n").Definition);

    [Fact]
    public void A_bracket_that_names_cases_is_no_label()
    {
        SeverityLevel first = First("## Severity\n\n- P0 (no bread / no key) → immediately, by telephone to all who can bake and to their neighbours\n- P1 (pale rolls) → the same day\n");
        Assert.Equal((null, "no bread / no key"), (first.Label, first.Definition));
        Assert.Equal(0, first.ResponseTime?.TotalMinutes);
    }

    [Theory]
    [InlineData("Immediate — response begins within 1 hour of the smell", 60.0)]
    [InlineData("Immediate; first update in 15 minutes", 0.0)]
    [InlineData("Within hours", null)]
    [InlineData("No immediate action", null)]
    public void Words_round_a_time_do_not_make_it_an_escalation(string cell, double? minutes)
    {
        SeverityLevel first = First($"## Severity\n\n| Severity | Definition | Response |\n| --- | --- | --- |\n| P1 | No bread | {cell} |\n| P2 | Pale rolls | Within 1 day |\n");
        Assert.Equal(minutes, first.ResponseTime?.TotalMinutes);
        Assert.Null(first.Escalation);
    }

    [Fact]
    public void A_target_is_the_response_only_where_it_is_no_other()
    {
        SeverityLevel first = First("## Severity\n\n| Severity | Definition | Target acknowledge | Target mitigation | Target disclosure |\n| --- | --- | --- | --- | --- |\n| P1 | No bread | 15 min | 2 h | 7 days |\n| P2 | Pale rolls | 1 h | 1 d | 14 days |\n");
        Assert.Equal((15.0, 120.0), (first.ResponseTime?.TotalMinutes, first.ResolutionTime?.TotalMinutes));
    }

    [Fact]
    public void A_table_of_reviews_says_when_they_are_due_and_not_who_is_called()
    {
        SeverityLevel first = First("## Severity\n\n- **P1**: no bread\n- **P2**: pale rolls\n\n## Post-Incident Review\n\n| Severity | Timing | Attendees |\n| --- | --- | --- |\n| P1 | Within 24 hours | All bakers |\n| P2 | Within 48 hours | The master |\n");
        Assert.Equal("Within 24 hours", first.PostMortem);
        Assert.Null(first.Escalation);
    }

    [Fact]
    public void An_interval_that_is_said_of_none_holds_for_the_rest()
    {
        Procedure procedure = Compile("## Severity\n\n- **P0**: no bread\n- **P1**: pale rolls\n\n## Communication\n\n- P0: post updates every 15 minutes\n- Otherwise post updates every 60 minutes\n");
        Assert.Equal([15.0, 60.0], procedure.Severities.Select(level => level.UpdateInterval?.TotalMinutes ?? 0));
        Assert.DoesNotContain(procedure.Findings, finding => finding.Line == 10);
    }

    [Fact]
    public void Updates_that_come_only_at_the_end_are_said_and_count_as_read()
    {
        Procedure procedure = Compile("## Severity\n\n- **P0**: no bread\n- **P1**: pale rolls\n\n## News\n\n### Communication cadence\n\n| Severity | Update frequency |\n| --- | --- |\n| P0 | Every 30 min |\n| P1 | At resolution |\n");
        Assert.Equal((null, "At resolution"), (procedure.Severities[1].UpdateInterval, procedure.Severities[1].UpdateText));
        Assert.DoesNotContain(procedure.Findings, finding => finding.Line >= 10);
    }

    [Fact]
    public void A_watch_of_a_week_is_the_window() =>
        Assert.Equal(7, Compile("## Response\n\n### Step 1: Monitoring\n\n- Monitor for at least a week\n").MonitoringWindow?.Maximum.TotalDays);

    [Fact]
    public void Words_that_rank_all_items_are_levels_where_the_text_before_says_so()
    {
        const string Items = "- Low: a roll is pale (e.g., the third). Low is no incident.\n- Medium: pale rolls\n- High: no bread\n";
        Assert.Equal(["High", "Medium", "Low"], Compile($"## Incident Response Procedures\n\n{new string('w', 200)} and follow what fits the incident severity ranking:\n\n{Items}").Severities.Select(level => level.Name));
        Assert.Empty(Compile($"## Incident Response Procedures\n\nRisk that remains:\n\n{Items}").Severities);
    }

    [Theory]
    [InlineData("## Incident Types & Severity Levels\n\n### Severity Classification\n\n**CRITICAL (Red)**\n- No bread\n- **Response time**: 1 hour\n\n**LOW (Blue)**\n- Pale rolls\n- **Response time**: 1 day\n")]
    [InlineData("## Incident Categories and Playbooks\n\n- Look at all.\n\n**Severity Levels:**\n\n* **Critical** – No bread\n* **Low** – Pale rolls\n\n**Response Procedures: Bread**\n\n* Bake\n")]
    public void Levels_among_the_kinds_of_incidents_are_levels(string guide) =>
        Assert.Equal(["Critical", "Low"], Compile(guide).Severities.Select(level => char.ToUpperInvariant(level.Name[0]) + level.Name[1..].ToLowerInvariant()));

    [Fact]
    public void A_line_may_say_all_levels_with_label_and_meaning()
    {
        Procedure procedure = Compile("> Severity definitions: **P0** = Critical (no bread), **P1** = High (pale rolls), **P2** = Low (crumbs)\n\n## Cases\n\n- none\n");
        Assert.Equal(["P0/Critical/no bread", "P1/High/pale rolls", "P2/Low/crumbs"], procedure.Severities.Select(level => $"{level.Name}/{level.Label}/{level.Definition}"));
    }

    [Fact]
    public void Bullets_below_a_text_that_defines_a_level_are_what_it_is_like()
    {
        SeverityLevel first = First("## Priority level\n\n- **P0**: _No one in the town can eat._\n  - no bread at all\n  - no key to the shop\n- **P1**: _Some can._\n  - pale rolls\n");
        Assert.Equal("No one in the town can eat.", first.Definition);
        Assert.Equal(["no bread at all", "no key to the shop"], first.Examples);
    }

    [Fact]
    public void Facts_below_a_response_are_read_though_one_of_them_is_none()
    {
        SeverityLevel first = First("## Severity\n\n### SEV-1: Critical\n\n**Response**:\n- **Response Time**: Immediate (< 5 minutes)\n- **Escalation**: call the master\n- **Weather**: any\n\n### SEV-2: Low\n\n**Response**:\n- **Response Time**: < 2 hours\n- **Escalation**: none\n");
        Assert.Equal((5.0, "call the master"), (first.ResponseTime?.TotalMinutes, first.Escalation));
        Assert.Contains("Weather: any", first.Details);
    }

    [Fact]
    public void A_sentence_may_say_how_soon_each_level_is_answered()
    {
        const string Levels = "## Severity\n\n- **SEV0**: no bread\n- **SEV1**: pale rolls\n\n";
        SeverityLevel[] levels = [.. Compile(Levels + "## On-call posture\n\n- Goals: SEV0 ack < 5 min, SEV1 ack < 1 hr.\n").Severities];
        Assert.Equal([5.0, 60.0], levels.Select(level => level.ResponseTime?.TotalMinutes));
        Assert.All(Compile(Levels + "## On-call posture\n\n- SEV0: whoever hears it responds, SEV1 in the morning.\n").Severities, level => Assert.Null(level.ResponseTime));
    }

    [Fact]
    public void A_cell_of_examples_is_no_label() =>
        Assert.Equal(("SEV4", null, "Pale issues"), First("## Severity\n\n| Level | Description | Response | Examples |\n| --- | --- | --- | --- |\n| SEV4 | Low impact | 24 hours | Pale issues |\n| SEV5 | None | 48 hours | Crumbs |\n") is var level ? (level.Name, level.Label, level.Examples[0]) : default);

    [Fact]
    public void A_response_that_names_nobody_is_no_escalation()
    {
        Procedure procedure = Compile("## Severity\n\n| Severity | Definition | Response |\n| --- | --- | --- |\n| P0 | No bread | All hands, the smith is called |\n| P1 | Pale rolls | Normal expedited fix |\n");
        Assert.Equal(["All hands, the smith is called", null], procedure.Severities.Select(level => level.Escalation));
    }

    [Fact]
    public void Two_levels_in_one_heading_share_its_words_out() =>
        Assert.Equal(["P0/Critical", "P2/Medium", "P3/Low"], Compile("## Severity\n\n### P0 - Critical\n\nNo bread.\n\n### P2/P3 - Medium and Low Severity\n\nPale rolls.\n").Severities.Select(level => $"{level.Name}/{level.Label}"));

    [Theory]
    [InlineData("## Severity\n\n- **P0**: no bread. Respond within 15 minutes, update every 30 minutes.\n- **P1**: pale rolls. Respond within 1 hour, update every hour.\n")]
    [InlineData("## Severity\n\n- **P0**: no bread\n- **P1**: pale rolls\n\n## Communication\n\n- Status updates every 30 min (P0) or 1h (P1)\n")]
    public void Each_interval_is_that_of_the_level_it_is_said_of(string guide) =>
        Assert.Equal([30.0, 60.0], Compile(guide).Severities.Select(level => level.UpdateInterval?.TotalMinutes));

    [Theory]
    [InlineData("- Publish it within 5 business days for all P0 and P1 incidents, and within 10 business days for P2.", "within 5 business days for all P0 and P1 incidents", "within 10 business days for P2")]
    [InlineData("P0: within 24 hours. P2: within 3 days.", "P0: within 24 hours", "P2: within 3 days")]
    public void Reviews_are_due_by_level_where_a_sentence_says_so(string told, string first, string last)
    {
        Procedure procedure = Compile($"## Severity\n\n- **P0**: no bread\n- **P1**: pale rolls\n- **P2**: crumbs\n\n## Post-mortem\n\n{told}\n");
        Assert.EndsWith(first, procedure.Severities[0].PostMortem, StringComparison.Ordinal);
        Assert.StartsWith(last, procedure.Severities[2].PostMortem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Response Procedure\n\n1. **Open a ticket:** with all that is known\n   * **P1 - Critical:** No bread.\n   * **P2 - High:** Pale rolls.\n   * **P3 - Low:** Crumbs.\n2. **Tell all**\n")]
    [InlineData("## Response Procedure\n\n- **P1 - Critical:** No bread.\n- **P2 - High:** Pale rolls.\n- **P3 - Low:** Crumbs.\n")]
    public void Levels_in_a_procedure_are_defined_there(string guide) =>
        Assert.Equal(["No bread", "Pale rolls", "Crumbs"], Compile(guide).Severities.Select(level => level.Definition?.TrimEnd('.')));

    [Theory]
    [InlineData("See the list of ovens.")]
    [InlineData("**Access:** ask the master.")]
    public void A_line_below_a_table_ends_it(string line)
    {
        Procedure procedure = Compile($"## Severity\n\n| Severity | Definition | Response time |\n| --- | --- | --- |\n| P0 | No bread | 5 min |\n| P1 | Pale rolls | 1 h |\n{line}\n\n## Contacts\n\n- Smith: smith@example.com\n");
        Assert.Equal(["P0", "P1"], procedure.Severities.Select(level => level.Name));
        Assert.Equal(13, procedure.Contacts.Single().Line);
    }

    [Theory]
    [InlineData("- SEV-1: Full outage (oven cold, no flour)\n- SEV-2: Half of it (one sack)\n")]
    [InlineData("- **SEV-1**: Full outage (oven cold, no flour)\n- **SEV-2**: Half of it (one sack)\n")]
    public void A_definition_keeps_the_bracket_that_closes_it(string list) =>
        Assert.Equal(["Full outage (oven cold, no flour)", "Half of it (one sack)"], Compile($"## Severity Levels\n\n{list}").Severities.Select(level => level.Definition));

    [Fact]
    public void Words_with_brackets_in_one_sentence_are_levels()
    {
        Procedure procedure = Compile("## Triage\n\n1. Is bread lost?\n2. Otherwise classify: Low (a roll is pale) / Medium (pale rolls) / High (no bread).\n");
        Assert.Equal([("High", "no bread"), ("Medium", "pale rolls"), ("Low", "a roll is pale")], procedure.Severities.Select(level => (level.Name, level.Definition!)));
        Assert.Equal(["high", "medium", "low"], Compile("## Triage\n\nClassify impact:\n\n- low: a roll is pale\n- medium: pale rolls\n- high: no bread\n").Severities.Select(level => level.Name));
    }

    [Fact]
    public void Two_codes_of_two_scales_call_one_level()
    {
        Procedure procedure = Compile("## Severity\n\n| Level | Definition | Response |\n|-|-|-|\n| **SEV-1 / P0** | No bread | Immediate |\n| **SEV-2 / P1** | Pale bread | 1 hour |\n\n## Updates\n\n- P0: every 15 minutes\n");
        Assert.Equal([("SEV-1", "P0", 15.0), ("SEV-2", "P1", 0.0)], procedure.Severities.Select(level => (level.Name, level.Label!, level.UpdateInterval?.TotalMinutes ?? 0)));
    }

    [Theory]
    [InlineData("Level")]
    [InlineData("Alert level")]
    [InlineData("Colour")]
    public void Words_of_its_own_in_the_first_column_name_the_levels(string head)
    {
        Procedure procedure = Compile($"## Severity Levels\n\n| {head} | User impact | Response time |\n|-|-|-|\n| 🟡 **Yellow** | Minimal; some wait | 30 min |\n| 🔴 **Red** | Significant | 15 min |\n\n## Scenarios\n\n### Oven is cold\n\n**Severity:** 🔴 RED\n\n1. Light it\n2. Wait\n");
        Assert.Equal(["Red", "Yellow"], procedure.Severities.Select(level => level.Name));
        Assert.Equal("Red", Assert.Single(procedure.Scenarios).Severity);
    }

    [Fact]
    public void A_target_for_the_repair_and_a_limit_in_a_definition_are_no_time_to_answer()
    {
        Procedure procedure = Compile("## Severity\n\n- SEV-1: no bread\n- SEV-2: late bread (p99 > 1 h)\n- SEV-3: slow (p99 > 1 h)\n\n## Response times\n\n- SEV-1: Acknowledge within 5 minutes, mitigation target within 30 minutes.\n- SEV-2: Acknowledge within 15 minutes.\n");
        Assert.Equal([(5.0, 30.0), (15.0, null), (null, (double?)null)], procedure.Severities.Select(level => (level.ResponseTime?.TotalMinutes ?? level.AcknowledgeTime?.TotalMinutes, level.ResolutionTime?.TotalMinutes)));
    }

    [Fact]
    public void Updates_in_the_path_of_one_level_are_of_that_level_though_a_message_stands_below()
    {
        Procedure procedure = Compile("## Severity\n\n- **SEV-1**: no bread\n- **SEV-2**: pale bread\n\n## Escalation Procedures and Templates\n\n### SEV-1 - at once\n\n1. Call the master\n2. Post updates every 30 minutes\n\n**Template:**\n\n```\nNo bread since [time]\nUpdates: [place]\n```\n\n### SEV-2 - soon\n\n1. Call the baker\n");
        Assert.Equal([30.0, null], procedure.Severities.Select(level => level.UpdateInterval?.TotalMinutes));
        Assert.Single(procedure.Templates);
    }
}
