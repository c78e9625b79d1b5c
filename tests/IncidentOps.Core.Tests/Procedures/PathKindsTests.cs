using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Further ways in which guides draw, list and tabulate the path of escalation, and addresses beside it.</summary>
public sealed class PathKindsTests
{
    private const string Severities = "## Severity\n\n| Sev | Meaning |\n|-|-|\n| P1 | gone |\n| P2 | slow |\n\n";

    private static Procedure Compile(string guide) => ProcedureCompiler.Compile("# Guide\n\n" + Severities + guide, "guide.md");

    private static string Levels(string guide) =>
        string.Join("; ", Compile(guide).EscalationLevels.Select(level => $"{level.Name} {level.After?.TotalMinutes} {string.Join(',', level.Severities)}"));

    private static string Contacts(string guide) => string.Join("; ", Compile(guide).Contacts.Select(contact => $"{contact.Name}={contact.Value}"));

    [Theory]
    [InlineData("## Escalación\n\n```\n┌──────────────────┐\n│ Nivel 1: Watch   │\n│ Tiempo: 0-15 min │\n│ Acción: mirar    │\n├──────────────────┤\n│ Nivel 2: Baker   │\n│ Tiempo: 15-30 min│\n│ Acción: hornear  │\n└──────────────────┘\n```\n", "Watch 0 P1,P2; Baker 15 P1,P2")]
    [InlineData("## Team\n\n### Roles\n\n- **Baker:** bakes\n\n### Escalation\n\n```\nLevel 1: Watch\nLevel 2: Baker\n```\n", "Watch  P1,P2; Baker  P1,P2")]
    [InlineData("## Contacts and escalation path\n\n```\nFIRST CALL\n  Role:  Watch\n  When:  any of them\n\nESCALATION 1 — Baker\n  When:  P1 unresolved after 1 hour\n  How:   Phone\n\nOUTSIDE\n  Mill:  mill@flour.test\n```\n", "FIRST CALL  P1,P2; Baker 60 P1")]
    [InlineData("## Escalation\n\n```\nP2 (slow) → Watch → look within a day\nP1 (gone) → Baker → all hands\n```\n", "Watch  P2; Baker  P1")]
    [InlineData("## Escalation\n\n```\nL1: Watch\n    |\n    v (P1/P2 not resolved in 30 min)\nL2: Baker\n    |\n    v (P1 not resolved in 1 hour)\nL3: Mayor\n```\n", "Watch  P1,P2; Baker 30 P1,P2; Mayor 60 P1")]
    [InlineData("## Escalation\n\n| Time | State | Notify |\n|-|-|-|\n| T+5 | open | Escalate to the second baker |\n| T+10 (P1) | open | Page the manager |\n", "second baker 5 P1,P2; manager 10 P1")]
    [InlineData("## Escalation\n\n| Condition | Escalate to |\n|-|-|\n| P1 + 15 min unanswered | Team lead |\n| P2 + 4 hours | Manager |\n", "Team lead 15 P1; Manager 240 P2")]
    [InlineData("## Escalation matrix\n\n### P1 - gone\n\n| Time | Deed | Who |\n|-|-|-|\n| Immediate | page | Engineer |\n| +20 minutes | call | Director |\n\n### P2 - slow\n\n| Time | Deed | Who |\n|-|-|-|\n| +4 hours | mail | Director |\n", "Engineer 0 P1; Director 20 P1; Director 240 P2")]
    [InlineData("## Escalation path\n\n### On-Call Engineer\n\n- **Responsibilities:** looks\n\n### Team Lead\n\n- **Escalation:** if not resolved in 30 minutes\n- **Responsibilities:** decides\n\n### CTO\n\n- **Escalation:** P1\n", "On-Call Engineer  P1,P2; Team Lead 30 P1,P2; CTO  P1")]
    [InlineData("## Organisation\n\n1. **Meals**\n   - bread\n2. **Escalation path**\n   - Team lead\n   - Manager\n   - Mayor\n", "Team lead  P1,P2; Manager  P1,P2; Mayor  P1,P2")]
    [InlineData("## Internal communication\n\n1. Channels:\n   - chat\n2. Escalation Process:\n   ```\n   Engineer -> Lead -> CTO\n   ```\n", "Engineer  P1,P2; Lead  P1,P2; CTO  P1,P2")]
    [InlineData("## Escalation flow\n\n1. Acknowledge the page within 5 minutes.\n2. Page the primary. If unreachable in 10 minutes, page the secondary.\n3. P1 only: page the platform lead at `+30 min`.\n\n## Escalation contacts\n\n| Role | Routing |\n|-|-|\n| Primary | Pager a |\n| Lead | Pager b |\n", "primary  P1,P2; secondary 10 P1,P2; platform lead 30 P1")]
    [InlineData("## About\n\n**Owner:** on-call engineer → team lead → CTO\n\n## Baking\n\n- bake\n", "on-call engineer  P1,P2; team lead  P1,P2; CTO  P1,P2")]
    [InlineData("## Escalation contacts\n\n```\nTeam lead: [NAME] [PHONE]\nDirector: [EMAIL]\n```\n", "Team lead  P1,P2; Director  P1,P2")]
    [InlineData("## Contact Roles\n\n| Role | Responsibility | Escalation Order |\n|-|-|-|\n| Engineer | looks | 1 |\n| Lead | decides | 2 (P1) |\n", "Engineer  P1,P2; Lead  P1")]
    [InlineData("## Escalation\n\n| Case | Deed |\n|-|-|\n| P1 unsolved for 30 min | → Mayor |\n| P2 unsolved for 2h | → Baker |\n| Several mills | → Guild |\n", "Mayor 30 P1; Baker 120 P2; Guild  P1,P2")]
    [InlineData("## Escalation path\n\n1. **Level 1:** Bread is burnt → Oven Officer notified\n2. **Level 2:** Mill stands still → Engage the guild\n", "Oven Officer  P1,P2; guild  P1,P2")]
    [InlineData("## Escalation path\n\n- **Level 1:** Baker\n- **Immediate escalation:**\n  1. Notify the mayor\n  2. Open a chat\n", "Baker  P1,P2; mayor 0 P1,P2")]
    [InlineData("## Escalation matrix\n\n| Severity | L1 (First watch) | L2 (Bakery) |\n|-|-|-|\n| P1 | Baker → Lead | Lead |\n| P2 | Baker | - |\n", "First watch  P1,P2; Bakery  P1")]
    [InlineData("## Escalation\n\nBaker → `@bakers/ovens` → `@bakers/all`\n", "Baker  P1,P2; @bakers/ovens  P1,P2; @bakers/all  P1,P2")]
    [InlineData("## Escalation policy\n\n- If not acknowledged in 5 minutes, page the secondary on-call.\n- If not resolved in 30 minutes, call the engineering manager.\n- If it lasts for more than 2 hours, call the CTO.\n", "secondary on-call 5 P1,P2; engineering manager 30 P1,P2; CTO 120 P1,P2")]
    [InlineData("## Escalation\n\n1. Page the on-call engineer.\n2. After 15 minutes without an answer, page the backup.\n3. For P1, call the CTO at once.\n", "on-call engineer  P1,P2; backup 15 P1,P2; CTO 0 P1")]
    [InlineData("## Escalation\n\nIf there is no answer within 10 minutes, escalate to the team lead. After an hour, notify the director by phone.\n", "team lead 10 P1,P2; director 60 P1,P2")]
    [InlineData("## Escalation paths\n\n### Oven escalation\n\n1. **Duty engineer** (P2)\n2. **Head of ovens**\n\n### Theft escalation\n\n1. **Security officer**\n2. **Mayor's office manager**\n", "Duty engineer  P2; Head of ovens  P1,P2; Security officer  P1,P2; Mayor's office manager  P1,P2")]
    [InlineData("## Escalation paths\n\n### P1 - gone\n\n1. **T+5 min** — Team lead assigned, table set\n2. **T+15 min** — Manager / Director briefed\n3. **T+60 min** — News drafted for the paper\n\n### P2 - slow\n\n1. **T+15 min** — Duty engineer triages\n2. **T+4 hr** — Escalate to P1 if still slow\n", "Team lead 5 P1; Manager / Director 15 P1; Duty engineer 15 P2")]
    [InlineData("## Escalation\n\n### When to escalate\n\n```\nP1 burning for 15 minutes → Escalate\nSomething costs much → Escalate\n```\n\n### Escalation paths\n\n```\nDuty engineer\n    ↓\nManager\n\n[Beside: theft → Security team]\n```\n", "Duty engineer  P1,P2; Manager  P1,P2")]
    [InlineData("## On-call contacts\n\n- **Chat**: `#bread`\n- **Escalation**: Bakery manager → CTO\n", "Bakery manager  P1,P2; CTO  P1,P2")]
    [InlineData("## Escalation\n\n- Auto-escalate to on-call baker after 10 minutes unacknowledged\n- Escalate to Mill lead for burning P1\n- Escalate to Guard lead for theft\n", "on-call baker 10 P1,P2; Mill lead  P1; Guard lead  P1,P2")]
    [InlineData("## Escalation\n\n- If unacknowledged after 10 minutes, automatically escalated to the backup baker on-call\n- If it burns after 1 hour, auto-page the head of ovens\n", "backup baker on-call 10 P1,P2; head of ovens 60 P1,P2")]
    [InlineData("## Escalation paths\n\n### Who is on call\n\n```\nOven watch on-call\n├── Answers: P1\n└── Escalates to: Oven lead\n\nOven lead\n├── Decides\n└── Escalates to: Mill director\n\nMill director\n└── Pays\n```\n\n### Escalation triggers\n\n| Severity | Escalate if | To whom |\n|-|-|-|\n| P1 | Not out in 30 min | Mill director |\n| P2 | Not out in 1 day | Oven lead |\n", "Oven watch on-call  P1,P2; Oven lead  P1,P2; Mill director  P1,P2")]
    [InlineData("## Contacts and escalation\n\n### Contacts\n\n| Role | Person | Phone | Remark |\n|-|-|-|-|\n| 1st line | Duty baker | - | by the week |\n| 2nd line | Head baker | - | P1, P2 at once |\n| 3rd line | Mayor | - | only P1 |\n", "Duty baker  P1,P2; Head baker 0 P1,P2; Mayor  P1")]
    [InlineData("## 연락망 및 에스컬레이션\n\n### 연락망\n\n| 역할 | 담당 | 연락처 |\n|-|-|-|\n| 1차 대응 | 당직 담당자 | - |\n| 2차 에스컬레이션 | 팀장 (P1) | - |\n", "당직 담당자  P1,P2; 팀장  P1,P2")]
    public void Levels_in_further_dress(string guide, string expected) => Assert.Equal(expected, Levels(guide));

