using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What stands beside phases and scenarios, and siblings that are told otherwise than the others.</summary>
public sealed class BesideKindsTests
{
    private const string Phases = "## Response procedures\n\n### Phase 1: Detection\n\n1. Look\n\n### Phase 2: Containment\n\n1. Shut the mill\n\n### Phase 3: Recovery\n\n1. Open it\n\n";

    private static IEnumerable<string> Names(string guide) => Compile(guide).Scenarios.Select(scenario => scenario.Name);

    [Theory]
    [InlineData("Evidence preservation", 1)]
    [InlineData("Credential rotation", 1)]
    [InlineData("Containment procedures", 1)]
    [InlineData("Rollback procedure", 2)]
    [InlineData("Oven recovery", 2)]
    [InlineData("Procédure de restauration", 2)]
    public void Procedures_beside_the_phases_are_done_in_one_of_them(string heading, int phase)
    {
        Procedure procedure = Compile($"{Phases}## {heading}\n\n1. Copy the recipe\n2. Hash it\n\n```bash\nmill --stop\n```\n");
        Assert.Equal(3, procedure.Phases.Count);
        Assert.Equal([(heading, "Copy the recipe"), (heading, "Hash it")], procedure.Phases[phase].Activities.Skip(1).Select(activity => (activity.Group!, activity.Text)));
        Assert.Equal(["mill --stop"], procedure.Phases[phase].Commands);
        Assert.DoesNotContain(procedure.Findings, finding => finding.RuleId == "guide/not-compiled");
    }

    [Theory]
    [InlineData("Improvement process")]
    [InlineData("Backup procedure")]
    [InlineData("Post-incident recovery review")]
    public void What_keeps_the_house_in_order_is_none(string heading) =>
        Assert.Equal([1, 1, 1], Compile($"{Phases}## {heading}\n\n1. Sit down\n2. Talk\n").Phases.Select(phase => phase.Activities.Count));

