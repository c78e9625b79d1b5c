using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Cases in chapters of levels, behind codes, in lists and tables; and what only looks like a case.</summary>
public sealed class LevelChapterKindsTests
{
    private const string Levels = "## Severity levels\n\n| Level | Definition |\n|-|-|\n| P0 | all ovens out |\n| P1 | one oven out |\n\n";
    private const string Counted = "```bash\n# 1. Look at the lamp\nlamp\n\n# 2. Call the fitter\nring\n```\n\n";

    private static string Names(Procedure procedure) => string.Join("; ", procedure.Scenarios.Select(scenario => $"{scenario.Name} {scenario.Severity} {scenario.Symptoms.Count} {scenario.Steps.Count}"));

    [Theory]
    [InlineData("P0 procedures", "P1 procedures")]
    [InlineData("P0 대응 절차", "P1 대응 절차")]
    public void Chapters_of_levels_hold_cases_with_their_counted_steps(string first, string second) =>
        Assert.Equal(
            "Bread everywhere P0 0 2; Nobody at the till P0 0 2; Lamps flicker P1 0 2",
            Names(Compile($"{Levels}## {first}\n\n### 1. Bread everywhere\n\n{Counted}### 2. Nobody at the till\n\n{Counted}## {second}\n\n### 1. Lamps flicker\n\n{Counted}")));

    [Fact]
    public void Chapters_of_levels_with_the_same_parts_are_courses()
    {
        Procedure procedure = Compile($"{Levels}## P0 procedures\n\n### Look around\n\n{Counted}### Call people\n\n{Counted}## P1 procedures\n\n### Look around\n\n{Counted}### Call people\n\n{Counted}");

        Assert.Empty(procedure.Scenarios);
    }

