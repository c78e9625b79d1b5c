using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The ways in which guides tell who does what, and what only looks like it.</summary>
public sealed class RoleKindsTests
{
    private static string Roles(string guide) => string.Join("; ", Compile(guide).Roles.Select(role => role.Name));

    [Theory]
    [InlineData("## Roles\n\n| Role | Title | Responsibility |\n|-|-|-|\n| Oven Lead | Head of baking | bakes |\n| Scribe | Any miller | writes |\n")]
    [InlineData("## Make sure that the roles are filled\n\n### Oven Lead\n\nSomeone who has baked.\n\n#### Responsibilities\n\n- bake\n- taste\n\n### Scribe\n\n#### Responsibilities\n\nThe scribe keeps a log of:\n\n- bread\n- rolls\n\n### Transferring roles\n\nSay so.\n")]
    [InlineData("## Team\n\n### Oven Lead\n\n- **Responsibilities:**\n  - bakes\n- **Members:**\n  - Ann\n\n### Scribe\n\n- **Responsibilities:**\n  - writes\n")]
    [InlineData("## On-call rotation\n\n### Oven Lead role\n\n- bakes\n- tastes\n\n## Roles\n\n- **Scribe:** writes\n")]
    [InlineData("## Response Team\n\n### First Team\n\n- Oven Lead\n\n### Support Team\n\n- Scribe\n")]
    [InlineData("## Response Team\n\n- Bakery Team\n  - [Oven Lead](#oven)\n- Paper Team\n  - Scribe\n")]
    [InlineData("## Resources\n\n### Team\n\n- **Oven Lead:** Ann\n- **Scribe:** Bo\n\n### Our tools\n\n- **Chat:** Slack\n")]
    [InlineData("## Sponsors\n\n- **Oven Lead**: Ann Flour\n  - Responsible for the oven\n- **Scribe**: Bo Miller\n  - Responsible for the log\n  - Writes\n")]
    [InlineData("## RACI Table\n\n| Role | Responsible | Accountable | Consulted | Informed |\n|-|-|-|-|-|\n| Oven Lead | X | X | | |\n| Scribe | | | X | X |\n")]
    [InlineData("## RACI\n\n| Step | Responsible | Accountable | Informed |\n|-|-|-|-|\n| Bake | Oven Lead | Oven Lead | Scribe |\n| Write | Scribe, Oven Lead | | |\n")]
    [InlineData("## Phase 1: Baking\n\n**Oven Lead Role** (for big loaves):\n- **Primary**: whoever is up\n- **Responsibilities**:\n  - bake\n\n**Scribe Role**:\n- **Duties**: write\n")]
    [InlineData("## Questions\n\n### What is one to do?\n\n- Oven Lead: bakes\n  - and tastes\n- All others\n  - Be near\n  - Take one of these roles:\n    - Scribe: writes\n    - Oven Lead: bakes\n")]
    [InlineData("## Response Team\n\n### Core Team Members\n\n**Oven Lead**\n- Leads\n- Primary: Ann\n\n**Scribe**\n- Writes\n- Primary: Bo\n")]
    public void Roles_in_every_dress(string guide) => Assert.Equal("Oven Lead; Scribe", Roles(guide));

    [Theory]
    [InlineData("## Declaring an incident and the oven leader role\n\n- an incident has been declared, with a few words about it\n- \"I am the leader\"\n- the channel for messages\n")]
    [InlineData("## Responsibilities\n\nDaily:\n\n- Look at the ovens. We aim at one round a day.\n- Handle what is burning\n  - fetch water\n")]
    [InlineData("## Roles\n\n> **Who is here (today, honestly).** We are few, and one baker watches.\n")]
    [InlineData("## Roles\n\n- **Escalation triggers:** see the other page\n")]
    [InlineData("## Separation of Duties\n\nBakers bake, and scribes write.\n")]
    [InlineData("## Roles\n\n### Passing the baton\n\nSay so in the chat.\n")]
    public void What_only_speaks_of_roles_names_none(string guide) => Assert.Equal(string.Empty, Roles(guide));

