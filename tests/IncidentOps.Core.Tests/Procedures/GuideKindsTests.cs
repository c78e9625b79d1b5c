using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The kinds of writing that public guides have, each in the smallest guide that shows it.</summary>
public sealed class GuideKindsTests
{
    private static Procedure Compile(string guide) => ProcedureCompiler.Compile(guide, "guide.md");

    private static string Levels(Procedure procedure) =>
        string.Join(", ", procedure.Severities.Select(level => $"{level.Name}/{level.Label}/{level.ResponseTime?.TotalMinutes}"));

    [Theory]
    [InlineData("## Severity\n\n### P0 - Critical\n\nResponse time: 5 min\n\n### P1 - High\n\nResponse time: 1 h\n", "P0/Critical/5, P1/High/60")]
    [InlineData("## Severity\n\n### Critical (P0)\n\n**Response Time:** < 5 min\n\n### High (P1)\n\n**Response Time:** 1 h\n", "P0/Critical/5, P1/High/60")]
    [InlineData("## Severity\n\n#### SEV-1: Critical (Response Time: 15 minutes)\n\nx\n\n#### SEV-2: Major (Response Time: 1 hour)\n\ny\n", "SEV-1/Critical/15, SEV-2/Major/60")]
    [InlineData("## Severity\n\n- **P0 Critical**: all gone → **Immediate**\n- **P1 High**: much gone → **2 hours**\n", "P0/Critical/0, P1/High/120")]
    [InlineData("## Severity\n\n- `SEV-1`: all gone\n- `SEV-2`: High-risk, not all gone\n", "SEV-1//, SEV-2//")]
    [InlineData("## Priorities\n\n|Class|Type|Response time|\n|-|-|-|\n|#P1|Critical|20 minutes|\n|#P2|Major|1 business day|\n", "P1/Critical/20, P2/Major/1440")]
    [InlineData("## Severity\n\n| | P0 | P1 |\n|-|-|-|\n| Definition | all gone | some gone |\n| Response time | 5 min | 30 min |\n", "P0//5, P1//30")]
    [InlineData("## Severity Levels\n\n| Level | What | Response |\n|-|-|-|\n| Low | little | 1 day |\n| High | much | 1 hour |\n| Critical | all | 5 min |\n", "Critical//5, High//60, Low//1440")]
    [InlineData("## Severity\n\n**P0/P1 - Critical/High**: gone\n\n**P2 - Medium**: slow\n", "P0/Critical/, P1/High/, P2/Medium/")]
    [InlineData("## Severity\n\n| Sev | Meaning |\n|-|-|\n| P0 | all gone |\n| P1 | some gone |\n\n## Response times\n\n- P0: 5 minutes\n- P1: 30 minutes\n", "P0//5, P1//30")]
    [InlineData("## Schweregrade\n\n| Stufe | Beschreibung | Reaktionszeit |\n|-|-|-|\n| P1 | alles | 15 Minuten |\n| P2 | manches | 4 Stunden |\n", "P1//15, P2//240")]
    [InlineData("## Severidades\n\n| Sev | Significado | Tiempo de reacción |\n|-|-|-|\n| P0 | todo | <15 min |\n| P1 | algo | 2 horas |\n", "P0//15, P1//120")]
    [InlineData("## 严重程度\n\n| 级别 | 描述 | 响应时间 |\n|-|-|-|\n| P0 | 全部 | 15分钟 |\n| P1 | 部分 | 1小时 |\n", "P0//15, P1//60")]
    [InlineData("## Severity\n\n### Critical (P0)\n\n```yaml\nResponse Time: < 1 minute\nCharacteristics:\n  - all gone\n```\n\n### High (P1)\n\n```yaml\nResponse Time: < 5 minutes\n```\n", "P0/Critical/1, P1/High/5")]
    [InlineData("<table><tr><th>Severity</th><th>What</th></tr><tr><td>SEV-1</td><td>all<ul><li>a</li><li>b</li></ul></td></tr><tr><td>SEV-2</td><td>some</td></tr></table>\n", "SEV-1//, SEV-2//")]
    public void Severities_in_every_dress(string guide, string expected) => Assert.Equal(expected, Levels(Compile("# Guide\n\n" + guide)));

