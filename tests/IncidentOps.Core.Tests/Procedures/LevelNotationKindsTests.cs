using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What stands in bold below a level, beside its name or at the end of its chapter, and what it says of it.</summary>
public sealed class LevelNotationKindsTests
{
    private static IReadOnlyList<SeverityLevel> Levels(string guide) => ProcedureCompiler.Compile("# Guide\n\n" + guide, "guide.md").Severities;

    [Fact]
    public void A_sentence_in_bold_defines_its_level_and_the_list_below_it_gives_examples()
    {
        SeverityLevel first = Levels("## Severity levels\n\n### Sev-1 — Critical\n\n**Nobody gets bread, or the mill burns.**\n\n- Cold ovens\n- No flour\n\n**Response:** within 10 minutes.\n\n### Sev-2 — Low\n\n**Crumbs.**\n")[0];
        Assert.Equal("Nobody gets bread, or the mill burns", first.Definition);
        Assert.Equal(["Cold ovens", "No flour"], first.Examples);
        Assert.Equal(10, first.ResponseTime?.TotalMinutes);
    }

    [Theory]
    [InlineData("🔴")]
    [InlineData("⚠️")]
    [InlineData(": 🟠")]
    public void A_sign_behind_a_bold_name_leaves_it_a_title(string sign)
    {
        SeverityLevel first = Levels($"## Severity levels\n\n**SEV-1: CRITICAL** {sign}\n- Cold ovens\n- No flour\n- **Response Time:** 10 minutes\n\n**SEV-2: HIGH** {sign}\n- Crumbs\n- **Response Time:** 1 hour\n")[0];
        Assert.Equal("CRITICAL", first.Label);
        Assert.Equal(["Cold ovens", "No flour"], first.Examples);
        Assert.Equal(10, first.ResponseTime?.TotalMinutes);
    }

    [Fact]
    public void How_a_level_is_met_in_two_words_does_not_define_it() =>
        Assert.Equal("Few rolls", Levels("## Severity levels\n\n### Critical (P0) - Immediate Response Required\n\n**Impact**: No bread\n\n### High (P1) - Urgent Response\n\n**Response Time**: 1 hour\n**Impact**: Few rolls\n")[1].Definition);

    [Theory]
    [InlineData("## Templates\n\n### Status update (every 30 min for P0/P1)\n\n```\nThe oven is cold since [time].\n```\n")]
    [InlineData("## Escalation\n\n### P0 - Critical\n\n1. Page the baker\n2. Begin within 15 minutes\n3. Post a status update every 30 minutes\n\n### P1 - High\n\n1. Post a status update every 30 minutes\n")]
    [InlineData("## Communication\n\n- Update the shops every 30 minutes (P0) or half-hourly (P1)\n")]
    public void Intervals_stand_in_titles_and_on_the_path_too(string said) =>
        Assert.Equal(30, Levels("## Severity levels\n\n| Level | Meaning |\n|-|-|\n| P0 | No bread |\n| P1 | Few rolls |\n\n" + said)[0].UpdateInterval?.TotalMinutes);

    [Theory]
    [InlineData("Objetivo de atención", "< 2 h en horario", 120)]
    [InlineData("Timp răspuns", "< 2 ore (în orele de lucru)", 120)]
    [InlineData("Timp răspuns", "următoarea zi lucrătoare", 1440)]
    public void Hours_of_work_are_known_by_more_names(string head, string cell, int minutes)
    {
        SeverityLevel first = Levels($"## Severity levels\n\n| Sev | {head} |\n|-|-|\n| S1 | {cell} |\n| S2 | {cell} |\n")[0];
        Assert.Equal((minutes, true), ((int)first.ResponseTime!.Value.TotalMinutes, first.BusinessHours));
    }

