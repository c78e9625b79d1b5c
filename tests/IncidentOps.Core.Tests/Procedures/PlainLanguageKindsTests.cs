using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Guides that say in plain words of their language what others call severity, escalation, scenarios and contacts.</summary>
public sealed class PlainLanguageKindsTests
{
    [Theory]
    [InlineData("cuptorul este indisponibil")]
    [InlineData("Ovnen er nede")]
    [InlineData("Tietovuoto leipomossa")]
    [InlineData("Fırın çöktü")]
    [InlineData("Утечка рецептов")]
    [InlineData("Втрата борошна")]
    [InlineData("オーブンに接続できない")]
    [InlineData("오븐 접속 불가")]
    [InlineData("烤箱无法启动")]
    [InlineData("烤箱無法啟動")]
    [InlineData("Lò nướng bị sập")]
    [InlineData("Kebocoran resep")]
    [InlineData("تسريب الوصفات")]
    [InlineData("เตาอบล่ม")]
    [InlineData("Ofenausfall")]
    public void Trouble_is_told_in_many_languages(string text) =>
        Assert.True(GuideWords.Terms.Has(text, GuideTerm.Trouble));

    [Theory]
    [InlineData("障害対応")]
    [InlineData("장애 대응 절차")]
    [InlineData("故障处理流程")]
    [InlineData("ダウンロード手順")]
    [InlineData("Порядок действий")]
    public void Chapters_about_what_to_do_tell_of_none(string text) =>
        Assert.False(GuideWords.Terms.Has(text, GuideTerm.Trouble));

    [Fact]
    public void Traditional_characters_are_read_by_the_simplified_words()
    {
        Procedure procedure = Compile("## 嚴重程度\n\n### P0 - 緊急\n\n#### 響應要求\n\n- **響應時間**: 15 分鐘內\n- **更新頻率**: 每 30 分鐘\n\n### P1 - 高\n\n#### 響應要求\n\n- **響應時間**: 1 小時內\n- **更新頻率**: 每 2 小時\n");
        Assert.Equal([(15.0, 30.0), (60.0, 120.0)], procedure.Severities.Select(level => (level.ResponseTime!.Value.TotalMinutes, level.UpdateInterval!.Value.TotalMinutes)));
    }

    [Theory]
    [InlineData("要設定")]
    [InlineData("(미정)")]
    [InlineData("待填写")]
    [InlineData("待補充")]
    [InlineData("noch einzutragen")]
    [InlineData("à compléter")]
    [InlineData("por definir")]
    [InlineData("a preencher")]
    [InlineData("da definire")]
    [InlineData("nog in te vullen")]
    [InlineData("do uzupełnienia")]
    [InlineData("уточняется")]
    [InlineData("belirlenecek")]
    public void What_stands_for_a_blank_is_no_address(string blank)
    {
        Procedure procedure = Compile($"## Contacts\n\n| Role | Name | Phone |\n|-|-|-|\n| Miller | {blank} | {blank} |\n| Glazier | Ann Pane | +44 20 7946 0000 |\n");
        Assert.Equal([("Miller", ""), ("Ann Pane", "+44 20 7946 0000")], procedure.Contacts.Select(contact => (contact.Name, contact.Value ?? "")));
    }

    [Fact]
    public void People_and_growing_times_are_a_ladder_whatever_the_heading()
    {
        Procedure procedure = Compile("## Wen holen wir aus dem Bett?\n\n| Nr. | Mensch | Dauer |\n|-|-|-|\n| 1 | Techniker | sofort |\n| 2 | Schichtleiter | 20 Minuten |\n| 3 | Geschäftsführung | 2 Stunden |\n");
        Assert.Equal([("Techniker", 0.0), ("Schichtleiter", 20.0), ("Geschäftsführung", 120.0)], procedure.EscalationLevels.Select(level => (level.Name, level.After!.Value.TotalMinutes)));
    }

    [Fact]
    public void Times_that_do_not_grow_are_no_ladder() =>
        Assert.Empty(Compile("## Was wie lange dauert\n\n| Nr. | Mensch | Dauer |\n|-|-|-|\n| 1 | Techniker | 2 Stunden |\n| 2 | Schichtleiter | 20 Minuten |\n| 3 | Geschäftsführung | sofort |\n").EscalationLevels);

    [Fact]
    public void Names_with_numbers_are_a_directory_whatever_the_heading()
    {
        Procedure procedure = Compile("## Hilfe von draußen\n\n- Mühle: +49 30 123456\n- Glaser: noch offen\n- Amt: amt@example.test\n");
        Assert.Equal(["Mühle", "Glaser", "Amt"], procedure.Contacts.Select(contact => contact.Name));
        Assert.Empty(Compile("## Ausgaben\n\n- Erste: 2024-01-15\n- Zweite: 2025-03-01\n").Contacts);
    }

    [Fact]
    public void Who_is_on_call_is_a_contact_where_the_chapter_tells_nothing_else()
    {
        Procedure procedure = Compile("## オンコール体制\n\n| 役割 | 担当 | 連絡先 |\n|-|-|-|\n| 一次当番 | (要設定) | (要設定) |\n| 二次当番 | (要設定) | (要設定) |\n\n> 後で埋める\n");
        Assert.Equal(["一次当番", "二次当番"], procedure.Contacts.Select(contact => contact.Name));
    }

