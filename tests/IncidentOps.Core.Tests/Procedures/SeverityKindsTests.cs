using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The ways in which guides tell of severities, each in the smallest guide that shows it.</summary>
public sealed class SeverityKindsTests
{
    private static string Levels(Procedure procedure) =>
        string.Join(", ", procedure.Severities.Select(level => $"{level.Name}/{level.Label}/{level.ResponseTime?.TotalMinutes}"));

    [Theory]
    [InlineData("## Severity\n\n### SEV-1: Critical Incidents\n\n#### Response Time\n\n5 min\n\n### SEV-2: High Incidents\n\n#### Response Time\n\n1 h\n", "SEV-1/Critical/5, SEV-2/High/60")]
    [InlineData("## Severity Levels\n\n### SEV-1: Critical Issues (< 5 minute response)\n\ngone\n\n### SEV-2: High Priority Issues (< 1 day)\n\nslow\n", "SEV-1/Critical/5, SEV-2/High/1440")]
    [InlineData("## Severity\n\n| Level | What it means |\n|-|-|\n| P0 | Critical - all gone |\n| P1 | High - some gone |\n", "P0/Critical/, P1/High/")]
    [InlineData("## Severity\n\n| Severity | Trigger | Response |\n|-|-|-|\n| Critical | all gone | 5 min |\n| Warning | some gone | 1 h |\n| Cosmetic | ugly | 1 day |\n", "Critical//5, Warning//60, Cosmetic//1440")]
    [InlineData("## Severity\n\n| Sev | Trigger | Examples |\n|-|-|-|\n| SEC-1 | data is out | one; two |\n| SEC-2 | data may be out | three |\n", "SEC-1//, SEC-2//")]
    [InlineData("## Severity\n\n| Level | Criteria | SLA |\n|-|-|-|\n| SEV-S1 (Critical) | stolen | 5 min |\n| SEV-S2 (High) | tried | 1 h |\n", "SEV-S1/Critical/5, SEV-S2/High/60")]
    [InlineData("## Priorities\n\n| | Production down | Urgent | Normal |\n|-|-|-|-|\n| **Scope** | all gone | some gone | the rest |\n| **Maximum response time** | < 30 minutes | 1 hour | next business day |\n", "Production down//30, Urgent//60, Normal//1440")]
    [InlineData("## How we sort it\n\n### Level 1: Critical\n\ngone\n\n### Level 2: High (within 4 hours)\n\nslow\n\n### Level 3: Low\n\nugly\n", "Level 1/Critical/, Level 2/High/240, Level 3/Low/")]
    [InlineData("## Escalation\n\n| Priority | Time to escalate | Path |\n|-|-|-|\n| P1 (Critical) | 30 minutes | Lead |\n| P2 (High) | 2 hours | Lead |\n| P3 (Low) | 8 hours | Lead |\n", "P1/Critical/, P2/High/, P3/Low/")]
    [InlineData("## Classification\n\n### SLAs by priority\n\n```yaml\nP1 - Critical:\n  - Response Time: 15 minutes\n  - Resolution Time: 8 hours\n\nP2 - High:\n  - Response Time: 1 hour\n```\n", "P1/Critical/15, P2/High/60")]
    [InlineData("## Severity\n\n### SEV-1 - Critical\n\n**Response SLA:**\n- **Acknowledge:** 5 minutes\n- **Initial Response:** 15 minutes\n- **Resolution:** soon\n\n### SEV-2 - High\n\n**Response SLA:**\n- **Initial Response:** 1 hour\n", "SEV-1/Critical/15, SEV-2/High/60")]
    [InlineData("## Severity\n\n| Severity | Example | Triage SLA |\n|-|-|-|\n| Critical | gone | 1 hour |\n| High | slow | 4 hours |\n", "Critical//60, High//240")]
    [InlineData("## Severity\n\n- Call it SEV-1.\n- SEV-1: all gone.\n- SEV-2: some gone, users wait\n", "SEV-1//, SEV-2//")]
    [InlineData("## Severity\n\n### Priority 1 (P1) - High (H)\n\ngone\n\n### Priority 2 (P2) - Low (L)\n\nslow\n", "P1/High/, P2/Low/")]
    [InlineData("## Severity\n\n- **Severity 1 (SEV1)**: all gone\n- **Severity 2 (SEV2)**: some gone\n", "SEV1//, SEV2//")]
    public void Severities_in_further_dress(string guide, string expected) => Assert.Equal(expected, Levels(Compile(guide)));

