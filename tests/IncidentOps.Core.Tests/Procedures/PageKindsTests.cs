using IncidentOps.Core.Procedures;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Pages that are about one thing alone, and parts that are told in few words: paths, contacts, messages, times.</summary>
public sealed class PageKindsTests
{
    private const string Levels = "## Severity levels\n\n| Level | Definition |\n|-|-|\n| Critical | all ovens out |\n| High | one oven out |\n| Low | ugly loaves |\n\n";

    private static Procedure Page(string text) => ProcedureCompiler.Compile(text, "page.md");

    private static string Path(Procedure procedure) => string.Join("; ", procedure.EscalationLevels.Select(level => $"{level.Name}={level.After?.TotalMinutes}"));

    private static string People(Procedure procedure) => string.Join("; ", procedure.Contacts.Select(contact => $"{contact.Name}={contact.Value}"));

    [Fact]
    public void A_page_may_be_the_path_alone() =>
        Assert.Equal("Shop floor=0; Master baker=15; Maker of the oven=45", Path(Page("# Escalation policy\n\n## Tier 1 – Shop floor (0–15 min)\n\nTries the usual.\n\n## Tier 2 – Master baker (15–45 min)\n\nKnows the oven.\n\n## Tier 3 – Maker of the oven (45+ min)\n\nHas the parts.\n")));

    [Theory]
    [InlineData("# Emergency contacts\n\n- Fitter: +49 30 1234567\n- Owner: TBD\n", "Fitter=+49 30 1234567; Owner=")]
    [InlineData("# Emergency contacts\n\n## Fitter\n\nAnna Berg\nPhone: +49 30 1234567\nEmail: anna@berg.example\n\n## Owner\n\n[Name]\nPhone: [Number]\n", "Fitter=Anna Berg, +49 30 1234567, anna@berg.example; Owner=")]
    [InlineData("# Handbook\n\n## Who to call\n\n| Who | Number |\n|-|-|\n| Fitter | +49 30 1234567 |\n", "Fitter=+49 30 1234567")]
    public void Contacts_may_be_a_page_or_lines_below_a_name(string guide, string expected) => Assert.Equal(expected, People(Page(guide)));

    [Fact]
    public void A_page_of_playbooks_may_be_a_table_of_links() =>
        Assert.Equal(["Oven cold P0 oven.md", "Till stuck P1 till.md"], Page("# Playbooks\n\n| Scenario | Severity | Runbook |\n|-|-|-|\n| Oven cold | P0 | [oven](oven.md) |\n| Till stuck | P1 | [till](till.md) |\n").Scenarios.Select(scenario => $"{scenario.Name} {scenario.Severity} {scenario.Link}"));

    [Fact]
    public void A_whole_guide_is_not_taken_for_a_page_of_what_its_title_names() =>
        Assert.Equal((2, 2), Page("# Escalation\n\n## Severity levels\n\n- P0: all ovens out\n- P1: one oven out\n\n## Contacts\n\n- Fitter: +49 30 1234567\n- Owner: TBD\n") is var guide ? (guide.Severities.Count, guide.Contacts.Count) : default);

    [Theory]
    [InlineData("## On-call rotation\n\n- Primary: see the rota\n- Secondary: Escalate after 15 minutes\n- Manager escalation: After 30 minutes\n", "Primary=; Secondary=15; Manager escalation=30")]
    [InlineData("## On-call rotation\n\n1. **Primary**: Night engineer (immediate response)\n2. **Secondary**: Bakery lead (15 min escalation)\n3. **Tertiary**: Bakery manager (30 min escalation)\n", "Night engineer=0; Bakery lead=15; Bakery manager=30")]
    [InlineData("## Escalation chain\n\n1. Alert triggered → **On-call engineer (Level 1)**\n2. Not resolved in **10 min** → Escalate to **Tech lead (Level 2)**\n3. Not resolved in **30 min** → Escalate to **Director (Level 3)**\n", "On-call engineer=; Tech lead=10; Director=30")]
    [InlineData("## Escalation\n\n1. The alarm pages the primary on-call.\n2. If there is no acknowledgement in 10 minutes, the secondary is paged.\n3. After another 10 minutes the manager is called by phone.\n", "primary on-call=; secondary=10; manager=20")]
    public void Times_tell_who_stands_behind_whom(string chapter, string expected) => Assert.Equal(expected, Path(Compile(chapter)));

