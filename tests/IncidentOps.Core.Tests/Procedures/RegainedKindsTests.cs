using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Lists that lost their marks, cases told by their neighbours, pages that are the process, and times told beside the levels.</summary>
public sealed class RegainedKindsTests
{
    private const string Levels = "## Severity\n\n| Sev | Meaning |\n|-|-|\n| SEV-1 | gone |\n| SEV-2 | slow |\n\n";

    private static string Names(Procedure procedure) => string.Join("; ", procedure.Scenarios.Select(scenario => $"{scenario.Name} {scenario.Severity} {scenario.Symptoms.Count} {scenario.Steps.Count}"));

    [Fact]
    public void Lists_without_their_marks_are_lists_again()
    {
        string[] other = [.. Enumerable.Range(1, 12).Select(i => $"Thing {i}")];
        string guide = string.Join("\n\n", [
            "## INCIDENT PRIORITY LEVELS", "P1 Critical", "Oven gone", "Bakery on fire", "---", "P2 High", "Oven cold", "Flour short",
            "## INCIDENT RESPONSE FLOW", "Detect", "↓", "Contain", "↓", "Investigate", "↓", "Recover", "↓", "Write it down",
            "## OVEN INCIDENTS", "Examples", "Smoke", "Strange smell", "---", "Immediate Actions", "Shut the lid", "Call the smith", "Look inside",
            "## TILL INCIDENTS", "Examples", "Money gone", "Drawer stuck", "---", "Immediate Actions", "Lock the till", "Count the money",
            "## EVIDENCE", .. other, "## STORES", .. other]);
        Procedure procedure = Compile(guide + "\n");
        Assert.Equal(["P1 Critical 2", "P2 High 2"], procedure.Severities.Select(level => $"{level.Name} {level.Label} {level.Examples.Count}"));
        Assert.Equal(["Detect", "Contain", "Investigate", "Recover", "Write it down"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("OVEN INCIDENTS  2 3; TILL INCIDENTS  2 2", Names(procedure));
    }

    [Theory]
    [InlineData("## Security Incidents\n\n### Severity Mapping\n\n| Incident Type | Severity |\n|-|-|\n| Stolen key (any) | SEV-1 |\n| Leak in logs/git | SEV-2 |\n\n### Stolen Key\n\n**Symptoms**: it is gone.\n\n1. lock\n2. tell\n\n### Leak in Logs or Git\n\n**Symptoms**: it is seen.\n\n1. purge\n2. tell\n", "Stolen Key SEV-1 1 2; Leak in Logs or Git SEV-2 1 2")]
    [InlineData("## Ovens\n\n### Oven down\n\n**Symptoms:**\n- cold\n\n1. heat\n2. wait\n\n### Fan down\n\n**Symptoms:**\n- hot\n\n1. cool\n2. wait\n\n### Door broken\n\n**Symptoms:**\n- open\n\n1. shut\n2. wait\n\n### Key leaked\n\n**Order to hold:**\n\n1. lock\n2. tell\n", "Oven down  1 2; Fan down  1 2; Door broken  1 2; Key leaked  0 2")]
    [InlineData("## Oven Failures\n\nWords.\n\n### Step 1: Look\n\n```bash\nls\n```\n\n### Step 2: Heat\n\n```bash\nls\n```\n\n### Step 3: Wait\n\n**Option A** (first):\n\n```bash\nls\n```\n\n**Step 4: Taste**\n\n```bash\nls\n```\n\n## Order Replay\n\n### Step 1: Stop\n\n- a\n\n### Step 2: Replay\n\n- b\n\n### Step 3: Count\n\n- c\n\n## Ledger Violations\n\n### Step 1: Read\n\n- a\n\n### Step 2: Mend\n\n- b\n\n### Step 3: Count\n\n- c\n", "Oven Failures  0 4; Order Replay  0 3; Ledger Violations  0 3")]
    [InlineData("## Playbooks\n\n### Foreign Orders\n\n```\n1. CRITICAL: This is a SEV-1 by default\n2. Stop the till\n```\n\n### Lost Orders\n\n1. look\n2. count\n\nThe worst of all. Treat it as\nSEV-1 in every case.\n", "Foreign Orders SEV-1 0 2; Lost Orders SEV-1 0 2")]
    [InlineData("## SEV-1: Oven Compromise\n\n### Compliance Mapping\n\n- rule 12\n- rule 13\n\n### Indicators\n\n- smoke\n- smell\n\n### Response\n\n1. lid\n2. water\n\n## SEV-2: Till Compromise\n\n### Indicators\n\n- noise\n\n### Response\n\n1. lock\n2. tell\n", "Oven Compromise SEV-1 2 2; Till Compromise SEV-2 1 2")]
    [InlineData("## Theft Incident Protocol\n\n### Immediate Actions\n\n1. **Look** at once\n2. **Tell** the guard\n\n## Data Breach Procedure\n\n1. Stop it\n2. Tell it\n", "Theft Incident Protocol  0 2; Data Breach Procedure  0 2")]
    [InlineData("## 2. Stolen Key\n\n- **Detect:** It is gone.\n- **Contain:** Lock the door.\n- **Preserve:** Keep the log.\n- **Recover:** Make a new one.\n\n## 3. Broken Door\n\n- **Detect:** It hangs.\n- **Contain:** Nail it.\n- **Preserve:** Keep the wood.\n- **Recover:** Hang a new one.\n", "Stolen Key  1 2; Broken Door  1 2")]
    public void Cases_are_told_by_what_stands_beside_them(string guide, string expected) =>
        Assert.Equal(expected, Names(Compile(Levels + guide)));

    [Theory]
    [InlineData("## Playbooks\n\n### Oven cold\n\n1. heat\n2. wait\n\n### Till stuck\n\n1. push\n2. pull\n\n## Recovery Procedures\n\n### Ledger Rollback\n\n```bash\nls\n```\n\n### Order Replay\n\n```bash\nls\n```\n")]
    [InlineData("## Playbooks\n\n### Oven cold\n\n1. heat\n2. wait\n\n### Till stuck\n\n1. push\n2. pull\n\n## Recovery Procedures\n\n### Restoration Checklist\n\n```\n□ heat\n□ taste\n```\n\n### Post-Incident Review\n\n1. when\n2. why\n")]
    public void Recovery_of_no_trouble_is_no_case(string guide) =>
        Assert.Equal("Oven cold  0 2; Till stuck  0 2", Names(Compile(Levels + guide)));

    [Fact]
    public void A_path_told_within_one_case_is_a_path()
    {
        Procedure procedure = Compile(Levels + "## SEV-1: Key Compromise\n\n### Indicators\n\n- smoke\n\n### Escalation Chain\n\n1. **Immediate**: Duty engineer\n2. **15 minutes**: Security director\n3. **1 hour**: CTO\n\n### Response\n\n1. lid\n2. water\n\n## SEV-2: Till Compromise\n\n### Indicators\n\n- noise\n\n### Response\n\n1. lock\n2. tell\n");
        Assert.Equal([("Duty engineer", 0.0), ("Security director", 15.0), ("CTO", 60.0)], procedure.EscalationLevels.Select(level => (level.Name, level.After!.Value.TotalMinutes)));
        Assert.All(procedure.EscalationLevels, level => Assert.Equal(["SEV-1"], level.Severities));
        Assert.Equal(2, procedure.Scenarios[0].Steps.Count);
    }

    [Theory]
    [InlineData("## Quick Reference\n\n| Severity | Response Time |\n|-|-|\n| SEV-1 | 15 min |\n| SEV-2 | 1 hour |\n\n**Emergency Contacts:**\n- Master: [PHONE]\n- Lawyer: [PHONE]\n", "Master=; Lawyer=")]
    [InlineData("## Contacts\n\n### Outside\n\n**Smith:**\n- smith@mill.test\n\n**Lawyer:**\n- [Contact TBD]\n", "Smith=smith@mill.test; Lawyer=")]
    [InlineData("## Roles\n\n### Technical Lead\n\n- **Primary Contact**: tech@mill.test\n- **Responsibilities**:\n  - looks\n\n### Security Analyst\n\n- **Primary Contact**: sec@mill.test\n- **Responsibilities**:\n  - reads\n", "Technical Lead=tech@mill.test; Security Analyst=sec@mill.test")]
    [InlineData("## Reporting Channels\n\n- Mailbox: `safe@mill.test`\n- At night: the guard at the door\n", "Mailbox=safe@mill.test")]
    public void Whom_to_reach_is_told_in_passing(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile(guide).Contacts.Select(contact => $"{contact.Name}={contact.Value}")));

    [Theory]
    [InlineData("## Response\n\n### SEV-1 Response Checklist\n\n```\n□ 1. Look\n□ 2. 15-min status updates until it is over\n```\n", "SEV-1  15; SEV-2  ")]
    [InlineData("## Alert Channels\n\n- **SEV-1**: phone\n- **SEV-2**: daily digest\n", "SEV-1  ; SEV-2  ")]
    [InlineData("## Detection\n\n### Alert Tiers\n\n- **Tier 1 (Immediate)**: SEV-1 incidents\n- **Tier 2 (Within 1 hour)**: SEV-2 incidents\n", "SEV-1 0 ; SEV-2 60 ")]
    public void Times_of_levels_stand_apart(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile(Levels + guide).Severities.Select(level => $"{level.Name} {level.ResponseTime?.TotalMinutes} {level.UpdateInterval?.TotalMinutes}")));