    [Theory]
    [InlineData("| Risk Level | Probability | Impact |\n|-|-|-|\n| High | High | High |\n| Low | Low | Low |\n")]
    [InlineData("## Scenarios\n\n| Alert | Severity | Action |\n|-|-|-|\n| disk | P1 | a |\n| cpu | P1 | b |\n| net | P2 | c |\n")]
    [InlineData("## Template\n\n```\nSeverity: P0 (Critical) / P1 (High)\n```\n")]
    public void What_only_mentions_severities_defines_none(string guide) => Assert.Empty(Compile("# Guide\n\n" + guide).Severities);

    [Theory]
    [InlineData("- Post updates every 15 minutes for P0\n- Post updates every 30 minutes for P1\n")]
    [InlineData("- P0: every 15 minutes\n- P1: every 30 minutes\n")]
    [InlineData("| Phase | Update Frequency |\n|-|-|\n| Active P0 | Every 15 minutes |\n| Active P1 | Every 30 minutes |\n")]
    [InlineData("**P0**: status every 15 minutes, **P1**: status every 30 minutes\n")]
    public void Update_frequencies_stand_elsewhere(string cadence)
    {
        Procedure procedure = Compile($"# Guide\n\n## Severity\n\n- **P0**: all gone\n- **P1**: some gone\n\n## Communication\n\n{cadence}");
        Assert.Equal([15, 30], procedure.Severities.Select(level => level.UpdateInterval?.TotalMinutes));
    }

    [Theory]
    [InlineData("1. **L1**: On-Call (5 min)\n2. **L2**: Team Lead (15 min)\n3. **L3**: CTO (1 hour)\n")]
    [InlineData("### Level 1 - On-Call\n\n- After: 5 min\n\n### Level 2 - Team Lead\n\n- After: 15 min\n\n### Level 3 - CTO\n\n- After: 1 hour\n")]
    [InlineData("| Level | Contact | After |\n|-|-|-|\n| L1 | On-Call | 5 min |\n| L2 | Team Lead | 15 min |\n| L3 | CTO | 1 hour |\n")]
    [InlineData("On-Call (5 min) → Team Lead (15 min) → CTO (1 hour)\n")]
    [InlineData("```\nAlert fires (pager)\n  |\n  v\nOn-Call (5 min)\n  |-- can mend? --> mend it\n  v (after 15 min)\nTeam Lead\n  |\n  v (after 1 hour)\nCTO\n```\n")]
    [InlineData("```\n5-15 min: On-Call responds\n15-60 min: Team Lead notified\n60+ min: CTO notified\n```\n")]
    public void Escalation_paths_in_every_dress(string path)
    {
        Procedure procedure = Compile($"# Guide\n\n## Escalation Path\n\n{path}");
        Assert.Equal("On-Call 5, Team Lead 15, CTO 60", string.Join(", ", procedure.EscalationLevels.Select(level => $"{level.Name} {level.After?.TotalMinutes}")));
    }

    [Theory]
    [InlineData("**Steps:**\n\n1. look\n2. mend\n")]
    [InlineData("**Steps:**\n\n1. look\n```bash\nls\n```\n\n2. mend\n```bash\nrm x\n```\n")]
    [InlineData("```bash\n# 1. look\nls\n\n# 2. mend\nrm x\n```\n")]
    [InlineData("```bash\n# look\nls\n\n# mend\nrm x\n```\n")]
    [InlineData("1. **Immediate Actions:**\n   - look\n   - mend\n")]
    [InlineData("#### Step 1: look\n\n```bash\nls\n```\n\n#### Step 2: mend\n")]
    public void Steps_in_every_dress(string steps)
    {
        Procedure procedure = Compile($"# Guide\n\n## Common Incident Scenarios\n\n### 1. Disk full (P1)\n\n**Symptoms:**\n- writes fail\n\n{steps}");
        Scenario scenario = Assert.Single(procedure.Scenarios);
        Assert.Equal(("Disk full", "P1", "writes fail"), (scenario.Name, scenario.Severity, Assert.Single(scenario.Symptoms)));
        Assert.Equal(["look", "mend"], scenario.Steps.Select(step => step.Text));
    }

