using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Roles, levels and intervals that sentences, fences and brackets tell.</summary>
public sealed class ToldKindsTests
{
    private const string Scale = "## Severities\n\n| Level | Definition | Response time |\n|-|-|-|\n| P1 | all burnt | 10 minutes |\n| P2 | some burnt | 2 hours |\n\n";

    [Theory]
    [InlineData("## Steps\n\n- [ ] Assign an **incident lead** – one who decides.\n- [ ] The incident lead should assign a **communicator**. That one tells all.\n", "incident lead, communicator")]
    [InlineData("## Policy\n\nWhoever smells smoke rings. They must identify the Oven Commander in the chat. The Oven Commander is responsible for:\n\n- the water\n- the lid\n", "Oven Commander")]
    [InlineData("## Idea\n\nWhoever rings is the initial \"Oven Commander\" [OC] and keeps the notes.\n", "Oven Commander")]
    [InlineData("## Phases\n\n- **Hot** - it burns\n- **Cold** - it is out\n\nThe Oven Manager is in charge. No matter who they are.\n", "Oven Manager")]
    [InlineData("## OC & Escalation\n\n* **Oven Commander (OC):** whoever comes first.\n\n**Escalation:**\nOC → `@mill/ovens` → `@mill/owners`\n", "Oven Commander (OC)")]
    [InlineData("## Response process\n\n### Phase 1: Detect\n\n- look\n\n### Phase 2: Tell\n\n**Technical Lead Responsibilities**\n- Finds the fire\n\n**Communications Lead Responsibilities**\n- Tells the shop\n", "Technical Lead, Communications Lead")]
    [InlineData("## Escalation\n\n### Roles\n\n| Level | Role | Responsibilities | Hours |\n|-|-|-|-|\n| L1 | Oven watch | looks | day |\n| L2 | Oven lead | decides | night |\n| L3 | TBD | pays | never |\n", "Oven watch, Oven lead")]
    public void Roles_that_are_told(string guide, string expected) => Assert.Equal(expected, string.Join(", ", Compile(guide).Roles.Select(role => role.Name)));

    [Fact]
    public void What_a_role_is_responsible_for_stands_below() =>
        Assert.Equal(["the water", "the lid"], Assert.Single(Compile("## Policy\n\nThe Oven Commander is responsible for:\n\n- the water\n- the lid\n").Roles).Duties);

    [Theory]
    [InlineData("## OC & Escalation\n\n* **Oven Commander (OC):** whoever comes first.\n\n**Escalation:**\nOC → `@mill/ovens` → `@mill/owners`\n", "OC P1+P2; @mill/ovens P1+P2; @mill/owners P1+P2")]
    [InlineData("## Escalation\n\n### By time\n\n- **P1**: every 15 minutes\n\n### By severity\n\n#### P1 escalation path\n1. **At once**: Oven team\n2. **15 minutes**: Head baker and director\n\n#### P2 escalation path\n1. **At once**: Oven lead\n2. **1 hour**: Director\n", "Oven team P1; Head baker and director P1; Oven lead P2; Director P2")]
    [InlineData("## Escalation\n\nEverything escalates to Anna (anna@mill.test); there is nobody else.\n", "Anna P1+P2")]
    [InlineData("## Escalation\n\n- Level 1 (On-Call): looks within 10 minutes\n- Level 2 (Team Lead): decides\n", "On-Call P1+P2; Team Lead P1+P2")]
    [InlineData("## Escalation\n\n- Level 1 (Shop): Duty engineer\n- Level 2 (Executive): CEO\n", "Duty engineer P1+P2; CEO P1+P2")]
    public void Levels_that_are_told(string guide, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compile(Scale + guide).EscalationLevels.Select(level => $"{level.Name} {string.Join('+', level.Severities)}")));

    [Fact]
    public void Who_takes_all_is_reached_as_the_sentence_says() =>
        Assert.Equal([("Anna", "anna@mill.test")], Compile("## Escalation\n\nEverything escalates to Anna (anna@mill.test); there is nobody else.\n").Contacts.Select(one => (one.Name, one.Value!)));

    [Fact]
    public void A_level_that_says_when_it_is_called_is_called_then() =>
        Assert.Equal([null, 60d, null], Compile("## Escalation\n\n### Level 1: Duty engineer\n- Looks first\n\n### Level 2: Team lead\n- Escalate if it burns > 1 hour unresolved\n\n### Level 3: Director\n- Escalate if somebody is hurt\n").EscalationLevels.Select(level => level.After?.TotalMinutes));

    [Theory]
    [InlineData("## Course\n\n```\n1. Look\n2. Tell: post updates every 15 min (P1) or 30 min (P2).\n```\n", "15 30")]
    [InlineData("## Response process\n\n### Phase 1: Detect\n\n- look\n\n### Phase 2: Tell\n\nWhat guests notice (P1):\n1. **Update** (every 20 min): what is done\n", "20 ")]
    [InlineData("## Communication\n\nPost an update every 15 minutes.\n", "15 ")]
    [InlineData("This plan is reviewed and updated every 6 months or after each P1.\n", " ")]
    public void Intervals_that_are_told(string guide, string expected) =>
        Assert.Equal(expected, string.Join(' ', Compile(Scale + guide).Severities.Select(level => level.UpdateInterval?.TotalMinutes)));

    [Fact]
    public void A_column_of_what_customers_hear_tells_the_interval() =>
        Assert.Equal([60d, null], Compile("## Severities\n\n| Severity | Definition | Response | Client communication |\n|-|-|-|-|\n| P1 | all burnt | at once | Within 2 hours; at least hourly until done |\n| P2 | some burnt | today | Within a day |\n").Severities.Select(level => level.UpdateInterval?.TotalMinutes));

    [Fact]
    public void A_level_of_the_family_needs_no_number() =>
        Assert.Equal(["SEV-1", "SEV-2", "Sev-Info"], Compile("## Severities\n\n| Level | Definition |\n|-|-|\n| SEV-1 | all burnt |\n| SEV-2 | some burnt |\n| Sev-Info | the oven is cleaned |\n").Severities.Select(level => level.Name));

    [Fact]
    public void An_impact_is_the_whole_label() =>
        Assert.Equal(["Critical", "High Impact"], Compile("## Severities\n\n### SEV-1: Critical\n\n**Definition**: all burnt\n\n### SEV-2: High Impact\n\n**Definition**: some burnt\n").Severities.Select(level => level.Label));

    [Fact]
    public void Semicolons_part_examples_and_commas_do_not() =>
        Assert.Equal(["bread, rolls or cake burnt", "oven gone"], Compile("## Severities\n\n| Level | Definition | Examples |\n|-|-|-|\n| P1 | all burnt | bread, rolls or cake burnt; oven gone |\n| P2 | some burnt | one roll |\n").Severities[0].Examples);

    [Fact]
    public void One_sentence_tells_the_times_by_day_and_by_night() =>
        Assert.Equal([15d, 1440d], Compile("## Severities\n\n| Level | Definition |\n|-|-|\n| P1 | all burnt |\n| P2 | some burnt |\n\n## Detect\n\n**Acknowledge within**: 15 min business hours · 1 h off-hours for P1 · next business day for P2.\n").Severities.Select(level => level.ResponseTime?.TotalMinutes));
}