    [Fact]
    public void Procedures_for_a_kind_of_incident_are_a_scenario()
    {
        Procedure procedure = Compile($"{Phases}## Security incidents\n\n### Security incident procedures\n\n1. **Contain:** Shut the door\n2. **Preserve:** Keep the crumbs\n");
        Assert.Equal("Security incident procedures", Assert.Single(procedure.Scenarios).Name);
        Assert.Equal(2, procedure.Scenarios[0].Steps.Count);
        Assert.Equal(["Detection", "Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
    }

    [Theory]
    [InlineData("- To empty it: `rm bowl`\n- Cold dough is no fault\n")]
    [InlineData("```bash\nrm bowl\n```\n")]
    public void An_odd_sibling_does_not_spoil_a_run_of_scenarios(string told) =>
        Assert.Equal(
            ["Oven returning errors", "Mill unhealthy", "Flour issues"],
            Names($"## Oven returning errors\n\n1. Look\n2. Restart it\n\n## Mill unhealthy\n\n1. Look\n2. Oil it\n\n## Flour issues\n\n{told}"));

    [Fact]
    public void A_rollback_among_scenarios_is_one() =>
        Assert.Equal(
            ["Oven returning errors", "Mill unhealthy", "High latency of loaves", "Rollback"],
            Names("## Oven returning errors\n\n1. Look\n2. Restart it\n\n## Mill unhealthy\n\n1. Look\n2. Oil it\n\n## High latency of loaves\n\n1. Count\n2. Wait\n\n## Rollback\n\nTo go back:\n\n```bash\nmill --undo\n```\n"));

    [Fact]
    public void Conditions_side_by_side_are_scenarios()
    {
        Procedure procedure = Compile("## If the shop is down\n\n1. Look\n2. Open it\n\n## If the bowl is full\n\n1. Empty it\n\n## When to call\n\n1. At night\n2. At noon\n");
        Assert.Equal(["If the shop is down", "If the bowl is full"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal([2, 1], procedure.Scenarios.Select(scenario => scenario.Steps.Count));
    }

    [Fact]
    public void Alerts_may_say_what_to_do_in_one_line()
    {
        Procedure procedure = Compile("## Alert: OvenCold\n\n**Meaning**: no fire.\n**Action**: light it.\n\n## Alert: BowlFull\n\n**Meaning**: no room.\n**Action**: empty it with `rm bowl`.\n");
        Assert.Equal(["OvenCold", "BowlFull"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal("light it.", Assert.Single(procedure.Scenarios[0].Steps).Text);
        Assert.Equal(["Meaning: no fire."], procedure.Scenarios[0].Remarks);
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Playbooks_may_be_told_in_sentences()
    {
        Procedure procedure = Compile("## Playbooks\n\n### Key lost\n\nThe key opens the mill. Change the lock. Tell the miller.\n\n### Bowl full\n\nMeaning: no room.\n\nDo: empty it, wash it.\n\n### Oven cold\n\nLight it with `match strike`, then wait.\n");
        Assert.Equal(["Change the lock", "Tell the miller"], procedure.Scenarios[0].Steps.Select(step => step.Text));
        Assert.Equal("empty it, wash it", Assert.Single(procedure.Scenarios[1].Steps).Text);
        Assert.Equal("match strike", Assert.Single(Assert.Single(procedure.Scenarios[2].Steps).Code).Text);
    }

    [Fact]
    public void A_table_of_runbooks_below_a_heading_of_its_own_holds_the_scenarios()
    {
        Procedure procedure = Compile("## Runbooks\n\n### Common runbooks\n\n| Runbook | Trigger | Location |\n|-|-|-|\n| Cold oven | no fire | [Link](./a.md) |\n| Lost mill | no noise | [Link](./b.md) |\n\n### Runbook template\n\n```markdown\n# Runbook: [Title]\n\n## Steps\n```\n");
        Assert.Equal([("Cold oven", "./a.md"), ("Lost mill", "./b.md")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Link!)));
        Assert.Equal("Runbook template", Assert.Single(procedure.Templates).Name);
    }

    [Fact]
    public void Containment_is_a_phase_where_none_of_the_few_means_it()
    {
        Procedure procedure = Compile("## Phases\n\n### Detection\n\n- Look\n\n### Recovery\n\n- Open\n\n## Containment procedures\n\n### Mill\n\n1. Stop it\n2. Lock it\n\n## Evidence handling procedure\n\n1. Copy the recipe\n2. Hash it\n\n## Reporting procedures\n\n1. Write\n2. Send\n");
        Assert.Equal([(1, "Detection", 1), (2, "Containment procedures", 4), (3, "Recovery", 1)], procedure.Phases.Select(phase => (phase.Order, phase.Name, phase.Activities.Count)));
    }

    [Fact]
    public void Containment_beside_procedures_by_level_is_not_lost() =>
        Assert.Equal(
            ["P1 - Critical", "P2 - High", "Containment", "Recovery"],
            Compile("## Response procedures\n\n### P1 - Critical\n\n1. Call all\n2. Meet\n\n### P2 - High\n\n1. Call one\n\n## Containment\n\n1. Shut\n2. Lock\n\n## Recovery\n\n1. Open\n2. Sweep\n").Phases.Select(phase => phase.Name));

    [Fact]
    public void Conditions_may_stand_in_a_line_above_their_lists()
    {
        Procedure procedure = Compile("## Incident handling\n\nKeep calm.\n\nIf the oven is cold:\n\n1. Light it\n2. Wait\n\nIf the flour is wet:\n\n- Dry it\n");
        Assert.Equal([("If the oven is cold", 2), ("If the flour is wet", 1)], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Steps.Count)));
        Assert.Empty(procedure.Phases);
    }

    [Theory]
    [InlineData("What to do if the oven is cold", "What to do when the flour is wet")]
    [InlineData("Que faire si le four est froid", "Que faire en cas de farine humide")]
    [InlineData("Was tun, wenn der Ofen kalt ist", "Was tun bei nassem Mehl")]
    public void What_to_do_in_a_case_may_be_told_with_dashes(string one, string other) =>
        Assert.Equal([one, other], Names($"## {one}\n\n- Light it\n- Wait\n\n## {other}\n\n- Dry it\n- Wait\n"));

    [Fact]
    public void What_goes_on_unasked_is_a_trouble() =>
        Assert.Equal(["Oven is down", "Bells ringing unexpectedly"], Names("## 1. Oven is down\n\n**Symptoms:** cold\n\n1. Light it\n2. Wait\n\n## 2. Bells ringing unexpectedly\n\n1. Listen\n2. Stop them\n"));
}
