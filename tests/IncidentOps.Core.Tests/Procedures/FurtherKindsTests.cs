using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Parts of guides that stand in unusual places or are told in passing.</summary>
public sealed class FurtherKindsTests
{
    private static Procedure Compile(string guide) => ProcedureCompiler.Compile("# Guide\n\n" + guide, "guide.md");

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
}