    [Fact]
    public void Chapters_of_cases_define_the_levels_where_nothing_else_does()
    {
        Procedure procedure = Compile(
            "## 🔴 CRITICAL — Drop everything\n\n### Bread more than a day late (>24h stale)\n\n```\n1. Look at the oven\n   lamp\n2. Call the fitter\n```\n\n### Till database failing\n\n```\n1. Restart it\n2. Write by hand\n```\n\n"
            + "## 🟡 WARNING — Respond within 4 hours\n\n### Flour >1000 kg\n\n```\nUsual: 400 kg\n\n1. Look at the scale\n2. Sell some\n```\n");

        Assert.Equal(["CRITICAL ", "WARNING 240"], procedure.Severities.Select(level => $"{level.Name} {level.ResponseTime?.TotalMinutes}"));
        Assert.Equal("Bread more than a day late CRITICAL 0 2; Till database failing CRITICAL 0 2; Flour >1000 kg WARNING 0 2", Names(procedure).Replace(" (>24h stale)", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("### Playbook 1: P0 Key lost\n\n1. Change the lock\n2. Call the owner\n\n### Playbook 2: P0/1 Oven slow\n\n1. Look\n2. Wait\n", "Key lost P0 0 2; Oven slow P0 0 2")]
    [InlineData("### Oven slow (P1) — `OvenLatencyHigh`\n\n1. Look\n2. Wait\n\n### Till stuck (P0) - till_stuck\n\n1. Restart it\n2. Write by hand\n", "Oven slow P1 0 2; Till stuck P0 0 2")]
    [InlineData("### Escenario: Oven out\n\n1. Look\n2. Wait\n\n### Escenario: Till stuck\n\n1. Restart it\n2. Write by hand\n", "Oven out  0 2; Till stuck  0 2")]
    [InlineData("### P0 incident response\n\n1. Look\n2. Call\n\n### P1 incident response\n\n1. Look\n2. Wait\n", "P0 incident response  0 2; P1 incident response  0 2")]
    public void Levels_stand_before_and_alarms_behind_the_name_of_a_case(string cases, string expected) =>
        Assert.Equal(expected, Names(Compile($"{Levels}## Playbooks\n\n{cases}")));

    [Fact]
    public void Beside_symptoms_what_detects_them_is_no_sign_and_commands_above_the_steps_are_none()
    {
        Scenario[] cases = [.. Compile(
            "## Playbooks\n\n### Cold oven\n\n**Symptoms**:\n- no flame\n- cold bread\n\n**Detection**:\n- the alarm E3 rings\n\n**Steps**:\n1. Look\n2. Light it\n3. Bake\n\n"
            + "### Stuck till\n\n**Alerts**: TillStuck\n\n```bash\ntill status\ntill logs\n```\n\n**Steps**:\n1. Restart it\n2. Write by hand\n3. Call\n").Scenarios];

        Assert.Equal([(2, 3), (1, 3)], cases.Select(scenario => (scenario.Symptoms.Count, scenario.Steps.Count)));
    }

    [Theory]
    [InlineData("## Playbooks\n\n- Oven cold\n  - Symptoms: no flame, cold bread\n  - Response\n    1. Open the valve\n    2. Call the fitter\n- Till stuck\n  - Symptoms: black screen\n  - Response: restart it\n", "Oven cold  2 2; Till stuck  1 1")]
    [InlineData("## Playbooks\n\n| Situation | First action | Second action | Then |\n|-|-|-|-|\n| Oven cold | Open the valve | Call the fitter | Bake next door |\n| Till stuck | Restart it | Write by hand | Call support |\n", "Oven cold  0 3; Till stuck  0 3")]
    [InlineData("## Trouble and ways out\n\n**Cold oven**\n- Symptoms: no flame\n- Check: `valve status`\n- Fix: open the valve\n\n**Stuck till**\n- Symptoms: black screen\n- Check: `till status`\n- Fix: restart it\n", "Cold oven  1 2; Stuck till  1 2")]
    [InlineData("## Phase 1: Detect\n\nLook.\n\n## Phase 2: Contain\n\n### Containment strategies by type\n\n**Key lost:**\n```\n1. Change the lock\n2. Call the owner\n```\n\n**Oven outage:**\n```\n1. Bake next door\n2. Call the fitter\n```\n", "Key lost  0 2; Oven outage  0 2")]
    public void Cases_stand_in_lists_tables_bold_words_and_fences(string chapter, string expected) => Assert.Equal(expected, Names(Compile(chapter)));

    [Fact]
    public void Counted_lines_of_a_cell_lose_their_numbers() =>
        Assert.Equal(
            ["Change the lock", "Call the owner"],
            Compile("## Playbooks\n\n| Scenario | Response steps |\n|-|-|\n| Key lost | 1. Change the lock<br>2. Call the owner |\n| Loaf lost | 1. Look<br>2. Bake |\n").Scenarios[0].Steps.Select(step => step.Text));

    [Fact]
    public void Questions_and_what_undoes_a_change_are_no_cases_beside_numbered_scenarios()
    {
        const string steps = "\n1. Look\n2. Call\n\n";
        Procedure procedure = Compile(
            $"## Scenario 1: Oven out\n{steps}## Scenario 2: Till stuck\n{steps}## Scenario 3: Key lost\n{steps}## Emergency rollback\n\n```bash\nbaker undo\n```\n\n"
            + "## Decision trees\n\n### Should I wake somebody?\n\n```\nDoes it burn? --no--> wait\n```\n\n### Undo or mend?\n\n```\nCan it be mended? --no--> undo\n```\n");

        Assert.Equal("Oven out  0 2; Till stuck  0 2; Key lost  0 2", Names(procedure));
    }

    [Fact]
    public void What_a_phase_does_for_some_levels_is_part_of_the_phase()
    {
        Procedure procedure = Compile("## Phase 1: Detection (0-15 minutes)\n\n### Critical/High priority incidents\n\n1. **First**:\n   - Look\n\n### Low priority incidents\n\n1. **First**:\n   - Wait\n\n## Phase 2: Containment (15-60 minutes)\n\n1. Shut the gas\n");

        Assert.Equal((2, 0), (procedure.Phases.Count, procedure.Scenarios.Count));
    }

    [Fact]
    public void Parts_of_a_case_may_be_counted_with_its_own_number() =>
        Assert.Equal(
            "Oven out P0 0 2; Till stuck P1 0 2",
            Names(Compile($"{Levels}## 2. P0 — Oven out\n\n### 2.1 Impact\n\nNo bread.\n\n### 2.2 Mitigation\n\n1. Shut the gas\n2. Call the fitter\n\n**Average recovery time:** 4 hours\n\n### 2.3 Prevention\n\nClean it.\n\n## 3. P1 — Till stuck\n\n### 3.1 Triage\n\n```bash\n# 1. Look at the till\ntill\n\n# 2. Look at the line\nline\n```\n\n### 3.2 Common causes\n\nDust.\n")));

    [Fact]
    public void A_case_is_no_list_of_levels_for_the_word_in_its_name()
    {
        const string parts = "\n### Detection\n\n- an alarm\n\n### Remediation\n\n1. Look\n2. Mend\n\n";

        Assert.Equal("Oven out  1 2; Breach of the SLA  1 2; Key lost  1 2", Names(Compile($"## 1. Oven out\n{parts}## 2. Breach of the SLA\n{parts}## 3. Key lost\n{parts}")));
    }

    [Fact]
    public void A_chapter_beside_three_of_cases_holds_cases_too()
    {
        const string parts = "\n**Symptoms:**\n- an alarm\n\n**Resolution:**\n1. Look\n2. Mend\n\n";

        Assert.Equal(
            ["Oven out", "Oven slow", "Till stuck", "Till slow", "Mill stuck", "Mill slow", "Stolen key", "Empty till"],
            Compile($"## 1. Oven issues\n\n### 1.1 Oven out\n{parts}### 1.2 Oven slow\n{parts}## 2. Till issues\n\n### 2.1 Till stuck\n{parts}### 2.2 Till slow\n{parts}## 3. Mill issues\n\n### 3.1 Mill stuck\n{parts}### 3.2 Mill slow\n{parts}## 4. The bad people\n\n### 4.1 Stolen key\n\n**Immediate actions:**\n1. Change the lock\n2. Call\n\n### 4.2 Empty till\n\n**Immediate actions:**\n1. Count\n2. Call\n").Scenarios.Select(scenario => scenario.Name));
    }

    [Theory]
    [InlineData("## Quick fixes cheatsheet\n\n| Problem | Quick fix |\n|-|-|\n| Bread burnt | Turn it down |\n| Flour gone | Buy some |\n")]
    [InlineData("## Quick reference\n\n| Scenario | Severity | Immediate action |\n|-|-|-|\n| Bread burnt | P1 | Turn it down |\n| Oven out | P0 | Light it |\n")]
    [InlineData("## Incident types\n\n- Bread burnt.\n- Flour gone.\n- Fire in the shop.\n")]
    [InlineData("## Help for critical incidents\n\nOnly call at night if:\n\n- bread burns\n- flour is gone\n")]
    public void What_lists_troubles_beside_cases_that_are_told_adds_none(string chapter) =>
        Assert.Equal(3, Compile($"## Playbooks\n\n### Oven out\n\n1. Look\n2. Mend\n\n### Till stuck\n\n1. Look\n2. Mend\n\n### Key lost\n\n1. Look\n2. Mend\n\n{chapter}").Scenarios.Count);

    [Fact]
    public void Counted_lines_of_a_fence_are_steps_though_a_channel_is_named_in_it() =>
        Assert.Equal(
            ["ACKNOWLEDGE", "MITIGATE"],
            Compile("## Playbooks\n\n### Oven out\n\n```\n1. ACKNOWLEDGE (0-5 min)\n   → Post in #bread: \"We look\"\n   → Look at the lamp\n\n2. MITIGATE (5-15 min)\n   → Call the fitter\n```\n\n### Till stuck\n\n1. Restart it\n2. Call\n").Scenarios[0].Steps.Select(step => step.Text.Split(' ')[0]));

    [Fact]
    public void A_playbook_may_be_counted_in_a_register_with_several_letters() =>
        Assert.Equal(
            "OVEN OUT P0 0 2; TILL STUCK P1 0 2",
            Names(Compile($"{Levels}## PLAYBOOK PB-001: OVEN OUT\n\n### Trigger\n\n- E3 shows\n\n### Severity: P0\n\n### Step-by-step response\n\n1. Look\n2. Call\n\n## PLAYBOOK PB-002: TILL STUCK\n\n### Trigger\n\n- nothing moves\n\n### Severity: P1\n\n### Step-by-step response\n\n1. Restart it\n2. Write by hand\n")).Replace(" 1 2", " 0 2", StringComparison.Ordinal));

    [Fact]
    public void Standard_procedures_that_are_counted_are_cases() =>
        Assert.Equal("Burnt bread response  0 2; Stolen key response  0 2", Names(Compile("## Standard operating procedures (SOPs)\n\n### SOP 1: Burnt bread response\n\n1. Look\n2. Call\n\n### SOP 2: Stolen key response\n\n1. Change the lock\n2. Call\n")));
}
