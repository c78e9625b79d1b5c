using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The parts of cases as guides name them: what is done and why, what is measured, which level, what is beside it.</summary>
public sealed class CasePartKindsTests
{
    private const string Levels = "## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n";

    private static Scenario First(string guide) => Compile(guide).Scenarios[0];

    private static IEnumerable<string> Steps(Scenario scenario) => scenario.Steps.Select(step => step.Text);

    [Theory]
    [InlineData("**Fix — usual causes:**")]
    [InlineData("**Remedy: common causes**")]
    [InlineData("#### Solution - root causes")]
    public void What_is_done_about_each_cause_is_done(string title)
    {
        Scenario scenario = First($"## Failure scenarios\n\n### Cold oven\n\n**Detect:** The dough stays flat.\n\n**Contain:** Close the shop.\n\n{title}\n\n1. No gas. Open the tap.\n2. No spark. Clean the plug.\n");
        Assert.Equal(["Close the shop.", "No gas. Open the tap.", "No spark. Clean the plug."], Steps(scenario));
    }

    [Fact]
    public void Among_cases_told_in_lines_one_of_lines_alone_is_a_case_too()
    {
        Procedure procedure = Compile("## Failure scenarios\n\n### Cold oven\n\n**Detect:** Flat dough.\n\n**Fix:**\n\n1. open the tap\n2. light it\n\n### Bread delivered twice\n\n**Detect:** Two vans in the yard.\n\n**Contain:** Send one back.\n\n**Fix:** Keep one list only.\n\n### Stale flour\n\n**Detect:** It smells.\n\n**Fix:**\n\n1. throw it out\n2. buy some\n\n### About them\n\nThey happen in winter.\n");
        Assert.Equal(["Cold oven", "Bread delivered twice", "Stale flour"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["Send one back.", "Keep one list only."], Steps(procedure.Scenarios[1]));
    }

    [Fact]
    public void Parts_in_dashes_may_have_lists_of_their_own()
    {
        Scenario scenario = First("## Failure scenarios\n\n### Mill stuck\n\n- **Detect:** no flour for an hour.\n- **Contain:** stop the water.\n- **Fix (root causes):**\n  1. Stone worn. Dress it.\n  2. Wheel iced. Break it free.\n\n### Mill loud\n\n- **Detect:** neighbours call.\n- **Contain:** shut the door.\n- **Fix:** grease it.\n");
        Assert.Equal(["no flour for an hour"], scenario.Symptoms);
        Assert.Equal(["stop the water.", "Stone worn. Dress it.", "Wheel iced. Break it free."], Steps(scenario));
    }

    [Fact]
    public void A_cell_without_a_deed_gives_no_step() =>
        Assert.Equal(["new seal"], Steps(First("## Common incidents\n\n| Incident | Detection | Containment | Fix |\n|--|--|--|--|\n| Seal worn | letters open | none | new seal |\n| Seal lost | nobody has it | tell all | cut one |\n")));

    [Fact]
    public void What_follows_the_line_of_the_level_is_done()
    {
        Scenario scenario = First(Levels + "## Scenario: till shut\n\n**Symptoms**: no sale\n\n**Severity: P2**\n\n1. knock\n2. pull\n");
        Assert.Equal("P2", scenario.Severity);
        Assert.Equal(["knock", "pull"], Steps(scenario));
    }

    [Fact]
    public void A_table_that_links_to_a_case_may_tell_its_level()
    {
        Procedure procedure = Compile(Levels + "## Alerts\n\n| Alert | Severity | What to do |\n|--|--|--|\n| Cold | P1 | [Oven](#oven-cold) |\n| Shut | P2 | [Till](#till-shut) |\n| Wet | P1 | [Till](#till-shut) |\n\n## oven-cold\n\n**Symptom:** no bread.\n\n1. look\n2. light\n\n## till-shut\n\n**Symptom:** no sale.\n\n1. knock\n2. pull\n");
        Assert.Equal(["P1", null], procedure.Scenarios.Select(scenario => scenario.Severity));
    }

    [Fact]
    public void What_is_measured_tells_how_it_shows()
    {
        Scenario scenario = First(Levels + "## Incident runbooks\n\n### P1: Slow till (p99 > 2s for 5min)\n\n1. look at the till\n2. call the smith\n\n### P2: Full cellar\n\n1. open the door\n2. carry it out\n");
        Assert.Equal(("Slow till", "P1"), (scenario.Name, scenario.Severity));
        Assert.Equal(["p99 > 2s for 5min"], scenario.Symptoms);
    }

    [Fact]
    public void A_bare_figure_stays_with_the_name() =>
        Assert.Equal("Many returns (>10%)", First("## Incident runbooks\n\n### Many returns (>10%)\n\n**Symptoms**: angry guests\n\n1. look\n2. call\n").Name);

    [Fact]
    public void What_may_be_used_for_a_level_only_is_no_case() =>
        Assert.Equal(
            ["Theft"],
            Compile(Levels + "## Switches\n\n### Main switch (P1 only)\n\n1. break the glass\n2. pull\n\n## Cases\n\n### Theft (P1)\n\n1. lock up\n2. call\n").Scenarios.Select(scenario => scenario.Name));

    [Theory]
    [InlineData("What users see")]
    [InlineData("What customers see")]
    public void What_people_see_is_how_it_shows(string head)
    {
        Scenario scenario = First($"## Common incidents\n\n| Incident | Likely cause | {head} | Immediate actions |\n|--|--|--|--|\n| Cold oven | no gas | flat bread, no smell | open the tap; light it |\n| Full cellar | much rain | wet sacks | pump; dry them |\n");
        Assert.Equal(["flat bread", "no smell"], scenario.Symptoms);
        Assert.Equal(["open the tap", "light it"], Steps(scenario));
    }

    [Fact]
    public void A_step_with_details_stays_one_among_others_and_rules_of_thumb_are_none()
    {
        Procedure procedure = Compile("## Symptom: flour runs out\n\nRule of thumb:\n- two sacks a day\n\nActions:\n- Weigh the sacks:\n  - the white ones\n- If less than one is left, close early.\n\nSee:\n- the flour book\n\n## Symptom: yeast is dead\n\nActions:\n- Buy some.\n- Wait.\n");
        Assert.Equal(["Weigh the sacks", "If less than one is left, close early."], Steps(procedure.Scenarios[0]));
        Assert.Equal(["the white ones"], procedure.Scenarios[0].Steps[0].Details);
    }

    [Theory]
    [InlineData("**P1 — wake the master at once.**\n\n", "P1")]
    [InlineData("**P1: wake the master.**\n\n- now\n\n**P2: wait for the morning.**\n\n- then\n\n", null)]
    public void A_level_in_a_bold_line_of_its_own_is_the_cases_one(string line, string? level) =>
        Assert.Equal(level, First($"{Levels}## Scenario: all ovens cold\n\n**Symptoms**: no bread\n\n{line}1. look\n2. light them\n").Severity);

    [Fact]
    public void The_blank_before_a_colon_is_no_part_of_a_step() =>
        Assert.Equal(["Appeler le boulanger", "Réparer"], Steps(First("## Scénarios\n\n### Scénario 1 : Four froid\n\n**Symptômes** :\n- pas de pain\n\n**Actions immédiates** :\n\n1. **Appeler le boulanger** :\n   - le matin\n2. **Réparer** :\n   - le soir\n")));

    [Fact]
    public void Troubles_in_bold_with_few_words_below_them_are_cases()
    {
        Procedure procedure = Compile("## Containment playbooks\n\n**Stolen account**\n- Lock it.\n\n**Leaked recipe (sweet / salt)**\n- Change all of them, then print anew.\n\n**Ransom note**\n\nClose the door. Call the guild.\n");
        Assert.Equal(["Stolen account", "Leaked recipe (sweet / salt)", "Ransom note"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["Close the door", "Call the guild"], Steps(procedure.Scenarios[2]));
    }

    [Fact]
    public void Kinds_of_trouble_in_bold_only_sort_the_troubles_below_them() =>
        Assert.Equal(
            ["Oven failure", "Broken till", "Stolen key", "Leaked recipe"],
            Compile("## Scenarios\n\n**Outage**\n- Oven failure\n- Broken till\n\n**Data breach**\n- Stolen key\n- Leaked recipe\n").Scenarios.Select(scenario => scenario.Name));

    [Theory]
    [InlineData("## Scenario: all ovens cold")]
    [InlineData("## Runbook: all ovens cold")]
    public void One_heading_that_announces_a_case_is_one(string heading) =>
        Assert.Equal(("all ovens cold", 2), (First($"{heading}\n\n**Symptoms**: no bread\n\n**Steps:**\n\n1. look\n2. light\n").Name, First($"{heading}\n\n**Symptoms**: no bread\n\n**Steps:**\n\n1. look\n2. light\n").Steps.Count));

    [Fact]
    public void System_recovery_beside_continuity_is_no_case() =>
        Assert.Empty(Compile("## Recovery procedures\n\n### System recovery\n\n1. **Look**: at all\n2. **Mend**: what is broken\n\n### Business continuity\n\n1. **Sell**: by hand\n2. **Write**: it down\n").Scenarios);
}