    [Fact]
    public void Exercises_and_templates_are_not_taken_for_the_real_thing()
    {
        Procedure procedure = Compile(
            "# Guide\n\n## Tabletop Exercises\n\n### Scenario A: Flood\n\n1. swim\n\n## Post-Mortem Template\n\n### Timeline\n\n- [ ] a task of the template that is long enough\n\n### Scenario\n\n1. x\n");
        Assert.Empty(procedure.Scenarios);
        Assert.Empty(procedure.Checklists);
        Assert.StartsWith("### Timeline", procedure.PostMortemTemplate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phase_may_be_called_escalation_and_carry_its_time()
    {
        Procedure procedure = Compile("# Guide\n\n## Response Process\n\n### Phase 1: Detection (0-5 minutes)\n\n- look\n\n### Phase 2: Escalation (5-10 minutes)\n\n- call\n\n### Phase 3: Fix\n\n- [ ] mend\n");
        Assert.Equal(["Detection", "Escalation", "Fix"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("5-10 minutes", procedure.Phases[1].Window);
        Assert.Equal("Fix", Assert.Single(procedure.Checklists).Phase);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("---\ntitle: x\n---\n\n")]
    [InlineData("<!-- x -->\n\n<div align=\"center\">\n\n")]
    public void Beginnings_do_not_matter(string head)
    {
        string guide = head + "# Guide\n\n## 🚨 Severity\n\n- **P0**: all gone, 5 minutes\n- **P1**: some gone, 1 hour\n";
        Assert.Equal("P0//, P1//", Levels(Compile(guide.Replace("\n", "\r\n", StringComparison.Ordinal))).Replace("5", "", StringComparison.Ordinal).Replace("60", "", StringComparison.Ordinal));
        Assert.Equal("Guide", Compile(guide).Title);
    }

    [Fact]
    public void Misdecoded_text_is_repaired_run_by_run()
    {
        Procedure procedure = Compile("# GuÃ­a â€“ cafÃ© Â· déjà vu ðŸš¨\n\nIt costs 5 € and Ã is a letter.\n");
        Assert.Equal("Guía – café · déjà vu 🚨", procedure.Title);
        Assert.Equal(1, Assert.Single(procedure.Findings, finding => finding.RuleId == "guide/misdecoded-text").Line);
    }

    [Theory]
    [InlineData("## Post-Mortem\n\nThe post-mortem is held within 48 hours.\n", 48)]
    [InlineData("## Post-Incident\n\n### Within 24 hours\n\n- debrief\n\n### Within 7 days\n\n- post-mortem report\n", 168)]
    [InlineData("## Lessons Learned\n\n**Actions** (within 5 business days):\n\n1. meet\n", 120)]
    [InlineData("## Post-Incident\n\n### Immediate Actions (within 1 hour)\n\n- thank people\n", null)]
    public void Post_mortem_deadlines(string guide, int? hours) => Assert.Equal(hours, Compile("# Guide\n\n" + guide).PostMortemWithin?.TotalHours);

    [Theory]
    [InlineData("[Name]")]
    [InlineData("TBD")]
    [InlineData("<phone>")]
    [InlineData("+1-XXX-XXX-XXXX")]
    [InlineData("{{ phone }}")]
    [InlineData("_______")]
    [InlineData("@[handle]")]
    public void Unfilled_contacts_have_no_value(string blank)
    {
        Procedure procedure = Compile($"# Guide\n\n## Contacts\n\n- CTO: {blank}\n- Ops: ops@corp.net\n");
        Assert.Equal([null, "ops@corp.net"], procedure.Contacts.Select(contact => contact.Value));
    }
}
