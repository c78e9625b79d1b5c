using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What is done in a phase, and what stands in it and is nothing to do; titles that lack an empty line.</summary>
public sealed class PhasePartKindsTests
{
    [Fact]
    public void What_is_done_for_a_severity_is_done_in_the_phase()
    {
        Procedure procedure = Compile("## Severity\n\n| Level | Definition |\n|-|-|\n| P0 | No bread |\n| P1 | Little bread |\n\n## Response procedures\n\n### Phase 1: Triage\n\n1. Look\n\n**Decision tree:**\n\n- P0: Activate the whole bakery immediately\n- P1: Activate the miller\n\n### Phase 2: Containment\n\n**P0/P1:**\n\n- Shut the door.\n- Block the road.\n\n**P2/P3:**\n\n- Plan the repair.\n\n### Phase 3: Recovery\n\n1. Open\n");
        Assert.Equal([("P0/P1", "Shut the door."), ("P0/P1", "Block the road."), ("P2/P3", "Plan the repair.")], procedure.Phases[1].Activities.Select(activity => (activity.Group!, activity.Text)));
        Assert.Equal(["P0", "P1"], procedure.Severities.Select(level => level.Name));
        Assert.All(procedure.Severities, level => Assert.Null(level.ResponseTime));
        Assert.All(procedure.Severities, level => Assert.Empty(level.Details));
    }

    [Fact]
    public void How_a_meeting_is_held_is_nothing_to_do()
    {
        Procedure procedure = Compile("## Response phases\n\n### Phase 1: Detection\n\n1. Look\n\n### Phase 2: Review\n\n**Review meeting:**\n\n- **Schedule:** Within 1 week\n- **Attendees:** All bakers\n- **Duration:** 1 hour\n\n**Deliverables:**\n\n- A report\n");
        Assert.Equal(["A report"], procedure.Phases[1].Activities.Select(activity => activity.Text));
        Assert.Contains(procedure.Findings, finding => finding.Message.Contains("All bakers", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_column_of_a_table_of_phases_is_what_its_head_says()
    {
        WorkflowPhase[] phases = [.. Compile("## Phases\n\n| Phase | Goal | Actions | Owner | Timeframe | Output |\n|-|-|-|-|-|-|\n| Detect | See it | Check the oven, open a ticket | Baker | 15 min | A note |\n| Contain | Stop it | Isolate mill, oven and bowl | Miller | 1 hour | |\n| Recover | Bring back | Light it | Baker | later | |\n").Phases];
        Assert.Equal(("Detect", "See it", "Baker", "15 min"), (phases[0].Name, phases[0].Goal, phases[0].Owner, phases[0].Window));
        Assert.Equal([(null, "Check the oven"), (null, "open a ticket"), ("Output", "A note")], phases[0].Activities.Select(activity => (activity.Group, activity.Text)));
        Assert.Equal("Isolate mill, oven and bowl", Assert.Single(phases[1].Activities).Text);
        Assert.Equal([(null, "Light it"), ("Timeframe", "later")], phases[2].Activities.Select(activity => (activity.Group, activity.Text)));
    }

    [Theory]
    [InlineData("1. light it\n2. wait\n")]
    [InlineData("- light it\n- wait\n")]
    public void A_bold_title_right_below_a_list_is_no_part_of_its_last_item(string actions)
    {
        Scenario scenario = Assert.Single(Compile($"## Scenarios\n\n### Oven cold\n\n**Symptoms**:\n- no smoke\n- no bread\n**Immediate actions**:\n{actions}**Severity:** P2\n").Scenarios);
        Assert.Equal(["no smoke", "no bread"], scenario.Symptoms);
        Assert.Equal(["light it", "wait"], scenario.Steps.Select(step => step.Text));
        Assert.Equal("P2", scenario.Severity);
    }

    [Fact]
    public void What_is_indented_below_an_item_stays_with_it()
    {
        Scenario scenario = Assert.Single(Compile("## Scenarios\n\n### Oven cold\n\n1. light it\n   **Note:** with care\n2. **Wait**\n**Who:** the baker\n").Scenarios);
        Assert.Equal(["light it Note: with care", "Wait Who: the baker"], scenario.Steps.Select(step => step.Text));
    }

    [Fact]
    public void Counted_titles_comments_and_branches_over_commands_are_what_is_done()
    {
        Procedure procedure = Compile("## Response phases\n\n### 1. Detection\n\n```bash\n# 1. Look at the oven\noven status\n\n# 2. Ask the smith\ncall smith\n```\n\n### 2. Containment\n\n**Step 1: Stop the oven**\n\n```bash\noven stop\n```\n\n#### 2.2 Close the shop\n\n```bash\nshop close\n```\n\n### 3. Recovery\n\n```\n┌─ Light the oven\n├─ Taste the bread\n│   └─ Is it good\n└─ Open the shop\n```\n\n### 4. Review\n\n```bash\n# At once\n- Write it down\n- Tell the others\n```\n");
        Assert.Equal([(2, 2), (2, 2), (4, 0), (2, 0)], procedure.Phases.Select(phase => (phase.Activities.Count, phase.Commands.Count)));
        Assert.Equal(["Stop the oven", "Close the shop"], procedure.Phases[1].Activities.Select(activity => activity.Text));
        Assert.Equal([null, null, "Taste the bread", null], procedure.Phases[2].Activities.Select(activity => activity.Group));
        Assert.Equal(["Write it down", "Tell the others"], procedure.Phases[3].Activities.Select(activity => activity.Text));
    }
}
