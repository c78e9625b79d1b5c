using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>How often each level is told of, where one line says so for several; and the phases between and behind others.</summary>
public sealed class CadenceKindsTests
{
    private const string Levels = "## Severity\n\n- **P0**: lost\n- **P1**: gone\n- **P2**: slow\n- **P3**: ugly\n\n";

    [Theory]
    [InlineData("- **Updates**: P0 (15min), P1 (30min), P2 (2hr), P3 (daily)", new[] { 15, 30, 120, 1440 })]
    [InlineData("Post updates every **15 minutes** for P0/P1, **30 minutes** for P2:", new[] { 15, 15, 30, -1 })]
    [InlineData("1. Internal updates every 30 minutes (P0) or 2 hours (others)", new[] { 30, 120, 120, 120 })]
    [InlineData("Updates every 30 minutes for P0, every 2 hours for the rest", new[] { 30, 120, 120, 120 })]
    [InlineData("Mises à jour toutes les 30 minutes pour P0 et toutes les 2 heures pour les autres.", new[] { 30, 120, 120, 120 })]
    [InlineData("Updates every 30 minutes for P0; notify others every hour", new[] { 30, -1, -1, -1 })]
    [InlineData("### Updates\n\n- P0: hourly\n- Others: daily", new[] { 60, 1440, 1440, 1440 })]
    [InlineData("- P0: page within 15 min, updates every 30 min\n- P1: page within 30 min, updates every 60 min", new[] { 30, 60, -1, -1 })]
    public void One_line_gives_each_level_its_interval(string line, int[] minutes) =>
        Assert.Equal(minutes, Compile($"{Levels}## Communication\n\n{line}\n").Severities.Select(level => (int)(level.UpdateInterval?.TotalMinutes ?? -1)));

    [Fact]
    public void A_cadence_is_how_often_and_not_by_when() =>
        Assert.Equal([30, 60], Compile("## Severity\n\n- **P0**: lost\n- **P1**: gone\n\n## Response\n\n### Communicate\n\nMinimum cadence:\n\n- P0: page within 15 min, updates every 30 min.\n- P1: page within 30 min, updates every 60 min.\n").Severities.Select(level => (int)(level.UpdateInterval?.TotalMinutes ?? -1)));

    [Fact]
    public void A_sentence_with_all_levels_names_those_that_the_table_leaves_out()
    {
        Procedure procedure = Compile("**Severity levels:** P1 (critical) / P2 (major) / P3 (minor)\n\n## Severity matrix\n\n| Alert | Severity | Response SLA |\n|--|--|--|\n| Oven | P1 | 15 min |\n| Till | P2 | 2 hr |\n");
        Assert.Equal(["P1 critical", "P2 major", "P3 minor"], procedure.Severities.Select(level => $"{level.Name} {level.Label}"));
    }

    [Fact]
    public void Numbered_chapters_of_cases_or_of_a_list_are_phases_of_the_workflow()
    {
        Procedure procedure = Compile("## Incident response process\n\n### 1. Detection\n\n- look\n\n### 2. Mitigation\n\n#### Oven trouble\n\n**Symptom**: cold\n\n**Mitigation**:\n1. open the tap\n2. light it\n\n#### Till trouble\n\n**Symptom**: shut\n\n**Mitigation**:\n1. knock\n2. pull\n\n### 3. Resolution\n\n- tell all\n\n### 4. Complete the closing checklist\n\n- lamps are out\n- doors are shut\n");
        Assert.Equal(["Detection", "Mitigation", "Resolution", "Complete the closing checklist"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["Oven trouble", "Till trouble"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Fact]
    public void The_stop_behind_the_word_of_a_level_is_no_part_of_what_defines_it() =>
        Assert.Equal(["All is lost", "Some is lost"], Compile("## Severity\n\n- **SEV1**: Critical. All is lost\n- **SEV2**: High. Some is lost\n").Severities.Select(level => level.Definition));

    [Theory]
    [InlineData("### Detect\n\n[How is it seen?]\n\n### Respond\n\n[Who is called?]\n\n### Contain\n\n[What limits it?]\n")]
    [InlineData("## Next steps\n\n1. open a list\n2. found a channel\n")]
    public void Forms_and_what_comes_next_are_no_phases(string parts) => Assert.Empty(Compile("## Action items\n\nTo be filled in.\n\n" + parts).Phases);
}