    [Fact]
    public void Times_of_all_levels_may_stand_in_brackets_of_a_sentence() =>
        Assert.Equal([60d, 240d, 4320d], Compile(Levels + "## Policy\n\n- We respond in defined times (critical: 1 hour; high: 4 hours; low: 72 hours).\n").Severities.Select(level => level.ResponseTime!.Value.TotalMinutes));

    [Fact]
    public void A_table_may_ask_when_and_how_often() =>
        Assert.Equal(
            ["0 30", "60 120"],
            Compile("## Severity\n\n| Level | What | When to answer | How often to report |\n|-|-|-|-|\n| P0 | all ovens out | now | every half hour |\n| P1 | one oven out | within the hour | every two hours |\n").Severities.Select(level => $"{level.ResponseTime?.TotalMinutes} {level.UpdateInterval?.TotalMinutes}"));

    [Fact]
    public void The_stop_behind_a_label_does_not_begin_the_definition() =>
        Assert.Equal(
            ["Critical: The shop is shut.", "Minor: Anything else."],
            Compile("## Severity levels\n\n**SEV-1 (Critical).** The shop is shut. Acknowledge within 5 minutes.\n\n**SEV-2 (Minor).** Anything else. Next business day.\n").Severities.Select(level => $"{level.Label}: {level.Definition!.Split(" Ack")[0]}"));

    [Theory]
    [InlineData("**Step 1: Confirm** – look at the lamp.\n\n**Step 2: Contain** – shut the gas.\n\n**Step 3: Restore** – bake.\n")]
    [InlineData("**1. Confirm** look at the lamp.\n\n**2. Contain** shut the gas.\n\n**3. Restore** bake.\n")]
    [InlineData("**Step 1:** Confirm. Look at the lamp.\n\n**Step 2:** Contain. Shut the gas.\n\n**Step 3:** Restore. Bake.\n")]
    public void Counted_bold_words_begin_the_steps_of_the_course(string course) =>
        Assert.Equal(["Confirm", "Contain", "Restore"], Compile("## Response process\n\n" + course).Phases.Select(phase => phase.Name));

