using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Headings and lines that announce what stands below them.</summary>
public sealed class AnnouncedKindsTests
{
    private const string Levels = "## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n";

    [Theory]
    [InlineData("Playbook: ")]
    [InlineData("Incident Type 1: ")]
    [InlineData("Incident A — ")]
    [InlineData("Alert: ")]
    [InlineData("Symptom: ")]
    [InlineData("Threat 2 - ")]
    [InlineData("Issue – ")]
    [InlineData("Störung: ")]
    public void Chapters_that_announce_a_case_are_scenarios(string word)
    {
        Procedure procedure = Compile($"## {word}Oven cold\n\n### Detection\n\n- frost\n\n### Immediate actions\n\n1. look\n2. mend\n\n## {word.Replace('1', '2')}Door stuck\n\n### Immediate actions\n\n1. push\n2. pull\n");
        Assert.Equal(["Oven cold", "Door stuck"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["push", "pull"], procedure.Scenarios[1].Steps.Select(step => step.Text));
        Assert.Empty(procedure.Phases);
    }

    [Theory]
    [InlineData("## Incident: Detection\n\n1. look\n2. ask\n\n## Incident: Containment\n\n1. stop\n2. keep\n")]
    [InlineData("## Playbook: Oven cold\n\nsee the shelf\n\n## Playbook: Door stuck\n\nsee the shelf\n")]
    public void A_phase_and_a_heading_without_deeds_are_no_case(string guide) => Assert.DoesNotContain(Compile(guide).Scenarios, scenario => scenario.Steps.Count > 0);

    [Theory]
    [InlineData("Incident-specific procedures")]
    [InlineData("4. Attack-Specific Response")]
    [InlineData("Procedures for specific incidents")]
    public void Procedures_for_specific_incidents_are_scenarios(string title)
    {
        Procedure procedure = Compile($"## {title}\n\n### Oven cold\n\n#### Immediate actions\n\n1. look\n2. mend\n\n#### Afterwards\n\n1. tell\n\n### Market gone\n\n#### Immediate actions\n\n1. ask\n2. wait\n");
        Assert.Equal([3, 2], procedure.Scenarios.Select(scenario => scenario.Steps.Count));
    }

    [Fact]
    public void What_the_runbook_covers_is_a_list_and_no_scenarios()
    {
        Procedure procedure = Compile("## Scenarios this covers\n\n- an alert came\n- you woke up\n\n## Oven down\n\n1. look\n2. mend\n\n## Door failure\n\n1. look\n2. push\n\n## Lamp outage\n\n1. look\n2. change\n");
        Assert.Equal(["Oven down", "Door failure", "Lamp outage"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Theory]
    [InlineData("### Order of recovery priority\n\n1. **Oven**: first\n2. **Door**: next\n")]
    [InlineData("### Immediate recovery\n\n1. start\n2. look\n\n### Long-term recovery\n\n1. build\n2. train\n")]
    public void What_is_told_of_recovering_is_no_scenario(string parts) => Assert.Empty(Compile("## Recovery procedures\n\n" + parts).Scenarios);

    [Fact]
    public void When_tasks_of_the_review_are_due_is_no_phase()
    {
        Procedure procedure = Compile("## Post-incident review\n\n### Within 24 hours\n\n- [ ] write\n- [ ] collect\n\n### Within 1 week\n\n- [ ] meet\n- [ ] assign\n");
        Assert.Empty(procedure.Phases);
        Assert.Equal(["Within 24 hours", "Within 1 week"], procedure.Checklists.Select(list => list.Name));
        Assert.All(procedure.Checklists, list => Assert.Null(list.Phase));
    }

    [Theory]
    [InlineData("0–1 hour: Contain", "0–1 hour")]
    [InlineData("First 15 minutes: Contain", "First 15 minutes")]
    [InlineData("Day 1 - Contain", "Day 1")]
    [InlineData("Hour 0-1 — Contain", "Hour 0-1")]
    [InlineData("60+ min: Contain", "60+ min")]
    public void A_window_may_lead_the_name_of_a_phase(string heading, string window)
    {
        WorkflowPhase phase = Compile($"## Response timeline\n\n### {heading}\n\n- stop it\n\n### 1–24 hours: Assess\n\n- count\n").Phases[0];
        Assert.Equal(("Contain", window), (phase.Name, phase.Window));
    }

    [Fact]
    public void Windows_below_a_severity_of_the_workflow_are_phases()
    {
        Procedure procedure = Compile(Levels + "## Response procedures\n\n### P1 - Critical incidents\n\n#### Immediate (0-15 minutes)\n\n1. take it\n\n#### Containment (15-60 minutes)\n\n1. stop it\n\n#### Recovery (1-24 hours)\n\n1. mend it\n");
        Assert.Equal([("Immediate", "0-15 minutes"), ("Containment", "15-60 minutes"), ("Recovery", "1-24 hours")], procedure.Phases.Select(phase => (phase.Name, phase.Window!)));
        Assert.Empty(procedure.Scenarios);
    }

    [Fact]
    public void Ways_to_do_the_same_are_no_phases() =>
        Assert.Empty(Compile("## Rollback\n\n### Rollback steps\n\n**Via the console:**\n1. open\n2. choose\n\n**Via git:**\n1. revert\n2. push\n").Phases);

    [Fact]
    public void Of_numbered_chapters_only_those_with_deeds_are_phases()
    {
        Procedure procedure = ProcedureCompiler.Compile("# Incident response plan\n\n## 1. What counts as an incident\n\n- fire\n\n## 2. Immediate response\n\n- stop it\n\n## 3. Notification\n\n- tell\n\n## 4. Roles\n\n- **Lead**: decides\n\n## 5. Post-incident\n\n- write\n\n## 6. Useful queries\n\n- one\n", "guide.md");
        Assert.Equal(["Immediate response", "Notification", "Post-incident"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void Levels_in_the_table_of_a_quick_reference_are_severities()
    {
        Procedure procedure = Compile("## Quick reference\n\n| Severity | Response Time | Escalation |\n|---|---|---|\n| **P1 - Critical** | 5 minutes | all |\n| **P2 - High** | 1 hour | one |\n\n## When to escalate\n\n- P1: at once\n- P2: after 1 hour\n");
        Assert.Equal([("P1", "Critical", 5d), ("P2", "High", 60d)], procedure.Severities.Select(level => (level.Name, level.Label!, level.ResponseTime!.Value.TotalMinutes)));
        Assert.Empty(procedure.Tools);
    }

    [Fact]
    public void What_is_done_for_a_level_is_kept_beside_its_time_and_path()
    {
        SeverityLevel level = Compile("## Severity\n\n| Severity | Response Time | Notification |\n|---|---|---|\n| P1 | Immediate | Page all |\n| P2 | 1 hour | Mail |\n\n### P1\n\n**Criteria:**\n- gone\n- lost\n\n**Response:**\n- Immediate response, day and night\n- Status page update within 15 minutes\n- Lead told\n\n### P2\n\n**Criteria:**\n- slow\n- odd\n\n**Response:**\n- Look within 1 hour\n- Lead told\n").Severities[0];
        Assert.Equal((TimeSpan.Zero, null), (level.ResponseTime, level.UpdateInterval));
        Assert.Contains(level.Details, detail => detail.Contains("Lead told", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MEDIUM+ incidents", 3)]
    [InlineData("High and above", 2)]
    [InlineData("CRITICAL incidents", 1)]
    public void A_threshold_tells_the_severities_of_a_level(string threshold, int count)
    {
        Procedure procedure = Compile($"## Severity\n\n| Severity | Response Time |\n|---|---|\n| **CRITICAL** | 5 min |\n| **HIGH** | 1 hour |\n| **MEDIUM** | 4 hours |\n| **LOW** | 24 hours |\n\n## Escalation contacts\n\n| Role | Contact | Escalation Threshold |\n|---|---|---|\n| Lead | lead@example.org | {threshold} |\n| Chief | chief@example.org | CRITICAL incidents |\n");
        Assert.Equal(count, procedure.EscalationLevels[0].Severities.Count);
    }

    [Fact]
    public void A_table_of_what_becomes_of_a_severity_names_no_levels()
    {
        Procedure procedure = Compile(Levels + "## Escalation procedures\n\n### Escalation matrix\n\n| Current Level | Escalate To | Trigger |\n|---|---|---|\n| P2 (High) | P1 (Critical) | spreads |\n| P1 (Critical) | P0 | all gone |\n\n### Escalation chain\n\n1. **Level 1**: Baker on duty\n2. **Level 2**: Head of the bakery\n");
        Assert.Equal(["Baker on duty", "Head of the bakery"], procedure.EscalationLevels.Select(level => level.Name));
    }

    [Fact]
    public void Keys_are_rotated_and_nobody_is_on_call() =>
        Assert.Null(Compile("## Secret inventory and rotation procedures\n\nRotate in this order:\n\n- **Oven key**: make a new one\n- **Door key**: make a new one\n").Rotation);

    [Fact]
    public void A_team_in_a_list_is_a_list_of_roles()
    {
        Procedure procedure = Compile("## Incident response team\n\n### Core response team\n\n- **Incident Commander:** decides\n- **Technical Lead:** mends\n- **Security Lead:** looks\n");
        Assert.Equal([("Incident Commander", "decides"), ("Technical Lead", "mends"), ("Security Lead", "looks")], procedure.Roles.Select(role => (role.Name, role.Duties[0])));
    }

    [Theory]
    [InlineData("**All clear**: `[Oven] is warm again, nothing more to do.`\n")]
    [InlineData("- **All clear:** \"[Oven] is warm again, nothing more to do.\"\n")]
    public void A_message_in_one_line_is_a_template(string line)
    {
        MessageTemplate template = Assert.Single(Compile("## Communication templates\n\n" + line).Templates);
        Assert.Equal(("All clear", "[Oven] is warm again, nothing more to do."), (template.Name, template.Body));
        Assert.Equal(["Oven"], template.Placeholders);
    }

    [Fact]
    public void The_form_of_the_review_may_stand_in_an_item()
    {
        Procedure procedure = Compile("## Response process\n\n### 1. Detect\n\n- look\n\n### 2. Post-mortem\n\n- no blame\n- Template:\n  ```\n  # Incident: [title]\n\n  ## Summary\n  [what]\n\n  ## Timeline\n  - [when]\n\n  ## Root Cause\n  [why]\n\n  ## Action Items\n  - [ ] [what]\n  ```\n");
        Assert.StartsWith("# Incident: [title]", procedure.PostMortemTemplate, StringComparison.Ordinal);
        Assert.Empty(procedure.Templates);
    }

    [Fact]
    public void Numbers_of_boxes_in_a_fence_are_no_part_of_the_tasks() =>
        Assert.Equal(["take it", "tell"], Assert.Single(Compile("## Quick checklist\n\n```\n□ 1. take it\n□ 2. tell\n```\n").Checklists).Tasks.Select(task => task.Text));

    [Fact]
    public void The_word_incidents_after_a_severity_is_no_fact()
    {
        Procedure procedure = Compile(Levels + "## Post-incident review\n\n- P1 incidents: report within 5 business days\n- P2 incidents: cause written down\n");
        Assert.DoesNotContain(procedure.Severities.SelectMany(level => level.Details), detail => detail.StartsWith("incidents", StringComparison.Ordinal));
        Assert.Contains(procedure.Severities[0].Details, detail => detail.Contains("report within 5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("特定事件响应", "烤箱响应", "门响应")]
    [InlineData("Respuestas específicas", "Horno frío", "Puerta rota")]
    public void Procedures_for_specific_incidents_are_scenarios_in_other_languages(string title, string first, string second)
    {
        Procedure procedure = Compile($"## {title}\n\n### {first}\n\n#### A (0-30 min)\n\n1. x\n2. y\n\n#### B (1-2 hours)\n\n1. z\n2. w\n\n### {second}\n\n#### C\n\n1. x\n2. y\n");
        Assert.Equal([4, 2], procedure.Scenarios.Select(scenario => scenario.Steps.Count));
    }

    [Fact]
    public void Detection_with_its_signs_is_no_scenario() =>
        Assert.Empty(Compile("## 4. Detection\n\n### 4.1 Automated detection\n\n- alarms\n\n### 4.2 Indicators of compromise\n\n- odd logins\n").Scenarios);

    [Theory]
    [InlineData("Detecção")]
    [InlineData("Detección")]
    [InlineData("Détection")]
    [InlineData("Erkennung")]
    public void How_a_scenario_is_detected_are_its_symptoms(string title)
    {
        Scenario scenario = Assert.Single(Compile($"## Playbooks\n\n### Oven cold\n\n#### {title}\n\n- frost\n- ice\n\n#### Action\n\n1. look\n2. mend\n").Scenarios);
        Assert.Equal((2, 2), (scenario.Symptoms.Count, scenario.Steps.Count));
    }

    [Fact]
    public void Steps_for_a_severity_do_not_define_it()
    {
        Procedure procedure = Compile("## Severity\n\n| Level | Example | SLA |\n|---|---|---|\n| P1 Emergency | all gone | Immediate |\n| P2 Critical | slow | 1 hour |\n\n## P1 Emergency Response Steps\n\n1. take the board\n2. call the baker\n\n## P2 Critical Response Steps\n\n1. look at the oven\n2. wait\n");
        Assert.All(procedure.Severities, level => Assert.Null(level.Definition));
        Assert.Contains("call the baker", procedure.Severities[0].Details);
    }

    [Fact]
    public void Below_updates_an_interval_is_one_of_updates()
    {
        Procedure procedure = Compile(Levels + "## Communication plan\n\n### Internal\n\n**Updates:**\n- Every 30 minutes during active incident\n- Mail to all\n");
        Assert.All(procedure.Severities, level => Assert.Equal(TimeSpan.FromMinutes(30), level.UpdateInterval));
    }

    [Fact]
    public void Dashes_below_titles_in_a_fence_are_activities()
    {
        WorkflowPhase phase = Compile("## Response phases\n\n### Phase 1: Containment\n\n```\nAt once:\n- stop the oven\n- close the door\n\nLater:\n- clean up\n```\n\n### Phase 2: Recovery\n\n- heat\n").Phases[0];
        Assert.Equal([("At once", "stop the oven"), ("At once", "close the door"), ("Later", "clean up")], phase.Activities.Select(activity => (activity.Group!, activity.Text)));
    }

    [Fact]
    public void A_link_is_called_as_it_is_written()
    {
        Tool tool = Assert.Single(Compile("## Tools\n\n- [Service: oven](oven.md)\n").Tools);
        Assert.Equal(("Service: oven", "oven.md"), (tool.Name, tool.Value));
    }

    [Fact]
    public void When_the_team_is_called_is_no_role() =>
        Assert.Equal("Lead", Assert.Single(Compile("## Response team\n\n### Roles\n\n| Role | Responsibility |\n|---|---|\n| Lead | decides |\n\n### Activation criteria\n\n- **Level 1**: all of us\n- **Level 2**: some\n").Roles).Name);

    [Fact]
    public void Phases_go_on_in_the_next_chapter()
    {
        Procedure procedure = Compile("## Response procedures\n\n### Phase 1: Detection\n\n- look\n\n### Phase 2: Recovery\n\n- heat\n\n## Afterwards\n\n### Phase 3: Review (within 48 hours)\n\n- write\n- learn\n\n## Scenarios\n\n### Oven cold\n\n1. look\n2. mend\n");
        Assert.Equal([("Detection", 1), ("Recovery", 1), ("Review", 2)], procedure.Phases.Select(phase => (phase.Name, phase.Activities.Count)));
    }

    [Fact]
    public void The_first_minutes_and_the_review_are_phases()
    {
        Procedure procedure = Compile(Levels + "## First 15 minutes\n\n1. take it\n2. stop it\n\n## Playbook: Oven cold\n\n1. look\n2. mend\n\n## Playbook: Door stuck\n\n1. push\n2. pull\n\n## Post-incident\n\n1. write\n2. learn\n");
        Assert.Equal(["First 15 minutes", "Post-incident"], procedure.Phases.Select(phase => phase.Name));
    }
}
