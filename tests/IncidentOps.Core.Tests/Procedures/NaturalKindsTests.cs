using IncidentOps.Core.Procedures;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Notations met in guides that were taken as they came, a few of each part.</summary>
public sealed class NaturalKindsTests
{
    private static IEnumerable<string> Phases(string guide) => Compile(guide).Phases.Select(phase => phase.Name);

    private static IEnumerable<string> Scenarios(string guide) => Compile(guide).Scenarios.Select(scenario => scenario.Name);

    [Fact]
    public void A_course_may_be_told_in_sentences_with_two_parts() =>
        Assert.Equal(
            ["Declare the incident and note when it began", "Name a lead; open a channel", "Contain the fire; confirm that it is out", "Communicate every ten minutes", "Close it when the bread is good again", "Write the postmortem"],
            Phases("## Incident workflow\n\n1. Declare the incident and note when it began.\n2. Name a lead; open a channel.\n3. Contain the fire; confirm that it is out.\n4. Communicate every ten minutes.\n5. Close it when the bread is good again.\n6. Write the postmortem.\n"));

    [Fact]
    public void What_is_done_first_may_stand_above_the_escalation_path()
    {
        Procedure procedure = Compile("## Escalation Procedures\n\n### Initial Response\n\n1. **Acknowledge** the alarm\n2. **Assess** it\n3. **Mitigate** what can be\n4. **Resolve** it\n\n### Escalation Path\n\n1. Baker\n2. Miller\n");
        Assert.Equal(["Acknowledge", "Assess", "Mitigate", "Resolve"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["Baker", "Miller"], procedure.EscalationLevels.Select(level => level.Name));
    }

    [Fact]
    public void A_runbook_within_the_workflow_is_its_course() =>
        Assert.Equal(["Report comes", "Assign a lead", "Review it", "Publish"], Phases("## Response Workflow\n\nAs agreed.\n\n### Runbook (Summary)\n\n1. **Report comes**\n2. **Assign a lead** and tell\n3. **Review it** with all\n4. **Publish** what was found\n"));

    [Theory]
    [InlineData("## Response flow\n\n```text\nDetect\n→ Contain\n→ Recover\n→ Learn\n```\n")]
    [InlineData("This is about fires. In each case: detect → contain → recover → learn.\n\n## Oven Cold\n\n**Symptoms**\n\n- cold\n\n**Steps**\n\n1. light it\n2. look\n")]
    [InlineData("## Response Quick Reference\n\n### Detect\n\n**GOAL:** know it\n\n### Contain\n\n**GOAL:** keep it small\n\n### Recover\n\n**GOAL:** bake again\n\n### Learn\n\n**GOAL:** know why\n")]
    public void Phases_may_be_drawn_told_or_listed_for_reference(string guide) =>
        Assert.Equal(["Detect", "Contain", "Recover", "Learn"], Phases(guide), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Phases_may_begin_their_paragraphs_in_bold()
    {
        Procedure procedure = Compile("## Phases\n\n**Detect.** Sources: the smoke\nand the smell.\n\n**Contain.**\n- shut the oven\n- open the window\n\n**Recover and tell.** Bake again.\n\n**Learn.** Within a week.\n");
        Assert.Equal(["Detect", "Contain", "Recover and tell", "Learn"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["shut the oven", "open the window"], procedure.Phases[1].Activities.Select(activity => activity.Text));
        Assert.Equal("Sources: the smoke and the smell.", procedure.Phases[0].Activities.Single().Text);
    }

    [Fact]
    public void A_table_may_be_drawn_with_lines()
    {
        Procedure procedure = Compile("## Severity\n\n```\n┌──────────────────────────┐\n│        Severities        │\n├───────────┬──────────────┤\n│ Level     │ Definition   │\n├───────────┼──────────────┤\n│ P0 Urgent │ • no bread   │\n│           │ • no flour   │\n├───────────┼──────────────┤\n│ P1 High   │ • no rolls   │\n└───────────┴──────────────┘\n```\n");
        Assert.Equal([("P0", "Urgent", 2), ("P1", "High", 0)], procedure.Severities.Select(level => (level.Name, level.Label, level.Examples.Count)));
        Assert.Equal("no rolls", procedure.Severities[1].Definition);
        Assert.Contains(14, procedure.CompiledLines);
    }

    [Theory]
    [InlineData("```\n┌──────┬──────┐\n│ P0   │ lost │\n└──────┴──────┘\n```\n")]
    [InlineData("```\n┌─────────┐\n│ P0 Oven │\n├─────────┤\n│ P1 Mill │\n├─────────┤\n│ P2 Dish │\n└─────────┘\n```\n")]
    [InlineData("```\n┌──────┐   ┌──────┐\n│ Mill ├───┤ Oven │\n└──────┘   └──────┘\n```\n")]
    public void Other_boxes_are_no_table(string drawing) =>
        Assert.DoesNotContain(new[] { drawing }, one => GuideParser.Parse("## A\n\n" + one).Sections.SelectMany(section => section.Blocks).OfType<TableBlock>().Any());

    [Fact]
    public void A_case_of_two_levels_is_called_after_what_happens()
    {
        Procedure procedure = Compile("## Severity\n\n| Level | Meaning |\n|-|-|\n| P1 | lost |\n| P2 | hurt |\n| P3 | late |\n| P4 | odd |\n\n## Scenarios\n\n### 6.1 P1 — Active Fire\n\n1. run\n2. call\n\n### 6.2 P3/P4 — Crumbs Found\n\n1. sweep\n2. look\n");
        Assert.Equal([("Active Fire", "P1"), ("Crumbs Found", "P3")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity)));
    }

    [Fact]
    public void A_level_in_brackets_is_the_name_and_the_word_before_it_the_label() =>
        Assert.Equal([("Level 1", "Critical"), ("Level 2", "High")], Compile("## Severity levels\n\n**Critical (Level 1)**\n- no bread\n- no flour\n\n**High (Level 2)**\n- no rolls\n").Severities.Select(level => (level.Name, level.Label)));

    [Fact]
    public void What_shows_may_be_all_that_defines_a_level() =>
        Assert.Equal(["The whole bakery is down", "One oven is down or slow"], Compile("## Severity\n\n| Sev | Symptom | Response |\n|-|-|-|\n| SEV1 | The whole bakery is down | 15 min |\n| SEV2 | One oven is down or slow | 1 hour |\n").Severities.Select(level => level.Definition));

    [Fact]
    public void Names_with_a_dollar_are_blanks() =>
        Assert.Equal(["OVEN_NAME", "NEXT_UPDATE"], Compile("## Communication Templates\n\n### First message\n\n```\nThe oven $OVEN_NAME is cold, for $5 an hour.\nNext word: $NEXT_UPDATE\n```\n").Templates.Single().Placeholders);

    [Fact]
    public void The_course_of_the_only_case_is_the_guides()
    {
        Procedure procedure = Compile("## Response by Incident Type\n\n### P0 Critical: Flour Theft Response\n\n#### Phase 1: Detection (0-15 minutes)\n\n1. count\n2. look\n\n#### Phase 2: Containment (15-60 minutes)\n\n1. lock\n2. call\n\n#### Phase 3: Recovery (1-4 hours)\n\n1. buy\n2. bake\n");
        Assert.Equal(["Detection", "Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(6, Assert.Single(procedure.Scenarios).Steps.Count);
    }

    [Fact]
    public void What_stands_behind_an_arrow_down_says_when_the_next_is_called()
    {
        Procedure procedure = Compile("## Contacts\n\n| Who | Phone |\n|-|-|\n| Baker | 555 7000 |\n\n### Escalation path\n\n```\nBaker (1 hour)\n    │\n    ▼ not solved\nMaster (4 hours)\n    │\n    ▼ everything burns\nMayor\n```\n");
        Assert.Equal(["Baker", "Master", "Mayor"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal("Baker", procedure.Contacts.Single().Name);
    }

    [Fact]
    public void A_numbered_phase_that_holds_the_cases_is_a_phase_still()
    {
        Procedure procedure = Compile("## Response process\n\n### 1. Detection\n\n- look\n\n### 2. Diagnosis\n\n- ask\n\n### 3. Resolution\n\n#### Scenario A: Oven cold\n\n1. light it\n2. look\n\n#### Scenario B: Mill stuck\n\n1. oil it\n2. turn it\n\n### 4. Post-mortem\n\n- write\n");
        Assert.Equal(["Detection", "Diagnosis", "Resolution", "Post-mortem"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["Oven cold", "Mill stuck"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Fact]
    public void A_case_beside_its_like_is_one_though_its_name_speaks_of_a_workflow() =>
        Assert.Equal(
            ["Oven Failures", "Workflow Corruption", "Mill Failures"],
            Scenarios("## Failure Classes\n\n### 1) Oven Failures\n\nSignals:\n- cold\n\nImmediate actions:\n1. look\n2. light\n\n### 2) Workflow Corruption\n\nSignals:\n- odd\n\nImmediate actions:\n1. stop\n2. sort\n\n### 3) Mill Failures\n\nSignals:\n- still\n\nImmediate actions:\n1. oil\n2. turn\n"));

    [Fact]
    public void Chapters_named_after_troubles_are_cases() =>
        Assert.Equal(
            ["Key Compromise", "Recipes Exposed", "Misinformation and Confusion"],
            Scenarios("## Incident Procedures\n\n### 1. Key Compromise\n\n#### Immediate Actions\n\n1. change it\n2. tell\n\n### 2. Recipes Exposed\n\n#### Immediate Actions\n\n1. assess\n2. remove\n\n### 3. Misinformation and Confusion\n\n#### Actions\n\n1. find the source\n2. answer\n"));

    [Fact]
    public void Cases_with_dashes_and_commands_below_them_need_no_chapter_of_their_own() =>
        Assert.Equal(
            ["Oven Offline", "Mill Offline", "Flour Issue", "Dough Mismatch", "Water Outage"],
            Scenarios("## Quick Triage\n\n1. look\n2. listen\n\n## Oven Offline\n\n- Start it:\n\n  ```bash\n  oven start\n  ```\n\n- Look again\n\n## Mill Offline\n\n- Start it:\n\n  ```bash\n  mill start\n  ```\n\n- Look again\n\n## Flour Issue\n\n- sieve it\n- smell it\n\n## Dough Mismatch\n\n- weigh it\n- knead it\n\n## Water Outage\n\n- look at the well\n- ask the neighbour\n"));

    [Fact]
    public void Cases_among_references_are_cases()
    {
        Procedure procedure = Compile("## Quick Reference\n\n### Immediate Actions\n\n1. look\n2. tell\n3. stay\n\n### Common Issues and Solutions\n\n#### High Oven Errors\n\n1. open it\n2. shut it\n3. look\n\n#### Slow Mill\n\n1. oil it\n2. turn it\n3. look\n\n#### Flour Issues\n\n1. sieve\n2. smell\n3. throw away\n");
        Assert.Equal(["High Oven Errors", "Slow Mill", "Flour Issues"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Empty(procedure.Tools);
    }

    [Theory]
    [InlineData("### 5.1 — Oven cold", "Oven cold")]
    [InlineData("### 5.1 - Oven cold", "Oven cold")]
    [InlineData("### 5.1 Oven cold", "Oven cold")]
    public void A_dash_behind_the_number_is_no_part_of_the_name(string heading, string name) =>
        Assert.Equal(name, Scenarios($"## 5. Scenarios\n\n{heading}\n\n**Symptoms**: smoke\n\n1. light it\n2. look\n").Single());

    [Fact]
    public void A_word_that_only_begins_like_a_numbered_one_is_whole() =>
        Assert.Equal("INCIDENTE DETECTADO - Acción", Compile("## Checklist\n\n### INCIDENTE DETECTADO - Acción\n\n- [ ] mirar\n- [ ] avisar\n").Checklists.Single().Name);

    [Fact]
    public void A_row_for_two_levels_tells_of_both()
    {
        Procedure procedure = Compile("## Severity\n\n| Severity level | Description |\n|-|-|\n| Low or Medium Severity | waits till morning |\n| High severity | wakes the baker |\n| Critical severity | wakes all |\n");
        Assert.Equal([("Critical", "wakes all"), ("High", "wakes the baker"), ("Medium", "waits till morning"), ("Low", "waits till morning")], procedure.Severities.Select(level => (level.Name, level.Definition)));
    }

    [Fact]
    public void What_stands_below_a_bold_level_is_what_it_is_like()
    {
        Procedure procedure = Compile("## Severity Levels\n\n**🔴 CRITICAL** — Answered at once (< 1 hour)\n- the oven is gone\n- the mill is gone\n\n**🟢 LOW** — Answered in turn (< 1 week)\n- a crumb\n- a spot\n- a smell\n");
        Assert.Equal([2, 3], procedure.Severities.Select(level => level.Examples.Count));
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromDays(7)], procedure.Severities.Select(level => level.ResponseTime));
    }

    [Fact]
    public void Examples_may_stand_in_several_lists() =>
        Assert.Equal(["no bread", "no rolls", "no oven"], Compile("## Severities\n\n### High Severity\n\nMuch is lost.\n\nGuest examples:\n* no bread\n* no rolls\n\nStaff examples:\n* no oven\n\n### Low Severity\n\nLittle is lost.\n").Severities[0].Examples);

    [Fact]
    public void Criteria_beside_a_definition_are_what_it_is_like()
    {
        SeverityLevel level = Compile("## Severities\n\n### P1 — Critical\n\n**Definition:** All is lost.\n\n**Criteria (any one will do):**\n- no bread\n- no flour\n\n### P2 — High\n\n**Definition:** Much is lost.\n").Severities[0];
        Assert.Equal("All is lost.", level.Definition);
        Assert.Equal(["no bread", "no flour"], level.Examples);
    }

    [Fact]
    public void What_a_list_says_of_a_level_with_examples_is_said_once() =>
        Assert.Equal("no bread; no flour", Compile("## Severities\n\n### P1 - **Critical**\n\n- no bread\n- no flour\n\n#### Examples\n\n- the oven fell\n\n### P2 - **High**\n\n- little bread\n\n#### Examples\n\n- the oven smokes\n").Severities[0].Definition);

    [Fact]
    public void A_pager_may_pass_the_call_on() =>
        Assert.Equal(["on-call", "Shift Lead", "Director"], Compile("## Communication\n\n- Chat: all of it\n- Pager escalation chain: on-call → Shift Lead → Director\n").EscalationLevels.Select(level => level.Name));

    [Fact]
    public void People_on_call_may_be_blank_or_have_numbers_to_be_filled_in()
    {
        Procedure procedure = Compile("## Contacts\n\n### Key Personnel (On-Call Rotation)\n\n- **Oven Lead**: [Name, Phone]\n- **Mill Lead**: [Name, Phone]\n\n### On-Call Rotation\n\n- **Primary**: +1-xxx-xxx-xxxx\n- **Secondary**: +1-xxx-xxx-xxxx\n");
        Assert.Equal([("Oven Lead", null), ("Mill Lead", null), ("Primary", null), ("Secondary", null)], procedure.Contacts.Select(contact => (contact.Name, (string?)null)));
    }

    [Fact]
    public void Who_is_on_call_below_the_contacts_is_one_of_them() =>
        Assert.Equal([("Primary", "Baker (pager)"), ("Escalation", "Master")], Compile("## Key Contacts\n\n### On-Call Rotation\n\n- **Primary**: Baker (pager)\n- **Escalation**: Master\n").Contacts.Select(contact => (contact.Name, contact.Value)));

    [Fact]
    public void A_list_of_places_with_their_numbers_is_one_of_contacts() =>
        Assert.Equal([("North mill", "+44 20 7946 0001, north@mill.test"), ("South mill", "+44 20 7946 0002")], Compile("## Call the night team\n\nWhoever is nearer.\n\n- North mill - +44 20 7946 0001, north@mill.test\n- South mill - +44 20 7946 0002\n").Contacts.Select(contact => (contact.Name, contact.Value)));

    [Fact]
    public void A_message_is_called_after_its_heading_and_not_after_its_channel() =>
        Assert.Equal(["First message", "Last message"], Compile("## Communication Templates\n\n### First message\n\n**Slack #ovens**:\n```\nThe oven [name] is cold.\n```\n\n### Last message\n\n**Slack #ovens**:\n```\nThe oven [name] is warm.\n```\n").Templates.Select(template => template.Name));

    [Fact]
    public void A_first_heading_that_names_the_guide_is_its_title()
    {
        Procedure procedure = ProcedureCompiler.Compile("## Oven Incident Response Plan\n\n### Severity\n\n- **P0**: all is lost\n- **P1**: much is lost\n\n### Process\n\n#### 1. Detect\n\n- look\n\n#### 2. Contain\n\n- shut\n", "04.md");
        Assert.Equal("Oven Incident Response Plan", procedure.Title);
        Assert.Equal(["Detect", "Contain"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("05", ProcedureCompiler.Compile("## Purpose\n\nBread.\n\n## Severity\n\nNone.\n", "05.md").Title);
    }

    [Fact]
    public void Roles_with_a_blank_for_how_they_are_reached_are_contacts_too() =>
        Assert.Equal([("Baker", null), ("Miller", null)], Compile("## Roles & Contacts\n\n| Role | Responsibility | Contact |\n|-|-|-|\n| Baker | bakes | ________ |\n| Miller | mills | ________ |\n").Contacts.Select(contact => (contact.Name, contact.Value)));

    [Fact]
    public void What_has_to_be_reached_for_a_case_to_end_is_no_step() =>
        Assert.Equal(["light it", "look"], Compile("## Scenario 1: Oven cold\n\n### Detection Signals\n\n- smoke\n\n### Immediate Response\n\n1. light it\n2. look\n\n### Exit Criteria\n\n- it is warm\n- bread rises\n").Scenarios.Single().Steps.Select(step => step.Text));

    [Fact]
    public void A_ladder_by_time_may_stand_among_the_contacts()
    {
        Procedure procedure = Compile("## Severity\n\n- **P1**: lost\n- **P2**: hurt\n\n## Contact and Escalation\n\n### Escalation Matrix\n\n| Severity | First Response | 15 min | 1 hour |\n|-|-|-|-|\n| P1 | On-call | Shift Lead | Manager |\n| P2 | On-call | Shift Lead | - |\n\n### Primary Contacts\n\n| Role | Phone |\n|-|-|\n| Manager | [PHONE] |\n");
        Assert.Equal([("On-call", null), ("Shift Lead", 15), ("Manager", 60)], procedure.EscalationLevels.Select(level => (level.Name, level.After?.TotalMinutes)));
        Assert.Equal("Manager", procedure.Contacts.Single().Name);
    }

    [Fact]
    public void A_level_that_hands_over_is_called_after_who_has_it() =>
        Assert.Equal(["On-Call Engineer", "Shift Lead"], Compile("## Escalation Path\n\n1. **Level 1**: On-Call Engineer → Shift Lead\n2. **Level 2**: Shift Lead → Director\n").EscalationLevels.Select(level => level.Name));

    [Theory]
    [InlineData("- Mill Support: [Contact info]\n- Lawyer: [Contact info]\n", 2)]
    [InlineData("- **Lawyer**: For thefts\n- **Press**: For all that burns\n", 0)]
    public void Whom_to_call_outside_is_a_contact_where_it_says_how(string list, int contacts) =>
        Assert.Equal(contacts, Compile("## Escalation\n\n1. Baker\n2. Master\n\n**External Escalation:**\n" + list).Contacts.Count);

    [Fact]
    public void Boxes_below_titles_of_a_phase_are_a_checklist_each() =>
        Assert.Equal(
            [("For fires", 2, 9), ("For floods", 1, 13), ("Tools", 2, 18), ("Words", 1, 22)],
            Compile("## Workflow\n\n### Phase 1: Containment\n\n1. **Contain it**\n\n   **For fires:**\n   - [ ] shut it\n   - [ ] call\n\n   **For floods:**\n   - [ ] pump\n\n### Phase 2: Follow-up\n\n1. **Tools**\n   - [ ] buy\n   - [ ] sharpen\n\n2. **Words**\n   - [ ] write\n").Checklists.Select(list => (list.Name, list.Tasks.Count, list.Line)));

    [Fact]
    public void Who_owns_what_are_roles() =>
        Assert.Equal(["Incident Commander (IC)", "Oven Lead"], Compile("## Ownership\n\n- Incident Commander (IC): decides.\n- Oven Lead: lights it.\n").Roles.Select(role => role.Name));

    [Fact]
    public void A_line_between_a_checklist_and_its_boxes_is_not_its_name() =>
        Assert.Equal("PREVENTION CHECKLIST", Compile("## 🛡️ PREVENTION CHECKLIST\n\n**After each fire, ask:**\n\n- [ ] Was it seen?\n- [ ] Was there water?\n").Checklists.Single().Name);
}
