using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What handbooks of teams have: deeds as chapters, records line by line, levels in brackets, causes with their fixes.</summary>
public sealed class HandbookKindsTests
{
    private static Procedure Compile(string guide) => ProcedureCompiler.Compile(guide, "guide.md");

    [Fact]
    public void Chapters_that_say_what_to_do_are_the_phases()
    {
        Procedure procedure = Compile("# Responding to alerts and incidents\n\n## Kinds of alert\n\nThey come from the mill.\n\n## Tell people if you see one\n\n1. Say it in the chat.\n\n## Appoint a lead\n\nSomebody leads.\n\n## Categorise the incident\n\n### P1 incidents (critical)\n\nAll is lost.\n\nWe must:\n\n- respond within 30 minutes during business hours\n- give an update every hour\n\n### P2 incidents (minor)\n\nA loaf is lost.\n\nWe must:\n\n- respond within 1 day during business hours\n- give updates every business day\n\n## Update the board\n\nWrite it up.\n\n## Work to fix it\n\nAll help.\n\n## After the incident\n\nHold a retro with the team. Try to keep this within two weeks of the incident.\n\n## Helping other mills\n\nBe kind.\n");
        Assert.Equal(["Tell people if you see one", "Appoint a lead", "Categorise the incident", "Update the board", "Work to fix it", "After the incident"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["P1/critical/30/60", "P2/minor/1440/1440"], procedure.Severities.Select(level => $"{level.Name}/{level.Label}/{level.ResponseTime?.TotalMinutes}/{level.UpdateInterval?.TotalMinutes}"));
        Assert.Equal(TimeSpan.FromDays(14), procedure.PostMortemWithin);
    }

    [Fact]
    public void Records_of_levels_stand_line_by_line()
    {
        Procedure procedure = Compile("# Guide\n\n# Priority levels\n  Priority 1 - Urgent:\n    Impact: Shop shut\n    Description: Nobody gets bread.\n\n  Priority 2 - Low:\n    Impact: Shop open\n    Description: A loaf is missing.\n\n# Severity levels\n  Severity: P1 - Urgent\n    Response Time: 30 Minutes\n    Resolution Time: 4 Hours\n\n  Severity: P2 - Low\n    Response Time: 8 Hours\n    Resolution Time: 7 Days\n");
        Assert.Equal(["P1/Urgent/30/240/Nobody gets bread.", "P2/Low/480/10080/A loaf is missing."], procedure.Severities.Select(level => $"{level.Name}/{level.Label}/{level.ResponseTime?.TotalMinutes}/{level.ResolutionTime?.TotalMinutes}/{level.Definition}"));
    }

    [Fact]
    public void The_last_of_numbered_chapters_is_the_review()
    {
        string chapters = string.Concat(new[] { "Identification", "Categorisation", "Investigation", "Resolution and recovery", "Closure", "Review and continuous improvement" }.Select((name, i) => $"# {i + 1}. {name}\n  What is done: something.\n\n"));
        Assert.Equal("Review and continuous improvement", Compile("# Incident management\n\nText.\n\n" + chapters).Phases[^1].Name);
    }

    [Fact]
    public void Causes_with_their_fixes_are_cases()
    {
        Procedure procedure = Compile("# Runbook: the shop is shut\n\n## Severity levels\n\n| Level | Signal | Example |\n|-|-|-|\n| **SEV-1** | Nobody gets in | key lost |\n| **SEV-2** | Some get in | door stuck |\n\n## Common causes & fixes\n\n### Key lost\n\n- Call the smith\n- Change the lock\n\n### Door stuck (in winter)\n\n- Warm it\n");
        Assert.Equal(["Key lost/2", "Door stuck (in winter)/1"], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));
        Assert.Equal(["Nobody gets in", "Some get in"], procedure.Severities.Select(level => level.Definition));
    }

    [Fact]
    public void Levels_may_be_sorted_by_criteria_within_a_phase_and_types_are_no_cases()
    {
        Procedure procedure = Compile("# Guide\n\n## Incident types\n\n### Security incidents\n\n| Type | Description | Severity |\n|-|-|-|\n| Theft | bread is stolen | HIGH |\n| Fire | the mill burns | CRITICAL |\n\n## Response workflow\n\n### Phase 1: Detection\n\n- look\n\n### Phase 2: Assessment\n\n**Severity classification matrix:**\n\n| Criteria | LOW | HIGH | CRITICAL |\n|-|-|-|-|\n| Loaves lost | 1 | 10 | all |\n| Fire | no | no | yes |\n\n### Phase 3: Containment\n\n- shut the gas\n");
        Assert.Equal(["CRITICAL", "HIGH", "LOW"], procedure.Severities.Select(level => level.Name));
        Assert.Empty(procedure.Scenarios);
        Assert.Equal(3, procedure.Phases.Count);
    }

    [Theory]
    [InlineData("1. **Head baker**: baker@yourdomain.com\n", "baker@yourdomain.com")]
    [InlineData("1. **Head baker**: [mail]\n", null)]
    public void An_address_that_is_written_is_the_value(string item, string? value)
    {
        Procedure procedure = Compile("# Guide\n\n## Contacts\n\n" + item + "2. **Miller**: mill@mill.test\n");
        Assert.Equal(value, procedure.Contacts[0].Value);
    }

