using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Contacts that stand beside levels, roles and suppliers, and tables of which one column names them.</summary>
public sealed class ContactKindsTests
{
    private static string Contacts(string guide) => string.Join("; ", Compile(guide).Contacts.Select(one => $"{one.Name} ({one.Role}) {one.Value}"));

    [Theory]
    [InlineData("| Role | Name | Phone |\n|-|-|-|\n| Fire watch | Oven lead | 555 010 1000 |\n| Door watch | Shop manager | 555 010 2000 |\n", "Fire watch (Oven lead) 555 010 1000; Door watch (Shop manager) 555 010 2000")]
    [InlineData("| Role | Name | Phone |\n|-|-|-|\n| Fire watch | Anna Rye | 555 010 1000 |\n| Door watch | Anna Rye | 555 010 2000 |\n| Cook | Ben Oat | 555 010 3000 |\n", "Fire watch (Anna Rye) 555 010 1000; Door watch (Anna Rye) 555 010 2000; Ben Oat (Cook) 555 010 3000")]
    [InlineData("| Role | Name | Mail |\n|-|-|-|\n| Fire watch | Anna Rye | watch@mill.test |\n| Cook | Ben Oat | same |\n| Carter | Cem Far | ditto |\n", "Anna Rye (Fire watch) watch@mill.test; Ben Oat (Cook) watch@mill.test; Cem Far (Carter) watch@mill.test")]
    [InlineData("| Condition | Escalate To | Contact |\n|-|-|-|\n| Nobody knows | Oven lead | [TBD] |\n| It is the law | Head of law | law@mill.test |\n", "Oven lead (Nobody knows) ; Head of law (It is the law) law@mill.test")]
    [InlineData("| Role | Contact | Escalation |\n|-|-|-|\n| Keeper of flour | Anna van Rye | First |\n| Baker | Bakers | Bread |\n| Law | (TBD) | News |\n", "Anna van Rye (Keeper of flour) ; Baker () Bakers; Law () ")]
    [InlineData("| Role | Contact |\n|-|-|\n| Keeper of flour | Help Desk |\n| Baker | Oven Team |\n", "Keeper of flour () Help Desk; Baker () Oven Team")]
    public void Titles_shared_names_and_repeated_ways(string table, string expected) => Assert.Equal(expected, Contacts("## Contacts\n\n" + table));

    [Theory]
    [InlineData("## Escalation\n\n### Level 1: Oven watch\n- **Contacts**: watch@mill.test\n- **Answer within**: 10 minutes\n\n### Level 2: Head baker\n- **Contact**: head@mill.test\n- **Answer within**: 20 minutes\n", "Oven watch () watch@mill.test; Head baker () head@mill.test")]
    [InlineData("## Escalation\n\n### Level 1 (Oven team)\n- **Phone**: 555 010 1000\n\n### Level 2 (Head of bakery)\n- **Phone**: 555 010 2000\n", "Oven team () 555 010 1000; Head of bakery () 555 010 2000")]
    [InlineData("## Roles and responsibilities\n\n### Oven lead\n- Puts it out\n- **E-mail**: lead@mill.test\n\n### Scribe\n- Writes it down\n\n## Contacts\n\n- Oven lead: [Phone]\n- Guard: guard@mill.test\n", "Oven lead () lead@mill.test; Guard () guard@mill.test")]
    [InlineData("## Our roles\n\n| Role | Duties | Contact |\n|-|-|-|\n| Oven lead | Puts it out | [Name] - [Phone] |\n| Scribe | Writes it down | [Name] - [Phone] |\n", "Oven lead () ; Scribe () ")]
    [InlineData("## Contacts\n\n### On-call rotation\n\n| Role | Primary | Backup | Contact |\n|-|-|-|-|\n| Oven watch | TBD | TBD | TBD |\n| Door watch | TBD | TBD | TBD |\n", "Oven watch () ; Door watch () ")]
    [InlineData("## Escalation\n\n### Inside\n\n1. Watch\n2. Lead\n\n### Suppliers\n\n| Vendor | Contact method | Plan |\n|-|-|-|\n| Oven maker | Portal and hotline | Gold |\n| Mill | Ticket | Free |\n", "Oven maker () Portal and hotline; Mill () Ticket")]
    [InlineData("## Escalation matrix\n\n### Path\n\n1. Oven watch\n2. Head baker\n\n### People\n\n| Name | Phone | Chat |\n|-|-|-|\n| Oven watch | 555 010 1000 | @watch |\n| Head baker | 555 010 2000 | @head |\n", "Oven watch () 555 010 1000, @watch; Head baker () 555 010 2000, @head")]
    public void Contacts_beside_levels_roles_and_suppliers(string guide, string expected) => Assert.Equal(expected, Contacts(guide));

    [Theory]
    [InlineData("## Resources\n\n### Outside help\n- Fire brigade: [Phone Number]\n- Glazier: [Contact Info]\n", "Fire brigade () ; Glazier () ")]
    [InlineData("## Contacts\n\n| Role | Contact |\n|-|-|\n| Watch | (configure in the shop's settings) |\n| Cook | (to be filled in by the baker) |\n", "Watch () ; Cook () ")]
    [InlineData("**For immediate help in a fire:**\n- **Chat:** #fire\n- **Phone:** the bell\n- **E-mail:** fire@mill.test\n", "Chat () #fire; Phone () the bell; E-mail () fire@mill.test")]
    public void Blanks_and_ways_at_the_end_of_a_guide(string guide, string expected) => Assert.Equal(expected, Contacts(guide));

    [Theory]
    [InlineData("## Escalation\n\n### P1\n- **Contact**: head@mill.test\n\n### P2\n- **Contact**: watch@mill.test\n")]
    [InlineData("## Resources\n\n- Sieve: [size]\n- Spoon: [size]\n")]
    public void Neither_severities_nor_tools_are_contacts(string guide) => Assert.Equal(string.Empty, Contacts(guide));
}
