using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What policies and processes of organisations have: front matter of their own, numbers for levels, letters with chapters.</summary>
public sealed class PolicyKindsTests
{
    private static Procedure Compile(string guide) => ProcedureCompiler.Compile(guide, "guide.md");

    [Fact]
    public void Front_matter_may_lack_its_first_dashes()
    {
        Procedure procedure = Compile("name: Fire policy\nacronym: FP\nsatisfies:\n  LAW:\n    - 7\nrevisions:\n  - date: Jun 1\n---\n\n# Purpose\n\nTo be safe.\n\n# Severity\n\n- P1: gone\n- P2: slow\n");
        Assert.Equal("Fire policy", procedure.Title);
        Assert.Equal(["P1", "P2"], procedure.Severities.Select(level => level.Name));
        Assert.Equal(["Purpose", "Severity"], procedure.Sections.Select(section => section.Title));
    }

    [Fact]
    public void A_label_at_the_top_is_no_front_matter()
    {
        Procedure procedure = Compile("name: Fire policy\n\n# Fire\n\n---\n\n## Severity\n\n- P1: gone\n- P2: slow\n");
        Assert.Equal("Fire", procedure.Title);
    }

    [Theory]
    [InlineData("# The whole\n\nText.\n\n## Part\n", "The whole")]
    [InlineData("# Purpose\n\nText.\n\n# Scope\n\nText.\n", "In front")]
    public void The_title_is_the_heading_that_stands_for_all(string text, string expected) =>
        Assert.Equal(expected, Compile($"---\ntitle: In front\n---\n\n{text}").Title);

    [Fact]
    public void Numbers_without_a_word_are_levels_below_their_heading()
    {
        Procedure procedure = Compile("# Guide\n\n## Severities\n\n - 1: all is lost\n - 2: some is lost\n - 3: a loaf is lost\n\n### What then\n\n| Severity | Response time |\n|-|-|\n| 1 | 2h |\n| 2 | 8h |\n| 3 | 2 days |\n");
        Assert.Equal(["Severity 1/all is lost/120", "Severity 2/some is lost/480", "Severity 3/a loaf is lost/2880"], procedure.Severities.Select(level => $"{level.Name}/{level.Definition}/{level.ResponseTime?.TotalMinutes}"));
    }

    [Theory]
    [InlineData("Level 1 – the least severe of all.", "Level 3, Level 2, Level 1")]
    [InlineData("Level 1 – all is lost.", "Level 1, Level 2, Level 3")]
    public void The_guide_says_whether_its_first_level_is_the_least(string said, string expected)
    {
        Procedure procedure = Compile($"# Guide\n\n## Reports\n\n2.1 {said}\n\n| Incident category | Description | Examples |\n|-|-|-|\n| Level 1 | one | a, b |\n| Level 2 | two | c |\n| Level 3 | three | d |\n");
        Assert.Equal(expected, string.Join(", ", procedure.Severities.Select(level => level.Name)));
    }

    [Fact]
    public void A_severity_is_chosen_at_the_end_of_a_long_item()
    {
        Procedure procedure = Compile("# Guide\n\n## How it is done\n\na. Whoever sees it tells the watch, and the watch looks at it within a day. If it is true, the watch must say how bad it is and assign a severity level:\n\n    i. High: all is lost\n\n    i. Medium: some is lost\n\n    i. Low: a loaf is lost\n\na. The watch ends it.\n");
        Assert.Equal(["High/all is lost", "Medium/some is lost", "Low/a loaf is lost"], procedure.Severities.Select(level => $"{level.Name}/{level.Definition}"));
    }