    [Fact]
    public void Examples_have_a_name_in_Korean() =>
        Assert.Equal(["오븐 꺼짐", "밀가루 없음"], Levels("## 심각도 분류\n\n| 등급 | 정의 | 사례 |\n|-|-|-|\n| P0 | 빵이 없음 | 오븐 꺼짐, 밀가루 없음 |\n| P1 | 빵이 적음 | 빵 부스러기 |\n")[0].Examples);

    [Fact]
    public void To_start_now_is_to_respond_at_once()
    {
        SeverityLevel first = Levels("## Severity levels\n\n| Level | Examples | Response |\n|-|-|-|\n| P0 | Fire | Start now; contain within 1 hour |\n| P1 | Crumbs | Next business day |\n")[0];
        Assert.Equal((0, 60), (first.ResponseTime?.TotalMinutes, first.ResolutionTime?.TotalMinutes));
    }

    [Theory]
    [InlineData("## Phase 1: Look\n\n1. Ring\n2. Assign severity per the bakers' scale:\n\n   | Severity | Score | Mend within |\n   |-|-|-|\n   | Critical | 9-10 | 14 days |\n   | High | 7-8 | 30 days |\n   | Low | 0-6 | next bread |\n\n3. Write it down\n")]
    [InlineData("## Phase 1: Look\n\n- Ring\n- Choose the level:\n  - by this table:\n\n    | Priority | Meaning |\n    |-|-|\n    | Critical | No bread |\n    | High | Few rolls |\n    | Low | Crumbs |\n")]
    public void A_table_within_an_item_names_the_levels(string guide) =>
        Assert.Equal(["Critical", "High", "Low"], Levels(guide).Select(level => level.Name));

    [Fact]
    public void A_table_within_an_item_about_something_else_names_none() =>
        Assert.Empty(Levels("## Phase 1: Look\n\n1. Weigh the flour:\n\n   | Bread | Risk |\n   |-|-|\n   | Rye | High |\n   | Oat | Low |\n"));

    [Theory]
    [InlineData("Page at once, 20 min initial response", 20)]
    [InlineData("Page within 20 min, 1 hour initial response", 60)]
    [InlineData("Page within 20 min, initial response within 1 hour", 60)]
    [InlineData("Respond within 1 hour, 4 hour initial response", 60)]
    [InlineData("Respond within 1 hour, mend within 4 hours", 60)]
    public void The_time_that_calls_itself_response_is_it(string said, int minutes) =>
        Assert.Equal(minutes, Levels($"## Severity levels\n\n### P0 - Critical\n\n**Response Time:** {said}\n\n### P1 - High\n\n**Response Time:** 2 days\n")[0].ResponseTime?.TotalMinutes);

    [Theory]
    [InlineData("At once, day and night", "20-minute maximum response time", 20, false)]
    [InlineData("Response during business hours", "2-hour maximum response time", 120, true)]
    [InlineData("Response outside of business hours too", "2-hour response time", 120, false)]
    public void Requirements_in_a_list_tell_the_time_together(string first, string second, int minutes, bool business)
    {
        SeverityLevel level = Levels($"## Severity levels\n\n### P0 - Critical\n\n- **Response Requirements**:\n  - {first}\n  - All bakers\n  - {second}\n\n### P1 - High\n\n- **Response Requirements**:\n  - 3-hour response time\n")[0];
        Assert.Equal((minutes, business), (level.ResponseTime?.TotalMinutes, level.BusinessHours));
    }

    [Fact]
    public void Targets_stand_in_a_table_below_the_level()
    {
        SeverityLevel level = Levels("## Severity levels\n\n### P1 - Critical\n\nNo bread.\n\n**Response targets.**\n\n| Item | Target |\n|-|-|\n| Acknowledgement | 20 minutes |\n| Guild told | 2 days |\n\n### P2 - Low\n\nCrumbs.\n\n**Response targets.** Within 1 day.\n")[0];
        Assert.Equal((20, 20), (level.AcknowledgeTime?.TotalMinutes, level.ResponseTime?.TotalMinutes));
        Assert.Contains("Guild told: 2 days", level.Details);
    }
}