    [Theory]
    [InlineData("See the other page for all the rest of it.")]
    [InlineData("See the other page for all the rest of it.\nAnd more.")]
    [InlineData("`ROLES.md` holds who does what.")]
    public void Prose_close_below_a_table_is_no_row_of_it(string prose) =>
        Assert.Equal("Oven Lead; Scribe", Roles($"## Roles\n\n| Role | Duty |\n|-|-|\n| Oven Lead | bakes |\n| Scribe | writes |\n{prose}\n"));

    [Theory]
    [InlineData("| Keeper of the old oven | |")]
    [InlineData("| Oven keeper |")]
    public void A_row_without_duties_is_a_role_still(string row) =>
        Assert.Equal(2, Compile($"## Roles\n\n| Role | Duty |\n|-|-|\n| Oven Lead | bakes |\n{row}\n").Roles.Count);

    [Fact]
    public void A_line_to_reach_all_is_no_role()
    {
        Procedure guide = Compile("## Response Team\n\n| Role | Duty |\n|-|-|\n| Oven Lead | bakes |\n| Scribe | writes |\n\n**24/7 contact:** bread@flour.test (day and night)\n");
        Assert.Equal(["Oven Lead", "Scribe"], guide.Roles.Select(role => role.Name));
        Assert.Equal("24/7 contact", Assert.Single(guide.Contacts).Name);
    }

    [Fact]
    public void It_in_capitals_is_no_pronoun() =>
        Assert.Equal("IT Operations Lead; Scribe", Roles("## Roles\n\n- **IT Operations Lead:** mends\n- **Scribe:** writes\n"));

    [Fact]
    public void Who_is_responsible_holds_the_role()
    {
        ResponseRole role = Compile("## Sponsors\n\n- **Baking**: Ann Flour (Baker)\n  - Responsible for the oven\n- **Paper**: Bo\n  - Responsible for the log\n").Roles[0];
        Assert.Equal("Ann Flour (Baker)", role.Holder);
        Assert.Equal(["Responsible for the oven"], role.Duties);
    }

    [Fact]
    public void The_crosses_tell_how_one_is_involved() =>
        Assert.Equal(["Responsible", "Informed"], Compile("## RACI\n\n| Role | Responsible | Accountable | Informed |\n|-|-|-|-|\n| Baker | X | - | ✅ |\n").Roles[0].Duties);

    [Fact]
    public void A_role_with_its_initials_is_the_same_without() =>
        Assert.Equal("Oven Lead (OL); Scribe", Roles("## Roles\n\n- **Oven Lead (OL):** bakes\n- **Scribe:** writes\n\n### Authority\n\n| Decision | Authority |\n|-|-|\n| Put it out | Oven Lead |\n| Write it down | Scribe |\n"));

    [Fact]
    public void Members_hold_a_role_and_are_no_duties()
    {
        ResponseRole role = Assert.Single(Compile("## Team\n\n### Oven Lead\n\n- **Responsibilities:**\n  - bakes\n  - tastes\n- **Members:**\n  - Ann Flour\n  - Bo Ray\n").Roles);
        Assert.Equal("Ann Flour, Bo Ray", role.Holder);
        Assert.Equal(["bakes", "tastes"], role.Duties);
    }

    [Fact]
    public void Roles_and_their_duties_among_the_contacts_are_both()
    {
        Procedure guide = Compile("## Contacts\n\n| Role | Responsibility |\n|-|-|\n| Oven lead | Owns the fire |\n| Baker on-call | Looks first |\n| Law | Reads |\n");
        Assert.Equal(["Oven lead", "Baker on-call", "Law"], guide.Roles.Select(role => role.Name));
        Assert.Equal([null, null, null], guide.Contacts.Select(contact => contact.Value));
    }
}
