using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The ways in which guides tell whom to call, and how.</summary>
public sealed class EscalationKindsTests
{
    private static string Levels(Procedure procedure) =>
        string.Join("; ", procedure.EscalationLevels.Select(level => $"{level.Name} {level.After?.TotalMinutes} {string.Join(',', level.Severities)}".Trim()));

    private const string Severities = "## Severity\n\n| Sev | Meaning |\n|-|-|\n| P1 | gone |\n| P2 | slow |\n\n";

    [Theory]
    [InlineData("| Severity | First | 15 min | 1 hour |\n|-|-|-|-|\n| P2 | Watch | - | Owner |\n| P1 | Watch | Baker | Mayor |\n")]
    [InlineData("| Severity | First | 15 min | 1 hour |\n|-|-|-|-|\n| P1 | Watch | Baker | Mayor |\n| P2 | Watch | n/a | Owner |\n")]
    public void Columns_may_be_times(string table) =>
        Assert.Equal("Watch  P1,P2; Baker 15 P1; Mayor 60 P1; Owner 60 P2", Levels(Compile(Severities + "## Escalation\n\n" + table + "\n## Escalation path by topic\n\n```\nElse\n  |\n  v\nNobody\n```\n")));

    [Theory]
    [InlineData("Incident detected → Watch → Baker → Mayor")]
    [InlineData("Detection → Watch → Baker → Mayor")]
    [InlineData("```\nAutomated Alert (chat, pager)\n   ↓\nWatch\n   ↓\nBaker\n   ↓\nMayor\n```")]
    [InlineData("```\nIssue Detected\n   ↓\nWatch\n   ↓\nBaker\n   ↓\nMayor\n```")]
    public void What_sets_the_chain_off_is_no_level(string path) =>
        Assert.Equal(["Watch", "Baker", "Mayor"], Compile("## Escalation Path\n\n" + path + "\n").EscalationLevels.Select(level => level.Name));

    [Fact]
    public void What_a_level_does_branches_off_on_the_way_to_the_next()
    {
        Procedure procedure = Compile(Severities + "## Escalation\n\n```\nWatch\n  ├─ P1: run\n  └─ P2: walk\n  ↓ (if P1 is open after 10 min)\nBaker\n```\n");
        Assert.Equal("Watch  P1,P2; Baker 10 P1", Levels(procedure));
        Assert.Equal(["P1: run", "P2: walk"], procedure.EscalationLevels[0].Duties);
    }

    [Fact]
    public void Branches_that_nothing_follows_are_the_levels() =>
        Assert.Equal(["Watch", "Mayor", "Baker"], Compile(Severities + "## Escalation\n\n```\nWatch\n  │\n  ▼\n  ├─ P1: Escalate to Mayor\n  └─ P2: Escalate to Baker\n```\n").EscalationLevels.Select(level => level.Name));

    [Theory]
    [InlineData("### Mill\n\n- Email: mill@flour.test\n- Phone: 12 34\n")]
    [InlineData("### Outside\n\n```\nMill\n- Email: mill@flour.test\n- Phone: 12 34\n```\n")]
    [InlineData("### Outside\n\n```\nMill:\n  Email: mill@flour.test\n  Phone: 12 34\n```\n")]
    [InlineData("### Outside\n\n| Who | Email | Chat | Phone |\n|-|-|-|-|\n| Mill | mill@flour.test | mill@flour.test | 12 34 |\n")]
    public void One_contact_has_many_ways(string contact) =>
        Assert.Equal(("Mill", "mill@flour.test, 12 34"), Compile("## Contacts\n\n" + contact).Contacts.Select(one => (one.Name, one.Value)).Single());

    [Fact]
    public void The_holder_of_a_role_in_a_fence_is_the_contact()
    {
        Procedure procedure = Compile("## Contacts\n\n```\nBaker: Jo Flour\n- Email: jo@flour.test\n- Oven hours: 5 to 9\n\nMiller: [name]\n- Email: [email]\n\nHotline: 12 34\n```\n");
        Assert.Equal([("Jo Flour", "Baker", "jo@flour.test, Oven hours: 5 to 9"), ("Miller", null, null), ("Hotline", null, "12 34")], procedure.Contacts.Select(one => (one.Name, one.Role, one.Value)));
    }

