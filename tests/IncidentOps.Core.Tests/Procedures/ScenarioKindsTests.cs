using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The ways in which guides tell of scenarios and their steps.</summary>
public sealed class ScenarioKindsTests
{
    private static Scenario Only(string guide) => Assert.Single(Compile(guide).Scenarios);

    [Theory]
    [InlineData("### P1: Disk full\n\n1. look\n2. mend\n")]
    [InlineData("### [P1] Disk full\n\n1. look\n2. mend\n")]
    [InlineData("### Disk full\n\n#### Severity: P1 (Critical)\n\n#### Steps\n\n1. look\n2. mend\n")]
    [InlineData("### Disk full (P1)\n\n**Response:**\n1. look\n2. mend\n\n**Typical Resolution Time:** 10-20 minutes\n")]
    [InlineData("### Disk full (P1)\n\n**Escalation:** the lead, after 5 minutes\n\n**Steps:**\n\n1. look\n2. mend\n")]
    public void The_severity_stands_at_the_front_in_brackets_or_below(string scenario)
    {
        Scenario only = Only("## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n## Scenarios\n\n" + scenario);
        Assert.Equal(("Disk full", "P1"), (only.Name, only.Severity));
        Assert.Equal(["look", "mend"], only.Steps.Select(step => step.Text));
    }