    [Theory]
    [InlineData("## Escalation\n\n```\nAlert\n  |\n  v\nIs the bread burnt?\n  |YES        |NO\n  v           v\nIs it on fire?   Is it cold?\n```\n")]
    [InlineData("## Escalation contacts\n\n```\nMill:   mill@flour.test\nGuild:  +1 555 010 0199\n```\n")]
    [InlineData("## Escalation contacts (external)\n\n- **Mill support:** mill@flour.test\n- **Lawyer team:** law@flour.test\n")]
    public void Decisions_and_addresses_are_no_levels(string guide) => Assert.Empty(Compile(guide).EscalationLevels);

    [Theory]
    [InlineData("## Escalation contacts\n\n```\nMill:   mill@flour.test\nGuild:  [in the vault]\n```\n", "Mill=mill@flour.test; Guild=")]
    [InlineData("## Roles\n\n| Role | Contact | Duty |\n|-|-|-|\n| Baker | baker@flour.test | bakes |\n| Miller | (same) | mills |\n| Lawyer | — | advises |\n", "Baker=baker@flour.test")]
    [InlineData("## Escalation\n\n### Bakers\n\n| Role | Email | Escalation |\n|-|-|-|\n| Baker | baker@flour.test | P1 |\n| Mayor | mayor@flour.test | P1 only |\n", "Baker=baker@flour.test; Mayor=mayor@flour.test")]
    [InlineData("## Contacts\n\n| Body | Contact | Method |\n|-|-|-|\n| Guild | guild@flour.test | Email |\n| Mill | mill.test/help | Form |\n", "Guild=guild@flour.test; Mill=mill.test/help")]
    [InlineData("## Contacts\n\n| Role | Primary Contact | Backup Contact |\n|-|-|-|\n| Baker | baker@flour.test | Mayor |\n", "Baker=baker@flour.test")]
    [InlineData("## Contacts\n\n- **Lawyer**: [to be filled in] (whenever the law is asked)\n", "Lawyer=")]
    [InlineData("## Contact methods\n\n- Who is on duty is kept up to date in the pager\n- All is said in the chat made for the incident\n", "")]
    [InlineData("## Contact Roles\n\n| Role | Responsibility | Escalation Order |\n|-|-|-|\n| Engineer | looks | 1 |\n| Lead | decides | 2 |\n", "")]
    [InlineData("## Contacts\n\n| Authority | Role | Contact |\n|-|-|-|\n| Guild | last word | guild@flour.test |\n| Mill | flour | <phone> |\n", "Guild=guild@flour.test; Mill=")]
    [InlineData("## Contacts\n\n| Area | Role | Contact |\n|-|-|-|\n| Bread | Baker | baker@flour.test |\n| Flour | Miller | miller@flour.test |\n", "Baker=baker@flour.test; Miller=miller@flour.test")]
    [InlineData("## Contacts\n\n| Contact | Details |\n|-|-|\n| Guild | `guild@flour.test` |\n| Mill | _[name, phone]_ |\n", "Guild=guild@flour.test; Mill=")]
    [InlineData("## Contacts\n\n**Mill post:**\n- mill@flour.test\n- Response time: a day\n", "Mill post=mill@flour.test")]
    [InlineData("## Escalation contacts (external)\n\n- **Mill support:** mill@flour.test\n- **Lawyer team:** law@flour.test\n", "Mill support=mill@flour.test; Lawyer team=law@flour.test")]
    [InlineData("## Reporting\n\nWhoever sees smoke says so:\n\n- Email: smoke@flour.test\n- Phone: +1 555 010 0199\n", "Email=smoke@flour.test; Phone=+1 555 010 0199")]
    [InlineData("## Reporting\n\n- Email: short and clear\n- Phone: never at night\n", "")]
    public void Contacts_in_further_dress(string guide, string expected) => Assert.Equal(expected, Contacts(guide));

