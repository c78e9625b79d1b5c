using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What columns, brackets and sentences say of levels, and what of something else.</summary>
public sealed class SeverityColumnKindsTests
{
    private static SeverityLevel First(string guide) => Compile(guide).Severities[0];

    [Fact]
    public void A_name_and_what_it_is_called_may_share_a_cell()
    {
        Procedure procedure = Compile("## Severity\n\n| Sev | Definition | MTTR target |\n|---|---|---|\n| **P0 — Oven lost** | The oven burns | 1 h |\n| **P1 — Bread late** | No bread at noon | 2 h |\n| **P2 — Cosmetic / Minor** | Crumbs | 5 days |\n");
        Assert.Equal(["Oven lost", "Bread late", "Cosmetic / Minor"], procedure.Severities.Select(level => level.Label));
        Assert.Equal("The oven burns", procedure.Severities[0].Definition);
    }

    [Fact]
    public void When_a_level_ends_and_whom_the_law_wants_told_define_nothing()
    {
        SeverityLevel first = First("## Severity\n\n| Level | Typical impact | Exit condition | GDPR notification |\n|---|---|---|---|\n| P0 | No bread | the oven is warm | within 72 h |\n| P1 | Few rolls | swept | none |\n");
        Assert.Equal("No bread", first.Definition);
        Assert.Null(first.Escalation);
        Assert.Equal(["Exit condition: the oven is warm", "GDPR notification: within 72 h"], first.Details);
    }

    [Theory]
    [InlineData("| When |", "| within 30 min |")]
    [InlineData("| When we respond |", "| 30 min |")]
    public void When_with_times_below_it_is_the_response(string head, string cell) =>
        Assert.Equal(30, First($"## Severity\n\n| Level | Example {head}\n|---|---|---|\n| P0 | No bread {cell}\n| P1 | Few rolls {cell}\n").ResponseTime?.TotalMinutes);

    [Fact]
    public void A_matrix_of_impact_and_urgency_defines_no_levels() =>
        Assert.Empty(Compile("## Severity matrix\n\n| | Low urgency | High urgency |\n|---|---|---|\n| Low impact | P4 | P3 |\n| High impact | P2 | P1 |\n").Severities);

    [Fact]
    public void Bullets_below_levels_that_a_table_has_defined_are_examples()
    {
        SeverityLevel first = First("## Severity\n\n| Level | Description | Response |\n|---|---|---|\n| P1 | All is lost | 15 min |\n| P2 | Much is lost | 1 h |\n\n## Incident classification\n\n### P1 - Critical\n- Flames\n- Smoke\n\n### P2 - High\n- Cold dough\n- The mixer stands still > 1 hour\n");
        Assert.Equal(["Flames", "Smoke"], first.Examples);
        Assert.Equal("All is lost", first.Definition);
    }

    [Theory]
    [InlineData("- The oven is cold > 1 hour\n- No bread\n")]
    [InlineData("- The oven is cold for more than 2 hours\n- No bread\n")]
    public void How_long_something_lasts_is_no_time_to_respond(string bullets) =>
        Assert.Null(First($"## Severity\n\n### P1 - Critical\n{bullets}\n### P2 - High\n- Crumbs\n").ResponseTime);

    [Theory]
    [InlineData("15 minutes to acknowledge, 1 hour to contain")]
    [InlineData("Acknowledge in 15 min, resolve in 1 h")]
    [InlineData("Ack: 15 min / Resolve: 1 hour")]
    [InlineData("< 15 min (ack), < 1 h (fix)")]
    public void One_cell_may_hold_when_it_is_acknowledged_and_when_mended(string cell)
    {
        SeverityLevel first = First($"## Severity\n\n| Level | Definition | Response time |\n|---|---|---|\n| P1 | All is lost | {cell} |\n| P2 | Crumbs | 1 day |\n");
        Assert.Equal((15.0, 15.0, 60.0), (first.AcknowledgeTime?.TotalMinutes, first.ResponseTime?.TotalMinutes, first.ResolutionTime?.TotalMinutes));
    }

    [Fact]
    public void The_last_sentence_of_what_a_level_is_may_say_how_soon()
    {
        Procedure procedure = Compile("## Severity\n\n### Critical\n**Impact:** All is lost. Requires immediate action.\n\n### High\n**Impact:** Much is lost. Action within 4 hours.\n");
        Assert.Equal([0.0, 240.0], procedure.Severities.Select(level => level.ResponseTime?.TotalMinutes));
    }

