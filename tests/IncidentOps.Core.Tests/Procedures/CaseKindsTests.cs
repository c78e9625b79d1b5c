using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Scenarios below levels and protocols, in fences, in other company, and what is told of them without being done.</summary>
public sealed class CaseKindsTests
{
    private const string Levels = "## Severity\n\n| Level | Description |\n|-|-|\n| P0 | gone |\n| P1 | slow |\n\n";

    [Fact]
    public void A_level_may_hold_its_cases()
    {
        Procedure procedure = Compile("## Classification\n\n### Level 1: Critical\n\n- all is lost\n\n### Level 2: High\n\n- much is lost\n\n## Response Procedures\n\n### Level 1: Critical Incident Response\n\n#### Data Breach (Recipes)\n\n**Immediate Actions (0-1 hour)**\n1. **Confirm**\n   - read the log\n2. **Contain**\n   - shut it\n\n**Later Actions**\n3. **Tell the guests**\n   - by post\n\n#### Oven Outage\n\n1. run\n2. shut\n");
        Assert.Equal([("Data Breach (Recipes)", "Level 1", 3), ("Oven Outage", "Level 1", 2)], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity, scenario.Steps.Count)));
    }

    [Fact]
    public void An_emergency_protocol_holds_what_has_happened()
    {
        Procedure procedure = Compile("## Emergency Escalation Protocol\n\n### Smoke Detected\n\n1. **Open**: all windows\n2. **Look**: for the fire\n\n### Medical Emergency\n\n1. **Call**: 112\n2. **Wait**: beside them\n");
        Assert.Equal(["Smoke Detected", "Medical Emergency"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Empty(procedure.EscalationLevels);
    }

    [Fact]
    public void A_ladder_for_each_case_is_no_scenario() =>
        Assert.Empty(Compile("## Escalation\n\n### Outage Detected\n\n1. On-call engineer\n2. Engineering manager\n\n### Smoke Detected\n\n1. Duty manager\n2. Director\n").Scenarios);

    [Fact]
    public void Steps_may_be_counted_in_a_fence()
    {
        Scenario scenario = Compile("## Procedimientos Específicos\n\n### Horno Roto\n\n```\n1. DETECTAR\n   - hace frío\n\n2. CONTENER\n   - cerrar la puerta\n```\n\n### Pan Robado\n\n```\n1. DETECTAR\n   - falta pan\n\n2. CONTENER\n   - cerrar la puerta\n```\n").Scenarios[0];
        Assert.Equal(("Horno Roto", 2), (scenario.Name, scenario.Steps.Count));
        Assert.Equal(["cerrar la puerta"], scenario.Steps[1].Details);
    }

    [Fact]
    public void Bold_lines_may_announce_the_cases() =>
        Assert.Equal(
            [("Burnt Bread", 2), ("Stolen Bread", 1)],
            Compile("## Incident Categories and Playbooks\n\n**Response Procedures: Cat 1 – Burnt Bread**\n\n- open the window\n- sweep\n\n**Response Procedures: Cat 2 – Stolen Bread**\n\n- count\n").Scenarios.Select(scenario => (scenario.Name, scenario.Steps.Count)));

    [Fact]
    public void A_label_below_a_sentence_tells_the_next_step() =>
        Assert.Equal(
            "Call the miller.",
            Compile("## Incident Scenarios\n\n### Bread does not come\n**Diagnose:**\n```bash\n./count.sh\n```\nLook at the door as well.\n**Fix:** Call the miller.\n").Scenarios[0].Steps[^1].Text);

    [Fact]
    public void Bold_lines_above_sentences_are_cases()
    {
        Procedure procedure = Compile("## Containment Playbooks\n\n**Burnt bread**\n- Open every window of the room at once.\n- Sweep the floor until it is clean.\n\n**Stolen keys / locks**\n- Change the locks of all doors before noon.\n");
        Assert.Equal([("Burnt bread", 2), ("Stolen keys / locks", 1)], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Steps.Count)));
    }

    [Fact]
    public void A_number_with_a_letter_counts_cases_by_type() =>
        Assert.Equal(["Horno roto", "Pan robado"], Compile("## 3. Procedimientos técnicos por tipo\n\n### 3a. Horno roto\n\n1. cerrar\n2. esperar\n\n### 3b. Pan robado\n\n1. contar\n2. llamar\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void Causes_with_their_remedies_are_steps() =>
        Assert.Equal(2, Compile("## 시나리오\n\n### 오븐 고장\n\n**증상:**\n\n- 차갑다\n\n**원인 + 조치:**\n\n1. 문을 닫는다\n2. 기다린다\n").Scenarios[0].Steps.Count);

    [Fact]
    public void Answers_of_a_form_are_no_tasks() =>
        Assert.Equal(["Opening"], Compile("## Appendix - Form\n\n**Is the oven on?**\n\n- [ ] Yes\n- [ ] No\n\n## Opening Checklist\n\n- [ ] light it\n- [ ] wait\n").Checklists.Select(list => list.Name.Replace(" Checklist", string.Empty, StringComparison.Ordinal)));

    [Fact]
    public void Dutch_plans_by_type_are_scenarios()
    {
        Scenario scenario = Compile("## 4. Stappenplannen per incidenttype\n\n### 4.1 Brand in de oven\n\n| Stap | Actie | Wie |\n|-|-|-|\n| 1 | **Sluit**: de deur | Bakker |\n| 2 | **Blus**: het vuur | Bakker |\n\n**SLA voor blussen**:\n\n| Ernst | Tijd |\n|-|-|\n| Hoog | 5 minuten |\n\n### 4.2 Diefstal van brood\n\n| Stap | Actie | Wie |\n|-|-|-|\n| 1 | **Tel**: het brood | Bakker |\n").Scenarios[0];
        Assert.Equal(("Brand in de oven", 2), (scenario.Name, scenario.Steps.Count));
    }

    [Fact]
    public void What_stands_before_the_symptoms_is_told_and_not_done()
    {
        Scenario scenario = Compile("## Runbooks\n\n### Oven goes cold\n\n#### How it is meant to work\n\n- it cools by itself\n\n#### Symptoms\n\n- cold bread\n- grey bread\n\n#### Actions\n\n1. light it\n2. wait\n").Scenarios[0];
        Assert.Equal((2, 2), (scenario.Symptoms.Count, scenario.Steps.Count));
        Assert.Contains("it cools by itself", scenario.Remarks);
    }

    [Fact]
    public void Numbered_parts_are_steps_though_the_first_has_numbered_parts_too()
    {
        Scenario scenario = Compile("## Playbook 1: Burnt Bread\n\n### Scenario\n\nThe bread is black.\n\n### Symptoms\n\n- smoke\n\n### Step 1: Look\n\n#### 1.1 Open\n\n- the door\n\n#### 1.2 Read\n\n- the dial\n\n### Step 2: Shut\n\n- the door\n\n### Step 3: Sweep\n\n- the floor\n\n## Playbook 2: Lost Bread\n\n### Symptoms\n\n- none left\n\n### Step 1: Count\n\n- the bread\n").Scenarios[0];
        Assert.Equal(["Look", "Shut", "Sweep"], scenario.Steps.Select(step => step.Text));
        Assert.Equal(["smoke"], scenario.Symptoms);
    }

    [Fact]
    public void A_table_of_remedies_within_a_phase_is_the_phases() =>
        Assert.Equal(
            ["Fire in the Oven", "Theft of Bread"],
            Compile("## Response Procedure\n\n### Phase 1: Detect\n\n- look\n\n### Phase 2: Remediate\n\n| Scenario | Remediation |\n|-|-|\n| Mice | a cat |\n| Rats | two cats |\n\n## Playbooks by Scenario\n\n### Fire in the Oven\n\n1. shut\n2. wait\n\n### Theft of Bread\n\n1. count\n2. call\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void A_number_behind_s_is_no_level_where_levels_are_called_otherwise() =>
        Assert.Equal(
            [("Fire in the Oven", null), ("Theft of Bread", null)],
            Compile(Levels + "## Playbooks by Scenario\n\n### S1: Fire in the Oven\n\n1. shut\n2. wait\n\n### S2: Theft of Bread\n\n1. count\n2. call\n").Scenarios.Select(scenario => (scenario.Name, scenario.Severity)));

    [Fact]
    public void An_index_of_the_own_headings_holds_no_scenarios() =>
        Assert.Equal(
            ["Oven goes cold", "Mill stands still"],
            Compile(Levels + "## Incident Types\n\n| # | Incident | Severity |\n|-|-|-|\n| 1 | [Oven goes cold](#1-oven-goes-cold) | P0 |\n| 2 | [Mill stands still](#2-mill-stands-still) | P1 |\n\n## 1. Oven goes cold\n\n### Symptoms\n\n- cold bread\n\n### Actions\n\n1. light it\n\n## 2. Mill stands still\n\n### Symptoms\n\n- no flour\n\n### Actions\n\n1. push it\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void Verbs_at_the_head_of_lines_tell_what_shows_and_what_is_done()
    {
        Procedure procedure = Compile("## Call the Baker at Once\n\n### 0.1 Dough count is wrong\n**Detect:** the scale says so.\n**Fix:** count again.\n**Escalate:** always.\n\n### 0.2 Oven account closed\n**Detect:** a letter comes.\n**Diagnose:** read it.\n**Fix:** pay.\n");
        Assert.Equal(["Dough count is wrong", "Oven account closed"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["a letter comes"], procedure.Scenarios[1].Symptoms);
        Assert.Equal(["read it.", "pay."], procedure.Scenarios[1].Steps.Select(step => step.Text));
    }

    [Theory]
    [InlineData("Pattern", "Detection", "Mitigation", "Permanent fix")]
    [InlineData("Common pattern", "Signs", "Mitigation", "Fix")]
    [InlineData("Failure mode", "Detection", "Mitigation", "Fix")]
    [InlineData("Issue", "Symptoms", "Mitigation", "Resolution")]
    public void A_table_of_patterns_within_a_phase_tells_cases(string what, string signs, string first, string last)
    {
        Scenario told = ProcedureCompiler.Compile($"# Guide\n\n## Workflow\n\n### Phase 1: Look\n\n- look\n\n### Phase 2: Mend\n\n**What we see often:**\n\n| {what} | {signs} | {first} | {last} |\n|-|-|-|-|\n| Cold oven | No smoke | Light it | Buy wood |\n| Wet flour | It sticks | Dry it | Mend the roof |\n", "guide.md").Scenarios[0];
        Assert.Equal(("Cold oven", "No smoke"), (told.Name, Assert.Single(told.Symptoms)));
        Assert.Equal(["Light it", "Buy wood"], told.Steps.Select(step => step.Text));
    }

    [Theory]
    [InlineData("**Classification:**\n- Severity: P2 (Major)\n- Impact: few rolls\n\n**Response:**\n1. Light it\n2. Wait\n", "P2")]
    [InlineData("**분류:**\n- 등급: P2 (Major)\n- 영향: 빵이 적음\n\n**대응:**\n1. Light it\n2. Wait\n", "P2")]
    [InlineData("1. Light it\n2. Critical severity by definition\n3. Wait\n", "P1")]
    [InlineData("1. Light it\n2. Always critical severity.\n3. Wait\n", "P1")]
    [InlineData("1. Light it\n2. Potentially critical severity\n3. Wait\n", null)]
    [InlineData("1. Light it\n2. Critical severity alerts by the oven\n3. Wait\n", null)]
    public void The_severity_of_a_case_stands_in_an_item(string body, string? severity)
    {
        Scenario told = ProcedureCompiler.Compile($"# Guide\n\n## Severity levels\n\n| Level | Meaning |\n|-|-|\n| P1 (Critical) | no bread |\n| P2 (Major) | few rolls |\n\n## Scenarios\n\n### Scenario 1: Cold oven\n\n{body}", "guide.md").Scenarios.Single();
        Assert.Equal(severity, told.Severity);
        Assert.Contains("Light it", told.Steps.Select(step => step.Text));
        Assert.DoesNotContain(told.Steps, step => step.Text.Contains("P2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("# Step 1 — Find the fire\nls\n\n# Step 2 — Put it out\nrm fire\n")]
    [InlineData("# Step 1 - Find the fire\nls\n\n# Step 2 - Put it out\nrm fire\n")]
    [InlineData("# (1) Find the fire\nls\n\n# (2) Put it out\nrm fire\n")]
    public void Numbered_comments_are_steps_without_their_numbers(string shell) =>
        Assert.Equal(["Find the fire", "Put it out"], ProcedureCompiler.Compile($"# Guide\n\n## Scenarios\n\n### Scenario 1: Fire\n\n```bash\n{shell}```\n", "guide.md").Scenarios.Single().Steps.Select(step => step.Text));
}
