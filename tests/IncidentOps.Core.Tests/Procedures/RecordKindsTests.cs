using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Facts of a case in rows, times before their levels, damaged titles, numbers within dashes, and what only looks like a course or a path.</summary>
public sealed class RecordKindsTests
{
    private const string Levels = "## Severity levels\n\n| Level | Definition |\n|-|-|\n| P0 | all ovens out |\n| P1 | one oven out |\n| P2 | ugly loaves |\n\n";

    [Fact]
    public void A_table_below_no_heads_may_tell_one_case_row_by_row()
    {
        Procedure procedure = Compile("## Oven out\n\nThe gas is gone.\n\n|||\n|-|-|\n|Impact|No bread|\n|Prevention|Two ovens|\n|Detection|The bell rings|\n|Remediation|Open the gas tap. Light it again with care.|\n\n## Flour wet\n\nRain came in.\n\n|||\n|-|-|\n|Impact|Hard bread|\n|Detection|The flour sticks|\n|Remediation|Dry it<br>Sieve it|\n");
        Assert.Equal(["Oven out 1/2", "Flour wet 1/2"], procedure.Scenarios.Select(scenario => $"{scenario.Name} {scenario.Symptoms.Count}/{scenario.Steps.Count}"));
        Assert.DoesNotContain(procedure.Scenarios[0].Steps, step => step.Text == "Two ovens");
    }

    [Fact]
    public void Times_may_stand_before_the_levels_that_they_are_for() =>
        Assert.Equal(["SEV-1/15", "SEV-2/30", "SEV-3/240", "SEV-4/240"], Compile("## Off hours\n\nWhoever is on call is expected to respond within:\n\n- **15 minutes** for SEV-1 (bell)\n- **30 minutes** for SEV-2 (bell)\n- **4 hours** for SEV-3/4 (chat)\n").Severities.Select(level => $"{level.Name}/{level.ResponseTime?.TotalMinutes}"));

    [Fact]
    public void A_column_of_runbooks_may_hold_the_steps()
    {
        Scenario scenario = Compile(Levels + "## Playbook for the worst alarms\n\n| # | Alert name | Source | Severity | Runbook |\n|-|-|-|-|-|\n| 1 | Oven cold for an hour | Bell | P0 | Look at the gas tap first. Light it again with care. |\n| 2 | Sieve is torn once more | Miller | P1 | Take the second sieve. Sew the first by night. |\n").Scenarios[0];
        Assert.Equal("Oven cold for an hour/P0/Look at the gas tap first|Light it again with care", $"{scenario.Name}/{scenario.Severity}/{string.Join('|', scenario.Steps.Select(step => step.Text))}");
    }

    [Fact]
    public void What_is_left_of_an_emoji_is_no_part_of_a_title()
    {
        Procedure procedure = Compile(Levels.Replace("P0", "CRITICAL").Replace("P1", "HIGH").Replace("P2", "LOW") + "## =4 CRITICAL: Recipe leak response\n\n### Detection indicators\n\n- The door stands open\n\n### Immediate actions (0-15 minutes)\n\n1. Shut it\n2. Count\n\n### Investigation (15-60 minutes)\n\n1. Ask\n2. Write\n\n## =\uFFFD HIGH: Key theft response\n\n### Response steps\n\n1. Watch\n2. Ask\n");
        Assert.Equal(["Recipe leak response/CRITICAL", "Key theft response/HIGH"], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Severity}"));
    }

    [Theory]
    [InlineData("- P0 — all ovens out. 15-minute response target.\n- P1 — one oven out. 60-minute response target.\n", "all ovens out", 15)]
    [InlineData("- P0 — within 20 minutes. All ovens are out.\n- P1 — within 2 hours. One oven is out.\n", "All ovens are out.", 20)]
    public void A_sentence_may_end_or_begin_with_the_time(string list, string definition, int minutes)
    {
        SeverityLevel level = Compile("## Severity levels\n\n" + list).Severities[0];
        Assert.Equal((definition, minutes), (level.Definition!.TrimEnd('.') + (definition.EndsWith('.') ? "." : string.Empty), level.ResponseTime!.Value.TotalMinutes));
    }