    [Fact]
    public void Who_else_stands_beside_the_address_is_kept() =>
        Assert.Equal("Mayor", Compile("## Contacts\n\n| Role | Primary Contact | Backup Contact |\n|-|-|-|\n| Baker | baker@flour.test | Mayor |\n").Contacts.Single().Role);

    [Fact]
    public void Roles_in_their_order_are_roles() =>
        Assert.Equal(["Engineer", "Lead"], Compile("## Contact Roles\n\n| Role | Responsibility | Escalation Order |\n|-|-|-|\n| Engineer | looks | 1 |\n| Lead | decides | 2 |\n").Roles.Select(role => role.Name));

    [Theory]
    [InlineData("## On-call handover\n\n- The duty shifts every Monday at 10 AM.\n", true)]
    [InlineData("## Rotación de credenciales\n\n- Cada lunes a las 10:00.\n", false)]
    [InlineData("## Rotation des clés\n\n- Chaque lundi à 10:00.\n", false)]
    public void Duties_are_handed_over_and_keys_are_not(string guide, bool rotation) => Assert.Equal(rotation, Compile(guide).Rotation?.HandoffDay == DayOfWeek.Monday);

    [Fact]
    public void Where_the_last_level_says_when_to_escalate_each_says_it_of_itself()
    {
        Procedure procedure = Compile("## Escalation\n\n### Level 1: Baker on duty\n\n- First to look\n\n### Level 2: Master\n\n- Escalate if it lasts > 1 hour\n\n### Level 3: Owner\n\n- Escalate if flour is stolen\n");
        Assert.Equal([("Baker on duty", null), ("Master", 60.0), ("Owner", (double?)null)], procedure.EscalationLevels.Select(level => (level.Name, level.After?.TotalMinutes)));
    }