    [Fact]
    public void A_checklist_of_counted_phases_is_the_course() =>
        Assert.Equal(
            ["Detect", "Diagnose", "Mitigate", "Resolve"],
            Compile("## Incident checklist\n\n### 1. Detect\n\n- [ ] Look at the lamp\n\n### 2. Diagnose\n\n```bash\nlamp\n```\n\n### 3. Mitigate\n\n```bash\ngas off\n```\n\n### 4. Resolve\n\n```bash\ngas on\n```\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void A_phase_with_one_sentence_that_begins_with_its_time_is_a_phase() =>
        Assert.Equal(
            ["Detect", "Contain", "Post-incident review"],
            Compile("## 5. Response lifecycle\n\n### 5.1 Detect\n\n- Look.\n\n### 5.2 Contain\n\n- Shut the gas.\n\n### 5.3 Post-incident review\n\n- Within 5 days hold a review: timeline, causes.\n").Phases.Select(phase => phase.Name));

    [Theory]
    [InlineData("**Watch it** — Heightened monitoring for 72 hours after the repair", 4320)]
    [InlineData("Metrics green for 30 minutes", 30)]
    [InlineData("Monitor for recurrence of anything like it and more — heightened monitoring for 72 hours", 4320)]
    public void Monitoring_is_told_in_other_words(string sentence, int minutes) =>
        Assert.Equal(minutes, Compile($"## Recovery\n\n1. Restart the oven\n2. {sentence}\n").MonitoringWindow?.Maximum.TotalMinutes);

    [Fact]
    public void Messages_may_stand_in_a_table_however_short() =>
        Assert.Equal(["Start", "Update"], Compile("## Communication templates\n\n| When | Text |\n|-|-|\n| Start | \"We see trouble with [Service].\" |\n| Update | \"Still on [Service], sorry.\" |\n").Templates.Select(template => template.Name));

    [Fact]
    public void Lines_to_be_filled_in_are_a_message_below_each_name() =>
        Assert.Equal(
            ["First notice: Impact, HH:MM", "All clear: cause, deed"],
            Compile("## Communication templates\n\nFirst notice:\n- Incident: [Impact]\n- Severity: [Impact]\n- Next: [HH:MM]\n\nAll clear:\n- Cause: [cause]\n- Done: [deed]\n- Left: [deed]\n").Templates.Select(template => $"{template.Name}: {string.Join(", ", template.Placeholders)}"));

    [Fact]
    public void A_checklist_of_counted_deeds_is_one_whatever_the_deeds_are_called() =>
        Assert.Equal(3, Assert.Single(Compile("## 3. Triage checklist\n\nWork through it:\n\n1. **Confirm the symptoms** — look.\n2. **Communicate** — call.\n3. **Fix.** Mend it.\n").Checklists).Tasks.Count);

    [Fact]
    public void Examples_may_end_the_definition() =>
        Assert.Equal([3, 2], Compile("## Severity levels\n\n| Level | Definition | Response |\n|-|-|-|\n| P0 | Nobody gets bread. Examples: ovens out, no flour, shop shut. | 15 min |\n| P1 | Some get none. Examples: one oven out, no rye. | 1 h |\n").Severities.Select(level => level.Examples.Count));

    [Fact]
    public void Bare_numbers_are_spelt_as_the_guide_does_elsewhere() =>
        Assert.Equal(["SEV-1", "SEV-2"], Compile("## Playbooks\n\n### Oven out\n\nTreat as SEV-1.\n\n1. Look\n2. Mend\n\n## Severity ladder\n\n| SEV | Meaning | Response |\n|-|-|-|\n| 1 | all ovens out | 15 min |\n| 2 | one oven out | 1 h |\n").Severities.Select(level => level.Name));

    [Fact]
    public void Bold_words_without_their_emoji_are_bold_words() =>
        Assert.Equal(2, Assert.Single(Compile("## Phase 1: Recovery\n\n** Before the shop opens (checklist):**\n- [ ] Ovens clean\n- [ ] Till counted\n").Checklists).Tasks.Count);

    [Theory]
    [InlineData("** Do:** 2 ** 3 = 8", "**Do:** 2 ** 3 = 8")]
    [InlineData("- ** Do at once**: run", "- **Do at once**: run")]
    [InlineData("a ** b** c", "a ** b** c")]
    [InlineData("```\n** Do:**\n```", "```\n** Do:**\n```")]
    [InlineData("** no end", "** no end")]
    public void Only_lost_marks_at_the_beginning_of_a_line_are_mended(string line, string expected) => Assert.Equal(expected, BoldRepair.Repair(line));

    [Theory]
    [InlineData("### 2.1 Level 1 - Critical\n\nAll ovens are out.\n\n### 2.2 Level 2 - Minor\n\nUgly loaves.\n", "Level 1 Critical; Level 2 Minor")]
    [InlineData("### 2.1 Muc 1 - Nghiem trong\n\nLo hong.\n\n### 2.2 Muc 2 - Nhe\n\nXau.\n", "Muc 1 Nghiem trong; Muc 2 Nhe")]
    public void Levels_are_counted_behind_the_number_of_the_chapter(string chapters, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile("## 2. Severity levels\n\n" + chapters).Severities.Select(level => $"{level.Name} {level.Label}")));

    [Fact]
    public void What_a_program_fills_in_is_a_message_wherever_it_is_quoted() =>
        Assert.Equal(["date"], Assert.Single(Compile("## 8. Words for the press\n\n> The shop has on {{date}} found a fault in an oven and mended it.\n").Templates).Placeholders);

    [Fact]
    public void A_rota_of_blanks_among_the_contacts_is_whom_to_reach() =>
        Assert.Equal("Primary=; Commander=", People(Compile("## Emergency contacts\n\n### On-call rotation\n\n- **Primary**: [Name] - [Phone]\n- **Commander**: [Name] - [Phone]\n")));

    [Fact]
    public void Whom_the_law_asks_to_tell_is_no_path() =>
        Assert.Empty(Compile("## 5. Regulatory notification matrix\n\n### 5a. Regulators\n\n| Law | Deadline |\n|-|-|\n| GDPR | 72 hours |\n\n### 5b. Customers\n\n| Law | Deadline |\n|-|-|\n| GDPR | 30 days |\n").EscalationLevels);

    [Fact]
    public void Examples_by_level_stand_below_their_names_in_bold() =>
        Assert.Equal([3, 2], Compile("## Severity\n\n| Level | Description | Response |\n|-|-|-|\n| P1 - Critical | all ovens out | 15 min |\n| P2 - Minor | one oven out | 1 h |\n\n### Examples by level\n\n**P1 - Critical**\n- ovens out\n- no flour\n- fire\n\n**P2 - Minor**\n- one oven\n- no rye\n").Severities.Select(level => level.Examples.Count));

    [Fact]
    public void Marks_in_a_cell_part_what_defines_a_level() =>
        Assert.Equal("all is lost; all is shut", Compile("## Severity levels\n\n| Level | Criteria | Response |\n|-|-|-|\n| P1 | • all is lost<br>• all is shut | 15 min |\n| P2 | • some is lost<br>• some is shut | 1 h |\n").Severities[0].Definition);

    [Fact]
    public void A_level_is_labelled_by_the_heading_that_holds_its_code_in_brackets() =>
        Assert.Equal(["P1 Critical 15", "P2 Low 60"], Compile("## Severity levels\n\n**Critical (P1):**\n- ovens out\n\n**Low (P2):**\n- ugly loaves\n\n## Response times\n\n| Severity | Response time |\n|-|-|\n| P1 | 15 min |\n| P2 | 1 h |\n").Severities.Select(level => $"{level.Name} {level.Label} {level.ResponseTime?.TotalMinutes}"));

    [Fact]
    public void Boxes_with_a_word_beside_each_are_the_course() =>
        Assert.Equal(
            ["DETECTION Alarms ring", "TRIAGE P1 to P4", "CONTAINMENT Shut it", "RECOVERY Open again"],
            Compile("## Response process\n\n### Standard workflow\n\n```\n┌─────────────┐\n│  DETECTION  │  ← Alarms ring\n└──────┬──────┘\n       │\n       ▼\n┌─────────────┐\n│  TRIAGE     │  ← P1 to P4\n└──────┬──────┘\n       ▼\n┌─────────────┐\n│ CONTAINMENT │  ← Shut it\n└──────┬──────┘\n       ▼\n┌─────────────┐\n│  RECOVERY   │  ← Open again\n└─────────────┘\n```\n").Phases.Select(phase => $"{phase.Name} {phase.Activities[0].Text}"));

    [Fact]
    public void Contacts_in_a_drawn_box_leave_its_frame_behind() =>
        Assert.Equal("Fitter=+49 30 1234567; Owner=owner@bakery.example", People(Compile("## Contacts\n\n```\n┌──────────────────────────────┐\n│ Fitter: +49 30 1234567       │\n│ Owner: owner@bakery.example  │\n└──────────────────────────────┘\n```\n")));

    [Fact]
    public void Who_acknowledges_answers_however_soon_it_is_contained() =>
        Assert.Equal(
            [15d, 1440d],
            Compile("## Severity levels\n\n- P1: all ovens out\n- P2: one oven out\n\n## Response targets\n\n- P1: acknowledge within 15 minutes, containment started within 60 minutes.\n- P2: acknowledge within 1 business day, plan within 5 business days.\n").Severities.Select(level => level.ResponseTime!.Value.TotalMinutes));

    [Fact]
    public void Levels_may_stand_below_a_remark_of_the_heading() =>
        Assert.Equal(["CRITICAL", "MINOR"], Compile("## 対象となる事象（重大度の分類）\n\n- **CRITICAL**: すべての窯が止まった。\n- **MINOR**: 形の悪いパン。\n").Severities.Select(level => level.Name));

    [Fact]
    public void What_stands_below_an_arrow_to_whom_to_call_is_kept() =>
        Assert.Equal(["Ring twice"], Compile("## Escalation chain\n\n1. Alert triggered → **On-call engineer**\n2. Not resolved in **10 min** → Escalate to **Tech lead**\n   - Ring twice\n3. Not resolved in **30 min** → Escalate to **Director**\n").EscalationLevels[1].Duties);
}
