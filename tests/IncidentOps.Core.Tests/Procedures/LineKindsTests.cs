using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Paths told in one line of each severity or in sentences, cases within a phase or by type, courses within a chapter, contacts without an address.</summary>
public sealed class LineKindsTests
{
    private const string Levels = "## Severity levels\n\n| Level | Definition |\n|-|-|\n| P0 | all ovens out |\n| P1 | one oven out |\n| P2 | ugly loaves |\n\n";

    private const string French = "## 5. Gestion des fours\n\n### 5.1 Contexte\n\nUn four.\n\n### 5.2 Processus de traitement\n\n1. Détection\nLe four est froid.\n\n2. Diagnostic\nOn regarde.\n\n3. Résolution\nOn rallume.\n\n### 5.3 Outils\n\nUn tournevis.\n";

    private static string[] Path(string chapters) =>
        [.. Compile(chapters).EscalationLevels.Select(level => $"{level.Name}/{level.After?.TotalMinutes}/{string.Join(' ', level.Severities)}")];

    [Theory]
    [InlineData("## Severity\n\n| Level | Meaning | Escalation |\n|-|-|-|\n| P0 | all ovens out | Duty engineer → Head engineer → Director |\n| P1 | one oven out | Duty engineer → Head engineer |\n| P2 | ugly loaves | Duty engineer |\n")]
    [InlineData(Levels + "## Escalation\n\n- P0: the duty engineer is paged, then the head engineer, and finally the director\n- P1: the duty engineer is paged, then the head engineer\n- P2: the duty engineer\n")]
    [InlineData(Levels + "## Escalation\n\n### P0\n\n- Call: the bell rings the duty engineer.\n- Escalation: calls the head engineer, then the director.\n\n### P1\n\n- Escalation: duty engineer, then the head engineer\n\n### P2\n\n- Escalation: duty engineer\n")]
    public void Each_severity_may_tell_its_path_in_a_line(string chapters) =>
        Assert.Equal(["duty engineer//P0 P1 P2", "head engineer//P0 P1", "director//P0"], Path(chapters).Select(level => char.ToLowerInvariant(level[0]) + level[1..]));

    [Fact]
    public void Levels_that_hand_over_are_no_severities() =>
        Assert.Equal(2, Compile(Levels + "## Escalation\n\n1. **Level 1:** Duty engineer → Head engineer\n2. **Level 2:** Head engineer → Director\n").EscalationLevels.Count);

    [Theory]
    [InlineData("## Escalation\n\nAlerts page the duty engineer first. If nobody answers within 10 minutes the head engineer is paged, then the director, and after 30 minutes the owner.\n", "duty engineer// head engineer/10/ director// owner/30/")]
    [InlineData("## How we escalate\n\nDuty engineer → head engineer (10 min) → owner\n", "Duty engineer// head engineer/10/ owner//")]
    [InlineData("## Escalation path\n\n- Duty engineer → head engineer (10 min) → owner\n", "Duty engineer// head engineer/10/ owner//")]
    public void Sentences_and_single_lines_tell_a_path(string chapters, string path) =>
        Assert.Equal(path, string.Join(' ', Path(chapters)));

    [Fact]
    public void Where_a_column_tells_the_means_the_deed_names_who_is_called() =>
        Assert.Equal(["Duty engineer/0/P0", "the works director/30/P0"], Path(Levels + "## Escalation matrix\n\n| Time since P0 alarm | Action | Contact |\n|-|-|-|\n| 0 min | The bell rings | Duty engineer |\n| 30 min (still cold) | Notify the works director | By phone |\n").Select(level => level.Replace("/works", "/the works", StringComparison.Ordinal)).Select(level => level.StartsWith("works", StringComparison.Ordinal) ? "the " + level : level));

    [Fact]
    public void Headings_of_the_path_may_be_all_that_tells_of_the_severities() =>
        Assert.Equal(["P1/Critical/5", "P2/High/15"], Compile("## Escalation paths\n\n### P1 (Critical)\n\n- Acknowledge: 5 minutes\n- Escalation: duty engineer, then the owner\n\n### P2 (High)\n\n- Acknowledge: 15 minutes\n- Escalation: duty engineer\n").Severities.Select(level => $"{level.Name}/{level.Label}/{level.ResponseTime?.TotalMinutes}"));

