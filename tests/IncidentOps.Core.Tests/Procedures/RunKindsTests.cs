using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Runs of phases among other chapters, and what stands between them.</summary>
public sealed class RunKindsTests
{
    private static Procedure Compile(string guide) => ProcedureCompiler.Compile("# Guide\n\n" + guide, "guide.md");

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
}
