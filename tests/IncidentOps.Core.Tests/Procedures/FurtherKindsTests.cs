using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Parts of guides that stand in unusual places or are told in passing.</summary>
public sealed class FurtherKindsTests
{
    [Fact]
    public void Levels_of_escalation_may_stand_among_the_contacts()
    {
        Procedure procedure = Compile("## Contacts\n\n### People\n\n| Role | Phone |\n|---|---|\n| Baker | 123 |\n\n### Escalation Matrix\n\n| Level | Who | When |\n|---|---|---|\n| L1 | Baker | at once |\n| L2 | Miller | no answer in 20 min |\n");
        Assert.Equal(["Baker", "Miller"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(20, procedure.EscalationLevels[1].After?.TotalMinutes);
        Assert.Equal("Baker", Assert.Single(procedure.Contacts).Name);
    }

    [Fact]
    public void People_to_escalate_to_are_contacts_below_headings_too()
    {
        Procedure procedure = Compile("## Escalation Contacts\n\n### Technical\n\n- **First**: +1-XXX-XXX\n- **Second**: +1-555-0100\n\n### Business\n\n- **Owner**: owner@corp.net\n");
        Assert.Equal(["First", "Second", "Owner"], procedure.Contacts.Select(contact => contact.Name));
    }

    [Theory]
    [InlineData("- Tells all every 20 minutes (P1) or every 3 hours (P2).\n")]
    [InlineData("- Updates: every 20 minutes for P1 and every 3 hours for P2.\n")]
    public void Each_interval_in_a_sentence_has_its_own_severities(string sentence)
    {
        Procedure procedure = Compile("## Severity\n\n- P1: all is lost\n- P2: much is lost\n\n## Communication\n\n" + sentence);
        Assert.Equal([20, 180], procedure.Severities.Select(level => level.UpdateInterval?.TotalMinutes ?? 0));
    }

    [Fact]
    public void Business_hours_may_be_said_before_the_time()
    {
        Procedure procedure = Compile("## Severity\n\n| Severity | Response |\n|---|---|\n| P1 | Immediate (24/7). Wake all. |\n| P2 | Business hours. Looked at tomorrow. |\n");
        Assert.Equal([false, true], procedure.Severities.Select(level => level.BusinessHours));
    }

    [Fact]
    public void What_is_done_for_a_severity_is_no_scenario()
    {
        Procedure procedure = Compile("## Severity Levels\n\n- **P1 (Critical)**: all is lost\n- **P2 (High)**: much is lost\n\n## Response\n\n### P1 - Critical Incidents\n\n#### Immediate Actions\n\n1. Look\n\n#### Investigation\n\n1. Search\n\n### P2 - High Priority Incidents\n\n#### Response Time: 2 hours\n\n1. Look\n\n## Common Scenarios\n\n### Full disk\n\n1. Empty it\n");
        Assert.Equal("Full disk", Assert.Single(procedure.Scenarios).Name);
        Assert.Equal(120, procedure.Severities[1].ResponseTime?.TotalMinutes);
    }

    [Fact]
    public void Further_roles_are_each_a_role_and_their_handing_over_is_none()
    {
        Procedure procedure = Compile("## Roles and Responsibilities\n\n### Commander\n\n- leads\n\n### Additional Roles (in a larger team)\n\n**Scribe**: writes all down.\n**Speaker**: tells the people.\n\n### Growth and Handoff\n\nWho comes reports to the commander.\n\n## Role Transfer Protocol\n\n- Brief: tell what is known.\n- Announce: tell who leads.\n");
        Assert.Equal(["Commander", "Scribe", "Speaker"], procedure.Roles.Select(role => role.Name));
    }

    [Fact]
    public void Facts_below_a_severity_that_is_told_already_do_not_define_it()
    {
        Procedure procedure = Compile("## Severidade\n\n* **P0 (Crítico):** Tudo parou.\n    * *Contenção alvo:* 1 hora.\n* **P1 (Alto):** Quase tudo parou.\n    * *Contenção alvo:* 4 horas.\n");
        Assert.Equal(["Tudo parou.", "Quase tudo parou."], procedure.Severities.Select(level => level.Definition));
        Assert.Contains("Contenção alvo: 1 hora.", procedure.Severities[0].Details);
    }

    [Fact]
    public void A_cycle_of_short_items_is_the_workflow() =>
        Assert.Equal(["detecção", "guarda de todas as provas", "aviso interno"], Compile("## Ciclo\n\n1. detecção;\n2. guarda de todas as provas;\n3. aviso interno.\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void The_format_of_a_review_is_its_template()
    {
        Procedure procedure = Compile("## Postmortem Format\n\n```markdown\n# Incident: [title]\n\n## Cause\n```\n");
        Assert.StartsWith("# Incident", procedure.PostMortemTemplate, StringComparison.Ordinal);
        Assert.Empty(procedure.Templates);
    }

    [Fact]
    public void A_rule_close_below_a_sentence_makes_no_heading_of_it()
    {
        Procedure procedure = Compile("## Workflow Phases\n\n### Phase 1: Detect\n\n- look\n\n**Output:** a ticket\n---\n\n### Phase 2: Contain\n\n- fence\n\nAll is calm.\n---\n\n### Phase 3: Recover\n\n- mend\n\n## Contacts\n\n- Ops: ops@corp.net\n");
        Assert.Equal(["Detect", "Contain", "Recover"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void A_title_may_be_underlined_and_front_matter_may_hold_sentences()
    {
        Procedure procedure = ProcedureCompiler.Compile("---\ntitle: Fire\ndescription: All of it.\n---\n\nSeverity\n---\n\n- P1: gone\n- P2: slow\n", "guide.md");
        Assert.Equal(["P1", "P2"], procedure.Severities.Select(level => level.Name));
        Assert.Equal("Fire", procedure.Title);
    }

    [Fact]
    public void How_to_use_a_template_is_for_people() =>
        Assert.Empty(Compile("## Instructions for Creating a Runbook\n\n1. **Roles**: name them\n2. **Contacts**: fill them in\n3. **Drills**: hold them\n").Scenarios);

    [Fact]
    public void Tasks_in_brackets_are_samples_and_mere_blanks_are_none()
    {
        Procedure procedure = Compile("## Resolution\n\n### Steps at once\n\n- [ ] [Step 1: Stop the pump]\n- [ ] [Tell the night shift of it]\n- [ ] [Name] - Due: [date]\n- [ ] [Name of the owner]\n");
        Assert.Equal(["[Step 1: Stop the pump]", "[Tell the night shift of it]"], Assert.Single(procedure.Checklists).Tasks.Select(task => task.Text));
    }

    [Fact]
    public void Contacts_of_the_escalation_may_stand_among_the_roles_or_in_a_bold_line()
    {
        Assert.Contains("Owner", Compile("## Response Team\n\n### Lead\n\n- leads\n\n### Escalation Contacts\n\n- **Owner**: [phone]\n- **Lawyer**: [phone]\n").Contacts.Select(contact => contact.Name));
        Assert.Contains("Police", Compile("## Escalation\n\n**Immediate contacts:**\n\n1. Owner: [phone]\n2. Police: (030) 555-99887\n").Contacts.Select(contact => contact.Name));
    }

    [Fact]
    public void A_level_names_whom_its_column_leaves_open()
    {
        Procedure procedure = Compile("## Escalation\n\n| Tier | Contact | When |\n|---|---|---|\n| L1 - Watch | <TBD> | all |\n| L2 - Owner | [phone] | after 45 min |\n");
        Assert.Equal(["Watch", "Owner"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(45, procedure.EscalationLevels[1].After?.TotalMinutes);
    }

    [Fact]
    public void Examples_may_come_in_a_list_after_the_levels()
    {
        Procedure procedure = Compile("## Severity\n\n- `P1` All of it is lost.\n- `P2` Some of it is lost.\n\nTrigger examples:\n\n- `P1`: fire, flood.\n- `P2`: smoke.\n");
        Assert.Equal([2, 1], procedure.Severities.Select(level => level.Examples.Count));
    }

    [Fact]
    public void Examples_below_their_label_do_not_define_the_level()
    {
        Procedure procedure = Compile("## Severity\n\n### P1 (Critical): All is lost\n\n**Example teams:**\n\n- the bakers\n- the millers\n\n### P2 (Minor): Some is lost\n\n**Example teams:**\n\n- the bakers\n");
        Assert.Equal(["All is lost", "Some is lost"], procedure.Severities.Select(level => level.Definition));
    }

    [Fact]
    public void At_once_in_one_sentence_is_not_the_time_of_the_next() =>
        Assert.Equal(0, Compile("## Severity\n\n| Severity | Response |\n|---|---|\n| P1 | Page immediately. 15-min mitigation target. |\n| P2 | 1 hour |\n").Severities[0].ResponseTime?.TotalMinutes);

    [Fact]
    public void To_be_stable_for_a_while_is_to_watch() =>
        Assert.Equal(25, Compile("## Encerramento\n\n1. Confirmar estabilidade por 25 min.\n").MonitoringWindow?.Maximum.TotalMinutes);

    [Fact]
    public void One_role_may_have_a_chapter() =>
        Assert.Equal("Incident Commander", Assert.Single(Compile("## Incident Commander Role\n\n- leads\n- writes\n").Roles).Name);

    [Fact]
    public void Types_of_incidents_are_counted_like_scenarios() =>
        Assert.Equal(["Flood", "Fire"], Compile("## Incident Types\n\n### Type 1: Flood\n\n**Symptoms:**\n\n- wet\n\n1. Pump\n\n### Type 2: Fire\n\n**Symptoms:**\n\n- hot\n\n1. Call\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void Emergency_procedures_are_cases_each()
    {
        Procedure procedure = ProcedureCompiler.Compile("# Shop: Emergency Procedures\n\n## Theft\n\n1. Shout\n2. Call\n\n## Broken till\n\n1. Count\n2. Lock\n\n## Unrest\n\n- stay calm\n- go home\n\n## Review\n\nDone yearly.\n", "guide.md");
        Assert.Equal(["Theft", "Broken till", "Unrest"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(2, procedure.Scenarios[0].Steps.Count);
    }

    [Fact]
    public void Kinds_of_incidents_told_apart_are_scenarios_in_the_order_of_their_lines()
    {
        Procedure procedure = Compile("## Incident Classification\n\n### Type A: Flood\n\n**Symptoms**:\n- wet\n- cold\n\n**Steps**:\n\n1. Pump\n\n**Time**: 1 hour\n**Follow-up**: look again next week\n\n### Type B: Fire\n\n**Symptoms**:\n- hot\n\n**Steps**:\n\n1. Call\n");
        Assert.Equal(["Flood", "Fire"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["wet", "cold"], procedure.Scenarios[0].Symptoms);
        Assert.Equal("Pump", procedure.Scenarios[0].Steps[0].Text);
        Assert.Empty(procedure.Severities);
    }

    [Fact]
    public void People_who_are_to_be_filled_in_are_known_by_their_role()
    {
        Procedure procedure = Compile("## Contacts\n\n| Role | Name | Contact |\n|---|---|---|\n| Baker | REPLACE_ME | REPLACE_ME_PHONE |\n");
        Assert.Equal(("Baker", null), (Assert.Single(procedure.Contacts).Name, procedure.Contacts[0].Value));
    }

    [Fact]
    public void Groups_of_escalation_contacts_need_not_all_have_an_address() =>
        Assert.Equal(["Watch", "Owner", "Police"], Compile("## Escalation Contacts\n\n**Own people**:\n- Watch: the pager\n- Owner: [phone]\n\n**Others**:\n- Police: [phone]\n").Contacts.Select(contact => contact.Name));
}
