using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Cases told in fences, below levels and below chapters of their kind; phases that a table counts; lists that are no checklists.</summary>
public sealed class FencedCaseKindsTests
{
    [Fact]
    public void A_fence_of_Markdown_below_an_item_tells_its_scenario()
    {
        Procedure procedure = Compile("""
            ## Specific incident scenarios

            ### Bakery response

            1. **Oven Fire**
               ```markdown
               **Detection**: smoke, heat
               **Containment**:
               - Close the door
               - Call the firemen
               **Recovery**:
               - Sweep the floor
               ```

            2. **Flour Flood**
               ```markdown
               **Detection**: white shoes
               **Containment**:
               - Shut the hatch
               ```
            """);
        Assert.Equal(["Oven Fire", "Flour Flood"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["smoke", "heat"], procedure.Scenarios[0].Symptoms);
        Assert.Equal([("Close the door", "Containment", 11), ("Call the firemen", "Containment", 12), ("Sweep the floor", "Recovery", 14)], procedure.Scenarios[0].Steps.Select(step => (step.Text, step.Group!, step.Line)));
        Assert.Equal("Shut the hatch", Assert.Single(procedure.Scenarios[1].Steps).Text);
        Assert.DoesNotContain(procedure.Findings, finding => finding.RuleId == "guide/not-compiled");
    }

    [Fact]
    public void Forms_in_fences_are_no_scenarios() =>
        Assert.DoesNotContain(
            Compile("## Scenarios\n\n### Papers\n\n1. **Fire report**\n   ```markdown\n   # Report\n   **Who**:\n   - [Name]\n   ```\n\n2. **Flood report**\n   ```markdown\n   # Report\n   **Who**:\n   - [Name]\n   ```\n").Scenarios,
            scenario => scenario.Name == "Fire report");

    [Fact]
    public void Scenarios_below_a_level_are_of_that_level_whether_or_not_they_tell_signs()
    {
        Procedure procedure = Compile("""
            ## Severity levels

            - **SEV-1**: No bread
            - **SEV-2**: Less bread

            ## Severity 1: Critical (No bread)

            ### Scenario 1: Oven is out

            **Symptoms:**
            - Cold

            **Actions:**
            1. Light it
            2. Wait

            ## Severity 2: High (Less bread)

            ### Scenario 1: Slow Oven

            **Investigation:**
            ```bash
            # Look at the fire
            oven --look
            ```

            **Resolution:**
            - Add wood
            """);
        Assert.Equal([("Oven is out", "SEV-1"), ("Slow Oven", "SEV-2")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity!)));
        Assert.Equal(["Look at the fire", "Add wood"], procedure.Scenarios[1].Steps.Select(step => step.Text));
    }

    [Fact]
    public void Bold_cases_below_a_bold_title_that_announces_them_are_scenarios_of_the_level()
    {
        Procedure procedure = Compile("""
            | Level | Description |
            |-|-|
            | P1 | No bread |
            | P2 | Less bread |

            ## Response procedures

            ### P2 - High Severity

            **Response (0-1 hour)**

            1. Look
            2. Smell

            **Common P2 Scenarios**

            **Yeast Failure**
            ```bash
            # Look at the yeast
            yeast --look
            ```

            **Door Issues**
            ```bash
            # Oil the door
            door --oil
            ```
            """);
        Assert.Equal([("Yeast Failure", "P2", "Look at the yeast"), ("Door Issues", "P2", "Oil the door")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity!, scenario.Steps[0].Text)));
    }

    [Theory]
    [InlineData("Security incident response")]
    [InlineData("Network incidents")]
    public void A_chapter_of_one_kind_of_incidents_holds_its_cases(string heading) =>
        Assert.Equal(
            ["Suspected Breach", "Ticket Forged", "Replay Attack"],
            Compile($"## {heading}\n\n### Suspected Breach\n\n1. **Isolate**\n2. **Notify**\n\n### Ticket Forged\n\n1. Stop it\n2. Burn it\n\n### Replay Attack\n\n1. Block it\n2. Tell\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void The_same_deeds_below_each_of_three_troubles_make_them_scenarios()
    {
        Procedure procedure = Compile("## Incident categories\n\n### 7.1 Data Breach\n- Recipes lost\n\n**Specific Actions:**\n- Find them\n- Tell the baker\n\n### 7.2 Ransomware\n- Locked recipes\n\n**Specific Actions:**\n- Pay nothing\n\n### 7.3 Flood Attack\n- Wet floor\n\n**Specific Actions:**\n- Mop it\n");
        Assert.Equal(["Data Breach", "Ransomware", "Flood Attack"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["Find them", "Tell the baker"], procedure.Scenarios[0].Steps.Select(step => step.Text));
        Assert.Equal(["Recipes lost"], procedure.Scenarios[0].Remarks);
    }

    [Fact]
    public void A_table_of_phases_counts_them_and_headings_tell_what_is_done()
    {
        Procedure procedure = Compile("## Response framework\n\n### Response phases\n\n| Phase | Objective | Responsible Team |\n|-|-|-|\n| Detection | See it | Bakers |\n| Triage | Weigh it | Miller |\n| Containment | Stop it | All |\n| Recovery | Mend it | All |\n\n## Response procedures\n\n### Detection and triage\n\n1. Look\n\n### Containment procedures\n\n1. Shut the door\n\n### Recovery procedures\n\n1. Open it\n");
        Assert.Equal(["Detection", "Triage", "Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("Look", Assert.Single(procedure.Phases[0].Activities).Text);
        Assert.Equal("Shut the door", Assert.Single(procedure.Phases[2].Activities).Text);
        Assert.Equal(("Weigh it", "Miller"), (procedure.Phases[1].Goal!, procedure.Phases[1].Owner!));
    }

    [Theory]
    [InlineData("## Monitoring checklist\n\n| Metric | Threshold |\n|-|-|\n| Cold loaves | > 5 |\n| Wet flour | > 1 |\n", 0)]
    [InlineData("## Daily checklist\n\n| Task | Owner |\n|-|-|\n| Sweep | Bob |\n| Lock | Ann |\n", 1)]
    [InlineData("## Checklists and templates\n\n- **Report template**: the usual one\n- **Checklists**: the usual ones\n", 0)]
    [InlineData("## Training\n\n### Preparedness checklist\n\n- [ ] List of bakers kept\n- [ ] Oven tried\n", 1)]
    [InlineData("## Training\n\n**Required before first shift**:\n- [ ] Walk along twice\n- [ ] Get a key\n", 1)]
    [InlineData("## Escalation\n\n### Required training\n\nAll must do:\n- [ ] Fire course\n- [ ] Walk along\n", 1)]
    public void Checklists_are_ticked_off_and_nothing_else_is_one(string guide, int lists) =>
        Assert.Equal(lists, Compile(guide).Checklists.Count);
}
