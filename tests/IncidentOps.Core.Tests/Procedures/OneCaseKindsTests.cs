using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What one case is: a chapter or a document in its parts, a bold line in a phase, an item that says what to do.</summary>
public sealed class OneCaseKindsTests
{
    private const string Levels = "## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n";

    private static string Cases(Procedure procedure) =>
        string.Join("; ", procedure.Scenarios.Select(scenario => $"{scenario.Name} {scenario.Severity}{(scenario.Severity is null ? string.Empty : " ")}{scenario.Symptoms.Count}+{scenario.Steps.Count}"));

    private static string Cases(string guide) => Cases(Compile(guide));

    [Theory]
    [InlineData("## Appendix B: Burnt Bread Response Runbook\n\n### B.1 Overview\n\nBread burns.\n\n### B.2 Detection\n\nIt shows in one of:\n\n- smoke\n- smell\n\n### B.3 Response Procedure\n\n#### Step 1: Open\n\n- the oven\n\n#### Step 2: Cool\n\n- the bread\n", "Burnt Bread Response Runbook 2+2")]
    [InlineData("## 5. Stolen Key Response Playbook\n\n### Immediate Actions (first hour)\n\n```\nDETECT the theft by:\n  - an empty hook\n  - an open door\n\nCONTAIN:\n  1. Change the lock\n  2. Tell the watch\n```\n\n### Do NOT:\n\n- chase\n", "Stolen Key Response Playbook 2+2")]
    [InlineData("## Security Incident Response Playbook\n\n### 1. Detection\n\n- look\n\n### 2. Containment\n\n- shut\n\n### 3. Recovery\n\n- open\n", "")]
    public void A_chapter_may_be_one_case_in_its_parts(string guide, string expected) => Assert.Equal(expected, Cases(guide));

    [Theory]
    [InlineData("### A.3 What to do by finding\n\n#### Mice (e.g. `grey`)\n\n**Severity**: P1\n\n1. Catch\n2. Mend the wall\n\n#### Moths\n\n**Severity**: P2\n\n1. Air\n2. Sweep\n")]
    [InlineData("### What may be found\n\n#### Mice (e.g. `grey`)\n\nPriority: P1\n\n1. Catch\n2. Mend the wall\n\n#### Moths\n\nPriority: P2\n\n1. Air\n2. Sweep\n")]
    public void Headings_that_tell_their_severity_and_steps_are_cases(string chapter)
    {
        const string Expected = "Mice (e.g. grey) P1 0+2; Moths P2 0+2";
        Assert.Equal(Expected, Cases(Levels + "## Appendix A: Vermin Runbook\n\n### A.1 Overview\n\nText.\n\n### A.2 Severity mapping\n\n| Theirs | Ours |\n|-|-|\n| High | P1 |\n| Low | P2 |\n\n" + chapter));
        Assert.Equal(Expected, Cases(Levels + "## Vermin\n\n" + chapter));
    }

    [Fact]
    public void A_document_may_be_one_case()
    {
        Procedure procedure = ProcedureCompiler.Compile("# Runbook: Oven is cold\n\n**Severity:** P1\n\n## 1. Symptoms\n\n- cold bread\n- no smoke\n\n## 2. Impact on guests\n\n- hunger\n\n## 3. First 5 minutes\n\n1. Touch\n2. Ask\n\n## 4. Diagnosis\n\n### 4.1 Wood is wet\n\n```bash\nls wood\n```\n\n## 5. Mitigation\n\n### 5.A Dry it\n\n```bash\nfan on\n```\n\n## 6. Contacts\n\n- Miller: miller@mill.test\n", "oven.md");
        Assert.Equal("Oven is cold P1 2+4", Cases(procedure));
        Assert.Equal(["hunger"], procedure.Scenarios[0].Remarks);
        Assert.Equal(["Touch", "Ask", "Wood is wet", "Dry it"], procedure.Scenarios[0].Steps.Select(step => step.Text));
        Assert.Empty(procedure.Phases);
        Assert.Equal("miller@mill.test", Assert.Single(procedure.Contacts).Value);
    }