    [Fact]
    public void Boxes_below_numbered_titles_are_the_steps_of_a_case()
    {
        Procedure procedure = Compile("# Guide\n\n## Incident workflow checklist\n\n1. Detection\n- [ ] call\n\n2. Containment\n- [ ] shut it\n\n3. Recovery\n- [ ] light it\n\n## 5. Stolen key response\n\n1. At once\n- [ ] Change the lock\n- [ ] Count the keys\n\n2. Later\n- [ ] Find the thief\n\n3. Open the shop again.\n");
        Scenario scenario = Assert.Single(procedure.Scenarios);
        Assert.Equal(["At once/Change the lock", "At once/Count the keys", "Later/Find the thief", "/Open the shop again."], scenario.Steps.Select(step => $"{step.Group}/{step.Text}"));
    }

    [Fact]
    public void Levels_serve_what_they_name_though_no_severity_is_defined() =>
        Assert.Equal(["P1", "P1"], Compile("# Guide\n\n## Escalation\n\n1. An alarm rings\n   - If it is P1 and burns for 10 minutes, page the secondary on-call\n   - If P1 burns on for 30 minutes, page the team lead and mill manager\n2. It ends\n").EscalationLevels.Select(level => string.Join(',', level.Severities)));

    [Theory]
    [InlineData("**Resolution steps:**\n1. Call the smith\n2. Change the lock\n3. Open\n", "Call the smith, Change the lock, Open")]
    [InlineData("", "Look at the door, Count the keys")]
    public void Beside_numbered_steps_a_diagnosis_is_only_told(string steps, string expected)
    {
        Scenario scenario = Compile($"# Guide\n\n## Scenarios\n\n### Scenario 1: Key lost\n\n**Symptoms:**\n- Nobody gets in\n\n**Quick diagnosis:**\n```bash\n# Look at the door\nls /door\n\n# Count the keys\nls /keys | wc -l\n```\n\n{steps}").Scenarios[0];
        Assert.Equal(expected, string.Join(", ", scenario.Steps.Select(step => step.Text)));
        Assert.Contains("ls /door", string.Join('\n', scenario.Remarks.Concat(scenario.Steps.SelectMany(step => step.Commands))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SEV-1", "SEV1", "SEV-1")]
    [InlineData("Priority 1", "P1", "P1")]
    public void A_level_is_called_by_its_shorter_word_and_not_by_its_shorter_dash(string defined, string told, string expected) =>
        Assert.Equal(expected, Compile($"# Guide\n\n## Severity levels\n\n| Level | Definition |\n|-|-|\n| {defined} | all is lost |\n| {defined.Replace('1', '2')} | a loaf is lost |\n\n## Response times\n\n- {told}: 15 minutes\n- {told.Replace('1', '2')}: 1 hour\n").Severities[0].Name);

    [Fact]
    public void A_table_of_cases_exemplifies_the_levels_that_headings_define()
    {
        Procedure procedure = Compile("# Guide\n\n## Severity levels\n\n#### Severity 1 (Critical)\n**Response time:** 15 minutes\n**Examples:**\n- All ovens out\n- Mill burns\n\n#### Severity 2 (High)\n**Response time:** 30 minutes\n**Examples:**\n- One oven out\n\n## Appendix\n\n### Severity examples\n\n| Scenario | Severity | Reasoning |\n|-|-|-|\n| No bread | 1 | All is lost |\n| Hard bread | 2 | Some is lost |\n| Thief | 1 | It is the law |\n");
        Assert.Equal(["Severity 1/Critical/2", "Severity 2/High/1"], procedure.Severities.Select(level => $"{level.Name}/{level.Label}/{level.Examples.Count}"));
    }

    [Fact]
    public void An_item_may_begin_with_greater_than() =>
        Assert.Equal(["> 50 % of the loaves burn", "< 10 loaves are left"], Compile("# Guide\n\n## Severities\n\n### SEV-1: Critical\n\n**Examples**:\n- > 50 % of the loaves burn\n- < 10 loaves are left\n").Severities[0].Examples);

    [Fact]
    public void Deeds_that_semicolons_part_are_steps() =>
        Assert.Equal(["change the lock", "count the keys", "call the guild."], Compile("# Guide\n\n## Containment by scenario\n\n- **Key lost** → change the lock; count the keys; call the guild.\n- **Oven out** → light it.\n").Scenarios[0].Steps.Select(step => step.Text));

    [Fact]
    public void The_time_beside_the_review_itself_goes_before_that_of_what_is_done_at_once() =>
        Assert.Equal(TimeSpan.FromDays(2), Compile("# Guide\n\n## Post-incident procedures\n\n### Immediate (within 2 hours)\n\n1. See that all is well\n2. Create the post-mortem document\n\n### Post-mortem (within 48 hours)\n\nWrite it.\n").PostMortemWithin);
}