    [Theory]
    [InlineData("## Response Procedures by Incident Type\n\n### 1. Disk full\n\n1. look\n\n### 2. Disk slow\n\n1. look\n")]
    [InlineData("## Procedimentos por tipo de incidente\n\n### 1. Disk full\n\n1. ver\n\n### 2. Disk slow\n\n1. ver\n")]
    public void Procedures_by_type_are_scenarios(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(["Disk full", "Disk slow"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Groups_of_scenarios_are_no_scenarios()
    {
        Procedure procedure = Compile("## Common Issues\n\n### Database\n\n#### Too many connections\n\n**Symptoms:**\n- waits\n\n1. look\n\n#### Slow queries\n\n**Symptoms:**\n- waits more\n\n1. look\n\n### Network\n\n#### Packets lost\n\n**Symptoms:**\n- gaps\n\n1. look\n\n#### Name not found\n\n**Symptoms:**\n- errors\n\n1. look\n");
        Assert.Equal(["Too many connections", "Slow queries", "Packets lost", "Name not found"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Fact]
    public void An_item_with_ways_below_it_is_one_step()
    {
        Scenario scenario = Only("## Scenarios\n\n### Slow\n\n1. Look at the logs\n2. Choose a way:\n   - restart\n   - scale\n3. Watch\n");
        Assert.Equal(["Look at the logs", "Choose a way", "Watch"], scenario.Steps.Select(step => step.Text));
        Assert.Equal(["restart", "scale"], scenario.Steps[1].Details);
    }

    [Fact]
    public void Titles_with_their_steps_below_are_groups()
    {
        Scenario scenario = Only("## Scenarios\n\n### Breach\n\n1. **Immediate Actions:**\n   - isolate\n   - keep\n2. **Containment:**\n   - revoke\n3. **Informing people:**\n   - write\n");
        Assert.Equal(["isolate", "keep", "revoke", "write"], scenario.Steps.Select(step => step.Text));
    }

    [Fact]
    public void Signs_and_phases_make_a_scenario()
    {
        Scenario scenario = Only("## Playbooks\n\n### Ransom\n\n#### Detection\n\n- **Indicators:**\n  - odd files\n  - notes\n- **Tools:**\n  - scanner\n\n#### Containment\n\n- **Immediate Actions:**\n  1. unplug\n  2. block\n\n#### Recovery\n\n1. restore\n");
        Assert.Equal(["odd files", "notes"], scenario.Symptoms);
        Assert.Equal(["scanner"], scenario.Remarks);
        Assert.Equal(["unplug", "block", "restore"], scenario.Steps.Select(step => step.Text));
    }

    [Fact]
    public void Numbered_headings_are_the_steps_and_what_stands_beside_them_is_not()
    {
        Scenario scenario = Only("## Scenario 1: Region gone\n\n### Symptoms\n\n- nothing answers\n\n### What holds already\n\n- the cache\n\n### Recovery Steps\n\n#### 1. Confirm\n\n```bash\ncurl https://status.example\n```\n\n#### 2. Rotate keys\n\n**All of them:**\n\n```bash\n# 1. first\nrotate a\n# 2. second\nrotate b\n```\n\n### Later\n\n- a second region\n");
        Assert.Equal(["Confirm", "Rotate keys"], scenario.Steps.Select(step => step.Text));
        Assert.Equal(["the cache", "a second region"], scenario.Remarks);
        Assert.Contains("rotate b", scenario.Steps[1].Commands);
    }

    [Fact]
    public void Cases_below_a_severity_are_scenarios_of_it()
    {
        Procedure procedure = Compile("## Severity Levels\n\n### SEV-1: Critical (5 min)\n\nAll gone.\n\n#### 1. Server down\n\n**Response Procedure:**\n\n1. look\n2. restart\n\n#### 2. Database gone\n\n1. look\n2. restore\n\n### SEV-2: High (1 h)\n\nSome gone.\n");
        Assert.Equal(["Server down SEV-1 2", "Database gone SEV-1 2"], procedure.Scenarios.Select(scenario => $"{scenario.Name} {scenario.Severity} {scenario.Steps.Count}"));
        Assert.Equal(["SEV-1 5", "SEV-2 60"], procedure.Severities.Select(level => $"{level.Name} {level.ResponseTime?.TotalMinutes}"));
    }

    [Fact]
    public void Bare_links_to_runbooks_are_documents_where_scenarios_are_told()
    {
        Procedure procedure = Compile("## Scenarios\n\n### Disk full\n\n1. look\n\n## Runbooks\n\n- [Restore](restore.md)\n- [Scale](scale.md)\n");
        Assert.Equal("Disk full", Assert.Single(procedure.Scenarios).Name);
        Assert.Equal(["Restore", "Scale"], procedure.Tools.Select(tool => tool.Name));
    }

    [Fact]
    public void Links_to_runbooks_are_the_scenarios_where_nothing_else_tells_any() =>
        Assert.Equal(["Restore restore.md", "Scale scale.md"], Compile("## Runbooks\n\n- [Restore](restore.md)\n- [Scale](scale.md)\n").Scenarios.Select(scenario => $"{scenario.Name} {scenario.Link}"));

    [Fact]
    public void The_line_that_names_the_shell_is_no_step() =>
        Assert.Equal(["look", "mend"], Only("## Scenarios\n\n### Disk full\n\n```bash\n#!/bin/bash\n# look\ndf\n# mend\nrm x\n```\n").Steps.Select(step => step.Text));

    [Theory]
    [InlineData("Segnali:\n\n- attese\n\nAzioni:\n\n1. guardare\n")]
    [InlineData("**Detection Indicators**:\n\n- waiting\n\n**Response Steps**:\n\n1. look\n")]
    [InlineData("**Red flags**\n\n- waiting\n\n**What to do**\n\n1. look\n")]
    [InlineData("**Triệu chứng:**\n\n- chờ\n\n1. xem\n")]
    [InlineData("**Gejala:**\n\n- lambat\n\n1. lihat\n")]
    [InlineData("**Objawy:**\n\n- wolno\n\n1. patrz\n")]
    public void Symptoms_in_further_words_and_languages(string scenario)
    {
        Scenario only = Only("## Scenarios\n\n### A) Slow\n\n" + scenario);
        Assert.Single(only.Symptoms);
        Assert.Single(only.Steps);
    }

    [Theory]
    [InlineData("## Scenarios\n\n### Issue 2: Disk full\n\n1. look\n")]
    [InlineData("## Scenarios\n\n### Problem 2 - Disk full\n\n1. look\n")]
    [InlineData("## Failure Mode 2: Disk full\n\nSymptoms:\n\n- slow\n\nFix:\n\n1. look\n")]
    [InlineData("## Störfall 2: Disk full\n\nAnzeichen:\n\n- langsam\n\nSofortmaßnahmen:\n\n1. look\n")]
    public void What_counts_them_is_not_in_their_name(string guide)
    {
        Scenario only = Only(guide);
        Assert.Equal("Disk full", only.Name);
        Assert.Equal("look", Assert.Single(only.Steps).Text);
    }

    [Fact]
    public void Cases_below_a_procedure_may_carry_their_severity()
    {
        Procedure procedure = Compile("## Severity\n\n- **P1**: all\n- **P2**: some\n\n## Response Procedures\n\n### P1: Search is gone\n\n```bash\n# look\ndf\n```\n\n### P2: High load of the disk\n\n1. wait\n2. look\n");
        Assert.Equal(["P1 Search is gone", "P2 High load of the disk"], procedure.Scenarios.Select(scenario => $"{scenario.Severity} {scenario.Name}"));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Levels_below_a_procedure_are_none() =>
        Assert.Empty(Compile("## Response Procedures\n\n### P1: Critical Incident\n\n1. run\n2. call\n\n### P2: High\n\n1. walk\n2. write\n").Scenarios);

    [Fact]
    public void Titles_that_tell_what_to_do_are_the_steps()
    {
        Scenario only = Only("## Scenarios\n\n### Theft\n\n1. **Preserve the evidence**\n   - photos\n   - notes\n2. **Contain the thief**\n   - doors\n3. **Notify**\n   - police\n");
        Assert.Equal(["Preserve the evidence", "Contain the thief", "Notify"], only.Steps.Select(step => step.Text));
        Assert.Equal(["photos", "notes"], only.Steps[0].Details);
    }

    [Fact]
    public void Comments_that_no_command_follows_are_a_step_each()
    {
        Scenario only = Only("## Scenarios\n\n### Flood\n\n**Symptoms:**\n- wet\n\n**Resolution:**\n```bash\n# Pump\n# Shut the doors\n# and the windows\n# Call the mayor\n```\n");
        Assert.Equal(["Pump", "Shut the doors\nand the windows", "Call the mayor"], only.Steps.Select(step => step.Text));
    }

    [Fact]
    public void Steps_may_be_drawn_in_a_box() =>
        Assert.Equal(["LOOK (5 min)", "PUMP"], Only("## Scenarios\n\n### Flood\n\n```\n┌────────────┐\n│ 1. LOOK (5 min) │\n│    └── wet?     │\n│ 2. PUMP         │\n└────────────┘\n```\n").Steps.Select(step => step.Text));

    [Fact]
    public void A_severity_in_brackets_makes_a_case()
    {
        Procedure procedure = Compile("## Severity\n\n- **P1**: all\n- **P2**: some\n\n## Security\n\n### Theft (P1+)\n\n1. lock\n2. call\n\n### Loss (P2, where it matters)\n\n1. look\n2. call\n\n### Initial response (P1)\n\n1. run\n2. call\n");
        Assert.Equal(["P1 Theft", "P2 Loss"], procedure.Scenarios.Select(scenario => $"{scenario.Severity} {scenario.Name}"));
    }

    [Fact]
    public void Chapters_called_after_troubles_are_scenarios()
    {
        Procedure procedure = Compile("## Suspected Data Breach\n\nKeep:\n\n- logs\n- notes\n\n## Leaked Secret\n\n1. revoke\n2. replace\n\n## Odd Request\n\n1. look\n2. ask\n\n## Alert Delivery Failure\n\n1. look\n2. send\n\n## Disk Corruption\n\n```bash\nfsck\n```\n\n## House rules\n\n1. be kind\n2. be brief\n");
        Assert.Equal(["Suspected Data Breach", "Leaked Secret", "Odd Request", "Alert Delivery Failure", "Disk Corruption"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Fact]
    public void One_that_is_called_after_a_trouble_stands_beside_a_scenario() =>
        Assert.Equal(["Oven gone", "Mill unreachable"], Compile("## Oven gone\n\n**Symptoms:** cold\n\n1. light it\n\n## Look at the flour\n\n1. look\n2. sift\n\n## Mill unreachable\n\n1. walk\n2. call\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void Two_troubles_alone_may_be_anything() => Assert.Empty(Compile("## Data Breach\n\n1. a\n2. b\n\n## Outage\n\n1. c\n2. d\n").Scenarios);

    [Fact]
    public void Deeds_with_their_details_are_steps()
    {
        Scenario scenario = Only("## Scenarios\n\n### Theft\n\n1. **Contain (0-15 min)**\n   - lock the door\n   - count the bread\n2. **Investigate**\n   - ask\n3. **Notify**\n   - call\n");
        Assert.Equal(["Contain (0-15 min)", "Investigate", "Notify"], scenario.Steps.Select(step => step.Text));
        Assert.Equal(["lock the door", "count the bread"], scenario.Steps[0].Details);
    }

    [Theory]
    [InlineData("1. **Receipt:**\n   - open\n   - read\n2. **Remediation:**\n   - mend\n3. **Some thanks:**\n   - write\n", "open read mend write")]
    [InlineData("1. **Symptoms**\n   - smoke\n\n2. **Immediate Actions**\n   ```bash\n   # open\n   oven --open\n   ```\n\n3. **Recovery Steps**\n   - mend\n", "open mend")]
    public void Titles_with_colons_or_commands_below_are_groups(string list, string steps) =>
        Assert.Equal(steps.Split(' '), Only("## Scenarios\n\n### Fire\n\n" + list).Steps.Select(step => step.Text));

    [Theory]
    [InlineData("**Legal Requirements:**")]
    [InlineData("**DO NOT:**")]
    [InlineData("#### Security Contacts")]
    [InlineData("**法律合规**:")]
    public void What_goes_with_a_scenario_is_no_step(string title)
    {
        Scenario scenario = Only($"## Scenarios\n\n### Theft\n\n**Steps:**\n\n1. lock\n2. count\n\n{title}\n- tell the guild\n- run about\n");
        Assert.Equal(["lock", "count"], scenario.Steps.Select(step => step.Text));
        Assert.Equal(["tell the guild", "run about"], scenario.Remarks);
    }

    [Fact]
    public void Classes_of_incidents_show_by_their_examples()
    {
        Scenario scenario = Compile("## Incident Classes\n\n### Class 1: Bread is burnt\n\n**Examples**:\n- black crust\n- smoke\n\n**Severity**: High (nobody eats)\n\n**Detection**:\n- smell\n\n**Immediate Action**:\n1. open\n2. cool\n\n### Class 2: Bread is raw\n\n**Examples**:\n- white crust\n\n**Detection**:\n- taste\n\n**Immediate Action**:\n1. bake\n").Scenarios[0];
        Assert.Equal(("Bread is burnt", "High"), (scenario.Name, scenario.Severity));
        Assert.Equal(["black crust", "smoke", "smell"], scenario.Symptoms);
        Assert.Equal(["open", "cool"], scenario.Steps.Select(step => step.Text));
    }

    [Theory]
    [InlineData("## High Severity Incidents\n\n### Incident: Oven cold\n\n**Steps:**\n1. light\n\n### Incident: Oven hot\n\n**Steps:**\n1. cool\n")]
    [InlineData("## Scenarios\n\n### Oven Incidents\n\n#### Oven cold\n\n```bash\n# light\noven --light\n```\n\n#### Oven hot\n\n```bash\n# cool\noven --cool\n```\n")]
    [InlineData("## Known Issue: Oven cold\n\n- light\n\n## Known Issue: Oven hot\n\n- cool\n")]
    public void Cases_below_a_group_or_each_alone(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(["Oven cold", "Oven hot"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["light", "cool"], procedure.Scenarios.SelectMany(scenario => scenario.Steps).Select(step => step.Text));
    }

    [Theory]
    [InlineData("## After the incident\n\n### Update Runbooks\n\n- write what is new\n- strike what is old\n")]
    [InlineData("## Post-Incident Review\n\n### Five whys\n\n1. **The Symptom:** no bread\n2. **The Cause:** no flour\n")]
    [InlineData("## Communication\n\n### Outside\n\n| Scenario | Action | Timeline |\n|-|-|-|\n| No bread | write | 1 hour |\n")]
    [InlineData("## Tools\n\n### Runbooks\n\n- **Location**: /books\n- **Purpose**: knowing\n")]
    [InlineData("## Incident Response Checklist\n\n**Detection:**\n- [ ] smell\n\n**Response:**\n- [ ] open\n")]
    [InlineData("## Eradication & Recovery\n\n### Recovery Procedures\n\n#### Bring it back\n\n1. light\n2. bake\n")]
    public void These_are_no_scenarios(string guide) => Assert.Empty(Compile(guide).Scenarios);

    [Fact]
    public void A_fence_may_hold_signs_and_steps()
    {
        Scenario scenario = Only("## Scenarios\n\n### Oven cold\n\n```bash\n# Symptoms\n- no smoke\n- no bread\n\n# Light it\noven --light\n```\n");
        Assert.Equal(["no smoke", "no bread"], scenario.Symptoms);
        ScenarioStep step = Assert.Single(scenario.Steps);
        Assert.Equal(("Light it", "oven --light"), (step.Text, Assert.Single(step.Commands)));
    }

    [Fact]
    public void Boxes_drawn_in_a_fence_are_steps()
    {
        Scenario scenario = Only("## Scenarios\n\n### Oven cold\n\n#### Response checklist\n\n```\n□ Look (0-5 min)\n  └─ at the door\n  └─ at the fire\n\n□ Light\n  └─ with a match\n```\n");
        Assert.Equal(["Look (0-5 min)", "Light"], scenario.Steps.Select(step => step.Text));
        Assert.Equal(["at the door", "at the fire"], scenario.Steps[0].Details);
    }
}