    [Fact]
    public void What_is_done_is_no_example()
    {
        SeverityLevel first = First("## Severity\n\n### P1 - Critical\n- No bread\n- **Action:** call the baker\n\n### P2 - Low\n- Crumbs\n- **Action:** sweep\n");
        Assert.Equal("No bread", first.Definition);
        Assert.DoesNotContain(first.Examples, example => example.Contains("call the baker", StringComparison.Ordinal));
    }

    [Fact]
    public void Whole_sentences_in_a_cell_are_an_example_each() =>
        Assert.Equal(["Keys leaked to the street", "The safe stands open, and nobody knows"], First("## Severity\n\n| Level | Definition | Examples |\n|---|---|---|\n| P0 | Breach | Keys leaked to the street. The safe stands open, and nobody knows. |\n| P1 | Hole | Bad lock. Open door. |\n").Examples);

    [Fact]
    public void An_escalation_list_may_be_all_that_names_the_levels()
    {
        Procedure procedure = Compile("## Escalation matrix\n\n- Critical (all ovens down): 15 min response, the baker\n- High (one oven down): 1 hour response, the apprentice\n- Low (crumbs): 1 week response, anyone\n");
        Assert.Equal(["Critical", "High", "Low"], procedure.Severities.Select(level => level.Name));
        Assert.Equal(("all ovens down", 15.0), (procedure.Severities[0].Definition, procedure.Severities[0].ResponseTime?.TotalMinutes));
    }

    [Fact]
    public void A_line_may_name_the_levels_with_what_each_is_in_brackets()
    {
        Procedure procedure = Compile("## Definitions\n\n- **Severity**: SEV0 (all down), SEV1 (main part down), SEV2 (some part)\n");
        Assert.Equal(["all down", "main part down", "some part"], procedure.Severities.Select(level => level.Definition));
    }

    [Theory]
    [InlineData("## After\n\nWithin five working days: a blameless write-up (what, why).\n", 7200)]
    [InlineData("## Targets\n\nTriage in 1 h / mended in 4 h / post-mortem within 48 h\n", 2880)]
    public void The_post_mortem_has_the_time_of_its_own_clause(string guide, int minutes) =>
        Assert.Equal(minutes, Compile(guide).PostMortemWithin?.TotalMinutes);

    [Fact]
    public void A_table_of_reviews_gives_each_level_its_deadline() =>
        Assert.Equal(["24 h", "72 h"], Compile("## Severity\n\n| Level | Definition |\n|---|---|\n| P1 | Down |\n| P2 | Half |\n\n## Post-mortem\n\n| Severity | Due |\n|---|---|\n| P1 | 24 h |\n| P2 | 72 h |\n").Severities.Select(level => level.PostMortem));

    [Theory]
    [InlineData("**Monitor for relapses:** Heightened monitoring for 72 hours", 4320)]
    [InlineData("Close only after 30 minutes of stable metrics", 30)]
    [InlineData("48-hour enhanced monitoring after recovery", 2880)]
    public void How_long_is_watched_is_read_from_phrases(string line, int minutes) =>
        Assert.Equal(minutes, Compile($"## Recovery\n\n1. Start again\n2. {line}\n").MonitoringWindow?.Maximum.TotalMinutes);

    [Theory]
    [InlineData("2x daily", 720)]
    [InlineData("15-min status updates at least", 15)]
    public void Intervals_have_further_notations(string text, int minutes) =>
        Assert.Equal(minutes, First($"## Severity\n\n### P1 - Critical\nAll is lost.\n\n### P2 - Low\nCrumbs.\n\n## Communication\n\n- P1: {text}\n").UpdateInterval?.TotalMinutes);

    [Fact]
    public void Bold_words_name_a_level_and_the_brackets_behind_them_say_what_it_is()
    {
        SeverityLevel first = First("## Severity levels\n\n* **P0 – Critical loss of bread** (no oven, no flour):\n\n  * Acknowledge: TBD\n\n* **P1 – Late bread** (one oven):\n\n  * Acknowledge: TBD\n");
        Assert.Equal(("P0", "Critical loss of bread", "no oven, no flour"), (first.Name, first.Label, first.Definition));
    }