    [Fact]
    public void A_number_behind_a_dash_counts() =>
        Assert.Equal(["HIGH", "MEDIUM", "LOW"], Compile("## 3. What we do\n\n1. Listen\n2. Define severity:\n    - a. Establish the severity of it:\n        - i. HIGH: all ovens out\n        - ii. MEDIUM: some ovens out\n        - iii. LOW: one oven out\n    - b. In doubt the master decides\n3. Mend\n").Severities.Select(level => level.Name));

    [Fact]
    public void Numbered_cases_below_a_level_are_each_their_own()
    {
        Procedure procedure = Compile(Levels + "## 2. P0 — Critical: bakery down\n\n### 2.1 Red lever pulled\n\n**Immediate actions:**\n1. Look\n2. Push it back\n\n### 2.2 Door torn off\n\n**Immediate actions:**\n1. Look\n2. Hang it\n\n## 3. P1 — High: half a bakery\n\n### 3.1 Yellow lever pulled\n\n**Immediate actions:**\n1. Look\n2. Push it back\n\n### 3.2 Door ajar\n\n**Immediate actions:**\n1. Look\n2. Shut it\n\n## 4. P2 — Low: small things\n\n### 4.1 Bell too loud\n\n- Wrap it\n- Tell the baker\n");
        Assert.Equal(["Red lever pulled/P0", "Door torn off/P0", "Yellow lever pulled/P1", "Door ajar/P1", "Bell too loud/P2"], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Severity}"));
    }