    [Theory]
    [InlineData("**Scenario: Open door**\n\n```bash\n# AT ONCE:\n\n# 1. Shut it\n# with the key\n# 2. Tell the owner\nmail owner\n```\n\n**Scenario: Lost key**\n\n```sql\n-- 1. Revoke it\nUPDATE k SET a = 0;\n-- 2. Look for its use\nSELECT 1;\n```\n", "Open door 0+2; Lost key 0+2")]
    [InlineData("#### Open door scenario\n\n1. Shut it\n2. Tell the owner\n\n#### Lost key scenario\n\n1. Revoke it\n2. Look for its use\n", "Open door scenario 0+2; Lost key scenario 0+2")]
    [InlineData("##### 开门场景\n\n```bash\n# 1. 关门\nshut door\n# 2. 通知\nmail owner\n```\n\n##### 钥匙丢失场景\n\n```bash\n# 1. 换锁\nchange lock\n# 2. 检查\nlook\n```\n", "开门场景 0+2; 钥匙丢失场景 0+2")]
    public void Cases_in_a_phase_may_be_called_scenarios(string cases, string expected)
    {
        Procedure procedure = Compile("## Response phases\n\n### Phase 1: Detection\n\n- look\n\n### Phase 2: Containment\n\n" + cases + "\n### Phase 3: Recovery\n\n- open\n");
        Assert.Equal(expected, Cases(procedure));
        Assert.Equal(["Detection", "Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
    }

    [Theory]
    [InlineData("- **Stolen key:** revoke it, change the lock.\n- **Burnt bread:** stop the oven. Air the room.\n", "Stolen key 0+1; Burnt bread 0+2")]
    [InlineData("- **Stolen key** - Revoke it. Change the lock.\n- **Burnt bread**\n  - Stop the oven\n", "Stolen key 0+2; Burnt bread 0+1")]
    [InlineData("- **Stolen key:** the door is open at night\n- **Burnt bread:** smoke in the room\n", "Stolen key 0+0; Burnt bread 0+0")]
    public void What_an_item_asks_for_is_a_step(string items, string expected) => Assert.Equal(expected, Cases("## Scenarios\n\n" + items));

    [Theory]
    [InlineData("| # | Scenario | Severity |\n|-|-|-|\n| 1 | Stolen key | P1 |\n| 2 | Burnt bread | P2 |\n", "Stolen key P1 0+0; Burnt bread P2 0+0")]
    [InlineData("| No. | Scenario | Severity |\n|-|-|-|\n| 1 | Stolen key | P1 |\n| 2 | Burnt bread | P2 |\n", "Stolen key P1 0+0; Burnt bread P2 0+0")]
    [InlineData("| Category | Examples |\n|-|-|\n| Theft | key, bread |\n| Fire | oven, room |\n", "")]
    public void A_table_of_scenarios_names_them_beside_their_numbers(string table, string expected) => Assert.Equal(expected, Cases(Levels + "## Incident types\n\n" + table));

    [Fact]
    public void A_bold_sentence_is_no_title()
    {
        Scenario scenario = Assert.Single(Compile(Levels + "## Scenarios\n\n### Wrong bread\n\n**Severity: P1. This is the worst of all.**\n\n**Symptoms:** Guests frown. Or weep.\n\n**Step 1: Taste**\n\n- the bread\n").Scenarios);
        Assert.Equal(("P1", 2), (scenario.Severity, scenario.Symptoms.Count));
    }

    [Fact]
    public void Boxes_beside_causes_and_signs_are_no_tasks()
    {
        Procedure procedure = Compile("## Scenarios\n\n### Scenario A: Cold oven\n\n**Symptoms:**\n- [ ] no smoke\n\n**Likely causes:**\n- [ ] wet wood\n- [ ] no wood\n\n**Fix:**\n1. Dry it\n");
        Assert.Empty(procedure.Checklists);
        Assert.Equal("Cold oven 1+1", Cases(procedure));
    }

    [Fact]
    public void What_shows_it_by_commands_is_no_step_where_steps_stand_apart() =>
        Assert.Equal("Cold oven 0+2", Cases("## Scenarios\n\n### Scenario 1: Cold oven\n\n#### Detection\n\n```bash\n# Look at the fire\nshow fire\n```\n\n#### Resolution\n\n1. Bring wood\n2. Light it\n"));

    [Theory]
    [InlineData("Version 1.0 (final)")]
    [InlineData("v2.1 — draft")]
    [InlineData("Rev. 3")]
    public void A_version_is_no_case(string subtitle) =>
        Assert.Equal("Club too small 0+2; Vote is tied 0+1", Cases($"## Playbook\n\n### {subtitle}\n\n## 5. In the club\n\n### 5.1 Club too small\n\n**System behaviour:**\n- the lights go out\n\n**What the club should do:**\n- Call a vote\n- Write it down\n\n**What NOT to do:**\n- Hand out hats\n\n### 5.2 Vote is tied\n\n**System behaviour:**\n- nothing\n\n**What the club should do:**\n- Vote again\n"));

    [Theory]
    [InlineData("Slow bread — P2/P1 (feasts)", "Slow bread P2 0+2")]
    [InlineData("Slow bread – P1(feasts)/P2(others)", "Slow bread P1 0+2")]
    [InlineData("Slow bread | P2 or P1", "Slow bread P2 0+2")]
    public void Levels_behind_a_name_are_no_part_of_it(string heading, string expected) =>
        Assert.Equal(expected, Cases(Levels + $"## Scenarios\n\n### {heading}\n\n1. look\n2. wait\n"));

    [Theory]
    [InlineData("## Emergency procedures\n\n### Stop the mill\n\n```bash\nmill stop\n```\n\n### Restore the mill\n\n```bash\nmill start\n```\n", "Stop the mill 0+1; Restore the mill 0+1")]
    [InlineData("## 2. Diagnosis flows\n\n### Bread is cold\n\n- touch it\n- ask\n\n### Bread not sold\n\n- look\n", "Bread is cold 0+2; Bread not sold 0+1")]
    [InlineData("## 2. Fluxos de diagnostico rapido\n\n### Pao frio\n\n- Verificar\n- Validar\n\n### Pao nao vendido\n\n- Verificar\n", "Pao frio 0+2; Pao nao vendido 0+1")]
    public void Emergencies_and_diagnoses_hold_cases(string guide, string expected) => Assert.Equal(expected, Cases(guide));

    [Fact]
    public void A_korean_word_may_bear_its_particle()
    {
        Procedure procedure = ProcedureCompiler.Compile("# 안내\n\n## 심각도 분류\n\n| 등급 | 정의 | 대응 시한 |\n|-|-|-|\n| SEV1 | 빵이 없음 | 즉시 |\n| SEV2 | 빵이 적음 | 당일 |\n\n## 시나리오별 플레이북\n\n### A. 열쇠 분실 — SEV1\n\n1. 찾기\n2. 교체\n\n### B. 빵이 탐 — SEV2\n\n1. 끄기\n2. 환기\n", "guide.md");
        Assert.Equal("열쇠 분실 SEV1 0+2; 빵이 탐 SEV2 0+2", Cases(procedure));
        Assert.Equal([0, 1440], procedure.Severities.Select(level => level.ResponseTime!.Value.TotalMinutes));
    }

    [Fact]
    public void Counted_comments_and_headings_above_commands_are_done_in_a_phase()
    {
        Procedure procedure = Compile("## Response phases\n\n### Phase 1: Eradication\n\n#### 1.1 Mend it\n\n```bash\n# 1. Sweep\nsweep floor\n# 2. Paint\npaint wall\n```\n\n### Phase 2: Recovery\n\n#### 2.1 Look at the oven\n\n```bash\noven status\n```\n\n#### 2.2 Light it\n\n```bash\noven on\n```\n");
        Assert.Equal(["Sweep", "Paint"], procedure.Phases[0].Activities.Select(activity => activity.Text));
        Assert.Equal(["Look at the oven", "Light it"], procedure.Phases[1].Activities.Select(activity => activity.Text));
        Assert.Equal(["oven status", "oven on"], procedure.Phases[1].Commands);
    }
}