    [Fact]
    public void Resources_to_call_are_contacts()
    {
        Procedure procedure = Compile("## External Resources\n\n| Resource | Contact | When to call |\n|-|-|-|\n| Lawyer | [name] | always |\n\n## Tools\n\n| Tool | Purpose | Contact |\n|-|-|-|\n| Oven | bakes | Jo |\n");
        Assert.Equal("Lawyer", Assert.Single(procedure.Contacts).Name);
        Assert.Equal("Oven", Assert.Single(procedure.Tools).Name);
    }

    [Fact]
    public void A_blank_with_a_remark_is_a_blank() =>
        Assert.Null(Assert.Single(Compile("## Contacts\n\n- **Mayor**: [phone] (nights only)\n").Contacts).Value);

    [Fact]
    public void Columns_may_be_people()
    {
        Procedure procedure = Compile(Severities + "## Escalation Matrix\n\n| Incident | On-call engineer | Team lead | Director |\n|-|-|-|-|\n| **P1 - all gone** | ✅ pages | ✅ | 📧 |\n| **P2 - slow** | ✅ | 📞 if needed | - |\n");
        Assert.Equal("On-call engineer  P1,P2; Team lead  P1,P2; Director  P1", Levels(procedure));
        Assert.Contains("P2 - slow: 📞 if needed", procedure.EscalationLevels[1].Duties);
    }

    [Fact]
    public void A_path_may_be_drawn_for_each_severity()
    {
        Procedure procedure = Compile(Severities + "## Escalation Path\n\n```\nP1:\n  1. Watch (immediate)\n  2. Mayor (within 15 min)\n\nP2:\n  1. Baker\n```\n");
        Assert.Equal("Watch 0 P1; Mayor 15 P1; Baker  P2", Levels(procedure));
    }

    [Fact]
    public void Boxes_beside_one_another_are_left_alone()
    {
        Procedure procedure = Compile("## Escalation\n\n```\n┌──────┐ ┌──────┐\n│ Mill │ │ Oven │\n└──────┘ └──────┘\n```\n");
        Assert.Empty(procedure.EscalationLevels);
        Assert.Contains(procedure.Findings, finding => finding is { RuleId: "guide/not-compiled", Line: 5 });
    }

    [Fact]
    public void Levels_that_are_times_are_called_by_who_is_listed() =>
        Assert.Equal(["On-call engineer 0", "Manager 15"], Compile("## Escalation\n\n### Level 1 (0-15 minutes)\n\n- On-call engineer\n- Notification: pager\n\n### Level 2 (15+ minutes)\n\n- Manager\n- Notification: phone\n").EscalationLevels.Select(level => $"{level.Name} {level.After?.TotalMinutes}"));

    [Fact]
    public void Suppliers_are_contacts_and_no_levels()
    {
        Procedure procedure = Compile("## Escalation contacts\n\n| Service | Contact |\n|-|-|\n| Mill | mill@flour.test |\n| Oven | oven@flour.test |\n");
        Assert.Empty(procedure.EscalationLevels);
        Assert.Equal(["Mill", "Oven"], procedure.Contacts.Select(contact => contact.Name));
    }

    [Fact]
    public void Levels_are_called_by_their_names_and_not_by_the_way_to_reach_them() =>
        Assert.Equal("Watch  P1,P2; Baker 30 P1; Mayor  P1,P2", Levels(Compile(Severities + "## Escalation\n\n| Level | Contact | Trigger |\n|-|-|-|\n| L1 - Watch | pager rotation | Any alert |\n| L2 - Baker | by phone | P1 unresolved in 30 min |\n| L3 - Mayor | #chat | Complex cases |\n")));

    [Fact]
    public void A_contact_is_no_way_to_itself() =>
        Assert.Equal(("Mill", "mill@flour.test"), Compile("## Emergency Contacts\n\n| Contact | Channel |\n|-|-|\n| Mill | mill@flour.test |\n").Contacts.Select(one => (one.Name, one.Value)).Single());

    [Fact]
    public void Who_is_called_may_be_the_title_of_the_cases() =>
        Assert.Equal("Head Baker  P1,P2; Mayor 60 P1", Levels(Compile(Severities + "## Escalation\n\n### When to escalate\n\n**To the Head Baker:**\n- P1, always\n- P2 that lasts\n\n**To Mayor:**\n- P1 not mended in 1 hour\n- Anything about flour\n")));

    [Fact]
    public void Rows_may_be_times_and_columns_severities() =>
        Assert.Equal("watch 0 P1,P2; head baker 15 P1,P2; Mayor 60 P1", Levels(Compile(Severities + "## Escalation Matrix\n\n| Elapsed | P1 action | P2 action |\n|-|-|-|\n| 0 min | Page watch | Page watch |\n| 15 min | Page head baker | - |\n| 1 hour | Page Mayor | Page head baker |\n")));