    [Fact]
    public void A_response_time_by_that_name_goes_before_what_is_done_at_once()
    {
        Procedure procedure = Compile("## Severity levels\n\n### P1 - High\n- No bread\n- No rolls\n\n**Response**: Immediate attention, the baker\n\n### P2 - Low\n- Crumbs\n- Dust\n\n## Response times\n\n| Severity | Response Time |\n|---|---|\n| P1 | 1 hour |\n| P2 | 1 day |\n");
        Assert.Equal(60, procedure.Severities[0].ResponseTime?.TotalMinutes);
        Assert.Contains("Immediate attention, the baker", procedure.Severities[0].Details);
    }

    [Fact]
    public void A_phase_of_watching_has_its_window_in_brackets() =>
        Assert.Equal((240.0, 1440.0), Compile("## Response\n\n### Step 1: Detect (0-5 minutes)\n- Look\n\n### Step 2: Mitigate (5-30 minutes)\n- Mend\n\n### Step 3: Monitor (4-24 hours)\n- Watch the oven\n").MonitoringWindow is { } window ? (window.Minimum.TotalMinutes, window.Maximum.TotalMinutes) : default);

    [Theory]
    [InlineData("as the guild has it")]
    [InlineData("**Note**:")]
    [InlineData("-H \"Accept: bread\" \\")]
    public void A_table_goes_on_below_a_line_of_prose_within_it(string prose)
    {
        Procedure procedure = Compile($"## Severity\n\n| Level | Definition |\n|---|---|\n| P0 | No bread |\n{prose}\n| P1 | Few rolls |\n| P2 | Crumbs |\n");
        Assert.Equal(["P0", "P1", "P2"], procedure.Severities.Select(level => level.Name));
        Assert.Equal([7, 9, 10], procedure.Severities.Select(level => level.Line));
    }

    [Fact]
    public void A_column_on_paging_with_times_tells_how_soon_and_a_code_may_have_a_colon()
    {
        Procedure procedure = ProcedureCompiler.Compile("## Severity\n\n| Severity | Definition | Page |\n|-|-|-|\n| Severity:1 **Critical** | no bread | Immediate (24/7). |\n| Severity:2 **High** | pale bread | Within 2 hours. |\n| Severity:3 **Low** | late bread | File a ticket. |\n", "guide.md");
        Assert.Equal([("Severity:1", "Critical", 0.0), ("Severity:2", "High", 120.0), ("Severity:3", "Low", (double?)null)], procedure.Severities.Select(level => (level.Name, level.Label!, level.ResponseTime?.TotalMinutes)));
    }

    [Fact]
    public void What_is_said_first_defines_the_level_though_a_list_on_the_response_follows()
    {
        Procedure procedure = ProcedureCompiler.Compile("## Severity\n\n### SEV-1 — no bread\n\nNobody in town\ncan buy bread.\n\nConcrete examples:\n- the oven is cold\n- the flour is gone\n\nResponse:\n- Acknowledge within **15 minutes**.\n- Resolve or mitigate within **4 hours** as a target.\n\n### SEV-2 — pale bread\n\nBread is sold, and pale.\n\nConcrete examples:\n- one loaf\n\nResponse:\n- Acknowledge within **2 hours**.\n", "guide.md");
        Assert.Equal(["Nobody in town can buy bread.", "Bread is sold, and pale."], procedure.Severities.Select(level => level.Definition));
        Assert.Equal((15.0, 240.0, 2), (procedure.Severities[0].AcknowledgeTime!.Value.TotalMinutes, procedure.Severities[0].ResolutionTime!.Value.TotalMinutes, procedure.Severities[0].Examples.Count));
    }

    [Fact]
    public void A_sentence_on_updates_may_be_broken_by_a_line() =>
        Assert.Equal([30.0, 60.0], ProcedureCompiler.Compile("## Severity\n\n- SEV1: no bread\n- SEV2: pale bread\n\n## Status page updates\n\nPost an update at least every 30\nminutes for SEV1 and every 60 minutes for SEV2, even when there is nothing new.\n", "guide.md").Severities.Select(level => level.UpdateInterval!.Value.TotalMinutes));

    [Fact]
    public void Examples_as_high_as_the_level_above_them_are_of_that_level() =>
        Assert.Equal([2, 1], ProcedureCompiler.Compile("## Severity Levels\n\n### CRITICAL (P0)\n\n**Response Time**: 1 hour\n\n### Examples\n\n* no bread\n* no flour\n\n### HIGH (P1)\n\n**Response Time**: 4 hours\n\n### Examples: (Critical Severity)\n\n* pale bread\n", "guide.md").Severities.Select(level => level.Examples.Count));
}
