using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Paths that are written for a program, tables of whom to call, and people, roles and addresses in one line.</summary>
public sealed class WrittenPathKindsTests
{
    private const string Severities = "## Severity\n\n| Sev | Meaning |\n|-|-|\n| P1 | gone |\n| P2 | slow |\n\n";

    private static Procedure Compile(string guide) => ProcedureCompiler.Compile("# Guide\n\n" + Severities + guide, "guide.md");

    [Theory]
    [InlineData("## Escalation\n\n```mermaid\ngraph TD\n  A[Duty engineer] -->|15 min| B[Team lead]\n  B -->|P1 only, 30 min| C[CTO]\n```\n", "Duty engineer  P1,P2; Team lead 15 P1,P2; CTO 30 P1")]
    [InlineData("## Escalation\n\n```mermaid\nflowchart LR\n  A[First alert] --> B(Duty engineer) -- 15 min --> C[\"Team lead\"]\n```\n", "Duty engineer  P1,P2; Team lead 15 P1,P2")]
    [InlineData("## Escalation\n\n```mermaid\ngraph TD\n  A[Smoke] --> B{Is it fire?}\n  B -->|yes| C[Page the manager]\n```\n", "")]
    [InlineData("## Escalation policy\n\n```yaml\nescalation_policy:\n  P1:\n    - delay: 0 minutes\n      target: duty_engineer\n    - delay: 15 minutes\n      target: team_lead\n  P2:\n    - delay: 60 minutes\n      target: team_lead\n```\n", "duty engineer 0 P1; team lead 15 P1; team lead 60 P2")]
    [InlineData("## Who to call\n\n| When | Whom | How |\n|-|-|-|\n| At once | Duty engineer | Pager |\n| After 30 min | Team lead | Phone |\n", "Duty engineer 0 P1,P2; Team lead 30 P1,P2")]
    public void Levels_are_read_from_graphs_keys_and_times(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile(guide).EscalationLevels.Select(level => $"{level.Name} {level.After?.TotalMinutes} {string.Join(',', level.Severities)}")));

    [Theory]
    [InlineData("## Contacts\n\n- Bob Miller — flour — bob@mill.test\n- Ann Baker — bread — ann@mill.test\n", "Bob Miller/flour=bob@mill.test; Ann Baker/bread=ann@mill.test")]
    [InlineData("## Vendor contacts\n\n| Vendor | Service | Contact | Support Level |\n|-|-|-|-|\n| Mill | Flour | +1-xxx-xxx-xxxx | Premium Support |\n| Dairy | Milk | milk@dairy.test | Enterprise |\n", "Mill/=; Dairy/=milk@dairy.test")]
    [InlineData("## Contacts\n\n| Role | Primary | Backup | Phone |\n|-|-|-|-|\n| Oven Lead | Ann Baker | Bo Ray | +1-555-9123 |\n", "Oven Lead/Ann Baker, Bo Ray=+1-555-9123")]
    [InlineData("## Contacts\n\n- **Oven Lead:** see `rota.md` (to be added)\n- **Office:** office@mill.test\n", "Oven Lead/see rota.md (to be added)=; Office/=office@mill.test")]
    [InlineData("## Contacts and Responsibilities\n\n| Role | Responsibility | Expected action |\n|-|-|-|\n| Oven Lead | Leads | Tell the office within 72h |\n| Scribe | Writes | Keep the log |\n", "")]
    public void People_are_told_from_what_was_bought_and_what_is_to_do(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile(guide).Contacts.Select(contact => $"{contact.Name}/{contact.Role}={contact.Value}")));

    [Theory]
    [InlineData("## Team\n\n- Ann Baker – Oven Lead\n- Bo Ray – Scribe\n", "Oven Lead=Ann Baker; Scribe=Bo Ray")]
    [InlineData("## Who is who\n\n- Oven Lead: Ann Baker (ann@mill.test)\n- Scribe: Bo Ray (bo@mill.test)\n", "Oven Lead=Ann Baker (ann@mill.test); Scribe=Bo Ray (bo@mill.test)")]
    [InlineData("## Contacts and Responsibilities\n\n| Role | Responsibility | Expected action |\n|-|-|-|\n| Oven Lead | Leads | Tell the office |\n| Scribe | Writes | Keep the log |\n", "Oven Lead=; Scribe=")]
    [InlineData("## Phase 1: Detection\n\n### Step 1: Look\n\n- look\n\n### Step 2: Assemble Response Team\n\n**P1 incidents:**\n- Oven Lead: Head of ovens\n- Scribe: any baker\n\n**P2 incidents:**\n- The baker alone\n", "Oven Lead=; Scribe=")]
    [InlineData("## Phase 1: Detection\n\n1. Ring the bell\n2. Open a table\n   - Identify **incident lead**, who looks after all\n   - Identify any bakers that are needed\n   - Designate **communication lead**\n\n## Phase 2: Recovery\n\n- bake\n", "incident lead=; communication lead=")]
    public void Roles_stand_beside_their_holders(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile(guide).Roles.Select(role => $"{role.Name}={role.Holder}")));

    [Theory]
    [InlineData("### 5. Review\n\nWithin 48 hours for P1 and P2. Without blame, written down.\n", 48)]
    [InlineData("### 5. Watch\n\nWithin 48 hours look again.\n", null)]
    public void The_last_phase_says_when_the_review_is_due(string phase, int? hours) =>
        Assert.Equal(hours, Compile($"## The process\n\n### 1. Detect\n\n- look\n\n### 2. Contain\n\n- lid\n\n### 3. Mitigate\n\n- water\n\n### 4. Resolve\n\n- bake\n\n{phase}").PostMortemWithin?.TotalHours);

    [Fact]
    public void How_long_it_took_is_to_be_filled_in() =>
        Assert.Equal(["Mill", "X"], Compile("## Templates\n\n### Resolved\n\n```\nThe trouble with [Mill] is over.\nDuration: [X] minutes.\n[X] told the office\n```\n").Templates.Single().Placeholders);

    [Fact]
    public void A_path_drawn_among_the_contacts_is_a_path()
    {
        Procedure procedure = Compile("## Emergency Contacts\n\n### Escalation Tree\n\n```\nCall the baker on duty\n  ↓\nCall the second baker\n  ↓ (10 min timeout)\nCall the master\n```\n\n### Outside\n\n- **Smith**: +1 202 555 0143\n\n**Baker Rotation**\n\n- Week 1: @anna\n- Week 2: @bert\n");
        Assert.Equal([("baker on duty", null), ("second baker", null), ("master", 10.0)], procedure.EscalationLevels.Select(level => (level.Name, level.After?.TotalMinutes)));
        Assert.Equal(["Smith"], procedure.Contacts.Select(contact => contact.Name));
        Assert.Equal(["@anna", "@bert"], procedure.Rotation!.Members.Select(member => member.Name));
        Assert.Equal(7, procedure.Rotation.ShiftLength?.TotalDays);
    }
}