    [Theory]
    [InlineData("Time open | Action", "Notify Head Baker", "Call the Mayor")]
    [InlineData("Tempo sem solucao | Acao", "Notificar Head Baker", "Avisar a Mayor")]
    public void The_column_beside_the_times_may_be_a_deed(string heads, string first, string second) =>
        Assert.Equal("Head Baker 15 P1; Mayor 60 P2", Levels(Compile(Severities + $"## Escalation\n\n| {heads} |\n|-|-|\n| 15 min (P1) | {first} |\n| 1 hour (P2) | {second} |\n")));

    [Fact]
    public void Arrows_are_read_one_way_in_a_list() =>
        Assert.Equal(["Team Lead", "Owners", "Bakers' Guild"], Compile("## Escalation Path\n\n1. **Team Lead** → Owners\n2. **Owners** → Bakers' Guild\n3. **Bakers' Guild** → Mayor\n").EscalationLevels.Select(level => level.Name));

    [Theory]
    [InlineData("## Breach Notification Requirements\n\n### Notification Timelines\n\n| Notify | Timeline | How |\n|-|-|-|\n| Eaters | 60 days | letter |\n| The press | 60 days | release |\n")]
    [InlineData("## Breach Notification\n\n### Notification Requirements\n\n| Recipient | Timeline |\n|-|-|\n| Customers | Within 60 days |\n| Regulator | 72 hours |\n")]
    public void Who_is_told_of_a_breach_by_law_is_no_level(string guide) =>
        Assert.Empty(Compile(Severities + guide).EscalationLevels);

    [Theory]
    [InlineData("Severity 1-2 (high)\n└── Watch\n    └── Mayor (within 2 h)\n", "Watch  P1,P2; Mayor 120 P1,P2")]
    [InlineData("P1 alert\n  ├── 0 min: Watch (phone)\n  └── 15 min: if nobody answers → Mayor\n", "Watch 0 P1,P2; Mayor 15 P1,P2")]
    public void The_root_of_a_tree_may_only_say_for_which_severities(string tree, string levels) =>
        Assert.Equal(levels, Levels(Compile(Severities + "## Escalation\n\n```\n" + tree + "```\n")));

    [Fact]
    public void What_runs_every_so_often_is_no_delay() =>
        Assert.Null(Compile("## Escalation Path\n\n1. **Watch** - looks every 30 min\n2. **Mayor** - after 1 hour\n").EscalationLevels[0].After);

    private static string Contacts(string guide) =>
        string.Join("; ", Compile(guide).Contacts.Select(one => $"{one.Name}={one.Value}"));

    [Theory]
    [InlineData("## Contacts\n\n### Outside\n\n#### Flour Insurance\n- **Provider:** [name]\n- **Policy:** [number]\n- **Contact:** 12 34\n", "Flour Insurance=12 34")]
    [InlineData("## Contacts\n\n| Vendor | Service | Support contact |\n|-|-|-|\n| Mill | Flour | mill@flour.test |\n", "Mill=mill@flour.test")]
    [InlineData("## Contacts\n\n| Role | Name | Contact | Backup |\n|-|-|-|-|\n| Baker | Jo | jo@flour.test | Mayor |\n| Miller | Al | al@flour.test | sue@flour.test |\n", "Jo=jo@flour.test; Al=al@flour.test, sue@flour.test")]
    [InlineData("## Contacts\n\n| Role | Name | Chat |\n|-|-|-|\n| Baker | Team | @bake |\n| Miller | Team | @mill |\n| Mayor | Team | @town |\n", "Baker=@bake; Miller=@mill; Mayor=@town")]
    [InlineData("## Escalation\n\n### Escalation Contacts\n\n**Head baker:** [phone]\n**Mayor:** [phone]\n", "Head baker=; Mayor=")]
    [InlineData("## Escalation Contacts\n\n| Level | Who | When |\n|-|-|-|\n| L1 | Baker | at once |\n| L2 | Mayor | after 15 min |\n", "Baker=; Mayor=")]
    [InlineData("## Response team\n\n| Role | Name | Phone | Email | Responsibilities |\n|-|-|-|-|-|\n| Lead | [name] | +1 xxx | lead@flour.test | leads |\n| Baker | [name] | +1 xxx | bake@flour.test | bakes |\n", "Lead=lead@flour.test; Baker=bake@flour.test")]
    [InlineData("## Contacts\n\n```\nOUTSIDE\n  Mill:     mill@flour.test\n  Lawyer:   [fill in]\n```\n", "Mill=mill@flour.test; Lawyer=")]
    public void Contacts_are_told_in_many_ways(string guide, string expected) =>
        Assert.Equal(expected, Contacts(guide));