    [Fact]
    public void Letters_name_levels_before_a_word_of_severity()
    {
        Procedure procedure = Compile("## Hoe erg is het?\n\n| Klasse | Betekenis | Oppakken binnen | Bericht elke |\n|-|-|-|-|\n| A – Kritiek | Niemand krijgt brood | 15 minuten | 30 minuten |\n| B – Laag | Een korst is bleek | volgende werkdag | week |\n");
        Assert.Equal([("A", "Kritiek", 15.0), ("B", "Laag", 1440.0)], procedure.Severities.Select(level => (level.Name, level.Label!, level.ResponseTime!.Value.TotalMinutes)));
    }

    [Fact]
    public void Clauses_that_begin_with_the_word_for_it_tell_the_times()
    {
        Procedure procedure = Compile("## Gravedades\n\n**S1 – Crítica.** No hay pan. Atender en 15 minutos; novedades cada 30 minutos.\n\n**S2 – Alta.** Pan pálido. Atender en 4 horas hábiles; novedades cada 8 horas.\n");
        Assert.Equal([("No hay pan.", 15.0, 30.0, false), ("Pan pálido.", 240.0, 480.0, true)], procedure.Severities.Select(level => (level.Definition!, level.ResponseTime!.Value.TotalMinutes, level.UpdateInterval!.Value.TotalMinutes, level.BusinessHours)));
    }

    [Fact]
    public void A_wide_colon_needs_no_space()
    {
        Procedure procedure = Compile("## 联系人\n\n- 面粉厂：13800000000\n- 消防：待补充\n\n## 升级路径\n\n- 值班面包师：立即\n- 组长：10 分钟未恢复\n");
        Assert.Equal([("面粉厂", "13800000000"), ("消防", "")], procedure.Contacts.Select(contact => (contact.Name, contact.Value ?? "")));
        Assert.Equal([("值班面包师", 0.0), ("组长", 10.0)], procedure.EscalationLevels.Select(level => (level.Name, level.After!.Value.TotalMinutes)));
    }

    [Fact]
    public void Signs_and_deeds_in_plain_words()
    {
        Procedure procedure = Compile("## Частые случаи\n\n### Печь не греет\n\n**Как понять:**\n\n- тесто сырое\n\n**Что делать:**\n\n1. Позвать мастера\n2. Закрыть лавку\n\n### Мука кончилась\n\n**Как понять:**\n\n- пустой мешок\n\n**Что делать:**\n\n1. Съездить на мельницу\n");
        Assert.Equal([("Печь не греет", "тесто сырое", 2), ("Мука кончилась", "пустой мешок", 1)], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Symptoms.Single(), scenario.Steps.Count)));
    }

    [Fact]
    public void Cases_of_a_level_are_read_like_those_of_its_sibling()
    {
        Procedure procedure = Compile("## P0 대응 절차\n\n### 1. 오븐 다운\n\n```bash\n# 1. 전원 확인\npower on\n```\n\n### 2. 결제 불가\n\n```bash\n# 1. 단말기 확인\nping till\n```\n\n### 3. 밀가루 부족\n\n```bash\n# 1. 창고 확인\nls store\n```\n\n## P1 대응 절차\n\n### 1. 진열장 조명 오류\n\n```bash\n# 1. 전구 확인\nlamp test\n```\n");
        Assert.Equal(["오븐 다운", "결제 불가", "밀가루 부족", "진열장 조명 오류"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Fact]
    public void When_the_meeting_takes_place_is_no_length_and_the_chapter_is_understood()
    {
        Procedure procedure = Compile("## Nach der Störung\n\nSpätestens 3 Arbeitstage nach der Entwarnung setzen wir uns zusammen.\n");
        Assert.Equal(72, procedure.PostMortemWithin?.TotalHours);
        Assert.DoesNotContain(procedure.Findings, finding => finding.RuleId == "guide/not-compiled");
        Assert.Equal(72, Compile("## Post-mortem\n\nThe review takes place within 3 days.\n").PostMortemWithin?.TotalHours);
    }

    [Fact]
    public void A_question_above_a_list_is_its_label()
    {
        Procedure procedure = Compile("## Bekende storingen\n\n### Oven reageert niet\n\nHoe merk je het?\n\n- deeg blijft koud\n\nWat doe je?\n\n1. Steek hem aan\n2. Bel de monteur\n\n### Meel verlopen\n\nHoe merk je het?\n\n- het ruikt\n\nWat doe je?\n\n1. Gooi het weg\n");
        Assert.Equal(["deeg blijft koud"], procedure.Scenarios[0].Symptoms);
        Assert.Equal(["Steek hem aan", "Bel de monteur"], procedure.Scenarios[0].Steps.Select(step => step.Text));
    }

    [Fact]
    public void A_document_in_a_fence_of_the_chapter_on_reviews_is_its_form_in_any_language() =>
        Assert.NotNull(Compile("## 사후 분석\n\n반드시 기록:\n\n```markdown\n## [날짜] 보고\n\n### 요약\n- 시간:\n\n### 원인\n-\n```\n").PostMortemTemplate);

    [Fact]
    public void The_number_before_a_level_is_no_list_of_its_own()
    {
        Procedure procedure = Compile("## Eskalasyon\n\n- 1. Seviye: Nöbetçi fırıncı (0 dk)\n- 2. Seviye: Fırın müdürü (15 dk)\n");
        Assert.Equal([("Nöbetçi fırıncı", 0.0), ("Fırın müdürü", 15.0)], procedure.EscalationLevels.Select(level => (level.Name, level.After!.Value.TotalMinutes)));
        Assert.DoesNotContain(procedure.Findings, finding => finding.RuleId == "guide/not-compiled");
    }
}
