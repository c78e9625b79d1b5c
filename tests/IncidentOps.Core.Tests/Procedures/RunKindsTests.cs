using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Runs of phases among other chapters, and what stands between them.</summary>
public sealed class RunKindsTests
{
    private static IEnumerable<string> Phases(string guide) => Compile(guide).Phases.Select(phase => phase.Name);

    [Theory]
    [InlineData("## 1. Triage\n\n- look\n\n## 2. Dough Making\n\n- knead\n\n## 3. Containment\n\n- shut\n\n## 4. Recovery\n\n- open\n\n## 5. Drills\n\n- bake once a year\n")]
    [InlineData("## 1. Triage\n\n- look\n\n## 2. Dough Making\n\n- knead\n\n## 3. Containment\n\n- shut\n\n## 4. Recovery\n\n- open\n\n## RACI Table\n\n- nobody\n\n## Evidence Template\n\n- [a name]\n")]
    [InlineData("## 1. Purpose\n\nBread.\n\n## 2. Triage\n\n- look\n\n## 3. Dough Making\n\n- knead\n\n## 4. Containment\n\n- shut\n\n## 5. Recovery\n\n- open\n\n## 6. Tools\n\n- **Oven**: hot\n")]
    public void What_stands_after_a_run_does_not_break_it(string guide) =>
        Assert.Equal(["Triage", "Dough Making", "Containment", "Recovery"], Phases(guide));

    [Fact]
    public void A_step_between_two_phases_is_one() =>
        Assert.Equal(["Assess", "Start the Response", "Contain", "Recover"], Phases("## Assess\n\n- look\n\n## Start the Response\n\n- run\n\n## Contain\n\n- shut\n\n## Recover\n\n- open\n"));

    [Fact]
    public void A_gloss_tells_the_phase() =>
        Assert.Equal(["検知", "囲い込み", "復旧"], Phases("## 検知\n\n- 見る\n\n## 囲い込み（Containment）\n\n- 閉める\n\n## 復旧\n\n- 開ける\n"));

    [Fact]
    public void Phases_may_be_statements_of_a_policy() =>
        Assert.Equal(["Detection", "Containment", "Evidence", "Recovery"], Phases("## 4. Policy Statements\n\n### 4.1 Levels\n\n### 4.2 Detection\n\nThe watch shall look.\n\n### 4.3 Containment\n\nThe watch shall:\n\n1. shut\n2. lock\n\n### 4.4 Evidence\n\n- keep it\n\n### 4.5 Recovery\n\n- open\n"));

    [Fact]
    public void Roles_and_paths_below_the_workflow_are_no_phases()
    {
        Procedure procedure = Compile("## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n## 2. Response Protocol\n\n### 2.1 Notification Matrix\n\n| Severity | Who to notify | How |\n|-|-|-|\n| P1 | Duty manager | bell |\n| P2 | Oven lead | bell |\n\n### 2.2 Incident Roles\n\n| Role | Responsibility |\n|-|-|\n| Baker | bakes |\n| Miller | mills |\n");
        Assert.Empty(procedure.Phases);
        Assert.Equal(["Baker", "Miller"], procedure.Roles.Select(role => role.Name));
        Assert.Equal(["Duty manager", "Oven lead"], procedure.EscalationLevels.Select(level => level.Name));
    }

    [Fact]
    public void A_table_of_contents_names_no_phases() =>
        Assert.Empty(Phases("## Contents\n\n1. [Detection](#a)\n2. [Containment](#b)\n3. [Recovery](#c)\n\n## Other\n\nText.\n"));

