using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The same things, written in another place or in another way.</summary>
public sealed class NotationKindsTests
{
    private const string Severities = "## Severity\n\n| Sev | Meaning |\n|-|-|\n| SEV1 | all ovens out |\n| SEV2 | one oven out |\n\n";

    [Theory]
    [InlineData("```\n1. [ ] Call the baker\n     - the one on duty\n2. [ ] Close the shop\n```\n")]
    [InlineData("```bash\n# Before the end\n[ ] Call the baker\n[ ] Close the shop\n```\n")]
    [InlineData("- [ ] Call the baker\n- [ ] Close the shop\n")]
    public void Boxes_are_tasks(string boxes) =>
        Assert.Equal(["Call the baker", "Close the shop"], Compile("## First things\n\n" + boxes).Checklists.Single().Tasks.Select(task => task.Text));

    [Fact]
    public void A_command_that_writes_boxes_is_none() =>
        Assert.Empty(Compile("## Notes\n\n```bash\ncat > notes.md <<EOF\n[ ] Call the baker\n[ ] Close the shop\nEOF\n```\n").Checklists);

    [Fact]
    public void A_blank_beside_tasks_is_a_task_and_a_form_is_none()
    {
        Assert.Equal(3, Compile("## Opening checklist\n\n- [ ] **Baker:** ______\n- [ ] **Ovens:** hot\n- [ ] **Doors:** open\n").Checklists.Single().Tasks.Count);
        Assert.Empty(Compile("## Notes\n\n- [ ] Owner: ______\n- [ ] Due: ______\n").Checklists);
    }

