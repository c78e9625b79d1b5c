using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Parts of guides that are known by what they hold and by their neighbours, not by the words of their headings.</summary>
public sealed class ContentKindsTests
{
    [Theory]
    [InlineData("## At the start\n\n1. Look\n2. Tell\n\n## Later on\n\n3. Mend\n4. Test\n\n## At last\n\n5. Write it down\n")]
    [InlineData("## At the start\n\n1. Look\n\n```\nls\n```\n\n2. Tell\n\n## Later on\n\n3. Mend\n\n## At last\n\n4. Write it down\n\n## Remarks\n\n1. None\n")]
    public void A_list_that_goes_on_below_the_next_heading_makes_phases(string guide) =>
        Assert.Equal(["At the start", "Later on", "At last"], Compile(guide).Phases.Select(phase => phase.Name));

    [Theory]
    [InlineData("## The first 10 minutes\n\n- Look\n\n## The next hour\n\n- Mend\n")]
    [InlineData("## First 15 minutes (P1)\n\n- Look\n\n## 15-60 minutes\n\n- Mend\n\n## Within 24 hours\n\n- Write\n")]
    public void Headings_that_are_times_are_phases(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(guide.Split("## ").Length - 1, procedure.Phases.Count);
    }

    [Theory]
    [InlineData("## What NOT to do during an incident\n\n- **Panic**: it helps nobody\n- **Blame**: nor does that\n")]
    [InlineData("## Don'ts during an incident\n\n1. **Panic**\n2. **Blame**\n")]
    [InlineData("## Incident response: mistakes to avoid\n\n- **Panic**: no\n- **Blame**: no\n")]
    public void What_is_not_to_be_done_is_no_phase(string guide) => Assert.Empty(Compile(guide).Phases);