    [Fact]
    public void A_phase_may_hold_its_cases_in_bold()
    {
        Procedure procedure = Compile(Levels + "## Response playbook\n\n### Step 1 — Detect\n\n1. Look\n\n### Step 2 — Contain\n\n**Data breach / open drawer:**\n- Shut the drawer\n- Count the coins\n\n**Oven outage:**\n- Find the oven\n- Light it\n\n### Step 3 — Learn\n\n1. Write\n");
        Assert.Equal(["Data breach / open drawer/2", "Oven outage/2"], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));
        Assert.Equal(3, procedure.Phases.Count);
    }

    [Fact]
    public void What_is_never_done_is_no_case() =>
        Assert.Empty(Compile(Levels + "## Response\n\n### Phase 1: Mitigate the outage\n\n**Stop the outage:**\n- Light the oven\n- Open the tap\n\n**Do not:**\n- Run\n- Shout\n\n### Phase 2: Learn\n\n- Write\n").Scenarios);

    [Fact]
    public void Cases_by_type_may_stand_a_level_too_high() =>
        Assert.Equal(["Code vulnerability", "Key leakage", "CI/CD compromise"], Compile(Levels + "## Response phases\n\n### Phase 1: Detection\n\n- Look\n\n### Phase 2: Containment\n\n#### Containment strategies by threat type\n\n##### Code vulnerability\n\n1. Branch\n2. Mend\n\n#### Key leakage\n\n1. Revoke\n2. Count\n\n#### CI/CD compromise\n\n1. Stop it\n2. Look\n\n### Phase 3: Review\n\n- Write\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void Triggers_of_detection_are_signs()
    {
        Scenario scenario = Compile(Levels + "## 1. Oven outage\n\n### Detection triggers\n\n- The bell rings\n- Guests complain\n\n### Response procedure\n\n1. Look\n2. Light it\n\n## 2. Door failure\n\n### Detection triggers\n\n- It is cold\n\n### Response procedure\n\n1. Look\n2. Shut it\n").Scenarios[0];
        Assert.Equal((2, 2), (scenario.Symptoms.Count, scenario.Steps.Count));
    }

    [Fact]
    public void Whom_to_call_may_tell_how_bad_a_case_is() =>
        Assert.Equal("P1", Compile(Levels + "## Runbooks\n\n### Oven out\n\n**Symptoms:** it is cold\n\n**Resolution:**\n1. Look\n2. Light it\n\n**Escalation:** P1 — call the owner at once.\n\n### Door torn\n\n**Symptoms:** wind\n\n**Resolution:**\n1. Look\n2. Hang it\n").Scenarios[0].Severity);

    [Fact]
    public void A_table_may_give_examples_of_the_levels_row_by_row()
    {
        Procedure procedure = Compile(Levels + "### Severity examples\n\n| Example | Tier |\n|-|-|\n| Gas gone; all cold | P0 |\n| Roof gone | P0 |\n| One oven cold | P1 |\n| Burnt crust | P2 |\n| Pale crust | P2 |\n");
        Assert.Equal(["P0 2", "P1 1", "P2 2"], procedure.Severities.Select(level => $"{level.Name} {level.Examples.Count}"));
        Assert.Equal("Gas gone; all cold", procedure.Severities[0].Examples[0]);
    }

    [Theory]
    [InlineData("## 3. Detection — where it shows\n\n- Bells\n\n## 4. Mitigation flow\n\n1. **Triage (5 min)** — sort it\n2. **Contain** — shut the gas\n3. **Diagnose** — look\n4. **Mitigate** — light it\n5. **Verify** — bake one\n6. **Resolve** — tell all\n\n## 5. Communication plan\n\n- Tell\n\n## 7. Post-mortem\n\n- Write it\n", "Triage Contain Diagnose Mitigate Verify Resolve")]
    [InlineData("## The first 30 minutes\n\n1. **Declare.** Anyone can.\n2. **Open** the shutters. All of them.\n3. **Assign** whoever is first.\n4. **Stop** the burning.\n5. **Call** the owner.\n\n## Post-mortems\n\nEach one has its own.\n", "Declare Open Assign Stop Call")]
    [InlineData("## Escalation procedures\n\n### First response flow\n\n```\n1. Find it (by hand)\n   ↓\n2. Weigh it\n   ↓\n3. Mend it\n   ↓\n4. Tell it\n```\n\n### Escalation matrix\n\n| Level | Who |\n|-|-|\n| 1 | Duty engineer |\n| 2 | Owner |\n", "Find it Weigh it Mend it Tell it")]
    public void One_chapter_may_tell_the_whole_course(string chapters, string phases) =>
        Assert.Equal(phases, string.Join(' ', Compile(Levels + chapters).Phases.Select(phase => phase.Name)));

    [Theory]
    [InlineData("## 3. Incident response team\n\n| Role | Responsibility | Contact |\n|-|-|-|\n| Lead | All of it | Bell in the hall |\n| Scribe | Writes | Second door |\n", "Lead=Bell in the hall Scribe=Second door")]
    [InlineData("## Emergency contacts\n\n### Outside\n\n```yaml\nmills:\n  first_mill: \"call@mill.test | 1-555-010-0101\"\n  other_mill: 'help@other.test'\n```\n", "first_mill=call@mill.test | 1-555-010-0101 other_mill=help@other.test")]
    public void A_contact_is_what_the_guide_says_it_is(string chapters, string contacts) =>
        Assert.Equal(contacts, string.Join(' ', Compile(chapters).Contacts.Select(contact => $"{contact.Name}={contact.Value}")));

    [Fact]
    public void A_checklist_below_a_condition_is_called_after_what_it_is_for() =>
        Assert.Equal("Tell those affected", Compile("## Response\n\n### Step 1: Tell those affected\n\n**If coins are missing:**\n- [ ] Ring the guests\n- [ ] Ring the owner\n\n### Step 2: Learn\n\n- [ ] Write it down\n- [ ] Read it out\n").Checklists[0].Name);

    [Fact]
    public void A_monitoring_period_may_differ_by_level()
    {
        MonitoringWindow window = Compile("## Recovery\n\n**Monitoring period**: 7 days for the worst, 3 days for others\n").MonitoringWindow!;
        Assert.Equal((3, 7), (window.Minimum.TotalDays, window.Maximum.TotalDays));
    }

    [Fact]
    public void The_status_of_the_guide_is_no_message() =>
        Assert.Empty(Compile("# Incident plan (template for pilots)\n\n> **Status:** Working template for one bakery. Not yet approved.\n\n## Purpose\n\nTo mend.\n").Templates);

    [Fact]
    public void Days_are_read_in_Romanian() =>
        Assert.Equal(7, Compile("## Post-mortem\n\nTermen: 7 zile calendaristice după rezolvare.\n").PostMortemWithin!.Value.TotalDays);

    [Fact]
    public void Procedures_are_cases_where_several_are_announced()
    {
        Procedure procedure = Compile(Levels + "## Oven emergency procedures\n\n### PROCEDURE: Oven exploit detected\n\n**Immediate actions (0-5 minutes)**\n\n1. Look\n2. Shut it\n\n### PROCEDURE: Gas loss\n\n**Immediate actions**\n\n1. Look\n2. Open the tap\n\n## Door procedures\n\n### PROCEDURE: Door torn off\n\n1. Look\n2. Hang it\n");
        Assert.Equal(["Oven exploit detected", "Gas loss", "Door torn off"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void What_comes_after_the_incident_is_no_step_of_it() =>
        Assert.Equal(3, Compile(Levels + "## Playbooks\n\n### Playbook 1: Oven out\n\n**Detection:**\n- It is cold\n\n**Response:**\n1. **At once (< 1 min)**\n   - Open the tap\n2. **Containment (1-5 min)**\n   - Light it\n   - Watch it\n3. **Recovery**\n   - Bake\n\n**Post-incident:**\n- Write\n- Read\n").Scenarios[0].Steps.Count);

    [Fact]
    public void A_chapter_may_tell_the_level_of_its_cases_in_brackets() =>
        Assert.Equal("P1", Compile(Levels + "## High priority incident response (P1)\n\n### High burn rate response\n\n**Symptoms**: black crust\n\n**Steps**:\n\n1. Look\n2. Turn it down\n\n### Cold loaf response\n\n**Symptoms**: pale crust\n\n**Steps**:\n\n1. Look\n2. Turn it up\n").Scenarios[0].Severity);

    [Fact]
    public void The_title_in_a_drawn_box_is_no_level() =>
        Assert.Equal(["Duty engineer/", "Head engineer/15"], Compile("## Escalation matrix\n\n```\n┌──────────────────────┐\n│   ESCALATION PATH    │\n├──────────────────────┤\n│  Duty engineer       │\n│       │              │\n│       ▼ (15 min)     │\n│  Head engineer       │\n└──────────────────────┘\n```\n").EscalationLevels.Select(level => $"{level.Name}/{level.After?.TotalMinutes}"));

    [Theory]
    [InlineData("## Sorting\n\nWe put each on one of the levels: minor, major, critical.\n", "critical major minor")]
    [InlineData("## Classification des incidents\n\nLes niveaux : mineur, majeur et critique.\n", "critique majeur mineur")]
    public void Levels_may_only_be_listed_in_a_sentence_and_keep_their_spelling(string chapters, string levels) =>
        Assert.Equal(levels, string.Join(' ', Compile(chapters).Severities.Select(level => level.Name)));

    [Fact]
    public void The_one_heading_that_all_stands_below_is_the_title() =>
        Assert.Equal("Gestion des fours", ProcedureCompiler.Compile(French, null).Title);

    [Fact]
    public void The_first_line_of_a_step_may_be_its_name() =>
        Assert.Equal(["Détection", "Diagnostic", "Résolution"], ProcedureCompiler.Compile(French, null).Phases.Select(phase => phase.Name));

    [Fact]
    public void A_severity_before_the_name_of_a_message_is_for_whom_it_is() =>
        Assert.Equal(["Note to the owner", "Note to all"], Compile(Levels + "## Communication templates\n\n### SEV1 - Note to the owner\n\n```\nDear [NAME], all is cold.\n```\n\n### SEV2 - Note to all\n\n```\nDear [NAME], one is cold.\n```\n").Templates.Select(template => template.Name));

    [Fact]
    public void Boxes_in_a_fence_are_no_message() =>
        Assert.Empty(Compile(Levels + "## Phases\n\n### Phase 1: Triage\n\n```\n□ Open a channel: #oven-[name]\n□ Post the first message\n□ Call the owner\n```\n\n### Phase 2: Repair\n\n- Mend\n").Templates);

    [Fact]
    public void Updates_may_stand_among_what_is_told_of_a_level() =>
        Assert.Equal([30, 60], Compile("## Communication by severity\n\n### SEV1 (Critical) - all cold\n\n**Definition**: no oven burns\n\n**Communication requirements**:\n- **Initial**: within 15 minutes\n- **Updates**: every 30 minutes until resolved\n- **Channels**: all\n\n### SEV2 (High) - one cold\n\n**Definition**: one oven is out\n\n**Communication requirements**:\n- **Initial**: within 30 minutes\n- **Updates**: every hour until resolved\n- **Channels**: bell\n").Severities.Select(level => level.UpdateInterval!.Value.TotalMinutes));

    [Theory]
    [InlineData("## Response team\n\n```yaml\nLead:\n  - Role: all of it\n  - Contact: [first contact]\nScribe:\n  - Role: writes\n  - Contact: [first contact]\n```\n", "Lead= Scribe=")]
    [InlineData("## Escalation handles\n\n| Area | Handle |\n|-|-|\n| Ovens | @oven-team |\n| Doors | @door-team |\n", "Ovens=@oven-team Doors=@door-team")]
    public void Keys_and_handles_are_contacts(string chapters, string contacts) =>
        Assert.Equal(contacts, string.Join(' ', Compile(chapters).Contacts.Select(contact => $"{contact.Name}={contact.Value}")));

    [Fact]
    public void Boxes_of_a_training_are_kept_apart_from_those_of_an_incident()
    {
        Procedure procedure = Compile("## Response\n\n### Checklist\n\n- [ ] Open the tap\n- [ ] Light it\n\n## Training and drills\n\n**First week:**\n- [ ] Read this\n- [ ] Try the bell\n");
        Assert.Equal([false, true], procedure.Checklists.Select(list => list.IsExercise));
    }

    [Theory]
    [InlineData("## Emergency team\n\n**Emergency escalation:**\n1. **Level 1**: first look and a first fix\n2. **Level 2**: a second look by the head\n3. **Level 3**: all hands\n")]
    public void Levels_of_a_team_are_its_path(string chapters) =>
        Assert.Equal(3, Compile(chapters).EscalationLevels.Count);

    [Fact]
    public void A_threshold_defines_a_level() =>
        Assert.Equal("no oven burns at all", Compile("## Alert levels\n\n| Severity | Threshold | Response time | Actions |\n|-|-|-|-|\n| **Critical** | no oven burns at all | < 5 minutes | light them |\n| **High** | one is cold | < 30 minutes | look |\n| **Low** | one is slow | < 24 hours | wait |\n").Severities[0].Definition);

    [Theory]
    [InlineData("CI/CD compromise")]
    [InlineData("TI incident")]
    public void Two_letters_are_no_level(string name) =>
        Assert.Equal([name, "Key loss"], Compile(Levels + $"## Playbooks\n\n### {name}\n\n1. Look\n2. Mend\n\n### Key loss\n\n1. Look\n2. Mend\n").Scenarios.Select(scenario => scenario.Name));
}
