using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Contacts in columns of first and second, in lines with their address, in files of settings; and roles by the row.</summary>
public sealed class PlaceKindsTests
{
    private static string Contacts(string guide) => string.Join("; ", Compile(guide).Contacts.Select(one => $"{one.Name} ({one.Role}) {one.Value}"));

    [Theory]
    [InlineData("| Role | Primary | Secondary |\n|-|-|-|\n| Oven watch | Pager | - |\n| Door watch | @door | @window |\n| Cook | TBD | @cook |\n", "Oven watch () Pager; Door watch (Secondary: @window) @door; Cook () @cook")]
    [InlineData("| Role | Contact | Method |\n|-|-|-|\n| Oven watch | Pager | Automatic |\n| Cook | [Name] | Chat / Phone |\n", "Oven watch () Pager; Cook () ")]
    [InlineData("| Role | Name | Contact |\n|-|-|-|\n| Oven watch | [Name] | Chat: @ · Mail: · Phone: |\n", "Oven watch (Oven watch) ")]
    [InlineData("### Rota\n\n| Role | Primary | Backup |\n|-|-|-|\n| Oven watch | TBD | TBD |\n| Cook | TBD | TBD |\n", "Oven watch () ; Cook () ")]
    [InlineData("### Internal\n- **Pager**: the oven watch\n- **Chat**: #fire\n- **Email**: fire@mill.test\n\n### External\n- **Email**: help@glass.test\n- **Phone**: 555 010 1000\n", "Pager () the oven watch; Chat () #fire; Email () fire@mill.test; Email () help@glass.test; Phone () 555 010 1000")]
    [InlineData("- Ann Rye (ann@mill.test), head baker\n- Ben Oat (ben@mill.test)\n", "Ann Rye (head baker) ann@mill.test; Ben Oat () ben@mill.test")]
    [InlineData("```yaml\ncontacts:\n  bakery:\n    - role: \"Oven watch\"\n      chat: \"@watch\"\n      phone: \"555-xxxx-xxxx\"\n    - name: Ann Rye\n      role: Cook\n      phone: 555 010 1000\n  outside:\n    - service: Glazier\n      url: \"https://glass.test/help\"\n      hours: \"09:00-18:00\"\n```\n", "Oven watch () @watch; Ann Rye (Cook) 555 010 1000; Glazier () https://glass.test/help")]
    public void Contacts_in_their_places(string contacts, string expected) => Assert.Equal(expected, Contacts("## Contacts\n\n" + contacts));

    [Fact]
    public void People_with_their_address_among_the_roles_are_contacts() =>
        Assert.Equal("Ann Rye (head baker) ann@mill.test; Ben Oat (miller) ben@mill.test", Contacts("## Response Team Members\n\nAnn Rye (ann@mill.test), head baker\nBen Oat (ben@mill.test), miller\n"));

    [Fact]
    public void Rows_that_are_called_roles_are_those()
    {
        Procedure procedure = Compile("## RACI Matrix\n\n| Role | Responsible | Accountable | Informed |\n|-|-|-|-|\n| **Oven lead** | Puts it out | The oven | Guests |\n| **Scribe** | Writes it down | The book | Bakers |\n");
        Assert.Equal(["Oven lead", "Scribe"], procedure.Roles.Select(role => role.Name));
        Assert.Equal(["Puts it out", "The oven"], procedure.Roles[0].Duties);
    }

    [Fact]
    public void A_setting_is_no_role() =>
        Assert.Empty(Compile("## Rotate the secrets\n\n### OVEN_ROLE_KEY\n\n- **Impact**: all bread\n- **Rotate**: make a new one\n").Roles);

    [Fact]
    public void The_others_are_all_levels_not_named_in_the_sentence() =>
        Assert.Equal([30.0, 120, 120], Compile("## Severity\n\n| Level | Description | Response Time |\n|-|-|-|\n| P0 (Critical) | Fire | 5 minutes |\n| P1 (High) | Smoke | 1 hour |\n| P2 (Low) | Smell | 1 day |\n\n## Response Workflow\n\n### 1. Contain\n\n- lid\n- Internal updates every 30 minutes (Critical) or 2 hours (others)\n").Severities.Select(level => level.UpdateInterval!.Value.TotalMinutes));
}
