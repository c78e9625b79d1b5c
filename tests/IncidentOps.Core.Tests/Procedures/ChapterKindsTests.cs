using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Chapters of two matters at once, guides that are one list, teams with nobody in them yet, and levels whose bold words name them.</summary>
public sealed class ChapterKindsTests
{
    private const string Levels = "## Severity levels\n\n| Level | Definition |\n|-|-|\n| P0 | all ovens out |\n| P1 | one oven out |\n| P2 | ugly loaves |\n\n";

    [Fact]
    public void A_chapter_of_contacts_may_hold_the_path_and_the_levels_with_it()
    {
        Procedure procedure = Compile("## Contact list & escalation path\n\n| Role | Name | Contact |\n|-|-|-|\n| Duty engineer | TBD | +1 555 010 0101 |\n| Head engineer | TBD | +1 555 010 0102 |\n\n**Escalation path:**\n\n```\nDuty engineer → Head engineer → Director\n```\n\n- **P0 (Critical — all ovens out):** Page the head engineer.\n- **P1 (High — one oven out):** Notify the head engineer within 15 minutes.\n- **P2 (Medium — ugly loaves):** Notify the head engineer within 1 hour.\n");
        Assert.Equal(["Duty engineer", "Head engineer", "Director"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(["P0/Critical/all ovens out", "P1/High/one oven out", "P2/Medium/ugly loaves"], procedure.Severities.Select(level => $"{level.Name}/{level.Label}/{level.Definition}"));
        Assert.Equal(2, procedure.Contacts.Count);
    }

    [Fact]
    public void Levels_of_a_path_define_no_severities() =>
        Assert.Empty(Compile("## Escalation procedures\n\n- **Level 1:** the bakers (immediate response)\n- **Level 2:** the head (within 4 hours)\n- **Level 3:** the owner (within 24 hours)\n").Severities);

    [Fact]
    public void A_guide_may_be_one_list() =>
        Assert.Equal(["Someone leads", "Write it down", "Bake again", "Saturday: Open the door", "Saturday: Tell all"], Compile("How bakers answer a leak:\n\n1. **Someone leads**. By default whoever is up. More is said\n   elsewhere.\n\n2. **Write it down**. All of it:\n\n   * when\n   * where\n\n3. **Bake again**. With care.\n\n4. **Saturday: Open the door**. Wide.\n\n5. **Saturday: Tell all**. By bell.\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void Containment_by_situation_holds_a_case_in_each_item() =>
        Assert.Equal(["惡意部署/1", "供應鏈/1"], Compile("## 3. 應變流程\n\n### 3.1 各情境圍堵手段\n\n- **惡意部署**：於設定暫停部署或還原。\n- **供應鏈**：鎖定安全版本，重建。\n").Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));

    [Fact]
    public void A_team_with_nobody_in_it_yet_is_to_be_filled() =>
        Assert.Equal(["Lead=", "Scribe="], Compile("## Response team\n\n| Role | Name | Contact | Responsibility |\n|-|-|-|-|\n| Lead | | | all of it |\n| Scribe | | | writes |\n").Contacts.Select(contact => $"{contact.Name}={contact.Value}"));

    [Fact]
    public void An_address_may_stand_with_the_rotation() =>
        Assert.Equal(["Emergency contact=oven@mill.test"], Compile("## On-call rotation\n\n- Bakers take turns week by week.\n- Emergency contact: `oven@mill.test`\n").Contacts.Select(contact => $"{contact.Name}={contact.Value}"));

    [Fact]
    public void An_analysis_that_is_underway_is_no_deadline() =>
        Assert.Equal(48, Compile("## Response times\n\n| Severity | Respond | Updates | Resolution |\n|-|-|-|-|\n| P0 | within 15 minutes | every 30 minutes | 4 hours (or RCA underway) |\n| P1 | within 1 hour | every hour | 24 hours |\n\n## Post-incident review\n\n### When required\n\n| Severity | Required | Timeline |\n|-|-|-|\n| P0 | Mandatory | Within 48 hours of resolution |\n").PostMortemWithin!.Value.TotalHours);

    [Fact]
    public void Cross_cutting_practices_are_no_exercise() =>
        Assert.Equal(72, Compile("## Scenario 1: Oven out\n\n1. Look\n2. Light it\n\n## Cross-cutting practices\n\n### Always\n\n- File the post-mortem within 72 hours\n- Write down the time\n").PostMortemWithin!.Value.TotalHours);

    [Fact]
    public void Chapters_behind_the_form_of_the_review_are_no_phases() =>
        Assert.Equal(["Detection", "Response", "Post-mortem"], Compile("## 1. Detection\n\n- Look\n\n## 2. Response\n\n- Mend\n\n## 3. Post-mortem\n\n- Write\n\n## 4. Report template\n\n- What: [what]\n\n## 5. Communication\n\n- Tell\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void A_drawn_course_in_one_of_the_chapters_is_the_whole() =>
        Assert.Equal("DETECT TRIAGE CONTAIN FIX VERIFY LEARN", string.Join(' ', Compile(Levels + "## 3. Incident response process\n\n### 3.1 Detection\n\n- Look\n\n### 3.2 Triage\n\n- Sort\n\n### 3.3 Response workflow\n\n```\nDETECT -> TRIAGE -> CONTAIN -> FIX -> VERIFY -> LEARN\n```\n\n**DETECT**: the bell rings.\n\n**FIX**: light it.\n").Phases.Select(phase => phase.Name)));

    [Fact]
    public void Blanks_in_a_chain_are_names_to_be_filled_in() =>
        Assert.Equal(["Duty engineer", "Head engineer", "Owner"], Compile("## Response team\n\n**24/7 escalation:** [Duty engineer] → [Head engineer] → [Owner]\n").EscalationLevels.Select(level => level.Name));

    [Fact]
    public void Bold_words_up_to_their_stop_name_a_level() =>
        Assert.Equal(["SEV-1/all ovens out/No bread at all.", "SEV-2/near miss/A spark fell."], Compile("## Severity\n\n- **SEV-1 — all ovens out.** No bread at all.\n- **SEV-2 — near miss.** A spark fell.\n").Severities.Select(level => $"{level.Name}/{level.Label}/{level.Definition!.TrimEnd('.')}."));

    [Theory]
    [InlineData("**15 min** to acknowledge; rollback within 30 min if not resolved", 15)]
    [InlineData("5 min to acknowledge, mitigated within 1 hour", 5)]
    public void Till_it_is_mended_is_no_answer(string time, int minutes) =>
        Assert.Equal(minutes, Compile($"## Severity levels\n\n| Level | Definition | Response time |\n|-|-|-|\n| P0 | all ovens out | {time} |\n| P1 | one oven out | 1 hour |\n\n## Triggers\n\n### P0 triggers (page immediately)\n\n- smoke\n\n### P1 triggers\n\n- steam\n").Severities[0].ResponseTime!.Value.TotalMinutes);

    [Fact]
    public void Marks_part_examples_and_commas_stand_within() =>
        Assert.Equal(["Keys, locks, or chains lost", "Safe open", "Roof gone"], Compile("## Severity levels\n\n| Level | Definition | Examples |\n|-|-|-|\n| P0 | all is lost | • Keys, locks, or chains lost. • Safe open. • Roof gone. |\n| P1 | much is lost | • Door torn. |\n").Severities[0].Examples);

    [Fact]
    public void Playbooks_counted_like_severities_say_themselves_how_bad_they_are() =>
        Assert.Equal(["Oven errors/Sev 1", "Door jams/Sev 2"], Compile("## Severity definitions\n\n| Severity | Definition |\n|-|-|\n| Sev 1 | all is lost |\n| Sev 2 | much is lost |\n\n## Playbooks\n\n### P1 – Oven errors\n\n**Alert:** smoke\n**Severity:** Sev 1\n\n1. Look\n2. Mend\n\n### P2 – Door jams\n\n**Alert:** wind\n**Severity:** Sev 2\n\n1. Look\n2. Mend\n").Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Severity}"));

    [Fact]
    public void A_window_may_name_the_level_of_its_case() =>
        Assert.Equal("P0", Compile(Levels + "## Scenario 1: Safe open\n\n### Detection\n\n- It stands open\n\n### Immediate response (< 10 min — P0)\n\n1. Shut it\n2. Count\n").Scenarios[0].Severity);

    [Fact]
    public void What_stands_counted_among_cases_is_one() =>
        Assert.Equal(["Oven outage/2", "Break-in and theft/2", "Run on the bakery/2"], Compile(Levels + "## 1. Oven outage\n\n### Symptoms\n\n- It is cold\n\n### Steps\n\n1. Look\n2. Light it\n\n## 2. Break-in and theft\n\n### Symptoms\n\n- The door is open\n\n### Steps\n\n1. Look\n2. Count\n\n## 3. Run on the bakery\n\n### Steps\n\n1. Bake\n2. Bake more\n").Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));

    [Fact]
    public void Chapters_that_each_begin_anew_are_cases_and_no_phases()
    {
        Procedure procedure = Compile(Levels + "## Response procedures\n\n### 1. Flood response\n\n**Immediate actions (0-15 minutes):**\n1. Look\n2. Shut the tap\n\n**Review (1-2 days):**\n1. Write\n\n### 2. Court order response\n\n**Initial processing (0-2 hours):**\n1. Read it\n2. Call the lawyer\n\n**Answer (1-7 days):**\n1. Answer\n");
        Assert.Equal(["Flood response/3", "Court order response/3"], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Chapters_of_kinds_of_incidents_with_a_list_each_are_cases() =>
        Assert.Equal(["Oven-specific incidents/3", "Door/window incidents/3"], Compile("## First 15 minutes\n\n1. Look\n2. Call\n\n## Oven-specific incidents\n\nFor cold ovens:\n1. open the tap;\n2. light it;\n3. bake one loaf.\n\n## Door/window incidents\n\nFor draughts:\n- shut the door;\n- look for a broken pane;\n- call the glazier.\n").Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));

    [Fact]
    public void Boxes_in_a_fence_are_steps_and_may_declare_the_level()
    {
        Scenario scenario = Compile(Levels + "## Scenario 1: Safe open\n\n**Trigger**: it stands open\n\n#### Immediate actions\n\n```markdown\n[ ] Declare P0 incident\n[ ] Shut it\n[ ] Count\n```\n").Scenarios[0];
        Assert.Equal("P0/Declare P0 incident|Shut it|Count", $"{scenario.Severity}/{string.Join('|', scenario.Steps.Select(step => step.Text))}");
    }

    [Fact]
    public void A_phase_may_be_announced_as_a_playbook() =>
        Assert.Equal(["Erkennung", "Eindämmung", "Nachbereitung"], Compile("## 4.1.1 Playbook: Phase 1 – Erkennung\n\n- Hinsehen\n\n## 4.1.2 Playbook: Phase 2 – Eindämmung\n\n- Schließen\n\n## 4.1.3 Playbook: Phase 3 – Nachbereitung\n\n- Schreiben\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void Warnings_are_a_level_between_high_and_informational() =>
        Assert.Equal(["critical", "high", "warning", "info"], Compile("## First steps\n\n1. Look\n2. Classify severity:\n   - info: as ever\n   - warning: pale loaves\n   - high: one oven out\n   - critical: all ovens out\n").Severities.Select(level => level.Name));
}
