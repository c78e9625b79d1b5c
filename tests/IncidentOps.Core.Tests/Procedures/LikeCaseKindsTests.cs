using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Scenarios that their like parts tell, those in tables, and what stands among scenarios and is none.</summary>
public sealed class LikeCaseKindsTests
{
    private static IEnumerable<string> Names(string guide) => Compile(guide).Scenarios.Select(scenario => scenario.Name);

    [Theory]
    [InlineData("Immediate actions:", "Recovery:")]
    [InlineData("**Immediate actions:**", "**Recovery:**")]
    [InlineData("### Immediate actions", "### Recovery")]
    public void Like_parts_make_chapters_scenarios(string first, string second)
    {
        Procedure procedure = Compile($"## Flour Spend\n\n{first}\n\n- stop the mill\n- tell it\n\n{second}\n\n- go on\n\n## Oven Or Dashboard\n\n{first}\n\n- look\n\n{second}\n\n- light it\n\n## Tools\n\n- **Oven**: hot\n");
        Assert.Equal(["Flour Spend", "Oven Or Dashboard"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["stop the mill", "tell it", "go on"], procedure.Scenarios[0].Steps.Select(step => step.Text));
        Assert.Equal("Oven", Assert.Single(procedure.Tools).Name);
    }

    [Theory]
    [InlineData("## Baker\n\nResponsibilities:\n\n- bake\n\n## Miller\n\nResponsibilities:\n\n- mill\n")]
    [InlineData("## Triage\n\nImmediate actions:\n\n- look\n\nCommunication:\n\n- tell\n\n## Containment\n\nImmediate actions:\n\n- shut\n\nCommunication:\n\n- tell\n")]
    [InlineData("## Mill\n\nImmediate actions:\n\n- look\n\n## Oven\n\nRecovery:\n\n- open\n")]
    public void Other_like_parts_do_not(string guide) => Assert.Empty(Names(guide));

    [Fact]
    public void Cases_may_be_marked_in_traditional_Chinese()
    {
        Procedure procedure = Compile("## 1. 場景 A：爐火熄滅\n\n### 偵測訊號\n\n- 冷\n\n### 立即行動\n\n1. 點火\n\n## 2. 場景 B：麵粉遺失\n\n### 偵測訊號\n\n- 空\n\n### 立即行動\n\n1. 尋找\n");
        Assert.Equal([("爐火熄滅", "冷", "點火"), ("麵粉遺失", "空", "尋找")], procedure.Scenarios.Select(one => (one.Name, one.Symptoms.Single(), one.Steps.Single().Text)));
    }

    [Theory]
    [InlineData("## Procedures")]
    [InlineData("## Quick reference")]
    [InlineData("## Incident scenarios")]
    public void Every_column_that_tells_what_to_do_gives_a_step(string heading)
    {
        Scenario scenario = Compile(heading + "\n\n| Incident | Symptoms and first checks | Evidence and containment | Recovery, validation | Escalation |\n|-|-|-|-|-|\n| Oven cold | no smoke | keep the ash | light it | Mayor |\n| Mill stuck | no noise | stop it | oil it | Mayor |\n").Scenarios[0];
        Assert.Equal(("Oven cold", "no smoke"), (scenario.Name, scenario.Symptoms.Single()));
        Assert.Equal(["keep the ash", "light it"], scenario.Steps.Select(step => step.Text));
    }

    [Fact]
    public void What_describes_the_document_is_no_scenario() =>
        Assert.Equal(["Oven cold"], Names("## Playbook of the Mill\n\n### Version: 1.0\n\n### Tonart: leise\n\n## Playbooks\n\n### Oven cold\n\n1. look\n2. light\n"));

    [Fact]
    public void What_is_told_of_the_cases_in_words_is_none() =>
        Assert.Equal(["Oven cold", "Mill stuck"], Names("## Incident scenarios\n\n### What is special about mills\n\nThey turn. Nobody knows why.\n\n### Oven cold\n\n1. look\n2. light\n\n### Mill stuck\n\n1. stop\n2. oil\n"));

    [Theory]
    [InlineData("Related runbooks")]
    [InlineData("関連 Runbook")]
    public void Related_runbooks_are_links(string heading)
    {
        Procedure procedure = Compile($"## {heading}\n\n- [Oven](./oven.md): hot\n- [Mill](./mill.md): turns\n");
        Assert.Empty(procedure.Scenarios);
        Assert.Equal(["Oven", "Mill"], procedure.Tools.Select(tool => tool.Name));
    }

    [Theory]
    [InlineData("**Usual severity**: High (Critical at night)", "High")]
    [InlineData("**Impact:** Critical", null)]
    public void The_first_level_named_is_the_scenarios_own(string line, string? severity) =>
        Assert.Equal(severity, Compile("## Severity\n\n- **Critical**: gone\n- **High**: slow\n- **Low**: ugly\n\n## Scenarios\n\n### Oven cold\n\n" + line + "\n\n1. look\n2. light\n").Scenarios[0].Severity);

    [Theory]
    [InlineData("### P1.2 - Oven cold\n")]
    [InlineData("### Oven cold\n\n**Impact:** P1 - nobody eats\n")]
    public void The_level_may_stand_in_the_number_or_the_impact(string heading)
    {
        Scenario scenario = Compile("## Severity\n\n- **P0**: gone\n- **P1**: slow\n\n## Scenarios\n\n" + heading + "\n1. look\n2. light\n").Scenarios[0];
        Assert.Equal(("Oven cold", "P1"), (scenario.Name, scenario.Severity));
    }

    [Fact]
    public void Why_and_when_are_no_steps()
    {
        Scenario scenario = Compile("## Scenarios\n\n### Oven cold\n\n#### Repair\n\n1. light it\n\nCommon causes of cold:\n\n- wet wood\n\n**What happens then:**\n\n1. smoke\n2. fire\n\n**When to stop:**\n\n- the roof burns\n\n### Mill stuck\n\n1. oil it\n2. turn it\n").Scenarios[0];
        Assert.Equal(["light it"], scenario.Steps.Select(step => step.Text));
        Assert.Equal(["wet wood", "smoke", "fire", "the roof burns"], scenario.Remarks);
    }

    [Fact]
    public void Parts_of_recovery_are_no_scenarios() =>
        Assert.Empty(Names("## 8. Recovery Procedures\n\n### 8.1 Business Continuity\n\n- **Oven**: 2 hours\n\n### 8.2 Mill Recovery Process\n\n1. **Plan**: think\n2. **Do**: work\n\n### 8.3 Talk During Recovery\n\n- tell all\n"));

    [Fact]
    public void Cases_of_recovery_may_be_sorted() =>
        Assert.Equal(["Database Recovery", "Oven Recovery"], Names("## Recovery Procedures\n\n### System Recovery\n\n#### Database Recovery\n\n1. look\n2. load\n\n#### Oven Recovery\n\n1. clean\n2. light\n"));

    [Fact]
    public void Signatures_are_no_tasks()
    {
        Procedure procedure = Compile("## Approval Signatures\n\n- [ ] Mayor - the town\n- [ ] Baker - the bread\n\n## Scenarios\n\n### Playbook: Oven cold\n\n#### Response\n\n- [ ] look\n- [ ] light\n");
        Assert.Equal(("Oven cold", null), procedure.Checklists.Select(list => (list.Name, list.Phase)).Single());
    }

    [Fact]
    public void A_sentence_about_symptoms_is_something_to_do()
    {
        Procedure procedure = Compile("## Triage\n\n1. **Write down the time and the symptom.** In the book.\n2. **Stop.** All of it.\n3. **Read the book.** All of it.\n");
        Assert.Empty(procedure.Scenarios);
    }

    [Fact]
    public void A_comparison_is_no_list_of_steps() =>
        Assert.Equal(["look"], Compile("## Scenarios\n\n### Ransom\n\n1. look\n\n| Factor | Pay | Do not pay |\n|-|-|-|\n| Price | high | none |\n\n### Mill stuck\n\n1. oil it\n2. turn it\n").Scenarios[0].Steps.Select(step => step.Text));

    [Fact]
    public void An_index_of_playbooks_lists_scenarios()
    {
        Procedure procedure = Compile("## Severity\n\n- **P0**: gone\n- **P1**: slow\n\n## Playbook Index\n\n| Playbook | Attack type | Severity | Link |\n|-|-|-|-|\n| Playbook 1 | Stolen bread | P1 | [bread](./bread.md) |\n| Playbook 2 | Burnt oven | P0 | [oven](./oven.md) |\n\n## Containment commands\n\n| Scenario | Action |\n|-|-|\n| Mill stuck | oil it |\n");
        Assert.All(procedure.Scenarios.Take(2), one => Assert.Empty(one.Steps));
        Assert.Equal([("Stolen bread", "P1", "./bread.md"), ("Burnt oven", "P0", "./oven.md")], procedure.Scenarios.Take(2).Select(one => (one.Name, one.Severity, one.Link)));
        Assert.Equal("Mill stuck", procedure.Scenarios[2].Name);
    }

    [Fact]
    public void What_may_happen_below_a_level_is_a_scenario_by_its_like_parts()
    {
        Procedure procedure = Compile("## Severity levels\n\n### P1 - High\nMuch is lost.\n\n### P2 - Low\nCrumbs.\n\n## P1 - High priority response\n\n### Oven cold\n\n**Diagnose:**\n```bash\ncurl oven\n```\n\n**Fix:**\n- light it\n\n### Mill stuck\n\n**Diagnose:**\n```bash\ncurl mill\n```\n\n**Fix:**\n- oil it\n");
        Assert.Equal([("Oven cold", "P1"), ("Mill stuck", "P1")], procedure.Scenarios.Select(one => (one.Name, one.Severity)));
        Assert.Equal(["P1", "P2"], procedure.Severities.Select(level => level.Name));
    }

    [Fact]
    public void Deeds_in_a_cell_are_a_step_each() =>
        Assert.Equal(["take the key back", "change the lock", "call the guild"], Compile("## Common incidents\n\n| Incident | Likely cause | Immediate actions |\n|-|-|-|\n| Stolen key | open door | take the key back; change the lock; call the guild |\n| Cold oven | no wood | light it |\n").Scenarios[0].Steps.Select(step => step.Text));

    [Fact]
    public void Steps_by_machine_and_by_hand_are_those_of_the_case_above()
    {
        Procedure procedure = Compile("## Automated runbooks\n\n### Oven outage response\n**Automated Steps:**\n1. look at the oven\n2. light it\n\n**Manual Steps:**\n1. call the smith\n\n### Slow mill response\n**Automated Steps:**\n1. look at the mill\n2. oil it\n\n**Manual Steps:**\n1. call the miller\n2. wait\n");
        Assert.Equal(2, procedure.Scenarios.Count);
        Assert.Equal(["look at the oven", "light it", "call the smith"], procedure.Scenarios[0].Steps.Select(step => step.Text));
    }

    [Fact]
    public void A_bold_case_may_tell_its_parts_by_their_labels()
    {
        Procedure procedure = Compile("## Common incident patterns\n\n**Slow ovens**\n- **Immediate Actions**: look at the wood\n- **Investigation**: find the wet logs\n- **Mitigation**: take dry ones\n\n**Late bread**\n- **Immediate Actions**: look at the dough\n- **Investigation**: find the cold corner\n- **Mitigation**: move it\n");
        Assert.Equal(["Slow ovens", "Late bread"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(3, procedure.Scenarios[0].Steps.Count);
    }

    [Fact]
    public void Beside_two_like_cases_a_third_may_leave_a_part_out()
    {
        Procedure procedure = Compile("## P1 - High priority\n\n### Bread Not Rising\n\n**Diagnose:**\n\n- look\n\n**Fix:**\n\n1. wait\n\n### Till Not Opening\n\n**Diagnose:**\n\n- hear\n\n**Common issues:**\n\n- a coin is stuck\n\n### Door Inaccessible\n\n**Diagnose:**\n\n- knock\n\n**Fix:**\n\n1. oil it\n");
        Assert.Equal(["Bread Not Rising", "Till Not Opening", "Door Inaccessible"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Fact]
    public void Chapters_that_tell_detection_and_response_are_scenarios_though_the_heading_calls_them_procedures()
    {
        Procedure procedure = Compile("## Incident Response Procedures\n\n### 1. Oven Failure\n\n#### Detection\n\n**Indicators:**\n\n- The dough stays cold\n\n#### Response Procedure\n\n**Step 1: Look at it (0-10 minutes)**\n\n```bash\noven status\n```\n\n**Step 2: Call the smith**\n\n```bash\ncall smith\n```\n\n### 2. Flour Theft\n\n#### Detection\n\n- The sack is empty\n\n#### Response Procedure\n\n1. Lock the door\n2. Call the guard\n");
        Assert.Equal([("Oven Failure", "The dough stays cold", 2), ("Flour Theft", "The sack is empty", 2)], procedure.Scenarios.Select(one => (one.Name, one.Symptoms.Single(), one.Steps.Count)));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Troubles_with_their_deeds_by_label_are_cases_and_so_are_those_of_decision_trees()
    {
        Procedure procedure = Compile("## Kinds of crisis\n\n### Attacks {#attacks}\n\n#### Flour Theft\n\n- **Immediate**: lock the door\n- **Assessment**: count the sacks\n- **Recovery**: buy flour\n\n#### Recipe Leak\n\n- **Immediate**: burn the copies\n- **Decision**: change it or not\n- **Recovery**: write a new one\n\n## Decision Trees\n\n### Bread is late\n\n```\nIs the oven hot?\n+-- no --> light it\n```\n\n### Bread is pale\n\n```\nIs the oven hot?\n+-- no --> light it\n```\n");
        Assert.Equal(["Flour Theft", "Recipe Leak", "Bread is late", "Bread is pale"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(3, procedure.Scenarios[0].Steps.Count);
        Assert.Contains(procedure.Sections, section => section.Title == "Attacks");
    }

    [Fact]
    public void How_it_is_escalated_tells_the_severity_of_a_case()
    {
        Procedure procedure = Compile("## Severity\n\n- SEV1: no bread\n- SEV2: pale bread\n\n## Runbooks\n\n### Oven down\n\n**Symptoms:** cold\n\n**Steps:**\n\n1. Light it\n\n**Escalation:** SEV1. Call the master.\n\n### Oven slow\n\n**Symptoms:** warm\n\n**Steps:**\n\n1. Wait\n\n**Escalation:** to the baker.\n");
        Assert.Equal(["SEV1", null], procedure.Scenarios.Select(scenario => scenario.Severity));
    }
}
