using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Who is in the team and whom to reach, told in bold teams, steps, tables of decisions and fences.</summary>
public sealed class TeamKindsTests
{
    private static string Roles(string guide) => string.Join("; ", Compile(guide).Roles.Select(role => role.Name));

    private static string Contacts(string guide) => string.Join("; ", Compile(guide).Contacts.Select(contact => $"{contact.Name}={contact.Value}"));

    [Theory]
    [InlineData("## Response team\n\n**Core team:**\n- **Oven Lead:** head baker\n- **Scribe:** any miller\n\n**On-Call:** 24/7 rotation, pager\n")]
    [InlineData("## Response team\n\n### Core team\n\n- **Oven Lead:** head baker\n- **Scribe:** any miller\n\n**Rotation:** weekly, on Mondays\n")]
    [InlineData("## Roles\n\n### Oven Lead\n\nThe oven lead looks after the oven.\n\n#### Channels\n\n- chat\n- phone\n\n### Scribe\n\n- writes\n")]
    [InlineData("## Response team\n\n### Reached at\n\n| Role | Name | Phone | Contact |\n|-|-|-|-|\n| Oven Lead | [name] | [phone] | [mail] |\n| Scribe | [name] | [phone] | [mail] |\n")]
    [InlineData("## Roles and decisions\n\n| Decision | Authority | Notes |\n|-|-|-|\n| Put out the oven | Oven Lead | at once |\n| Tell the town | Oven Lead + scribe only | in writing |\n| Call for help | Anyone who sees smoke | always |\n")]
    [InlineData("## Response team\n\n### Command structure\n\n```\nOven Lead\n└── Scribe\n```\n\n### Oven Lead\n\n- bakes\n\n### Scribe\n\n- writes\n")]
    public void Roles_of_a_team_in_every_dress(string guide) => Assert.Equal("Oven Lead; Scribe", Roles(guide));

    [Theory]
    [InlineData("## Response process\n\n### Step 1: Detect\n\n1. Say so in the chat\n2. Assign **Oven Officer** (OO): whoever is first\n3. Appoint a Paper Lead, who tells the guests\n\n### Step 2: Mitigate\n\n1. Open the door\n", "Oven Officer; Paper Lead")]
    [InlineData("## Response process\n\n### Step 1: Detect\n\n1. Page an Oven Officer if there is none\n\n### Step 2: Mitigate\n\n1. Open the door\n", "Oven Officer")]
    [InlineData("## Response process\n\n### Step 1: Detect\n\n1. Page Oven Officer by the pager\n2. Assign the ticket\n\n### Step 2: Mitigate\n\n1. Open the door\n", "")]
    [InlineData("## Phase 1: Bake\n\n### Oven Lead responsibilities\n\n**Role:** leads the baking\n\n**First 5 minutes:**\n\n```\n1. [ ] look\n2. [ ] taste\n```\n\n## Phase 2: Sell\n\n- sell\n", "Oven Lead")]
    [InlineData("## Roles\n\n**User responsibilities:**\n- Keep the bread dry\n- Eat it soon\n", "")]
    [InlineData("## 角色\n\n| 角色 | 职责 |\n|-|-|\n| 面包师 | 烤面包 |\n| 记录员 | 写 |\n\n升级：\n\n1. 面包师在接到报警以后五分钟之内查看烤炉，并且告诉大家结果。\n2. 任何一炉面包烧焦，必须马上通知记录员和镇长。\n", "面包师; 记录员")]
    public void Roles_that_steps_name_and_what_only_looks_like_one(string guide, string expected) => Assert.Equal(expected, Roles(guide));

    [Fact]
    public void Who_stands_in_holds_no_role()
    {
        ResponseRole role = Compile("## Roles\n\n### Oven Lead\n\n- **Responsibilities:**\n  - bakes\n- **Backup:** the mayor\n\n### Scribe\n\n- **Person:** Ann\n- **Backup:** Bo\n").Roles[0];
        Assert.Null(role.Holder);
        Assert.Contains("Backup: the mayor", role.Duties);
    }

    [Theory]
    [InlineData("## Contacts\n\n### Bakers\n\n- **Email**: bakers@flour.test\n- **Guild page**: https://guild.test\n- **Head baker**: @ann\n", "Bakers=bakers@flour.test; Guild page=https://guild.test; Head baker=@ann")]
    [InlineData("## Contacts\n\n```\nFIRST BAKER:\nName: Ann\nPhone: [number]\nEmail: ann@flour.test\n\nLAWYER:\nCompany: [firm]\nContact: law@flour.test\n\nOUTSIDE:\nMill help: mill@flour.test\nGuild: +1 555 010 0199\n```\n", "FIRST BAKER=ann@flour.test; LAWYER=law@flour.test; Mill help=mill@flour.test; Guild=+1 555 010 0199")]
    [InlineData("## Contacts\n\n| Role | Contact |\n|-|-|\n| Baker | baker@flour.test |\n| Miller | miller@flour.test |\n\nTo be handed over:\n\n- state of the ovens\n- what is next\n", "Baker=baker@flour.test; Miller=miller@flour.test")]
    [InlineData("## Contacts\n\n- **Flour shop (Mill & Co)**: mill@flour.test\n- **Guild (of bakers)**: [mail]\n", "Flour shop (Mill & Co)=mill@flour.test; Guild (of bakers)=")]
    [InlineData("## Contacts\n\n- **Bakery**: baker@flour.test\n- **Escalation**: Bakery manager → CTO\n", "Bakery=baker@flour.test")]
    public void Contacts_of_a_party_in_every_dress(string guide, string expected) => Assert.Equal(expected, Contacts(guide));

    [Fact]
    public void Who_is_behind_a_desk_is_told_beside_it() =>
        Assert.Equal("Ann, Head baker", Compile("## Contacts\n\n```\nFIRST BAKER:\nName: Ann\nTitle: Head baker\nPhone: +1 555 010 0199\n\nLAWYER:\nContact: law@flour.test\n```\n").Contacts[0].Role);

    [Fact]
    public void Roles_in_a_table_within_the_chapter_on_escalation_are_roles_and_no_levels()
    {
        Procedure procedure = Compile("## Owner and escalation matrix\n\n### 1.1 Roles\n\n| Role | Responsibility | Held by |\n|-|-|-|\n| Master | decides | Anna |\n| Baker | bakes | Bert |\n\n### 1.2 Escalation path\n\n1. Baker\n2. Master\n");
        Assert.Equal(["Master", "Baker"], procedure.Roles.Select(role => role.Name));
        Assert.Equal(["Baker", "Master"], procedure.EscalationLevels.Select(level => level.Name));
    }

    [Fact]
    public void Roles_stand_below_a_line_and_beside_severities()
    {
        Assert.Equal(["Oven Lead (OL)", "Scribe"], Compile("**Goal:** bread again.  \n**Roles:**\n- **Oven Lead (OL):** decides.\n- **Scribe:** writes.\n\n## 1) Detection\n\n- look\n").Roles.Select(role => role.Name));
        Procedure procedure = Compile("## 1. Severity and roles\n\n| Role | Owner | Responsibility |\n|-|-|-|\n| Oven lead | the master | decides |\n| Scribe | anyone | writes |\n\n| Severity | Definition |\n|-|-|\n| SEV-1 | no bread |\n| SEV-2 | pale bread |\n\n## 2. Communication\n\n### Stakeholders\n\n- Mail for the worst\n- A sheet for the rest\n");
        Assert.Equal(["Oven lead", "Scribe"], procedure.Roles.Select(role => role.Name));
        Assert.Equal(2, procedure.Severities.Count);
    }
}