    [Fact]
    public void A_level_that_names_nobody_keeps_its_number()
    {
        Procedure procedure = Compile("## Escalation\n\n### Level 1 (0-15 minutes)\n\n- Look at the boards\n\n### Level 2 (15-30 minutes)\n\n- Call the master\n");
        Assert.Equal([("Level 1", 0.0), ("Level 2", 15.0)], procedure.EscalationLevels.Select(level => (level.Name, level.After!.Value.TotalMinutes)));
    }

    [Theory]
    [InlineData("## Escalation contacts\n\n```\nTeam lead: [NAME] [PHONE]\nDirector: [EMAIL]\n```\n", "Team lead=; Director=")]
    [InlineData("## Contacts and references\n\n- Baking: `docs/baking.md`\n- Cooling: docs/cooling.pdf\n- Office: office@mill.test\n", "Office=office@mill.test")]
    [InlineData("## Kontaktinformation\n\n- Office: office@mill.test\n", "Office=office@mill.test")]
    [InlineData("## Kontaktoversigt\n\n- Office: office@mill.test\n", "Office=office@mill.test")]
    [InlineData("## Contactoverzicht\n\n- Office: office@mill.test\n", "Office=office@mill.test")]
    public void Who_is_reached_stands_in_fences_and_under_compounds(string guide, string expected) => Assert.Equal(expected, Contacts(guide));

    [Theory]
    [InlineData("- Baker on duty → second on-call (15 min if no answer).\n- Second → team lead (30 min if no bread).\n- Team lead → director/owner (45 min).\n", "Baker on duty=; second on-call=15; team lead=30; director/owner=45")]
    [InlineData("1. **Level 1**: Baker → Master (0-1 hour)\n2. **Level 2**: Master → Owner (1-2 hours)\n", "Master=0; Owner=60")]
    public void Who_hands_over_to_whom_is_a_path_link_by_link(string list, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile($"## Escalation\n\n{list}").EscalationLevels.Select(level => $"{level.Name}={level.After?.TotalMinutes}")));
}