    [Fact]
    public void A_threat_that_is_immediate_is_no_time() =>
        Assert.All(Compile("## Severity\n\n### Level 1: Critical\n\n- Immediate threat to people\n- Large loss\n\n### Level 2: High\n\n- Small loss\n").Severities, level => Assert.Null(level.ResponseTime));

    [Fact]
    public void Labelled_items_say_what_a_level_is()
    {
        Procedure procedure = Compile("## Severity\n\n### P0\n\n- **Data breach**: someone took it\n- **Outage**: nothing answers\n\n### P1\n\n- **Slow**: all wait\n");
        Assert.Equal("Data breach: someone took it; Outage: nothing answers", procedure.Severities[0].Definition);
    }

    [Theory]
    [InlineData("**Examples:**\n\n- one\n- two\n")]
    [InlineData("All that hurts everyone. Examples include:\n\n- one\n- two\n")]
    [InlineData("- **Examples**: one, two\n")]
    public void Examples_in_every_dress(string examples)
    {
        SeverityLevel level = Compile($"## Severity\n\n### P0\n\n{examples}\n### P1\n\nrest\n").Severities[0];
        Assert.Equal(["one", "two"], level.Examples);
    }

    [Theory]
    [InlineData("- SEV-0/1: every 30 minutes\n- SEV-2: every 60 minutes\n")]
    [InlineData("- Post sitreps every 30 minutes for SEV-0 and SEV-1, every 60 minutes for SEV-2\n")]
    public void Several_severities_share_a_cadence(string cadence)
    {
        Procedure procedure = Compile($"## Severity\n\n- **SEV-0**: gone\n- **SEV-1**: going\n- **SEV-2**: slow\n\n## Communication\n\n{cadence}");
        Assert.Equal([30, 30, 60], procedure.Severities.Select(level => level.UpdateInterval?.TotalMinutes));
    }

    [Fact]
    public void A_cadence_below_a_severity_is_its_own()
    {
        Procedure procedure = Compile("## Severity\n\n### P0\n\ngone\n\n#### Communication\n\n- Updates every 15 minutes\n\n### P1\n\nslow\n\n#### Communication\n\n- Updates twice a day\n");
        Assert.Equal([15, 720], procedure.Severities.Select(level => level.UpdateInterval?.TotalMinutes));
    }

    [Fact]
    public void The_end_of_the_business_day_is_a_time()
    {
        SeverityLevel level = Compile("## Severity\n\n| Sev | Response time |\n|-|-|\n| P1 | 1 hour |\n| P2 | end of business day |\n").Severities[1];
        Assert.Equal((1, true), (level.BusinessDays, level.BusinessHours));
    }

    [Fact]
    public void What_has_no_place_of_its_own_stays_with_the_level()
    {
        Procedure procedure = Compile("## Severity\n\n| Sev | Meaning | Response time | Staffing |\n|-|-|-|-|\n| P1 | gone | 5 min | all hands |\n| P2 | slow | 1 h | one |\n\n## Priority of work\n\n1. **P1**: mend within 30 minutes\n2. **P2**: mend within 2 days\n");
        Assert.Contains("Staffing: all hands", procedure.Severities[0].Details);
        Assert.Contains(procedure.Severities[0].Details, text => text.Contains("mend within 30 minutes", StringComparison.Ordinal));
        Assert.Equal(5, procedure.Severities[0].ResponseTime?.TotalMinutes);
    }

    [Fact]
    public void Rows_may_be_wider_than_the_head() =>
        Assert.Equal(["P0", "P1"], Compile("## Severity\n\n| Sev | Meaning |\n|-|-|\n| P0 | gone | and more | and more |\n| P1 | slow | 1 h |\n").Severities.Select(level => level.Name));

