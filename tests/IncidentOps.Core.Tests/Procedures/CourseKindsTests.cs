using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>One list that is the whole course, and what stands beside what is counted.</summary>
public sealed class CourseKindsTests
{
    private static IEnumerable<string> Phases(string guide) => Compile(guide).Phases.Select(phase => phase.Name);

    [Fact]
    public void One_list_is_the_whole_course_by_its_first_words()
    {
        Procedure procedure = Compile("## Emergency Steps\n\n1. Meet in the mill yard (behind the oven) and call only those who can bake.\n2. Once the fire has been seen by two of you, shut the flues.\n3. Contain (close the flour doors) what burns.\n4. Whatever is said in the yard among the bakers and the millers and their guests stays there until the end.\n   - Who has seen it?\n   - Is it out?\n5. Let everybody go home.\n");
        Assert.Equal(["Meet in the mill yard", "Once the fire has been seen by two of you", "Contain", "Whatever is said in the yard among the bakers and the…", "Let everybody go home"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(3, procedure.Phases[3].Activities.Count);
        Assert.Empty(procedure.Phases[4].Activities);
    }

    [Fact]
    public void A_list_from_the_call_to_the_review_is_the_course_under_whatever_heading() =>
        Assert.Equal(["Call the incident in the yard", "If nobody hears of the incident", "Bring water", "Resolve the incident", "Hold a retrospective"], Phases("## It burns! And now?\n\n1. Call the incident in the yard\n2. If nobody hears of the incident, ring the bell\n3. Bring water\n4. Resolve the incident\n5. Hold a retrospective, best within a day\n"));

    [Fact]
    public void A_list_about_something_else_is_no_course() =>
        Assert.Empty(Phases("## Baking bread well\n\n1. Take flour and a little water\n2. Knead it for a while, best by hand\n3. Let it rest beside the oven\n4. Bake it until it is brown\n5. Eat it while it is warm\n"));

    [Fact]
    public void Titles_of_lists_below_the_one_chapter_of_the_response_are_phases() =>
        Assert.Equal(["Confirm the alert", "Classify it", "Contain the fire", "Verify the repair"], Phases("## Triage Flow\n\n1. Confirm the alert:\n   - smell the smoke\n2. Classify it:\n   - small,\n   - large.\n3. Contain the fire:\n   - shut the door\n4. Verify the repair:\n   - bake again\n"));

    [Fact]
    public void Levels_may_be_counted_among_those_to_reach()
    {
        Procedure procedure = Compile("## Emergency Contacts\n\n### Escalation Matrix\n\n- **L1 Bakers**: bakers@mill.test\n- **L2 Millers**: millers@mill.test\n- **Watch**: watch@mill.test\n");
        Assert.Equal(["Bakers", "Millers"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(3, procedure.Contacts.Count);
    }

    private const string Levels = "## Severity\n\n- `P0`: all is lost\n- `P1`: much is lost\n- `P2`: little is lost\n\n";

    [Fact]
    public void The_condition_before_the_arrow_tells_the_level()
    {
        Procedure procedure = Compile(Levels + "## Escalation\n\n1. T+0 minutes: alert acknowledged by the duty baker.\n2. T+10 minutes: no owner has come -> escalate to the second baker lead.\n3. T+20 minutes: no water for `P0/P1` -> escalate to oven manager.\n");
        Assert.Equal(["duty baker", "second baker lead", "oven manager"], procedure.EscalationLevels.Select(level => level.Name).Select(name => name.Replace("the ", string.Empty, StringComparison.Ordinal)));
        Assert.Equal(["P0", "P1"], procedure.EscalationLevels[2].Severities);
    }

    [Fact]
    public void The_one_item_that_names_a_level_tells_what_somebody_is_called_for()
    {
        Procedure procedure = Compile(Levels + "## Escalation\n\n### Level 1: Duty Baker\n\n- First look\n- Escalate if it burns for 30 minutes (P0/P1)\n\n### Level 2: Oven Manager\n\n- Great fires (P0)\n- Talks to the town\n");
        Assert.Equal([3, 1], procedure.EscalationLevels.Select(level => level.Severities.Count));
    }

    [Fact]
    public void Messages_may_be_given_point_by_point()
    {
        Procedure procedure = Compile("## Communication\n\n- First message template:\n  - what burns\n  - who is at it\n- All clear message template:\n  - what burnt\n  - thanks\n");
        Assert.Equal(["First message", "All clear message"], procedure.Templates.Select(template => template.Name));
    }

    [Fact]
    public void A_template_in_the_chapter_of_the_review_is_the_reports() =>
        Assert.NotNull(Compile("## Post-Mortem\n\n### Analysis Report Template\n\n1. Overview\n   - Timeline\n   - How far it burnt\n2. Root cause\n   - Where it began\n3. Action plan\n   - Who buys the water\n").PostMortemTemplate);

    [Fact]
    public void A_call_at_once_is_no_answer_where_one_is_due() =>
        Assert.Equal(TimeSpan.FromMinutes(15), Compile("## Severity\n\n| Severity | Definition | Response target |\n|-|-|-|\n| SEV1 | All is lost | Acknowledge within 15 minutes. Meet immediately. |\n| SEV2 | Much is lost | Acknowledge within 30 minutes. |\n").Severities[0].ResponseTime);

    [Fact]
    public void Words_that_lead_to_a_list_begin_the_definition() =>
        Assert.StartsWith("Critical fires burn the whole mill: No bread", Compile("## Severity\n\n### P1 - Critical\n\nCritical fires burn the whole mill:\n\n- No bread.\n- No flour.\n\n### P2 - High\n\nHigh fires burn one oven:\n\n- Little bread.\n").Severities[0].Definition, StringComparison.Ordinal);

    [Fact]
    public void What_only_seems_to_tell_whom_is_an_example_like_the_others() =>
        Assert.Equal(3, Compile("## Severity\n\n### P1\n\n- **Flour Trouble:** none left\n- **Oven Notifications:** nothing serious\n- **Baker Reports:** all asleep\n\n### P2\n\n- **Yeast Trouble:** old\n- **Salt Trouble:** none\n- **Water Trouble:** warm\n").Severities[0].Examples.Count);

    [Fact]
    public void How_soon_it_is_reviewed_is_no_interval_of_updates() =>
        Assert.All(Compile(Levels + "## Post-Incident Review\n\n### Review Cadence\n\n- P0: postmortem within 24 hours\n- P1: postmortem within 72 hours\n").Severities, level => Assert.Null(level.UpdateInterval));

    [Fact]
    public void Numbers_that_go_on_count_steps_and_losses_do_not()
    {
        Procedure procedure = Compile(Levels + "## Scenarios\n\n### Scenario 1: Oven out\n\n#### Immediate Actions\n\n1. Look.\n2. Light it.\n\n#### Prevention\n\n3. Buy coal.\n\n### Scenario 2: Flour gone\n\n**Recovery Steps**:\n\n1. Buy flour\n\n**Bread Loss**: depends on the hour\n\n- Morning: all of it\n- Evening: none\n\n### Scenario 3: Yeast dead\n\n1. **P0** — shut the shop\n2. Buy yeast\n");
        Assert.Equal([3, 1, 2], procedure.Scenarios.Select(scenario => scenario.Steps.Count));
        Assert.Equal("P0", procedure.Scenarios[2].Severity);
    }

    [Fact]
    public void Dashes_below_a_numbered_comment_are_steps() =>
        Assert.Equal(["CONTAIN", "Shut the door", "Ring the bell", "LOOK\nRead about:", "Water", "Smoke"], Compile("## Scenarios\n\n### Scenario 1: Fire\n\n```bash\n# 1. CONTAIN\n# - Shut the door\n# - Ring the bell\n\n# 2. LOOK\n# Read about:\n```\n\n```bash\n# 1. Water\ncurl a\n# 2. Smoke\ncurl b\n```\n").Scenarios[0].Steps.Select(step => step.Text));

    [Fact]
    public void The_end_of_a_long_sentence_says_that_a_message_follows() =>
        Assert.Equal(["reason"], Compile("## Response\n\n### 1. Detection\n\n- look\n\n### 2. End\n\nWhen the oven is cold again, be it that the coal has been taken out or that nothing has been left in it which could burn, the baker on duty should post a message to the yard as follows:\n\n```\nI say that it is over because [reason]\n```\n").Templates.SelectMany(template => template.Placeholders));

    [Fact]
    public void A_number_to_be_changed_is_set_until_then() =>
        Assert.Equal(TimeSpan.FromDays(5), Compile("## Post-Incident Review\n\n1. P1: post-mortem completed within [5] business days of the fire.\n").PostMortemWithin);

    [Fact]
    public void The_unit_may_stand_in_the_head_of_the_column() =>
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromHours(4)], Compile("## Severity\n\n| Priority | Response Time (hours) | Definition |\n|-|-|-|\n| P0 | 1 (less at night) | all is lost |\n| P1 | 4 | much is lost |\n").Severities.Select(level => level.ResponseTime!.Value));

    [Fact]
    public void How_to_write_a_runbook_is_no_scenario() =>
        Assert.Empty(Compile("## Runbooks\n\n### Oven Service Runbooks\n\nEach oven must have a runbook with:\n\n```markdown\n# [Oven] Runbook\n\n## Overview\n- [what it bakes]\n\n## Issues\n\n### Issue: [what is wrong]\n**Symptoms:** [smoke]\n**Fix:** [water]\n```\n").Scenarios);
}
