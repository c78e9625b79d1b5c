using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Things told in two places or under a common heading, and headings that carry more than a name.</summary>
public sealed class PairKindsTests
{
    [Theory]
    [InlineData("## Roles & Responsibilities\n\n| Role | Responsibility |\n|---|---|\n| Baker | bakes |\n| Miller | grinds |\n")]
    [InlineData("## Response Team\n\n**Core Team:**\n\n1. **Baker**\n   - **Role:** bakes\n   - **Primary:** Ann\n\n2. **Miller**\n   - **Role:** grinds\n   - **Primary:** Bob\n")]
    public void Roles_stand_below_any_heading_of_roles(string guide) => Assert.Equal(["Baker", "Miller"], Compile(guide).Roles.Select(role => role.Name));

    [Fact]
    public void A_role_told_of_twice_is_one()
    {
        Procedure procedure = Compile("## Roles\n\n### Who\n\n| Role | Name |\n|---|---|\n| Baker | Ann |\n| Miller | Bob |\n\n### Responsibilities\n\n**Baker:**\n- bakes\n\n**Miller:**\n- grinds\n");
        Assert.Equal(["Baker", "Miller"], procedure.Roles.Select(role => role.Name));
        Assert.Contains("bakes", procedure.Roles[0].Duties);
    }

    [Fact]
    public void Pictures_are_no_part_of_the_title() => Assert.Equal("Bakery fires", ProcedureCompiler.Compile("# 🔥 Bakery fires\n\ntext\n", "guide.md").Title);

    [Fact]
    public void Headings_that_end_in_phase_are_phases()
    {
        Procedure procedure = Compile("## IMMEDIATE RESPONSE (within 15 minutes)\n\n### Step 1: See it\n\n- [ ] look\n\n### Step 2: Stop it\n\n- [ ] stop\n\n## INVESTIGATION PHASE (within 1 hour)\n\n### Step 3: Ask\n\n- [ ] ask\n\n### Step 4: Measure\n\n- [ ] measure\n\n## RECOVERY PHASE\n\n### Step 5: Mend\n\n- [ ] mend\n");
        Assert.Equal(["IMMEDIATE RESPONSE", "INVESTIGATION PHASE", "RECOVERY PHASE"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(5, procedure.Checklists.Count);
    }

    [Fact]
    public void A_numbered_run_of_phases_is_taken_whole()
    {
        Procedure procedure = Compile("## What we do\n\n### 1. Identification\n\n- look\n\n### 2. Incident classification\n\n- by loss\n- by smell\n\n### 3. Containment\n\n- fence\n\n### 4. Keeping the evidence\n\n- crumbs\n\n### 5. Recovery\n\n- mend\n");
        Assert.Equal(["Identification", "Incident classification", "Containment", "Keeping the evidence", "Recovery"], procedure.Phases.Select(phase => phase.Name));
        Assert.Empty(procedure.Severities);
    }

    [Fact]
    public void One_of_several_scenarios_may_be_about_a_workflow()
    {
        const string Parts = "\n\n**Indicators:**\n- smoke\n\n**Containment:**\n1. Open the window\n\n";
        Procedure procedure = Compile($"## IR-1: Oven cold{Parts}## IR-2: Delivery workflow error{Parts}## IR-3: Flour wet{Parts}## IR-4: Yeast dead{Parts}");
        Assert.Equal(4, procedure.Scenarios.Count);
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Examples_of_a_level_may_have_a_title_of_their_own()
    {
        Procedure procedure = Compile("## Severity\n\n### Levels\n\n| Level | Description | Response Time |\n|---|---|---|\n| **P1 - Critical** | all is lost | 15 minutes |\n| **P2 - High** | much is lost | 1 hour |\n\n### Criteria\n\n**P1 - Critical Examples:**\n- fire\n- flood\n\n**P2 Examples:**\n- smoke\n");
        Assert.Equal(["fire", "flood"], procedure.Severities[0].Examples);
        Assert.Equal(["smoke"], procedure.Severities[1].Examples);
        Assert.Equal(("Critical", "all is lost"), (procedure.Severities[0].Label, procedure.Severities[0].Definition));
    }

    [Fact]
    public void A_message_may_stand_below_its_audience_and_its_channel()
    {
        Procedure procedure = Compile("## Communication Plan\n\n### Internal communication\n\n1. **First alert (within 15 minutes):**\n   - **Audience:** bakers\n   - **Content:**\n     ```\n     FIRE - P1\n\n     Status: burning\n     Leader: [Name]\n     [09:15] seen\n     ```\n\n2. **All staff:**\n   - **Audience:** all\n   - **Content:** a few words\n");
        MessageTemplate template = Assert.Single(procedure.Templates);
        Assert.Equal("First alert (within 15 minutes)", template.Name);
        Assert.Equal(["Name"], template.Placeholders);
    }
}