    [Fact]
    public void Levels_are_told_by_conditions() =>
        Assert.Equal([("High", "Nobody gets in"), ("Medium", "One oven is cold"), ("Critical", "It burns")], Compile("## 1. Classify the incident\n\n1. Look.\n2. Assign severity:\n   - Nobody gets in → _High_.\n   - One oven is cold → _Medium_.\n   - It burns → _Critical_.\n").Severities.Select(level => (level.Name, level.Definition ?? string.Empty)).OrderBy(level => level.Name == "Critical" ? 2 : level.Name == "Medium" ? 1 : 0));

    [Fact]
    public void Thai_is_read()
    {
        Procedure procedure = Compile("## Severity model\n\n| Level | ความหมาย | ตัวอย่าง | ตอบสนอง |\n|-|-|-|-|\n| **P0** | Critical — ระบบล่ม | เงินหาย · ข้อมูลหาย | ทันที |\n| **P1** | High — ช้า | ช้ามาก · ช้า | < 1 ชม. |\n\n## Communication\n\n- P0: update ทุก 30 นาที\n- P1: update รายชั่วโมง\n- ส่ง postmortem ภายใน 48 ชม.\n");
        Assert.Equal(["P0 0 30 2", "P1 60 60 2"], procedure.Severities.Select(level => $"{level.Name} {level.ResponseTime?.TotalMinutes} {level.UpdateInterval?.TotalMinutes} {level.Examples.Count}"));
        Assert.Equal(48, procedure.PostMortemWithin?.TotalHours);
    }

