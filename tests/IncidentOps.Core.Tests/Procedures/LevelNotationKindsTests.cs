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
}