    [Theory]
    [InlineData("1. Detect: the alarm rings.\n2. Contain: shut the oven.\n3. Recover: light it again.\n")]
    [InlineData("```\n1. Detect — the alarm rings.\n2. Contain — shut the oven.\n3. Recover — light it again.\n```\n")]
    public void A_plain_list_may_name_phases(string list)
    {
        Procedure procedure = Compile("## Response Workflow\n\n" + list);
        Assert.Equal(["Detect", "Contain", "Recover"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("shut the oven.", procedure.Phases[1].Activities.Single().Text);
    }

    [Fact]
    public void A_phase_that_classifies_is_one_and_its_window_may_lead()
    {
        Procedure procedure = Compile("## Response Workflow\n\n### 1. Detection\n\n- ring\n\n### 2. Assessment & Classification\n\n1. Look\n2. Classify\n\n### 3. Recovery\n\n- light\n");
        Assert.Equal(["Detection", "Assessment & Classification", "Recovery"], procedure.Phases.Select(phase => phase.Name));
        procedure = Compile("## Response Timeline\n\n### T+0 to T+5: First look\n\n- look\n\n### T+5 to T+30: Repair\n\n- mend\n");
        Assert.Equal([("First look", "T+0 to T+5"), ("Repair", "T+5 to T+30")], procedure.Phases.Select(phase => (phase.Name, phase.Window)));
    }

    [Theory]
    [InlineData("## Post-Incident Process\n\n### Meeting\n\n- talk\n\n### Tracking\n\n- note\n\n### Learning\n\n- learn\n")]
    [InlineData("## Procedimentos de Rollback\n\n### Forno\n\n- apagar\n\n### Porta\n\n- fechar\n")]
    public void What_comes_after_is_no_workflow(string chapter) => Assert.Empty(Compile(Severities + chapter).Phases);

    [Theory]
    [InlineData("## Communications\n\n- Post status updates every 20 minutes until all is well.\n")]
    [InlineData("## Communication plan\n\n### Status Updates (Every 20 minutes)\n\nIn the shop.\n")]
    public void An_interval_of_no_level_holds_for_all(string told) =>
        Assert.All(Compile(Severities + told).Severities, level => Assert.Equal(20, level.UpdateInterval?.TotalMinutes));

    [Fact]
    public void An_interval_of_one_level_goes_before_that_of_all() =>
        Assert.Equal([10, 20], Compile(Severities + "## Communications\n\n- SEV1: status update every 10 minutes\n- Post updates every 20 minutes.\n- Update this runbook every 20 hours.\n").Severities.Select(level => level.UpdateInterval?.TotalMinutes));

    [Fact]
    public void Severities_may_stand_in_the_escalation()
    {
        Procedure procedure = Compile("## Escalation\n\n| Severity | Response Time | Path |\n|-|-|-|\n| Critical | 15 min | Engineer → Lead |\n| Warning | 2 hours | Engineer |\n");
        Assert.Equal([("Critical", 15d), ("Warning", 120d)], procedure.Severities.Select(level => (level.Name, level.ResponseTime!.Value.TotalMinutes)));
    }

    [Fact]
    public void Severities_may_stand_in_a_step()
    {
        Procedure procedure = Compile("## Phase 1 - Look\n\n1. Look\n2. Assess severity:\n   - **Critical** - no bread\n   - **High** - little bread\n   - **Low** - no cake\n\n## Phase 2 - Mend\n\n1. Mend\n");
        Assert.Equal([("Critical", "no bread"), ("High", "little bread"), ("Low", "no cake")], procedure.Severities.Select(level => (level.Name, level.Definition!)));
    }

    [Fact]
    public void Facts_below_a_bold_level_are_its_own()
    {
        Procedure procedure = Compile("## Severity Levels\n\n**P0 - Critical**\n- no bread\n\n**Response Time:** 5 minutes\n\n**P1 - High**\n- little bread\n\n**Response Time:** 1 hour\n\n## Appendix\n\n| Severity | User Impact | Response Time |\n|-|-|-|\n| P0 | all | 5 minutes |\n| P1 | some | 1 hour |\n");
        Assert.Equal([("P0", "Critical", "no bread", 5d), ("P1", "High", "little bread", 60d)], procedure.Severities.Select(level => (level.Name, level.Label!, level.Definition!, level.ResponseTime!.Value.TotalMinutes)));
    }

    [Fact]
    public void Labels_may_stand_in_other_headings_and_triggers_define_nothing()
    {
        Procedure procedure = Compile(Severities + "### SEV1-triggers\n\n- the alarm rings\n\n### SEV2-triggers\n\n- a lamp is lit\n\n## Timelines\n\n### SEV1 - Critical\n\n- run\n\n### SEV2 - High\n\n- walk\n");
        Assert.Equal([("SEV1", "Critical", "all ovens out"), ("SEV2", "High", "one oven out")], procedure.Severities.Select(level => (level.Name, level.Label!, level.Definition!)));
    }

    [Fact]
    public void A_remark_does_not_define_beside_the_impact() =>
        Assert.Equal("no bread", Compile("## Severity\n\n### SEV1: Critical (Urgent response)\n\n**Impact:** no bread\n\n### SEV2: High (Later)\n\n**Impact:** no cake\n").Severities[0].Definition);

    [Theory]
    [InlineData("Immediate response required (within 15 minutes)", 15)]
    [InlineData("sofort, höchstens 30 Minuten", 30)]
    public void At_once_has_a_bound(string text, int minutes) =>
        Assert.Equal(minutes, Compile("## Severity\n\n| Level | Meaning | Ziel für Erstreaktion |\n|-|-|-|\n| P1 | gone | " + text + " |\n| P2 | slow | 2 hours |\n").Severities[0].ResponseTime?.TotalMinutes);

    [Fact]
    public void Responses_to_troubles_are_scenarios()
    {
        Procedure procedure = Compile("## Response Procedures\n\n### Oven Outage Response\n\n1. Look\n2. Light\n\n### Security Incident Response\n\n1. Lock\n2. Call\n");
        Assert.Equal(["Oven Outage Response", "Security Incident Response"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Empty(procedure.Phases);
    }

    [Theory]
    [InlineData("## Recovery Procedures\n\n- System restoration\n- Data recovery\n")]
    [InlineData("## Tools & Resources\n\n### Runbooks\n\n- **Rollback**: [ROLLBACK.md](./ROLLBACK.md)\n")]
    [InlineData("## Communication Playbook\n\n### Status\n\n- say it\n")]
    [InlineData("## Changes of this runbook\n\n| Version | Change |\n|-|-|\n| 1.0 | first |\n")]
    public void What_only_sounds_like_scenarios_is_none(string chapter) => Assert.Empty(Compile(Severities + chapter).Scenarios);

    [Fact]
    public void A_playbook_of_things_to_try_is_one_scenario() =>
        Assert.Equal(3, Compile("## Mitigation playbook (try in order)\n\n1. **Roll back.** It helps.\n2. **Scale up.** It may help.\n3. **Restart.** It helps too.\n").Scenarios.Single().Steps.Count);

    [Fact]
    public void A_scenario_tells_its_severity_and_what_is_beyond_the_repair()
    {
        Procedure procedure = Compile(Severities + "## Common Incidents\n\n### SEV1 INCIDENT: ALL OUT\n\n**Symptoms:**\n- cold\n\n**Response:**\n1. Look\n2. Light\n\n**Prevention:**\n- sweep\n\n### One out\n\n1. Treat as SEV2.\n2. Light\n");
        Assert.Equal([("ALL OUT", "SEV1", 2), ("One out", "SEV2", 2)], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity!, scenario.Steps.Count)));
        Assert.Equal(["sweep"], procedure.Scenarios[0].Remarks);
    }

    [Fact]
    public void Commands_below_a_heading_of_their_own_are_steps_after_a_list()
    {
        Procedure procedure = Compile("## Scenario 1: Oven out\n\n### Investigation\n\n- look\n- smell\n\n### Remediation\n\n```bash\n# Light it\nlight --all\n# See\nstatus\n```\n");
        Assert.Equal(["look", "smell", "Light it", "See"], procedure.Scenarios.Single().Steps.Select(step => step.Text));
    }

    [Fact]
    public void Numbered_labels_tell_signs_and_steps()
    {
        Scenario scenario = Compile("## Runbooks\n\n### Runbook A: Oven out\n\n1. **Symptoms**: cold bread\n2. **Diagnosis**: feel it\n3. **Action**: light it\n").Scenarios.Single();
        Assert.Equal((1, 2), (scenario.Symptoms.Count, scenario.Steps.Count));
    }

    [Fact]
    public void The_deadline_may_lead_to_what_the_review_holds() =>
        Assert.Equal(48, Compile("## Post-Mortem Template\n\nAfter a SEV1, complete a post-mortem within 48 hours containing:\n1. **Summary**: what happened\n2. **Cause**: why\n").PostMortemWithin?.TotalHours);

    [Fact]
    public void A_fence_that_calls_itself_a_template_is_one() =>
        Assert.Equal(["Brief description"], Compile("## Response Workflow\n\n### Step 1: Look\n\n- look\n\n### Step 2: Tell\n\n```\n# Chat template\nALARM - [Brief description]\n```\n").Templates.Single().Placeholders);

    [Fact]
    public void Drawn_boxes_with_numbers_are_phases()
    {
        Procedure procedure = Compile("## Response Procedures\n\n### General Response Flow\n\n```\n┌───────────────┐\n│ 1. DETECT     │\n│   - ring      │\n└──────┬────────┘\n       ▼\n┌───────────────┐\n│ 2. CONTAIN (if needed) │\n│   - shut      │\n│   - wait      │\n└──────┬────────┘\n       ▼\n┌───────────────┐\n│ 3. RECOVER    │\n└───────────────┘\n```\n");
        Assert.Equal([("DETECT", 1), ("CONTAIN", 2), ("RECOVER", 0)], procedure.Phases.Select(phase => (phase.Name, phase.Activities.Count)));
    }

    [Fact]
    public void The_word_for_a_phase_may_follow_its_number() =>
        Assert.Equal(["준비", "복구", "학습"], Compile("## 1단계: 준비 (Preparation)\n\n- a\n\n## 2단계: 복구 (Recovery)\n\n- b\n\n## 3단계: 학습 (Learning)\n\n- c\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void Fenced_boxes_among_runbooks_are_a_checklist_and_no_scenario()
    {
        Procedure procedure = Compile("## Runbooks\n\n### Oven out\n\n1. Look\n2. Light\n\n### Every evening\n\n```\n[ ] Shut the oven\n[ ] Lock the door\n```\n");
        Assert.Equal("Oven out", procedure.Scenarios.Single().Name);
        Assert.Equal(2, procedure.Checklists.Single().Tasks.Count);
    }

    [Fact]
    public void A_level_tells_its_interval_as_communication_and_its_time_in_the_heading()
    {
        SeverityLevel level = Compile("## Severity Levels\n\n### SEV1 (High) - Response Time: 10 minutes\n\n| Attribute | Value |\n|-|-|\n| Impact | all cold |\n| Communication | Every 20 minutes |\n\n**Response**:\n- Call the baker\n- Notify the owner of the shop within 45 minutes\n- Light it\n\n### SEV2 (Low) - Response Time: 1 hour\n\n**Impact**: one cold\n").Severities[0];
        Assert.Equal((10d, 20d), (level.ResponseTime?.TotalMinutes, level.UpdateInterval?.TotalMinutes));
    }

    [Fact]
    public void High_and_low_of_what_each_row_is_about_are_no_levels() =>
        Assert.Empty(Compile("## Priority of the work\n\n| Work | Effort | Order |\n|-|-|-|\n| Ovens | High | 1 |\n| Doors | High | 2 |\n| Shelves | Low | 3 |\n| Lamps | Low | 4 |\n").Severities);

    [Fact]
    public void A_table_of_people_holds_contacts_whatever_its_heading()
    {
        Procedure procedure = Compile("## Who hears the alarm\n\n> NOTE - to be filled in.\n\n| Role | Name | Channel | Hours |\n|-|-|-|-|\n| Baker | Anna | #oven | day |\n| Guard | _TBD_ | _TBD_ | night |\n\nWhat rings:\n\n- the oven\n- the door\n");
        Assert.Equal([("Anna", "#oven"), ("Guard", null)], procedure.Contacts.Select(one => (one.Name, one.Value)));
    }

    [Fact]
    public void Blanks_below_a_duty_are_one_contact() =>
        Assert.Equal([("Primary On-Call", null), ("Backup On-Call", "12 34")], Compile("## Emergency Contacts\n\n### Primary On-Call\n\n- **Name**: ______\n- **Phone**: ______\n- **Email**: ______\n- **Hours**: 24/7\n\n### Backup On-Call\n\n- **Phone**: 12 34\n- **Hours**: 24/7\n").Contacts.Select(one => (one.Name, one.Value)));

    [Fact]
    public void Neither_steps_nor_folders_are_tools_or_people()
    {
        Assert.Empty(Compile("## Oven swap\n\n### Dashboard\n\n1. Open the board.\n2. Choose the last good oven.\n3. Wait.\n").Tools);
        Assert.Empty(Compile("## Related Directories\n\n- [ovens](../ovens/) - all about ovens\n- [doors](../doors/) - all about doors\n").Contacts);
    }

    [Fact]
    public void The_report_is_not_the_post_mortem() =>
        Assert.Equal(48, Compile("## Post-Incident Actions\n\n1. Create incident report within 24 hours\n2. Schedule post-mortem within 48 hours\n").PostMortemWithin?.TotalHours);

    [Fact]
    public void A_table_of_duties_holds_roles_whatever_its_heading() =>
        Assert.Equal(["Baker", "Guard"], Compile("## How we are set up\n\n| Role | Responsibilities |\n|-|-|\n| Baker | bakes |\n| Guard | watches |\n").Roles.Select(role => role.Name));

    [Fact]
    public void Diagnosis_and_recovery_make_a_scenario_beside_others() =>
        Assert.Equal(["Flour gone bad", "Oven failure"], Compile("## 1. Flour gone bad\n\n### Diagnosis\n\n- smell\n\n### Recovery\n\n1. Throw away\n2. Buy\n\n## 2. Oven failure\n\n**Symptoms:**\n- cold\n\n**Steps:**\n1. Look\n2. Light\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void Chapters_in_a_fence_below_the_review_are_its_template() =>
        Assert.StartsWith("# Bericht", Compile("## Post-Incident Review\n\n### Pflichtteile\n\n```markdown\n# Bericht\n## Wann\n## Was\n## Warum\n## Wer\n```\n").PostMortemTemplate, StringComparison.Ordinal);

    [Fact]
    public void What_a_step_says_is_posted_is_a_template() =>
        Assert.Single(Compile("## When it rings\n\n### Step 1: Acknowledge\n\n- look\n\n### Step 2: Communicate\n\nPost updates in the chat every 15 minutes:\n\n```\n[HH:MM] Status: Investigating | Mitigating\nImpact: <what the guests see>\nAction: <what is done>\n```\n\n### Step 3: Resolve\n\n- mend\n").Templates);
}