    [Fact]
    public void Bold_words_that_each_step_begins_with_are_its_name() =>
        Assert.Equal(["Confirm", "Contain", "Restore", "Record"], Compile("## 1. Roles\n\n- Baker: bakes\n\n## 2. Response procedure\n\n1. **Confirm** the extent: one oven or all?\n2. **Contain** with the runbook: shut the gas.\n3. **Restore** what is lost: bake again.\n4. **Record** the hours: begin and end.\n\n## 3. Usual troubles and what helps\n\n- Sew the sieve\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void A_chain_in_bold_is_a_course_and_no_title() =>
        Assert.Equal(["Detected", "Logged", "Mended/Restored", "Resolved", "Closed"], Compile("## Lifecycle\n\n**Detected → Logged → Mended/Restored → Resolved → Closed**\n\n## Triage and assignment\n\n1. Look\n2. Ask\n\n## Technical investigation\n\nWrite it down.\n\n## Communications\n\nTell.\n\n## Post-incident review\n\nMeet.\n").Phases.Select(phase => phase.Name));

    [Theory]
    [InlineData("## Response workflow\n\n1. Detect and acknowledge\n2. Classify severity\n3. Stabilise the oven\n4. Recover and close\n\n## Commands to copy\n\n### 1) Triage + validate (`dev`)\n```bash\nmake check\n```\n\n### 2) Triage + validate (`stg`)\n```bash\nmake check\n```\n\n### 3) Fast rollback\n```bash\ngit revert HEAD\n```\n", "Detect and acknowledge")]
    [InlineData("## How to escalate\n\n### Step 1: Document the state\n\n- What burns\n\n### Step 2: Contact the master\n\n1. **Primary**: Message in #fire\n2. **Urgent**: Call @master\n\n### Step 3: Handoff\n\n- Stay near\n", "")]
    [InlineData("## Alert channels\n\n| Alert | Channel |\n|-|-|\n| Fire | bell |\n\n## Alert sources\n\n| Source | What |\n|-|-|\n| Oven | heat |\n\n## Alert fatigue management\n\n- Mute the small ones\n", "")]
    [InlineData("## 1. ALERT ESCALATION MATRIX\n\n- P0: at once\n\n## 2. INCIDENT RESPONSE PROCEDURES\n\n```bash\nls\n```\n\n## 3. COMMUNICATION PROCEDURES\n\nTell.\n\n## 4. DIAGNOSTIC COMMANDS\n\n```bash\nls\n```\n\n## 5. ESCALATION PROCEDURES\n\nCall.\n\n## 6. POST-INCIDENT PROCEDURES\n\nMeet.\n", "")]
    public void Commands_ways_to_escalate_channels_and_chapters_are_no_course(string guide, string first)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(first, procedure.Phases.Count == 0 ? string.Empty : procedure.Phases[0].Name);
        Assert.Empty(procedure.Contacts);
    }

    [Fact]
    public void What_is_so_is_nobody_to_call() =>
        Assert.Empty(Compile(Levels + "## Escalation path\n\nIf the baker cannot be found for two hours:\n\n1. The book in the drawer beside the oven tells where all the keys are kept\n2. A competent baker who has the keys can run the whole bakery for a day\n3. The numbers of those who sell gas and flour are on the last page of it\n").EscalationLevels);

    [Fact]
    public void Keys_may_count_the_levels() =>
        Assert.Equal(["Senior baker", "CTO"], Compile("## Escalation paths\n\n```yaml\nescalation_levels:\n  level_1_first_on_call:\n    role: \"Senior baker\"\n    responsibility: \"first_look\"\n\n  level_2_executive:\n    role: \"CTO\"\n    responsibility: \"decides\"\n```\n").EscalationLevels.Select(level => level.Name));

    [Theory]
    [InlineData("## Emergency contacts\n\n| Role | Contact |\n|-|-|\n| Baker | _configure_ |\n| Miller | _configure_ |\n", "Baker=, Miller=")]
    [InlineData("## Response team members\n\n| Name | Cell phones | Chat |\n|-|-|-|\n| Ann Rye | 777-555-0001 | ann |\n| Ben Oat | 777-555-0002 | ben |\n", "Ann Rye=777-555-0001, Ben Oat=777-555-0002")]
    public void Blanks_in_italics_and_lists_of_numbers(string guide, string expected) =>
        Assert.Equal(expected, string.Join(", ", Compile(guide).Contacts.Select(contact => $"{contact.Name}={contact.Value}")));

    [Fact]
    public void What_is_done_for_a_level_is_no_case() =>
        Assert.DoesNotContain(Compile(Levels + "## Notify the guild (P0/P1 — within 72 hours)\n\nWhat they want to know:\n\n- what happened\n- who was hurt\n\n## Post-incident review\n\nMeet.\n").Scenarios, scenario => scenario.Name.StartsWith("Notify", StringComparison.Ordinal));

    [Fact]
    public void A_label_of_several_words_tells_what_the_level_is() =>
        Assert.Equal("outage, theft", Compile("## Alert channels by severity\n\n| Severity | Channel | Response time |\n|-|-|-|\n| P0 (outage, theft) | bell | Immediate |\n| P1 (one oven out) | mail | Within 1 hour |\n").Severities[0].Definition);

    [Fact]
    public void The_cause_is_looked_for_after_what_is_done_at_once() =>
        Assert.Equal(["Open the tap", "Light it", "Bake"], Compile("## Playbooks\n\n### Oven out\n\n**Symptoms:**\n- Cold bread\n\n**Immediate actions:**\n1. Open the tap\n2. Light it\n3. Bake\n\n**Root cause investigation:**\n- Look at the pipe\n- Read the book\n\n### Flour wet\n\n**Symptoms:**\n- Lumps\n\n**Immediate actions:**\n1. Dry it\n2. Sieve it\n3. Bake\n").Scenarios[0].Steps.Select(step => step.Text));

    [Fact]
    public void A_label_right_below_an_item_ends_its_list()
    {
        Scenario scenario = Compile("## Common incidents & fixes\n\n### A) Oven is cold\nSymptoms:\n- The bread is white.\nFix:\n- Light it\n- Wait\n\n### B) Sieve is torn\nSymptoms:\n- There are lumps.\nFix:\n- Sew it\n").Scenarios[0];
        Assert.Equal("The bread is white./Light it|Wait", $"{string.Join('|', scenario.Symptoms)}/{string.Join('|', scenario.Steps.Select(step => step.Text))}");
    }

    [Fact]
    public void Chapters_that_are_a_deed_each_up_to_the_end_are_the_course() =>
        Assert.Equal(["Open a record", "Classify severity", "Freeze the till", "Confirm the stock", "Preserve the crumbs", "Close the incident"], Compile("# Incident Response Runbook\n\n## Decision summary\n\nRead on.\n\n## 1. Open a record\n\nWrite.\n\n## 2. Classify severity\n\n| Severity | Definition |\n|-|-|\n| P0 | all |\n| P1 | some |\n\n## 3. Freeze the till\n\nShut it.\n\n## 4. Confirm the stock\n\nCount.\n\n## 5. Preserve the crumbs\n\nKeep.\n\n## 6. Close the incident\n\nSweep.\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void A_level_may_have_its_name_in_brackets_and_nothing_else() =>
        Assert.Equal(["On-call", "Senior/Lead", "Architect"], Compile("## Escalation\n\n### Level 1 (On-call)\n\n- Light it\n\n### Level 2 (Senior/Lead)\n\n- Call the supplier (gas works)\n\n### Level 3 (Architect)\n\n- Decide\n").EscalationLevels.Select(level => level.Name));

    [Fact]
    public void Timed_steps_in_the_one_chapter_of_the_response_are_its_phases() =>
        Assert.Equal(["Notice and confirm", "Declare", "First look", "Mend"], Compile("## Incident response\n\n### P0 response procedure\n\n**Step 1: Notice and confirm (0-5 min)**\n\n- [ ] Look\n\n**Step 2: Declare (5-10 min)**\n\n- [ ] Tell\n\n**Step 3: First look (10-30 min)**\n\n- [ ] Ask\n\n**Step 4: Mend (30-60 min)**\n\n- [ ] Light it\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void Hours_since_the_start_are_parts_of_one_case() =>
        Assert.Equal(["Oven explodes"], Compile(Levels + "## P0 playbook\n\n### T+0 (at once)\n1. Run\n2. Shout\n\n### T+15min\n1. Count\n2. Call\n\n### T+1h\n1. Tell\n2. Wait\n\n## Common P0 scenarios\n\n### Scenario: Oven explodes\n\n1. Run\n2. Shout\n").Scenarios.Select(scenario => scenario.Name).Where(name => name.Contains('T') || name.Contains("Oven", StringComparison.Ordinal)));

    [Fact]
    public void Condition_and_goal_are_read_in_korean() =>
        Assert.Equal("SEV-0/서비스 중단/15", string.Join('/', Compile("## 장애 심각도 수준 (Severity Levels)\n\n| Level | 이름 | 조건 | 대응 목표 |\n|-|-|-|-|\n| **SEV-0** | Critical | 서비스 중단 | 15분 내 시작 |\n| **SEV-1** | High | 기능 저하 | 30분 내 시작 |\n").Severities.Take(1).Select(level => $"{level.Name}/{level.Definition}/{level.ResponseTime?.TotalMinutes}")));

    [Theory]
    [InlineData("1. DETECT    → A bell rings\n2. TRIAGE    → The watch looks\n3. RESOLVE   → The oven burns again\n4. REVIEW    → Write the post-mortem within 48 hours\n", "DETECT, TRIAGE, RESOLVE, REVIEW")]
    [InlineData("1. DETECTION\n   ├── A bell rings\n   └── A guest calls\n\n2. TRIAGE (5 min)\n   └── The watch looks\n\n3. RESOLUTION\n   └── Light it\n\n4. POST-MORTEM (P0/P1)\n   └── Write the post-mortem within 48 hours\n", "DETECTION, TRIAGE, RESOLUTION, POST-MORTEM")]
    public void A_course_may_be_numbered_in_a_fence(string fence, string names)
    {
        Procedure procedure = Compile($"## Incident response workflow\n\n```\n{fence}```\n");
        Assert.Equal(names, string.Join(", ", procedure.Phases.Select(phase => phase.Name)));
        Assert.All(procedure.Phases, phase => Assert.NotEmpty(phase.Activities));
    }

    [Fact]
    public void When_the_review_is_due_may_stand_in_the_fence_of_the_course() =>
        Assert.Equal(TimeSpan.FromDays(2), Compile("## Incident response workflow\n\n```\n1. DETECT → A bell rings\n2. RESOLVE → It burns again\n3. REVIEW → Write the post-mortem within 48 hours\n```\n").PostMortemWithin);

    [Fact]
    public void A_case_with_its_level_stands_beside_others_whatever_it_tells_of() =>
        Assert.Contains("Told by a friend, not yet done", Compile(Levels + "## P0 — Theft of the recipe\n\n1. Shut the door\n2. Call\n\n## P1 — Told by a friend, not yet done\n\n1. **Thank** the friend.\n2. **Look** for it.\n\n## P2 — Network outage\n\n1. Wait\n2. Look\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void What_is_tested_once_all_is_well_is_ticked_and_no_drill() =>
        Assert.Equal(["Post-recovery testing checklist/2", "Regression testing/1"], Compile("## Testing & validation\n\n### Post-recovery testing checklist\n\n- [ ] The oven is hot\n- [ ] The bread is brown\n\n### Regression testing\n\n- [ ] All breads\n").Checklists.Select(list => $"{list.Name}/{list.Tasks.Count}"));
}