    [Fact]
    public void A_remark_about_severities_leaves_a_phase_a_phase()
    {
        Procedure procedure = Compile("## Severity\n\n- SEV1: gone\n- SEV2: slow\n\n## Lifecycle\n\n### 1. See it (target: < 15 min for SEV1)\n\n- look\n\n### 2. Mend it (any severity)\n\n- mend\n");
        Assert.Equal(["See it", "Mend it"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void A_chain_holds_phases_that_have_no_heading_of_their_own()
    {
        Procedure procedure = Compile("## Response Flow\n\n```\nDetect → Triage → Repair → Review\n```\n\n### Detect: sources\n\n- alarms\n\n### Triage rules\n\n- ask\n");
        Assert.Equal(["Detect", "Triage", "Repair", "Review"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("ask", Assert.Single(procedure.Phases[1].Activities).Text);
    }

    [Fact]
    public void What_is_done_for_the_gravest_level_is_the_workflow_where_nothing_else_is()
    {
        Procedure procedure = Compile("## Severity\n\n- P0: gone\n- P1: slow\n\n## Response Procedures\n\n### P0 - Critical\n\n**Immediate actions (0-15 minutes):**\n\n1. Tell\n\n**Investigation:**\n\n1. Look\n\n**Resolution:**\n\n1. Mend\n");
        Assert.Equal(["Immediate actions", "Investigation", "Resolution"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["P0", "P1"], procedure.Severities.Select(level => level.Name));
    }

    [Fact]
    public void Signs_and_deeds_below_each_of_several_headings_make_scenarios()
    {
        Procedure procedure = Compile("## 1. Oven cold\n\n### Detection\n\n- bread stays pale\n\n### Immediate actions\n\n1. Light it\n2. Wait\n\n### Escalation\n\n- Call the mason if it is the flue\n\n## 2. Flour wet\n\n### Detection\n\n- lumps\n\n### Immediate actions\n\n1. Dry it\n");
        Assert.Equal(["Oven cold", "Flour wet"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["Light it", "Wait"], procedure.Scenarios[0].Steps.Select(step => step.Text));
        Assert.Equal("bread stays pale", Assert.Single(procedure.Scenarios[0].Symptoms));
        Assert.Empty(procedure.Phases);
    }

    [Theory]
    [InlineData("\"Oven is cold\" (P1)")]
    [InlineData("“Oven is cold” (P1)")]
    [InlineData("«Oven is cold» (P1)")]
    public void Quotation_marks_are_no_part_of_a_name(string title)
    {
        Scenario scenario = Assert.Single(Compile($"## Severity\n\n- P1: gone\n- P2: slow\n\n## Runbooks\n\n### {title}\n\nSymptoms: pale bread\n\n1. Light it\n").Scenarios);
        Assert.Equal(("Oven is cold", "P1"), (scenario.Name, scenario.Severity));
    }

    [Fact]
    public void A_table_of_scenarios_may_stand_anywhere()
    {
        Procedure procedure = Compile("## Containing it\n\n| Scenario | Immediate Action |\n|---|---|\n| Oven cold | Light it |\n| Flour wet | Dry it |\n\n## More\n\n| Scenario | Runbook |\n|---|---|\n| Yeast dead | [yeast](yeast.md) |\n");
        Assert.Equal(["Oven cold", "Flour wet"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal("Light it", Assert.Single(procedure.Scenarios[0].Steps).Text);
    }

    [Theory]
    [InlineData("## Baker\n\n**Responsibilities:**\n\n- bakes\n\n## Miller on call\n\n**Responsibilities:**\n\n- grinds\n")]
    [InlineData("## Baker\n\n### Duties\n\n- bakes\n\n## Miller on call\n\n### Duties\n\n- grinds\n")]
    [InlineData("## Baker Responsibilities\n\n### During the incident\n\n- [ ] bakes\n\n### After resolution\n\n- [ ] cleans\n\n## Miller on call responsibilities\n\n- grinds\n")]
    public void Duties_make_a_role_of_any_heading(string guide) =>
        Assert.Equal(["Baker", "Miller on call"], Compile(guide).Roles.Select(role => role.Name));

    [Fact]
    public void Stakeholders_are_roles()
    {
        Procedure procedure = Compile("## Key stakeholders\n\n- **Press office:** speaks\n- **Owner:** pays\n\n## Notify stakeholders\n\n- **By mail:** once a day\n- **By phone:** never\n");
        Assert.Equal(["Press office", "Owner"], procedure.Roles.Select(role => role.Name));
    }

    [Theory]
    [InlineData("| Level | Description | Response Time |\n|---|---|---|\n| 1 - Low | a trifle | 2 days |\n| 2 - High | a nuisance | 4 hours |\n| 3 - Critical | a ruin | Immediate |\n")]
    [InlineData("- **1: Low** - a trifle\n- **2: High** - a nuisance\n- **3: Critical** - a ruin\n")]
    [InlineData("- 3 (Critical): a ruin\n- 2 (High): a nuisance\n- 1 (Low): a trifle\n")]
    public void A_bare_number_before_the_word_is_no_name(string levels)
    {
        Procedure procedure = Compile("## Severity Levels\n\n" + levels);
        Assert.Equal(["Critical", "High", "Low"], procedure.Severities.Select(level => level.Name));
        Assert.Equal("a ruin", procedure.Severities[0].Definition);
    }

    [Fact]
    public void What_a_fix_of_some_priority_is_does_not_define_the_level()
    {
        Procedure procedure = Compile("## Severity\n\n| Level | Impact | Response |\n|---|---|---|\n| P0 | all is lost | 5 min |\n| P1 | much is lost | 1 h |\n\n## Process\n\n### Repair\n\n| Priority | Description |\n|---|---|\n| P0 | stop the loss |\n| P1 | mend the hole |\n");
        Assert.Equal(["all is lost", "much is lost"], procedure.Severities.Select(level => level.Definition));
    }

    [Fact]
    public void Examples_are_parted_at_commas_but_not_within_a_clause() =>
        Assert.Equal(["pale bread", "crusts that break, but taste well"], Compile("## Severity\n\n| Level | Meaning | Examples |\n|---|---|---|\n| P1 | bad | pale bread, crusts that break, but taste well |\n| P2 | less bad | none |\n").Severities[0].Examples);

    [Fact]
    public void Blanks_in_angle_brackets_are_kept_and_elements_are_not()
    {
        Procedure procedure = Compile("## Communication Templates\n\n### Mail\n\n> Dear <name>, your <b>bread</b> is <one word>.<br>Yours, <u>the bakery</u>\n");
        MessageTemplate template = Assert.Single(procedure.Templates);
        Assert.Equal(["name", "one word"], template.Placeholders);
        Assert.Contains("your bread is <one word>.", template.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_called_as_its_heading_has_it_with_all_remarks()
    {
        Procedure procedure = Compile("## Templates\n\n### Status page (outage)\n\n```\nWe look into [thing].\n```\n\n### Status page (mended)\n\n```\n[thing] is mended.\n```\n\n### Mail (to all)\n\n```\nDear [name]\n```\n");
        Assert.Equal(["Status page (outage)", "Status page (mended)", "Mail (to all)"], procedure.Templates.Select(template => template.Name));
    }

    [Theory]
    [InlineData("## Quick check (SEV1 only)", "Quick check (SEV1 only)")]
    [InlineData("## Quick check (within 10 minutes)", "Quick check")]
    public void A_checklist_keeps_the_remark_that_is_no_time(string heading, string name) =>
        Assert.Equal(name, Assert.Single(Compile($"{heading}\n\n- [ ] Look at the oven\n- [ ] Call the baker\n").Checklists).Name);

    [Fact]
    public void A_chain_of_people_among_the_contacts_is_the_escalation_as_well()
    {
        Procedure procedure = Compile("## Contacts\n\n### Escalation Chain\n\n1. **Baker** - [phone]\n2. **Miller** - +1-555-0100\n\n### Others\n\n- **Mason:** mason@stone.net\n");
        Assert.Equal(["Baker", "Miller"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(["Baker", "Miller", "Mason"], procedure.Contacts.Select(contact => contact.Name));
    }

    [Theory]
    [InlineData("## Post-Mortem Template\n\n1. **Summary** - what happened\n2. **Timeline** - minute by minute\n3. **Root Cause** - why\n\n### Post-Mortem Schedule\n\n- P0: within 24 hours\n- P1: within 72 hours\n", 24.0)]
    [InlineData("## Review\n\nA post-mortem takes 90 minutes at most.\n", null)]
    [InlineData("## Review\n\nThe post-mortem is a meeting of two hours, held within 3 days.\n", 72.0)]
    public void When_the_post_mortem_is_due_and_how_long_it_takes_are_two_things(string guide, double? hours) =>
        Assert.Equal(hours, Compile(guide).PostMortemWithin?.TotalHours);

    [Fact]
    public void The_form_of_a_first_report_is_a_message_beside_that_of_the_post_mortem()
    {
        Procedure procedure = Compile("## Process\n\n### Reporting\n\n#### Incident report template\n\n```\nIncident: [what]\nSince: [when]\n```\n\n### Learning\n\n#### Post-mortem template\n\n```\n# Post-mortem [number]\n## Timeline\n## Root cause\n## Lessons\n```\n");
        Assert.Equal(["what", "when"], Assert.Single(procedure.Templates).Placeholders);
        Assert.StartsWith("# Post-mortem", procedure.PostMortemTemplate, StringComparison.Ordinal);
    }
}
