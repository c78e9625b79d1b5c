using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Details of guides that stand between, below or beside what they belong to.</summary>
public sealed class DetailKindsTests
{
    [Theory]
    [InlineData("Baker\n    |\n    | (5 min without an answer)\n    v\nMiller\n    |\n    | (not baked in 30 min)\n    v\nMason\n")]
    [InlineData("Baker\n    │ 5 min without an answer\n    ▼\nMiller\n    │ not baked in 30 min\n    ▼\nMason\n")]
    [InlineData("Baker\n    v (5 min without an answer)\nMiller\n    v (not baked in 30 min)\nMason\n")]
    public void What_stands_on_an_arrow_is_when_the_next_is_called(string drawing)
    {
        Procedure procedure = Compile($"## Escalation Path\n\n```\n{drawing}```\n");
        Assert.Equal([("Baker", 0.0), ("Miller", 5.0), ("Mason", 30.0)], procedure.EscalationLevels.Select(level => (level.Name, level.After?.TotalMinutes ?? 0)));
    }

    [Fact]
    public void An_arrow_leads_from_the_occasion_to_whom_is_called()
    {
        Procedure procedure = Compile("## Severity\n\n- **P0 (Critical)**: gone\n- **P1 (High)**: slow\n\n## Escalation Path\n\n1. **First report** → The bakery\n2. **Critical incident** → All neighbours\n3. **In the papers** → Press office\n");
        Assert.Equal(["The bakery", "All neighbours", "Press office"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(["P0"], procedure.EscalationLevels[1].Severities);
    }

    [Theory]
    [InlineData("1. Verify that the oven has returned to normal for at least 30 minutes.")]
    [InlineData("1. All gauges are green for 30 minutes")]
    [InlineData("1. Monitor for 30 minutes")]
    public void How_long_all_must_be_well_is_the_window(string step)
    {
        Procedure procedure = Compile("## Process\n\n### Detect\n\n- look\n\n### Resolve\n\n" + step + "\n");
        Assert.Equal(30, procedure.MonitoringWindow?.Maximum.TotalMinutes);
    }

    [Fact]
    public void What_is_normal_for_somebody_is_no_window() =>
        Assert.Null(Compile("## Process\n\n### Detect\n\n- pale bread is normal for rye\n\n### Resolve\n\n- mend\n").MonitoringWindow);

    [Fact]
    public void A_phase_that_takes_three_days_does_not_move_the_post_mortem()
    {
        Procedure procedure = Compile("## Procedures\n\n### Phase 1: Response (0-24 hours)\n\n- mend\n\n### Phase 2: Post-Incident (24-72 hours)\n\n**Post-Mortem**\nSchedule within 48 hours of resolution\n\n- [ ] What happened?\n- [ ] Why?\n");
        Assert.Equal(48, procedure.PostMortemWithin?.TotalHours);
    }

    [Theory]
    [InlineData("1. **Acknowledge** the alarm.\n2. **Classify** severity:\n   - SEV0 – all is lost.\n   - SEV1 – much is lost.\n3. **Tell** all.\n")]
    [InlineData("- Acknowledge the alarm\n- Set the priority\n  - SEV0: all is lost\n  - SEV1: much is lost\n")]
    public void Levels_may_stand_below_the_step_that_chooses_one(string steps)
    {
        Procedure procedure = Compile("## Triage\n\n" + steps);
        Assert.Equal(["SEV0", "SEV1"], procedure.Severities.Select(level => level.Name));
        Assert.StartsWith("all is lost", procedure.Severities[0].Definition, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_for_each_level_below_another_step_define_none() =>
        Assert.Empty(Compile("## Triage\n\n1. Call\n   - P1 alarms: the baker\n   - P2 alarms: the miller\n2. Mend\n").Severities);

    [Fact]
    public void Points_for_kinds_of_data_are_no_levels()
    {
        Procedure procedure = Compile("## Classification\n\n### What was taken\n\n| Data | Points |\n|---|---|\n| P0 (numbers) | 1 |\n| P1 (names) | 5 |\n\n### Result\n\n| Score | Risk level | What follows |\n|---|---|---|\n| 1-3 | 🟢 **Low** | write it down |\n| 4-9 | 🔴 **Critical** | call the office |\n");
        Assert.Equal(["Critical", "Low"], procedure.Severities.Select(level => level.Name));
    }

    [Fact]
    public void What_is_told_in_a_grave_case_is_no_scenario()
    {
        Procedure procedure = Compile("## Severity\n\n- P0: gone\n- P1: slow\n\n## Communication\n\n### Telling users\n\n**For critical incidents (P0):**\n\n- By mail\n- By letter\n\n**For high priority incidents (P1):**\n\n- By mail\n");
        Assert.Empty(procedure.Scenarios);
    }

    [Fact]
    public void Ways_to_reach_one_are_one_contact()
    {
        Procedure procedure = Compile("## Emergency Contacts\n\n**Oven maker:**\n\n- Phone: 1-866-1234567\n- Portal: https://oven.net\n\n**Others:**\n\n- [List further contacts]\n");
        Contact contact = Assert.Single(procedure.Contacts);
        Assert.Equal(("Oven maker", "1-866-1234567, https://oven.net"), (contact.Name, contact.Value));
    }

    [Theory]
    [InlineData("baker@example.com", "baker@example.com")]
    [InlineData("+1-555-0100", "+1-555-0100")]
    [InlineData("[Phone]", null)]
    [InlineData("+1-XXX-XXX-XXXX", null)]
    [InlineData("baker@your-company.com", null)]
    [InlineData("TBD", null)]
    public void Addresses_made_for_examples_are_written_and_blanks_are_not(string written, string? value) =>
        Assert.Equal(value, Assert.Single(Compile($"## Contacts\n\n| Role | Contact |\n|---|---|\n| Baker | {written} |\n").Contacts).Value);

    [Fact]
    public void A_matrix_of_words_yields_to_the_levels_that_are_called_by_them()
    {
        Procedure procedure = Compile("## Classification\n\n### Severity Levels\n\n#### Critical (P0) - At once\n- **Response Time**: < 15 minutes\n- **Examples**:\n  - fire\n\n#### High (P1) - Soon\n- **Response Time**: < 1 hour\n- **Examples**:\n  - smoke\n\n### Classification Matrix\n\n| Impact | Bread | Cake | Severity |\n|-|-|-|-|\n| High | gone | burnt | Critical |\n| Medium | late | dry | High |\n");
        Assert.Equal([("P0", "Critical", 15.0), ("P1", "High", 60.0)], procedure.Severities.Select(level => (level.Name, level.Label ?? string.Empty, level.ResponseTime?.TotalMinutes ?? 0)));
    }

    [Fact]
    public void A_playbook_of_numbered_phases_is_no_list_of_scenarios()
    {
        Procedure procedure = Compile("## Response Playbook\n\n### 1. Detection\n- Look\n\n### 2. Triage\n- Sort\n\n### 3. Mitigation\n- Mend\n\n## Common Scenarios\n\n### Oven cold\n```bash\nsystemctl restart oven\n```\n\n### Mill jammed\n```bash\nsystemctl restart mill\n```\n");
        Assert.Equal(["Detection", "Triage", "Mitigation"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["Oven cold", "Mill jammed"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Theory]
    [InlineData("## Runbooks\n\n### Common Incidents\n\n**Oven Cold:**\n1. Look\n2. Light it\n\n**Mill Jammed:**\n1. Stop it\n2. Clear it\n")]
    [InlineData("## Recovery Procedures\n\n### Bakery Recovery\n\n#### Oven Cold\n1. Look\n2. Light it\n\n#### Mill Jammed\n1. Stop it\n2. Clear it\n")]
    public void What_has_happened_with_numbered_steps_each_are_scenarios(string guide) =>
        Assert.Equal(["Oven Cold 2", "Mill Jammed 2"], Compile(guide).Scenarios.Select(scenario => $"{scenario.Name} {scenario.Steps.Count}"));

    [Fact]
    public void Chapters_of_kinds_of_incidents_are_scenarios() =>
        Assert.Equal(["Flour incident 2", "Oven incident 2"], Compile("## Flour incident\n\n- Close the mill\n- Sift it\n\n## Oven incident\n\n- Put it out\n- Call the mason\n\n## After the incident\n\n- Sleep\n- Eat\n").Scenarios.Select(scenario => $"{scenario.Name} {scenario.Steps.Count}"));

    [Theory]
    [InlineData("A good runbook should include:")]
    [InlineData("Examples include:")]
    public void What_is_only_said_about_scenarios_is_none(string lead) =>
        Assert.Empty(Compile($"## Runbooks\n\nA runbook tells what to do.\n\n{lead}\n\n- Symptoms\n- Cold ovens\n").Scenarios);

    [Fact]
    public void Cases_below_the_questions_of_a_checklist_are_no_tasks() =>
        Assert.Equal(2, Assert.Single(Compile("## Triage Checklist\n\n- Is it hot?\n- Is it wet?\n\nRing the bell at once if any answer indicates:\n\n- fire\n- flood\n").Checklists).Tasks.Count);

    [Fact]
    public void The_path_may_stand_below_the_roles()
    {
        Procedure procedure = Compile("## Roles and Escalation Path\n\n| Role | Responsibility |\n|-|-|\n| Baker | bakes |\n| Mayor | decides |\n\nEscalation order:\n\n1. Baker\n2. Mayor\n3. Guild for fires\n");
        Assert.Equal(3, procedure.EscalationLevels.Count);
        Assert.Equal(["Baker", "Mayor"], procedure.Roles.Select(role => role.Name));
    }

    [Fact]
    public void Roles_may_be_listed_below_a_line_that_says_roles() =>
        Assert.Equal(["Chief", "Writer"], Compile("## Response\n\n### Response Team\n\n**Roles:**\n- **Chief**: leads\n- **Writer**: writes\n\n## Review\n\nLater.\n").Roles.Select(role => role.Name));

    [Fact]
    public void Who_is_on_duty_is_no_role_of_its_own() =>
        Assert.Equal(["Chief"], Compile("## Response Team\n\n### Roles and Responsibilities\n\n**Chief**\n- leads\n- decides\n\n### On-Call Rotation\n\n- **Primary**: first to come\n- **Secondary**: comes later\n").Roles.Select(role => role.Name));

    [Fact]
    public void How_long_a_meeting_lasts_is_no_deadline() =>
        Assert.Equal(7, Compile("## Post-Mortem\n\n### Timeline\n\n**Within 1 Week:**\n- Detailed post-mortem (2 hours)\n- Action items\n").PostMortemWithin?.TotalDays);

    [Fact]
    public void A_numbered_flow_drawn_downwards_names_the_phases() =>
        Assert.Equal(["Detection & Bell", "Triage", "Mitigation", "Recovery"], Compile("## Incident Response Procedures\n\n### Response Workflow\n\n```\n1. Detection & Bell\n   ↓\n2. Triage\n   ↓\n3. Mitigation\n   ↓\n4. Recovery\n```\n\n### First Deeds\n\n1. Ring\n2. Write\n\n### Strategies\n\n- Sift\n- Bake\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void Causes_and_solutions_are_what_to_do() =>
        Assert.Equal(["Damp wood", "Blocked flue"], Assert.Single(Compile("## Common Incidents\n\n### Oven cold\n\n**Symptoms**: no heat\n\n**Common Causes & Solutions**:\n\n1. **Damp wood**\n   ```bash\n   systemctl restart wood\n   ```\n\n2. **Blocked flue**\n   ```bash\n   systemctl restart flue\n   ```\n").Scenarios).Steps.Select(step => step.Text));

    [Theory]
    [InlineData("Follow theft-72h.md, and do not wait for the post-mortem.")]
    [InlineData("Nothing is written.")]
    public void A_deadline_is_not_read_from_the_name_of_a_file_nor_from_a_plan_for_later(string text) =>
        Assert.Null(ProcedureCompiler.Compile($"## Post-incident activities\n\n{text}\n\n### Long-term (1-4 weeks)\n\n- Buy an oven\n", "guide.md").PostMortemWithin);

    [Fact]
    public void What_stands_before_numbered_comments_prepares_the_first_step()
    {
        Scenario scenario = Assert.Single(ProcedureCompiler.Compile("## Scenarios\n\n### Oven is cold\n\n```bash\n#!/bin/bash\n# Light it in this order\nset -e\n\n# 1. Look\noven status\n\n    # 2. Light\n    oven light\n```\n", "guide.md").Scenarios);
        Assert.Equal([("Look", 2), ("Light", 1)], scenario.Steps.Select(step => (step.Text, step.Commands.Count)));
    }

    [Fact]
    public void A_closer_look_in_brackets_and_tools_by_their_table_are_read_in_a_phase()
    {
        Procedure procedure = ProcedureCompiler.Compile("## Phase 1: Preparation\n\n### Watching\n\n| Tool | Place | What it watches |\n|-|-|-|\n| Lamp | shop | the door |\n| Bell | oven | the heat |\n\n## Phase 2: Recovery\n\n1. Monitor for relapses (a closer look for 72 hours)\n", "guide.md");
        Assert.Equal(["Lamp", "Bell"], procedure.Tools.Select(tool => tool.Name));
        Assert.Equal(72, procedure.MonitoringWindow?.Maximum.TotalHours);
    }
}