    [Fact]
    public void What_kind_of_phase_it_is_belongs_to_its_name()
    {
        Procedure procedure = Compile("# Guide\n\n## Process\n\n### 1.1 Identification phase\n\n- look\n\n### 1.2 Containment phase (technical)\n\n- shut the gas\n\n### 1.3 Recovery phase (2 hours)\n\n- light it\n\n### 1.4 Periodic evaluation\n\n- once a year\n");
        Assert.Equal(["Identification phase", "Containment phase (technical)", "Recovery phase"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void Numbered_titles_of_boxes_are_the_phases_and_one_checklist()
    {
        Procedure procedure = Compile("# Guide\n\n## Workflow checklist\n\n1. Detection and triage\n- [ ] call the watch\n\n2. Containment\n- [ ] shut the gas\n- [ ] open the doors\n\n3. Recovery\n- [ ] light it\n\n4. Post-incident review\n- [ ] meet\n");
        Assert.Equal(["Detection and triage", "Containment", "Recovery", "Post-incident review"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(5, Assert.Single(procedure.Checklists).Tasks.Count);
    }

    [Fact]
    public void Cases_are_called_without_what_announces_them()
    {
        Procedure procedure = Compile("# Guide\n\n## Categories and playbooks\n\n**Response procedures: Cat 1 – Fire in the mill**\n\n- Call the watch\n- Shut the gas\n\n**Response procedures: Cat 2 – Flood**\n\nFollow the [flood playbook](https://mill.test/flood)\n");
        Assert.Equal(["Fire in the mill/2", "Flood/0"], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));
        Assert.Equal("https://mill.test/flood", procedure.Scenarios[1].Link);
    }

    [Fact]
    public void A_letter_goes_on_behind_its_rules_and_titles()
    {
        Procedure procedure = Compile("# Guide\n\n## Templates\n\n### 1.1 Guest notification template\n\n**Subject:** News of [SHOP]\n\n**To:** [GUEST]\n\n---\n\nDear [NAME],\n\n**What happened?**\n\nOn [DATE] the oven was cold.\n\n---\n\n**Signed:**\n[WATCH]\n\n### 1.2 Public template (large fires)\n\n**Title:** Fire at [SHOP]\n\n[SHOP] burnt on [DATE], and we tell you what we do about it.\n\n**Impact:**\n\n- Guests: [NUMBER]\n- Loaves: [NUMBER OF LOAVES]\n");
        Assert.Equal(["Guest notification template", "Public template (large fires)"], procedure.Templates.Select(template => template.Name));
        Assert.Equal(["SHOP", "GUEST", "NAME", "DATE", "WATCH"], procedure.Templates[0].Placeholders);
        Assert.Equal(["SHOP", "DATE", "NUMBER", "NUMBER OF LOAVES"], procedure.Templates[1].Placeholders);
    }

    [Fact]
    public void What_a_message_has_may_be_listed_without_blanks()
    {
        Procedure procedure = Compile("# Guide\n\n## Communication\n\n### 6.2 Status update template\n\n- **Status:** Investigating / Resolved\n- **Impact:** what is down, and for whom\n- **Next update:** when\n");
        Assert.Equal("Status update template", Assert.Single(procedure.Templates).Name);
    }

    [Fact]
    public void Addresses_among_the_channels_are_contacts()
    {
        Procedure procedure = Compile("# Guide\n\n## Channels and tools\n\n- Status page: https://mill.test/status\n- Help desk: help@mill.test\n- Chat: `#fires`\n");
        Assert.Equal("Help desk=help@mill.test", string.Join(", ", procedure.Contacts.Select(contact => $"{contact.Name}={contact.Value}")));
    }

    [Fact]
    public void Each_severity_may_tell_its_own_path()
    {
        Procedure procedure = Compile("# Guide\n\n## Severity\n\n### SEV-1: Critical\n\nAll is lost.\n\n**Escalation**:\n- On-call engineer (immediately)\n- Team lead (T+10min)\n- CTO (T+30min)\n\n### SEV-2: Major\n\nSome is lost.\n\n**Escalation**:\n- On-call engineer (immediately)\n- Team lead (T+1h)\n");
        Assert.Equal(
            ["On-call engineer/0/SEV-1,SEV-2", "Team lead/10/SEV-1,SEV-2", "CTO/30/SEV-1"],
            procedure.EscalationLevels.Select(level => $"{level.Name}/{level.After?.TotalMinutes}/{string.Join(',', level.Severities)}"));
    }

    [Fact]
    public void Whom_to_call_if_it_still_burns_stands_below_a_step()
    {
        Procedure procedure = Compile("# Guide\n\n## Severity\n\n- P1: gone\n- P2: slow\n\n## Escalation playbook\n\n1. An alarm rings\n2. PagerDuty notifies primary on-call (by phone)\n3. Whoever is called looks at it\n   - If it is P1 and not ended in 10 minutes, escalate to secondary on-call\n   - If P1 burns on for 30 minutes, escalate to the team lead\n4. The watch writes it down\n");
        Assert.Equal(["primary on-call/0/P1,P2", "secondary on-call/10/P1", "team lead/30/P1"], procedure.EscalationLevels.Select(level => $"{level.Name}/{level.After?.TotalMinutes}/{string.Join(',', level.Severities)}"));
        Assert.Empty(procedure.Scenarios);
    }

    [Fact]
    public void A_box_with_columns_is_no_path() =>
        Assert.Empty(Compile("# Guide\n\n## Escalation matrix\n\n```\n┌──────────────────────────────┐\n│  SEV 1     │ SEV 2  │ SEV 3  │\n│  all down  │ slow   │ ugly   │\n└──────────────────────────────┘\n```\n").EscalationLevels);

    [Fact]
    public void A_report_with_labels_for_chapters_is_the_template() =>
        Assert.StartsWith("Title: [Title]", Compile("# Guide\n\n## Post-incident review\n\n### Documentation\n\n**Incident report**\n```\nTitle: [Title]\nDuration: [Duration]\n\nTimeline:\n- [Time] one\n\nRoot Cause:\n[Description]\n\nImpact:\n[Description]\n\nPrevention:\n[Description]\n```\n").PostMortemTemplate, StringComparison.Ordinal);

    [Fact]
    public void Categories_in_words_of_their_own_are_levels()
    {
        Procedure procedure = Compile("# Guide\n\n## Incident classification\n\n| Category and Impact Level | Description | Notification |\n|-|-|-|\n| Fire Event<br>Impact Level 0 | A smell of smoke. | none |\n| Fire Emergency<br>Impact Levels 4 and 5 | The mill burns. | the town |\n");
        Assert.Equal(["Fire Event/A smell of smoke.", "Fire Emergency/The mill burns."], procedure.Severities.Select(level => $"{level.Name}/{level.Definition}").Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Types_with_their_description_and_first_response_are_cases()
    {
        Procedure procedure = Compile("# Guide\n\n## Usual incidents\n\n| # | Type / Description | Initial response to limit the harm |\n|-|-|-|\n| 1 | Fire; what burns and spreads. | Shut the gas. |\n| 2 | Flood; water where none should be. | Shut the water. |\n");
        Assert.Equal(["Fire/Shut the gas.", "Flood/Shut the water."], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps[0].Text}"));
    }

    [Fact]
    public void A_counted_table_is_a_checklist_by_its_second_column()
    {
        Procedure procedure = Compile("# Guide\n\n## Quick checklist\n\n| # | Activity |\n|-|-|\n| 1 | Call the watch |\n| 2 | Shut the gas |\n");
        Assert.Equal(["Call the watch", "Shut the gas"], Assert.Single(procedure.Checklists).Tasks.Select(task => task.Text));
    }

    [Fact]
    public void A_phase_of_nothing_but_cases_tells_them()
    {
        Procedure procedure = Compile("# Guide\n\n## Response workflow\n\n### 1. Detect\n\n- look\n\n### 2. Contain\n\nChoose by the kind of incident.\n\n#### Stolen key\n\n1. Change the lock\n2. Count the keys\n\n#### Attack on the safe\n\n1. Ring the bell\n2. Run\n\n#### Data loss\n\n1. Stop\n2. Search\n\n### 3. Recover\n\n- light it\n");
        Assert.Equal(["Detect", "Contain", "Recover"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["Stolen key/2", "Attack on the safe/2", "Data loss/2"], procedure.Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}"));
    }

    [Fact]
    public void The_course_of_one_level_begins_behind_what_sets_it_off()
    {
        Procedure procedure = Compile("# Guide\n\n## Severity levels\n\n### P0 - Critical\n\ngone\n\n### P1 - High\n\nslow\n\n## P0 - Critical incident response\n\n### Detection triggers\n\n- a bell rings\n\n### Immediate response (0-2 min)\n\n1. Call\n2. Look\n\n### Investigation (2-5 min)\n\n1. Search\n2. Ask\n\n### Remediation (5-15 min)\n\n1. Mend\n2. Try\n");
        Assert.Equal(["Immediate response", "Investigation", "Remediation"], procedure.Phases.Select(phase => phase.Name));
    }

    [Theory]
    [InlineData("## Post-incident review\n\n### Timeline: Within 48 hours of resolution\n\n### Agenda\n\n- talk\n", 2880)]
    [InlineData("## Scenarios\n\n### Scenario 1: Fire\n\n1. Run\n2. Post-mortem: write it within 5 days\n\n### Scenario 2: Flood\n\n1. Swim\n", 7200)]
    [InlineData("## Workflow checklist\n\n1. Detection\n- [ ] call\n\n2. Recovery\n- [ ] light it\n\n3. Containment\n- [ ] shut it\n\n4. Post-incident review\n- [ ] Cause found within 72h\n", 4320)]
    public void When_the_review_is_due_is_told_in_passing(string guide, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Compile("# Guide\n\n" + guide).PostMortemWithin);

    [Fact]
    public void A_policy_that_is_a_template_as_a_whole_is_read()
    {
        Procedure procedure = Compile("# Fire policy\n\n## Policy template\n\n### 1. Purpose\n\nTo be safe.\n\n### 2. Roles\n\n- **Lead**: [NAME]\n\n### 3. Severity levels\n\n- **P1**: gone\n- **P2**: slow\n\n### 4. Checklist\n\n- [ ] call\n");
        Assert.Equal(["P1", "P2"], procedure.Severities.Select(level => level.Name));
        Assert.Single(procedure.Checklists);
        Assert.Empty(procedure.Templates);
    }
}