    [Theory]
    [InlineData("# Guide\n\n## Response Flow\n\n1. Detect and classify it.\n2. Contain it (lid first).\n3. Collect evidence:\n   - ash\n   - smoke\n4. Recover:\n   - heat\n5. Confirm recovery with a loaf.\n6. Record what was learned.\n", "Detect and classify it; Contain it; Collect evidence; Recover; Confirm recovery with a loaf; Record what was learned")]
    [InlineData("# Incident Response Process\n\n## Confirm that it is one\n\nWords.\n\n## Declare an incident\n\n### First steps\n\n1. ring\n2. call\n\n## Ensure that somebody leads\n\nWords.\n\n## Fixing the problem\n\n- try\n\n## Post incident\n\n- learn\n", "Confirm that it is one; Declare an incident; Ensure that somebody leads; Fixing the problem; Post incident")]
    public void A_page_or_a_list_is_the_course(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", ProcedureCompiler.Compile(guide, "guide.md").Phases.Select(phase => phase.Name)));

    [Theory]
    [InlineData("## Scenario 1: Oven cold\n\n### Symptoms\n\n- cold\n\n### Immediate Actions\n\n1. heat\n2. wait\n\n### User Communication\n\n> \"The oven is cold, your order [NUMBER] is late.\"\n", "User Communication [NUMBER]")]
    [InlineData("## Communication Templates\n\n### Summary\n\n```\nIncident Report: [Title]\n\nSummary:\n[Words]\n\nImpact:\n[Words]\n\nRoot Cause:\n[Cause]\n\nFull post-mortem: [Link]\n```\n", "Summary [Title|Words|Cause|Link]")]
    [InlineData("## Process\n\n### Phase 1: Detection\n\n- look\n\n### Phase 2: Communication\n\n**Social Media (P0 only):**\n\n```\nTweet:\n\nWe know that the oven is cold and are heating it again.\n```\n\n### Phase 3: Recovery\n\n- heat\n", "Social Media []")]
    public void Messages_stand_where_they_are_sent(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile(guide).Templates.Select(template => $"{template.Name} [{string.Join('|', template.Placeholders)}]")));
}