    [Theory]
    [InlineData("## Mức độ nghiêm trọng\n\n| Mức | Tên | Định nghĩa | Thời gian phản hồi |\n|-|-|-|-|\n| P0 | Critical | mất hết | 5 phút |\n| P1 | High | chậm | 1 giờ |\n", "P0/Critical/5, P1/High/60")]
    [InlineData("## Tingkat Keparahan\n\n| Tingkat | Deskripsi | Waktu respons |\n|-|-|-|\n| P1 | semua mati | 15 menit |\n| P2 | lambat | 4 jam |\n", "P1//15, P2//240")]
    [InlineData("## Önem Seviyeleri\n\n| Seviye | Açıklama | Yanıt süresi |\n|-|-|-|\n| P1 | hepsi | 15 dakika |\n| P2 | bir kısmı | 2 saat |\n", "P1//15, P2//120")]
    [InlineData("## Priorytety\n\n| Priorytet | Opis | Czas reakcji |\n|-|-|-|\n| P1 | wszystko | 30 minut |\n| P2 | część | 4 godziny |\n", "P1//30, P2//240")]
    [InlineData("## Prioriteter\n\n| Prioritet | Beskrivning | Svarstid |\n|-|-|-|\n| P1 | allt | 30 minuter |\n| P2 | delar | 2 timmar |\n", "P1//30, P2//120")]
    [InlineData("## Рівні критичності\n\n| Рівень | Опис | Час реакції |\n|-|-|-|\n| P1 | усе | 15 хвилин |\n| P2 | частина | 2 години |\n", "P1//15, P2//120")]
    [InlineData("## Incident-Klassifikation\n\n### Stufe 1: KRITISCH\n\n- alles\n\n### Stufe 2: HOCH (Reaktion innerhalb 4 Stunden)\n\n- manches\n", "Stufe 1/KRITISCH/, Stufe 2/HOCH/240")]
    [InlineData("## Severidade\n\n- **SEV-1**: indisponivel. Comunicacao a cada 30 minutos\n- **SEV-2**: degradacao\n", "SEV-1//, SEV-2//")]
    public void Further_languages(string guide, string expected) => Assert.Equal(expected, Levels(Compile(guide)));