    [Fact]
    public void A_fence_may_stand_further_left_than_its_item()
    {
        Procedure procedure = Compile("## Response Procedure\n\n### Phase 1: Detection\n\n- look\n\n### Phase 2: Containment\n\n1. **Change the locks**:\n   ```bash\n  # Lock the door\n  ./lock.sh\n   ```\n\n2. **Sweep**:\n   ```bash\n# all of it\n./sweep.sh\n```\n\n### Phase 3: Recovery\n\n- open\n");
        Assert.Equal(["Detection", "Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["./lock.sh", "./sweep.sh"], procedure.Phases[1].Commands);
    }

    [Theory]
    [InlineData("**Owner:** the watch\n**Goal:** stop the fire\n\n- shut the door\n")]
    [InlineData("- **Goal:** stop the fire\n- **Owner:** the watch\n- shut the door\n")]
    [InlineData("**Responsável**: the watch\n\n**Objetivo**: stop the fire\n\n- shut the door\n")]
    public void Who_leads_and_what_for_is_nothing_to_do(string told)
    {
        WorkflowPhase phase = Compile("## Response Procedure\n\n### Phase 1: Containment\n\n" + told + "\n### Phase 2: Recovery\n\n- open\n").Phases[0];
        Assert.Equal(("stop the fire", "the watch"), (phase.Goal, phase.Owner));
        Assert.Equal("shut the door", Assert.Single(phase.Activities).Text);
    }

    [Fact]
    public void A_program_is_one_command_and_a_drawing_none()
    {
        WorkflowPhase phase = Compile("## Response Procedure\n\n### Phase 1: Containment\n\n```python\nimport door\ndef shut():\n    door.shut()\n```\n\n```\n1. SHUT        LOOK\n   DOOR        UP\n2. LOCK\n```\n\n### Phase 2: Recovery\n\n- open\n").Phases[0];
        Assert.Equal("import door\ndef shut():\n    door.shut()", Assert.Single(phase.Commands));
        Assert.Empty(phase.Activities);
    }

    [Fact]
    public void Of_two_workflows_within_one_another_the_one_with_the_times_is_the_course()
    {
        Procedure procedure = Compile("## Incident Response Framework\n\n### 1. Incident Detection\n\n- alarms\n\n### 2. Incident Response Process\n\n#### 2.1 Initial Response (0-15 minutes)\n\n1. Look\n\n#### 2.2 Investigation Phase (15-60 minutes)\n\n1. Ask\n\n#### 2.3 Resolution Phase (1-4 hours)\n\n1. Mend\n\n#### 2.4 Recovery Phase (4-24 hours)\n\n1. Open\n\n### 3. Communication Procedures\n\n- tell\n\n### 4. Post-Incident Procedures\n\n- write\n");
        Assert.Equal(["Initial Response", "Investigation Phase", "Resolution Phase", "Recovery Phase"], procedure.Phases.Select(phase => phase.Name));
    }

    [Theory]
    [InlineData("Overview")]
    [InlineData("The way at a glance")]
    [InlineData("Vista global (timeline)")]
    public void An_overview_beside_the_phases_is_none_and_letters_may_count_them(string overview)
    {
        Procedure procedure = Compile($"## 3. Response workflow\n\n### 3.1 {overview}\n\n```\nT+0 look\n```\n\n### 3.2 a) Detection (0-15 min)\n\n- [ ] Look\n\n### 3.3 b) Containment\n\n- [ ] Shut\n\n### 3.4 c) Recovery\n\n- [ ] Open\n");
        Assert.Equal([("Detection", "0-15 min"), ("Containment", null), ("Recovery", null)], procedure.Phases.Select(phase => (phase.Name, phase.Window)));
    }

    [Fact]
    public void Timed_chapters_of_a_checklist_that_hold_commands_are_phases_one_with_scenarios_among_them()
    {
        const string Block = "\n\n```bash\n# 1. Look\noven status\n\n# 2. Ask\ncall smith\n```\n\n";
        Procedure procedure = Compile($"## Response Checklist\n\n### **DETECT (0-5 minutes)**{Block}### **TRIAGE (5-15 minutes)**{Block}### **MITIGATE (15-30 minutes)**\n\n#### Scenario 1: Oven Is Cold\n\n```bash\n# Symptoms: the dough stays flat\n# Resolution:\n# 1. Light it\noven light\n\n# 2. Wait\nwait\n```\n\n#### Scenario 2: Till Is Stuck{Block}### **RECOVER (30-60 minutes)**{Block}");
        Assert.Equal([("DETECT", 2), ("TRIAGE", 2), ("MITIGATE", 0), ("RECOVER", 2)], procedure.Phases.Select(phase => (phase.Name, phase.Activities.Count)));
        Assert.Equal([("Oven Is Cold", 1, 2), ("Till Is Stuck", 0, 2)], procedure.Scenarios.Select(one => (one.Name, one.Symptoms.Count, one.Steps.Count)));
        Assert.Empty(procedure.Checklists);
    }

    [Theory]
    [InlineData("First Response", true)]
    [InlineData("First 10 minutes", true)]
    [InlineData("First aid kit", false)]
    public void What_is_done_first_opens_the_phases_that_stand_apart(string title, bool opens)
    {
        Procedure procedure = Compile($"## {title}\n\n1. Write down the time\n2. Try the oven\n\n## Response process\n\n### 1. Containment\n\n- Shut\n\n### 2. Recovery\n\n- Open\n");
        Assert.Equal(opens ? [title, "Containment", "Recovery"] : ["Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void A_playbook_whose_items_are_phases_is_the_course()
    {
        Procedure procedure = Compile("## Response playbook (SEV1/SEV2)\n\n1. **Acknowledge** within 5 minutes.\n2. **Assess** — how bad it is.\n3. **Mitigate** — light the oven.\n4. **Resolve** — open the shop.\n5. **Post-mortem** — within 5 business days.\n\n## Leak playbook\n\n1. **Close** the tap\n2. **Call** the smith\n");
        Assert.Equal(["Acknowledge", "Assess", "Mitigate", "Resolve", "Post-mortem"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("Leak playbook", Assert.Single(procedure.Scenarios).Name);
    }

    [Fact]
    public void Chapters_of_a_workflow_that_are_no_phases_stand_back_behind_a_list_of_them()
    {
        Procedure procedure = Compile("## Lifecycle of an incident\n\n1. **Detect** — see it\n1. **Contain** — hold it\n1. **Recover** — mend it\n1. **Learn** — keep it in mind\n\n## Incident workflow\n\n### Summary\n\nIt goes on.\n\n### Labels\n\n- active\n\n### Diagram\n\nSee there.\n");
        Assert.Equal(["Detect", "Contain", "Recover", "Learn"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void Two_phases_in_one_heading_are_a_phase_and_no_case()
    {
        Procedure procedure = Compile("## 1. Preparation\n\n- buy flour\n\n## 2. Detection and Analysis\n\n### Indicators of trouble\n\n- cold oven\n\n### Analysis Procedures\n\n1. Look\n2. Ask\n\n### Severity Classification\n\n| Severity | Definition | Response Time |\n|-|-|-|\n| High | no bread | 1 hour |\n| Low | pale bread | 1 day |\n\n## 3. Containment\n\n- shut\n\n## 4. Recovery\n\n- open\n");
        Assert.Equal(["Preparation", "Detection and Analysis", "Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["High", "Low"], procedure.Severities.Select(level => level.Name));
        Assert.Empty(procedure.Scenarios);
    }

    [Fact]
    public void Chapters_are_counted_from_zero_and_a_stray_step_is_no_phase()
    {
        Procedure procedure = Compile("## 0) Auslöser & Schweregrad\n\n- P1: kein Brot\n- P2: wenig Brot\n\n## 1) Erstklassifizierung\n\n- ansehen\n\n## 2) Sofortmaßnahmen\n\n- löschen\n\n## 3) Analyse\n\n- fragen\n\n## 4) Beweissicherung & Compliance\n\n- sichern\n- sperren\n\n## 5) Wiederherstellung\n\n- anzünden\n\n## Anhänge\n\n**Checkliste – Start:** Leiter benannt, Kanal offen, Brot gesichert.\n");
        Assert.Equal(["Erstklassifizierung", "Sofortmaßnahmen", "Analyse", "Beweissicherung & Compliance", "Wiederherstellung"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(("Checkliste – Start", 3), procedure.Checklists.Select(list => (list.Name, list.Tasks.Count)).Single());
        Assert.Equal(["Detection", "Containment", "Recovery", "Review"], Compile("## Phases\n\n### Phase 1: Detection\n\n- look\n\n### Step 3: Assign it\n\n- ask\n\n### Phase 2: Containment\n\n- shut\n\n### Phase 3: Recovery\n\n- open\n\n### Phase 4: Review\n\n- write\n").Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void Windows_before_dashes_and_short_sentences_are_phases()
    {
        Assert.Equal([("detect and declare", "0-15 minutes"), ("contain", "15-60 minutes"), ("recover", "1-4 hours")], Compile("## 2. First day\n\n### 0-15 minutes - detect and declare\n\n1. Look\n\n### 15-60 minutes - contain\n\n1. Shut\n\n### 1-4 hours - recover\n\n1. Open\n").Phases.Select(phase => (phase.Name, phase.Window!)));
        Assert.Equal(6, Compile("## Response Workflow\n\n1. Triage and assign a severity to it.\n2. Preserve the evidence.\n3. Contain what is still open.\n4. Investigate the scope, the time and the place.\n5. Remediate and recover.\n6. Complete the post-incident review and its deeds.\n").Phases.Count);
    }

    [Theory]
    [InlineData("a. ", "b. ", "c. ")]
    [InlineData("a) ", "b) ", "c) ")]
    [InlineData("(a) ", "(b) ", "(c) ")]
    [InlineData("(1) ", "(2) ", "(3) ")]
    [InlineData("i. ", "ii. ", "iii. ")]
    [InlineData("A. ", "B. ", "C. ")]
    public void What_counts_headings_is_no_part_of_their_names(string first, string second, string third) =>
        Assert.Equal(["Preparation", "Containment", "Review"], ProcedureCompiler.Compile($"# Guide\n\n## Response phases\n\n### {first}Preparation\n\n- sift\n\n### {second}Containment\n\n- lid\n\n### {third}Review\n\n- taste\n", "guide.md").Phases.Select(phase => phase.Name));

    [Theory]
    [InlineData("Declaring an incident", "During an incident", "After an incident")]
    [InlineData("Before an outage", "During the outage", "Following an outage")]
    [InlineData("Vor dem Vorfall", "Während des Vorfalls", "Nach dem Vorfall")]
    [InlineData("Antes del incidente", "Durante el incidente", "Después del incidente")]
    public void What_is_done_around_an_incident_is_told_in_phases(string before, string during, string after) =>
        Assert.Equal([before, during, after], ProcedureCompiler.Compile($"# Guide\n\n## {before}\n\n- sift\n\n## {during}\n\n- lid\n\n## {after}\n\n- taste\n", "guide.md").Phases.Select(phase => phase.Name));

    [Fact]
    public void Links_to_what_is_done_then_are_no_phases() =>
        Assert.Equal(["Cold", "Warm", "Hot"], ProcedureCompiler.Compile("# Guide\n\n## Topics\n\n### [Before an incident](a.md)\n\nRead.\n\n### [During an incident](b.md)\n\nRead.\n\n## Incident phases\n\n- **Cold**: sift\n- **Warm**: knead\n- **Hot**: bake\n", "guide.md").Phases.Select(phase => phase.Name));
}
