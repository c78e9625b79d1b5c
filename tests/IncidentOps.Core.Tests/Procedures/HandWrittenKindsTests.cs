using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What people write by hand and Markdown reads otherwise: broken lists, letters in place of numbers, levels in passing.</summary>
public sealed class HandWrittenKindsTests
{
    [Theory]
    [InlineData("1. Report it\n* call the watch\n\n2. Triage it\n* look at the oven\n* name a level\n\n3. Contain it\n* shut the gas\n\n4. Learn from it\n* meet\n")]
    [InlineData("a. Report it\n* call the watch\n\nb. Triage it\n* look at the oven\n\nc. Contain it\n* shut the gas\n\nd. Learn from it\n* meet\n")]
    [InlineData("1. Report it\n- call the watch\n1. Triage it\n- look at the oven\n1. Contain it\n- shut the gas\n1. Learn from it\n- meet\n")]
    [InlineData("1. Report it\n\nCall the watch.\n\n2. Triage it\n\nLook at the oven.\n\n3. Contain it\n\nShut the gas.\n\n4. Learn from it\n")]
    public void A_list_that_lacks_its_indents_is_one(string list)
    {
        Procedure procedure = Compile($"## Incident response process\n\n{list}\n## Severity\n\n- P1: gone\n- P2: slow\n");
        Assert.Equal(["Report it", "Triage it", "Contain it", "Learn from it"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["P1", "P2"], procedure.Severities.Select(level => level.Name));
    }

    [Fact]
    public void What_stands_between_the_numbers_belongs_to_the_one_above()
    {
        Procedure procedure = Compile("## Incident response process\n\n1. Report it\n* call the watch\n\n2. Contain it\n* shut the gas\n\n3. Learn from it\n* meet\n");
        Assert.Equal(["call the watch", "shut the gas", "meet"], procedure.Phases.SelectMany(phase => phase.Activities).Select(activity => activity.Text));
    }

    [Fact]
    public void Two_lists_that_both_count_from_one_stay_two()
    {
        Procedure procedure = Compile("## Scenarios\n\n### Oven cold\n\n1. Light it\n\nAnd then:\n\n1. Wait\n\n### Mill stands\n\n1. Oil it\n2. Turn it\n");
        Assert.Equal([2, 2], procedure.Scenarios.Select(scenario => scenario.Steps.Count));
    }

    [Fact]
    public void Levels_behind_the_sentence_that_asks_for_one()
    {
        Procedure procedure = Compile("## How we respond\n\na. Look at it\n* The watch looks at it.\n* If it burns, the lead assigns a severity level:\n* High: all bread is lost\n* Medium: some bread is lost\n* Low: a loaf is lost\n\nb. End it\n* The watch ends it.\n");
        Assert.Equal(["High/all bread is lost", "Medium/some bread is lost", "Low/a loaf is lost"], procedure.Severities.Select(level => $"{level.Name}/{level.Definition}"));
    }

    [Theory]
    [InlineData("## Levels of emergency\n\n* TYPE 1 - all is lost\n* TYPE 2 - some is lost\n* TYPE 3 - a loaf is lost\n", "TYPE 1/, TYPE 2/, TYPE 3/")]
    [InlineData("## Questions\n\n1. What are P1 and P2?\n\nThere are only two severities, grave (P1) or routine (P2).\n\n2. Who answers?\n\nThe watch.\n", "P1/grave, P2/routine")]
    [InlineData("## Questions\n\nA grave alarm (P1) rings twice.\n", "")]
    public void Levels_named_in_their_own_way(string guide, string expected) =>
        Assert.Equal(expected, string.Join(", ", Compile(guide).Severities.Select(level => $"{level.Name}/{level.Label}")));

    [Theory]
    [InlineData("(Examples: no flour, no water, etc.)", "no flour|no water")]
    [InlineData("(e.g. no flour, no water)", "no flour|no water")]
    [InlineData("(no flour)", "")]
    public void Examples_in_brackets_behind_a_definition(string brackets, string expected) =>
        Assert.Equal(expected, string.Join('|', Compile($"## Severity\n\n- P1: all is lost {brackets}\n- P2: some is lost\n").Severities[0].Examples));

    [Theory]
    [InlineData("- **Role**: leads\n- **Contact**: [Primary] [Backup]\n", null)]
    [InlineData("**Contact:** [PHONE/EMAIL]\n**Role:** leads\n", null)]
    [InlineData("- **Role**: leads\n- **Contact**: watch@mill.test\n", "watch@mill.test")]
    public void Roles_say_how_to_reach_who_has_them(string told, string? value)
    {
        Procedure procedure = Compile($"## Roles\n\n### Incident commander\n\n{told}\n### Head baker\n\n{told.Replace("watch", "baker", StringComparison.Ordinal)}");
        Assert.Equal(["Incident commander", "Head baker"], procedure.Contacts.Select(contact => contact.Name));
        Assert.Equal(value, procedure.Contacts[0].Value);
    }

    [Fact]
    public void How_soon_somebody_answers_is_no_address()
    {
        Contact contact = Assert.Single(Compile("## Contacts\n\n**Night watch:**\n- Email: watch@mill.test\n- Response time: at once for P1\n").Contacts);
        Assert.Equal(("Night watch", "watch@mill.test"), (contact.Name, contact.Value));
    }

    [Fact]
    public void A_checklist_by_windows_is_one()
    {
        Procedure procedure = Compile("## Checklists\n\n### Fire checklist\n\n#### First 15 minutes\n- [ ] call the watch\n- [ ] shut the gas\n\n#### First hour\n- [ ] open the doors\n\n### Flood checklist\n\n#### First day\n- [ ] shut the water\n\n#### First week\n- [ ] dry the flour\n");
        Assert.Equal(["Fire checklist/3", "Flood checklist/2"], procedure.Checklists.Select(list => $"{list.Name}/{list.Tasks.Count}"));
    }

    [Fact]
    public void A_calendar_of_reports_is_no_interval_of_updates() =>
        Assert.All(
            Compile("## Severity\n\n- P1: gone\n- P2: slow\n\n## Communication\n\n### Reporting\n\n- **Daily**: incident status updates\n- **Weekly**: summary\n- **Monthly**: trends\n").Severities,
            level => Assert.Null(level.UpdateInterval));

    [Fact]
    public void A_table_gives_each_case_its_level_though_the_heading_says_more()
    {
        Procedure procedure = Compile("## Alerts\n\n| Alert | Severity | Trigger |\n|-|-|-|\n| Oven cold | Critical | below 100 |\n| Mill stands | Warning | no turn |\n\n## Response procedures\n\n### Oven cold (all ovens)\n\n**Impact:** no bread\n\n1. Light it\n2. Wait\n\n### Mill stands / turns slowly\n\n**Impact:** no flour\n\n1. Oil it\n2. Turn it\n");
        Assert.Equal(["Critical", "Warning"], procedure.Scenarios.Select(scenario => scenario.Severity));
    }

    [Fact]
    public void Beside_a_table_of_steps_nothing_else_is_one()
    {
        Scenario scenario = Assert.Single(Compile("## Scenarios\n\n### Scenario 1: Oven cold\n\n| Step | Action | Who |\n|-|-|-|\n| 1 | Light it | baker |\n| 2 | Wait | baker |\n\n**Numbers to show:**\n\n| Place | Number |\n|-|-|\n| Mill | 12 |\n\n**Rules:**\n\n- Never leave it alone\n").Scenarios);
        Assert.Equal(["Light it: baker", "Wait: baker"], scenario.Steps.Select(step => step.Text));
    }

    [Fact]
    public void Levels_that_have_only_their_marks()
    {
        Procedure procedure = Compile("## Escalation path\n\n| Level | Condition | Action |\n|-|-|-|\n| L1 | Any alarm rings | Ann looks at it |\n| L2 | No bread for 15 min | Ann tells Bo |\n");
        Assert.Equal([("L1", null), ("L2", TimeSpan.FromMinutes(15))], procedure.EscalationLevels.Select(level => (level.Name, level.After)));
        Assert.Equal(["Ann looks at it"], procedure.EscalationLevels[0].Duties);
    }

    [Theory]
    [InlineData("## Serious issues: escalation path\n\n### If the oven goes out\n\n**At once:**\n1. Call the baker: [PHONE]\n\n### If somebody breaks in\n\n1. Ring the bell\n2. Run\n", "If the oven goes out/1, If somebody breaks in/2")]
    [InlineData("## Escalation path\n\n### If the oven goes out\n\nWait.\n\n### Who is called\n\n1. The baker\n2. The head baker\n", "")]
    public void Headings_that_say_what_may_be_the_case_are_cases(string guide, string expected) =>
        Assert.Equal(expected, string.Join(", ", Compile(guide).Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}")));
}
