using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Cases counted in a register, addresses in other chapters, rotations and drawings that tell the path, names of steps.</summary>
public sealed class RegisterKindsTests
{
    [Theory]
    [InlineData("IR-1: Oven out", "IR-2: Flour wet", "Oven out, Flour wet")]
    [InlineData("PLAY-001: Oven out", "PLAY-SEC-001: Key lost", "Oven out, Key lost")]
    [InlineData("HTTP-500: Shop gone", "HTTP-404: Page gone", "HTTP-500: Shop gone, HTTP-404: Page gone")]
    [InlineData("MILL-2: Oven out", "Flour wet", "MILL-2: Oven out, Flour wet")]
    public void The_number_in_a_register_is_no_part_of_a_name(string first, string second, string expected) =>
        Assert.Equal(expected, string.Join(", ", Compile($"## Playbooks\n\n### {first}\n\n1. Look\n2. Mend\n\n### {second}\n\n1. Dry it\n2. Sieve it\n").Scenarios.Select(scenario => scenario.Name)));

    [Theory]
    [InlineData("## Tools and resources\n\n### Outside help\n\n- Gas works: 1-800-555-7000\n- Sieve maker: https://sieve.test\n")]
    [InlineData("## Appendix: templates\n\n### Ticket template\n\n```\nTitle: [what burns]\n```\n\n---\n\n**For questions about the procedure:**\n- Gas works: 1-800-555-7000\n- Watch: watch@mill.test\n")]
    [InlineData("## Playbooks\n\n### Gas is gone\n\n1. Call\n2. Wait\n\n**Suppliers to call:**\n- Gas works: 1-800-555-7000\n- Oven maker: help@oven.test, +1 (800) 555-7001\n")]
    public void Addresses_are_contacts_in_whatever_chapter(string guide) =>
        Assert.Contains(Compile(guide).Contacts, contact => contact is { Name: "Gas works", Value: "1-800-555-7000" });

    [Fact]
    public void Levels_below_the_contacts_are_a_path()
    {
        Procedure procedure = Compile("## Contacts\n\n### Emergency\n\n- Watch: watch@mill.test\n\n### Escalation matrix\n\n- **Level 1**: Bakers (0-30 minutes)\n- **Level 2**: Millers (30-60 minutes)\n");
        Assert.Equal(["Bakers", "Millers"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(["Watch"], procedure.Contacts.Select(contact => contact.Name));
    }

    [Fact]
    public void A_table_of_whom_to_call_may_say_what_each_level_is() =>
        Assert.Equal(["The oven is out", "Some loaves are hard (or burnt)"], Compile("## Escalation matrix\n\n| Severity | Response time | Who |\n|-|-|-|\n| **P0** — The oven is out | 15 min | Ann |\n| **P1** — Some loaves are hard (or burnt) | 1 hour | Ben |\n").Severities.Select(level => level.Definition));

    [Fact]
    public void Hours_and_blank_numbers_reach_nobody() =>
        Assert.Equal(["help@mill.test"], Compile("## Contacts\n\n### Help desk\n- Email: help@mill.test\n- Phone: +XX XX XX XX XX\n- Hours: 24/7\n").Contacts.Select(contact => contact.Value));

    [Fact]
    public void Branches_may_tell_how_long_nobody_answered() =>
        Assert.Equal(["Ann/", "Ben/15", "Head baker/30"], Compile("## Escalation\n\n```\nAlert → Ann (first on call) → chat\n  ├─ 15 min without an answer → Ben (chat and phone)\n  └─ 30 min without an answer → Head baker\n```\n").EscalationLevels.Select(level => $"{level.Name}/{level.After?.TotalMinutes}"));

    [Fact]
    public void A_rotation_may_tell_who_stands_behind_whom() =>
        Assert.Equal(["Primary baker on call/", "Secondary baker on call/720"], Compile("## Rotation schedule\n\n1. **Primary baker on call:** Lights the oven again.\n\n2. **Secondary baker on call:** Stands behind the first.\n\n## Alerting\n\nThe bell rings at the primary baker on call first. If they do not acknowledge it within 12 hours, the secondary baker on call is rung.\n").EscalationLevels.Select(level => $"{level.Name}/{level.After?.TotalMinutes}"));

    [Fact]
    public void Steps_that_are_only_named_are_the_phases_and_times_beside_them_are_none()
    {
        Procedure procedure = Compile("## Severity levels\n\n- **Critical**: all ovens out\n- **Minor**: one oven out\n- **Cosmetic**: ugly loaves\n\n## Resolution process\n\n### Resolution steps\n\n1. Acknowledgement\n2. First analysis\n3. Investigation\n4. Resolution\n5. Verification\n\n### Response times\n\n- Critical: 1 hour\n- Minor: 24 hours\n- Cosmetic: 72 hours\n");
        Assert.Equal(["Acknowledgement", "First analysis", "Investigation", "Resolution", "Verification"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal([1, 24, 72], procedure.Severities.Select(level => level.ResponseTime?.TotalHours));
    }

    [Fact]
    public void Levels_may_be_named_only_where_their_intervals_are() =>
        Assert.Equal(["High/60", "Medium/720", "Low/1440"], Compile("## 1. Assess\n\n- Look at it\n\n## 2. Remediate\n\n- Mend it\n- Tell the town how it goes:\n  - High severity: hourly\n  - Medium severity: 2x daily\n  - Low severity: daily\n\n## 3. Conclude\n\n- Sweep\n").Severities.Select(level => $"{level.Name}/{level.UpdateInterval?.TotalMinutes}"));

    [Fact]
    public void A_word_of_ugliness_is_a_level_in_other_languages() =>
        Assert.Equal(["Critique", "Mineur", "Cosmétique"], Compile("## Niveaux de gravité\n\n- **Critique** : tout est perdu\n- **Mineur** : un four est éteint\n- **Cosmétique** : le pain est laid\n").Severities.Select(level => level.Name));
}