    [Fact]
    public void A_team_without_addresses_is_no_list_of_contacts() =>
        Assert.Empty(Contacts("## Response team\n\n| Role | Contact | Responsibilities |\n|-|-|-|\n| Lead | [name/phone] | leads |\n| Baker | The bakery | bakes |\n"));

    [Fact]
    public void Columns_may_be_stages() =>
        Assert.Equal("Duty engineer  P1,P2; Bakery lead  P1; Director  P1", Levels(Compile(Severities + "## Escalation\n\n| Severity | Initial response | Escalation 1 | Escalation 2 |\n|-|-|-|-|\n| P1 | Duty engineer | Bakery lead | Director |\n| P2 | Duty engineer | - | - |\n")));

    [Fact]
    public void A_cell_may_hold_the_chain() =>
        Assert.Equal("Duty engineer  P1,P2; Bakery lead  P1,P2; Director  P1", Levels(Compile(Severities + "## Escalation\n\n| Severity | Path |\n|-|-|\n| P2 | Duty engineer → Bakery lead |\n| P1 | Duty engineer → Bakery lead → Director |\n")));

    [Fact]
    public void A_table_without_rows_tells_of_no_levels() =>
        Assert.Empty(Compile("## Escalation\n\n| Level | Path |\n|-|-|\n").EscalationLevels);

    [Fact]
    public void Times_below_people_are_those_of_the_most_severe() =>
        Assert.Equal("Duty engineer 5 P1,P2; Manager 15 P1,P2; Director 60 P1", Levels(Compile(Severities + "## Escalation\n\n| Severity | Duty engineer | Manager | Director |\n|-|-|-|-|\n| P1 | 5 min | 15 min | 1 hr |\n| P2 | 1 hr | 3 hrs | - |\n")));

    [Theory]
    [InlineData("```\nLevel 1: Duty engineer\n  - Phone: [number]\n  - Max wait: 5 minutes\n\nLevel 2: Manager\n  - Authority: may close the shop\n```\n")]
    [InlineData("```\n┌──────────────────┐\n│      Whom to call │\n├──────────────────┤\n│  Level 1: Duty engineer │\n│     └──▶ no answer in 5 min │\n│  Level 2: Manager │\n└──────────────────┘\n```\n")]
    [InlineData("**Level 1 - Duty engineer**\n- Phone: [number]\n- Escalate to Level 2 if: unresolved in 5 minutes\n\n**Level 2 - Manager**\n- Phone: [number]\n")]
    public void What_is_told_of_a_level_is_none_itself(string path) =>
        Assert.Equal("Duty engineer  P1,P2; Manager 5 P1,P2", Levels(Compile(Severities + "## Escalation Path\n\n" + path)));

    [Fact]
    public void Branches_may_begin_with_their_time()
    {
        Procedure procedure = Compile(Severities + "## Escalation Path\n\n```\nOven out\n    │\n    ├─ 0 min: the pager calls Primary\n    ├─ 5 min: not acknowledged → escalate to Secondary\n    │           note in the chat\n    └─ 15 min: not acknowledged → escalate to Manager\n```\n");
        Assert.Equal("Primary 0 P1,P2; Secondary 5 P1,P2; Manager 15 P1,P2", Levels(procedure));
    }

    [Fact]
    public void Ways_below_a_name_make_a_contact_where_escalation_contacts_are_told()
    {
        Procedure procedure = Compile("## Escalation Contacts\n\n### Primary On-Call\n\n- **Slack:** @oven\n- **Phone:** 12 34\n\n### Owners\n\n| Role | Primary Contact | When |\n|-|-|-|\n| Director | boss@flour.test | P1 |\n");
        Assert.Equal([("Primary On-Call", "@oven, 12 34"), ("Director", "boss@flour.test")], procedure.Contacts.Select(one => (one.Name, one.Value)));
    }

    [Fact]
    public void People_beside_times_are_levels_whatever_the_columns_are_called() =>
        Assert.Equal("Duty engineer 0 P1,P2; Manager 15 P1,P2", Levels(Compile(Severities + "## Escalation Matrix\n\n### The path\n\n| Clock | What | Goes to |\n|-|-|-|\n| 0 min | alarm rings | Duty engineer |\n| 15 min | nobody there | Manager |\n")));
}