    [Fact]
    public void Levels_may_be_named_in_a_sentence_and_nowhere_else()
    {
        Procedure procedure = Compile("## Ground rules\n\n1. Grade it (`SEV-1` critical, `SEV-2` hoch, `SEV-3`: mittel).\n2. Write it down.\n");
        Assert.Equal("SEV-1/critical/, SEV-2/hoch/, SEV-3/mittel/", Levels(procedure));
        Assert.Contains(procedure.Findings, finding => finding.Message.Contains("Grade it", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_that_are_mentioned_are_no_scale() =>
        Assert.Empty(Compile("## Rules\n\nA P1 critical outage, or P2 high load, is called.\n").Severities);

    [Fact]
    public void Cases_in_a_table_below_a_level_are_its_examples()
    {
        Procedure procedure = Compile("## Severity\n\n### P1 - High (call at once)\n\n**SLA**: resolve within 30 minutes\n\n| Symptom | Impact | Action |\n|-|-|-|\n| no bread | hunger | bake |\n| no flour | worry | buy |\n\n### P2 - Low (next business day)\n\n| Symptom | Action |\n|-|-|\n| crumbs | sweep |\n");
        Assert.Equal("P1/High/0, P2/Low/1440", Levels(procedure));
        Assert.Equal(["no bread", "no flour"], procedure.Severities[0].Examples);
        Assert.Equal(["crumbs"], procedure.Severities[1].Examples);
        Assert.Contains("no bread: hunger: bake", procedure.Severities[0].Details);
        Assert.Equal(30, procedure.Severities[0].ResolutionTime?.TotalMinutes);
    }

    [Fact]
    public void Levels_may_be_words_in_a_sentence()
    {
        Procedure procedure = Compile("1. **Grade:** loss of bread is critical; a broken oven is high; crumbs are low.\n2. **Bake:** as ever.\n");
        Assert.Equal(["critical loss of bread", "high a broken oven", "low crumbs"], procedure.Severities.Select(level => $"{level.Name} {level.Definition}"));
    }

    [Fact]
    public void Where_nothing_else_names_the_levels_their_times_do() =>
        Assert.Equal("P0//5, P1//15, P2//60", Levels(Compile("## Roles\n\n### Watch\n\n**Expected Response Times:**\n- P0: < 5 minutes\n- P1: < 15 minutes\n- P2: < 1 hour\n")));

    [Fact]
    public void Facts_may_share_a_line() =>
        Assert.Equal(["P1 5 15 Mayor", "P2 60 120 Baker"], Compile("## Severity\n\n### P1\n\n**Response Time**: 5 minutes **Update Frequency**: every 15 minutes\n**Escalation**: Mayor\n\n### P2\n\n**Response Time:** 1 hour **Update Frequency:** every 2 hours **Escalation:**\nBaker\n").Severities.Select(level => $"{level.Name} {level.ResponseTime?.TotalMinutes} {level.UpdateInterval?.TotalMinutes} {level.Escalation}"));

    [Theory]
    [InlineData("Most guests wait for their food. Examples include:\n\n- oven cold\n- no gas\n\nGuidelines for handling it:\n\n- Work until it is hot.\n- Tell the guests.\n")]
    [InlineData("Most guests wait for their food.\n\nExamples\n\n- oven cold\n- no gas\n\nWhoever cooks then:\n\n- Work until it is hot.\n- Tell the guests.\n")]
    [InlineData("Most guests wait for their food.\n\nExamples:\n\n- oven cold\n- no gas\n\n**What to do**\n\n- Work until it is hot.\n- Tell the guests.\n")]
    public void The_text_that_a_level_opens_with_defines_it(string level)
    {
        Procedure procedure = Compile($"## Severity\n\n### Major\n\n{level}\n### Minor\n\nNobody waits.\n");

        Assert.Equal("Most guests wait for their food.", procedure.Severities[0].Definition);
        Assert.Equal(["oven cold", "no gas"], procedure.Severities[0].Examples);
        Assert.DoesNotContain(procedure.Findings, finding => finding.RuleId == "guide/not-compiled");
    }

    [Fact]
    public void What_is_done_for_a_level_does_not_define_it()
    {
        Procedure procedure = Compile("## Severity\n\n| Sev | Impact | Response Time |\n|-|-|-|\n| P1 | all | 5 min |\n| P2 | some | 1 h |\n\n## Communication\n\n- Post updates every 15 minutes for P1\n\n### Others\n\n**P1 Incidents:**\n- Tell the mayor\n- Provide hourly updates\n\n**P2 Incidents:**\n- Tell the baker\n");
        Assert.Equal(["all 15", "some "], procedure.Severities.Select(level => $"{level.Definition} {level.UpdateInterval?.TotalMinutes}"));
        Assert.Contains(procedure.Severities[0].Details, text => text.Contains("Tell the mayor", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_of_times_tells_how_soon_where_no_other_does() =>
        Assert.Equal("P1/Kritik/15, P2/Yuqori/60", Levels(Compile("## Daraja\n\n| Daraja | Nomi | Tavsif | Vaqt |\n|-|-|-|-|\n| P1 | Kritik | hammasi | 15 min |\n| P2 | Yuqori | qisman | 1 soat |\n")));

    [Fact]
    public void Examples_of_each_may_stand_below_headings_of_their_own()
    {
        Procedure procedure = Compile("## Severity\n\n| Sev | Meaning |\n|-|-|\n| P1 | all |\n| P2 | some |\n\n### P1 Examples\n- fire\n- flood\n\n### P2: Examples\n- smoke\n");
        Assert.Equal([2, 1], procedure.Severities.Select(level => level.Examples.Count));
    }

    [Theory]
    [InlineData("| Sev | Meaning | Response |\n|-|-|-|\n| 1 | all | 15 min |\n| 2 | some | 1 h |\n", "Sev 1//15, Sev 2//60")]
    [InlineData("| Priority | Meaning | Response |\n|-|-|-|\n| 1 | all | 15 min |\n| 2 | some | 1 h |\n", "Priority 1//15, Priority 2//60")]
    [InlineData("| Sev | Meaning | Pager | Updates |\n|-|-|-|-|\n| Sev1 | all | 5 min | hourly |\n| Sev2 | some | next business day | daily |\n", "Sev1//5, Sev2//1440")]
    [InlineData("| Sev | Meaning | Response |\n|-|-|-|\n| **SEV1 - Critical** | all | 15 min |\n| **SEV2 - Degraded** | some | 1 h |\n| **SEV3 - Minor** | few | 4 h |\n", "SEV1/Critical/15, SEV2/Degraded/60, SEV3/Minor/240")]
    [InlineData("| Sev | Response |\n|-|-|\n| P0 (Critical - all bakeries) | 5 min |\n| P1 (High: one bakery) | 1 h |\n", "P0/Critical/5, P1/High/60")]
    public void Tables_of_levels_in_every_dress(string table, string expected) => Assert.Equal(expected, Levels(Compile("## Severity Levels\n\n" + table)));

    [Fact]
    public void What_follows_the_word_in_brackets_defines_the_level() =>
        Assert.Equal("all bakeries", Compile("## Severity\n\n### P0 (Critical - all bakeries)\n\n### P1 (High - one bakery)\n").Severities[0].Definition);

    [Theory]
    [InlineData("**Severity levels:** P1 (critical) / P2 (major) / P3 (minor)\n\n## Severity & Response Times\n\n| Alert name | Severity | Response time |\n|-|-|-|\n| Fire | P1 | 15 min |\n| Smoke | P1 | 15 min |\n| Cold | P2 | 2 h |\n")]
    [InlineData("- Severity: P1 (critical) · P2 (major) · P3 (minor)\n\n## Severity\n\n| Level | Criteria | Response time |\n|-|-|-|\n| P1 | gone | 15 min |\n| P2 | slow | 2 h |\n")]
    public void Labels_may_be_said_in_passing(string guide)
    {
        IReadOnlyList<SeverityLevel> levels = ProcedureCompiler.Compile("# Guide\n\n" + guide, "guide.md").Severities;
        Assert.Equal([("P1", "critical", 15), ("P2", "major", 120), ("P3", "minor", -1)], levels.Select(level => (level.Name, level.Label, (int)(level.ResponseTime?.TotalMinutes ?? -1))));
    }

    [Fact]
    public void A_cell_may_hold_times_with_their_labels()
    {
        SeverityLevel level = ProcedureCompiler.Compile("# Guide\n\n## Severity\n\n| Class | Example | In hours | Out of hours |\n|-|-|-|-|\n| P1 | <ul><li>no bread</li><li>no oven</li></ul> | Start work & respond: 20 min<br/>Update time: 1 hr | n/a |\n| P2 | stale bread | Respond: 2 hr<br/>Update time: 4 hr | n/a |\n", "guide.md").Severities[0];
        Assert.Equal((20, 60), ((int)level.ResponseTime!.Value.TotalMinutes, (int)level.UpdateInterval!.Value.TotalMinutes));
        Assert.Equal(["no bread", "no oven"], level.Examples);
    }

    [Fact]
    public void Acknowledged_and_resolved_are_times() =>
        Assert.Equal([15, 60], ProcedureCompiler.Compile("# Guide\n\n## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n## Escalation\n\n| Severity | Acknowledged | Mitigated | Resolved |\n|-|-|-|-|\n| P1 | 15 minutes | 4 hours | 24 hours |\n| P2 | 1 hour | 8 hours | 2 days |\n", "guide.md").Severities.Select(level => (int)level.AcknowledgeTime!.Value.TotalMinutes));

    [Fact]
    public void Levels_may_be_a_range_wherever_they_are_meant() =>
        Assert.Equal([120, 120, 1440], ProcedureCompiler.Compile("# Guide\n\n## Severity\n\n### Level 1 - Critical\n\n- gone\n\n### Level 2 - High\n\n- slow\n\n### Level 3 - Low\n\n- ugly\n\n## Communication Templates\n\n- **Updates:** regular status updates (every 2 hours for Level 1-2, daily for Level 3)\n", "guide.md").Severities.Select(level => (int)level.UpdateInterval!.Value.TotalMinutes));
}
