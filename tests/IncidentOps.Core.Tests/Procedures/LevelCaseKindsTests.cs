using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Cases that are told together with their level, and what stands in the chapters around them.</summary>
public sealed class LevelCaseKindsTests
{
    private const string Levels = "## Severity Levels\n\n| Level | Description | Response Time |\n|---|---|---|\n| **🔴 CRITICAL** | gone | 5 minutes |\n| **🟠 HIGH** | slow | 30 minutes |\n| **🟢 LOW** | odd | 1 day |\n\n";
    private const string Deeds = "\n\n### Detection\n\n**Source**: the pager\n\n**Symptoms**:\n- silence\n- errors\n\n### Diagnosis Steps\n\n1. **Look at the board**:\n   ```\n   open the panel\n   ```\n2. **Ask the host**:\n   - by phone\n\n";

    [Theory]
    [InlineData("🔴 CRITICAL: Search is down", "🟠 HIGH: Slow answers of the shop")]
    [InlineData("Critical - Search is down", "High - Slow answers of the shop")]
    [InlineData("[CRITICAL] Search is down", "[HIGH] Slow answers of the shop")]
    [InlineData("Search is down (Critical)", "Slow answers of the shop (High)")]
    [InlineData("Search is down — Critical", "Slow answers of the shop — High")]
    [InlineData("Critical Incident: Search is down", "High Priority: Slow answers of the shop")]
    [InlineData("1. CRITICAL: Search is down", "2. HIGH: Slow answers of the shop")]
    public void A_level_and_a_case_make_a_scenario_where_the_levels_are_known(string first, string second)
    {
        Procedure procedure = Compile($"{Levels}## {first}{Deeds}## {second}{Deeds}");
        Assert.Equal([("Search is down", "CRITICAL"), ("Slow answers of the shop", "HIGH")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity)));
        Assert.Equal(["CRITICAL", "HIGH", "LOW"], procedure.Severities.Select(level => level.Name));
        Assert.Empty(procedure.Phases);
        Assert.All(procedure.Scenarios, scenario =>
        {
            Assert.Equal(["silence", "errors"], scenario.Symptoms);
            Assert.Equal(["Look at the board", "Ask the host"], scenario.Steps.Select(step => step.Text));
            Assert.Contains("Source: the pager", scenario.Remarks);
        });
    }

    [Theory]
    [InlineData("Kritisch", "Hoch", "KRITISCH: Suche weg", "HOCH: Laden langsam", "Suche weg", "Symptome")]
    [InlineData("Crítico", "Alto", "🔴 CRÍTICO: Busca parada", "🟠 ALTO: Loja lenta", "Busca parada", "Sintomas")]
    [InlineData("重大", "中", "【重大】検索が停止", "【中】応答が遅い", "検索が停止", "症状")]
    public void Other_languages_tell_a_level_and_a_case_alike(string high, string low, string first, string second, string name, string signs)
    {
        string deeds = $"\n\n**{signs}:**\n- x y\n\n1. a b\n2. c d\n\n";
        Procedure procedure = Compile($"## Severity\n\n| Level | Description |\n|---|---|\n| {high} | one two |\n| {low} | three four |\n\n## {first}{deeds}## {second}{deeds}");
        Assert.Equal(2, procedure.Scenarios.Count);
        Assert.Equal((name, high), (procedure.Scenarios[0].Name, procedure.Scenarios[0].Severity));
        Assert.Equal(low, procedure.Scenarios[1].Severity);
    }

    [Fact]
    public void A_code_a_word_and_a_case_are_told_apart()
    {
        Procedure procedure = Compile("## Severity\n\n- **P1** (Critical): gone\n- **P2** (High): slow\n\n## Scenarios\n\n### P1 - Critical: Store is down\n\n1. look\n2. mend\n\n### P2 - High: Store is slow\n\n1. look\n2. mend\n");
        Assert.Equal([("Store is down", "P1"), ("Store is slow", "P2")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity)));
    }

    [Fact]
    public void A_bold_line_may_tell_the_level_and_the_case()
    {
        Procedure procedure = Compile($"{Levels}## What may happen\n\n**CRITICAL: Search is down**\n\n1. look\n2. mend\n\n**HIGH: Slow answers**\n\n1. look\n2. wait\n");
        Assert.Equal([("Search is down", "CRITICAL"), ("Slow answers", "HIGH")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity)));
    }

    [Theory]
    [InlineData("Shop Down Response", "1. look\n2. mend\n")]
    [InlineData("Data Breach Response (GDPR)", "1. look\n2. mend\n")]
    [InlineData("Leaked keys recovery", "```\n1. look\n2. mend\n```\n")]
    public void A_chapter_of_the_response_to_a_trouble_is_a_scenario_though_it_is_alone(string title, string steps)
    {
        Scenario only = Assert.Single(Compile($"## About us\n\nwords\n\n## {title}\n\n{steps}").Scenarios);
        Assert.Equal(["look", "mend"], only.Steps.Select(step => step.Text));
    }

    [Theory]
    [InlineData("Initial Response")]
    [InlineData("Expected Response (Healthy)")]
    [InlineData("Critical Response")]
    public void A_response_to_nothing_in_particular_is_no_scenario(string title)
    {
        Assert.Empty(Compile($"## About us\n\nwords\n\n## {title}\n\n1. look\n2. mend\n").Scenarios);
    }

    [Theory]
    [InlineData("Problem | Quick Fix")]
    [InlineData("Symptom | Action")]
    [InlineData("Issue | Solution")]
    [InlineData("Fehler | Maßnahmen")]
    public void A_table_of_troubles_and_remedies_holds_scenarios(string head)
    {
        Procedure procedure = Compile($"## Cheatsheet\n\n| {head} |\n|---|---|\n| High latency | restart it |\n| Disk full | clean it |\n");
        Assert.Equal([("High latency", "restart it"), ("Disk full", "clean it")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Steps[0].Text)));
    }

    [Fact]
    public void Ways_out_of_a_case_are_no_cases_of_their_own()
    {
        Procedure procedure = Compile($"{Levels}## HIGH: Search is down{Deeds}### Resolution Procedures\n\n#### Scenario A: Out of memory\n\n**Steps**:\n1. restart\n2. watch\n\n#### Scenario B: Bad release\n\n**Steps**:\n1. roll back\n2. tell\n\n## HIGH: Mail is stuck{Deeds}");
        Assert.Equal(["Search is down", "Mail is stuck"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["Look at the board", "Ask the host", "restart", "watch", "roll back", "tell"], procedure.Scenarios[0].Steps.Select(step => step.Text));
    }

    [Theory]
    [InlineData("## Classification\n\n### Critical: All is lost\n\n**Response time**: 5 minutes\n\n1. call\n2. wait\n\n### High: Much is slow\n\n**Response time**: 1 hour\n\n1. write\n2. wait\n")]
    [InlineData("## Levels\n\n### SEV1: All is lost\n\n**Response time**: 5 minutes\n\n### SEV2: Much is slow\n\n**Response time**: 1 hour\n")]
    public void Headings_that_define_the_levels_stay_levels(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Empty(procedure.Scenarios);
        Assert.Equal([5, 60], procedure.Severities.Select(level => level.ResponseTime?.TotalMinutes));
    }

    [Fact]
    public void A_heading_that_holds_a_run_of_phases_or_cases_of_its_own_is_none_itself()
    {
        Procedure procedure = Compile($"{Levels}## CRITICAL: Store is down\n\n### Immediate Actions (0-15 minutes)\n\n1. look\n2. call\n\n### Investigation (15-60 minutes)\n\n1. ask\n2. note\n\n### Remediation\n\n1. mend\n2. test\n\n## HIGH: Slow answers\n\n### Common Issues\n\n#### Queue stuck\n\n```bash\nqueue drain\n```\n\n#### Disk full\n\n```bash\ndf -h\n```\n");
        Assert.Equal(["Queue stuck", "Disk full"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["Immediate Actions", "Investigation", "Remediation"], procedure.Phases.Select(phase => phase.Name));
    }

    [Theory]
    [InlineData("Severidade Crítica (P1)", "Severidade Alta (P2)")]
    [InlineData("Gravité critique (P1)", "Gravité élevée (P2)")]
    [InlineData("Prioridad Crítica (P1)", "Prioridad Alta (P2)")]
    [InlineData("Schweregrad Kritisch (P1)", "Schweregrad Hoch (P2)")]
    [InlineData("Severity: Critical (P1)", "Severity: High (P2)")]
    [InlineData("Prioridade: Crítica (P1)", "Prioridade: Alta (P2)")]
    [InlineData("🚨 Severity Critical (P1)", "⚠️ Severity High (P2)")]
    [InlineData("Nível de severidade crítico (P1)", "Nível de severidade alto (P2)")]
    public void The_noun_may_come_before_the_word_of_a_level(string first, string second)
    {
        Procedure procedure = Compile($"## Incident classification\n\n### {first}\n- all is gone\n\n**Response time**: 5 minutes\n\n### {second}\n- slow\n\n**Response time**: 1 hour\n");
        Assert.Equal(["P1", "P2"], procedure.Severities.Select(level => level.Name));
        Assert.Equal(["all is gone", "slow"], procedure.Severities.Select(level => level.Definition));
    }

    [Fact]
    public void A_group_may_hold_one_case_alone()
    {
        Procedure procedure = Compile("## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n## Specific Incident Types\n\n### Service failures\n\n#### Main service down (P1)\n\n**Symptoms:**\n- errors\n\n1. look\n2. mend\n\n#### Queue stuck (P2)\n\n**Symptoms:**\n- waits\n\n1. look\n2. mend\n\n### Infrastructure incidents\n\n#### Monitoring system down (P2)\n\n**Symptoms:**\n- no graphs\n\n1. look\n2. mend\n");
        Assert.Equal([("Main service down", "P1"), ("Queue stuck", "P2"), ("Monitoring system down", "P2")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Severity)));
    }

    [Fact]
    public void A_numbered_incident_may_speak_of_response_times()
    {
        Procedure procedure = Compile("## INCIDENT #1: HIGH ERROR RATE (>1%)\n\n1. look\n2. mend\n\n## INCIDENT #2: SLOW RESPONSE TIMES (P95 >3s)\n\n1. look\n2. mend\n");
        Assert.Equal(["HIGH ERROR RATE (>1%)", "SLOW RESPONSE TIMES (P95 >3s)"], procedure.Scenarios.Select(scenario => scenario.Name));
    }

    [Theory]
    [InlineData("**Process:**")]
    [InlineData("**Prozess:**")]
    [InlineData("**Ablauf:**")]
    public void A_course_of_numbered_titles_is_as_many_steps(string lead)
    {
        Procedure procedure = Compile($"## Scenarios\n\n### Scenario 1: Leak\n\n{lead}\n\n1. **Detection**\n   - note it\n   - find it\n\n2. **Immediate actions**\n   - delete\n\n3. **Analysis**\n   - ask why\n\n**Kontakt Behörde:**\n- the office: https://office.example\n");
        Scenario only = Assert.Single(procedure.Scenarios);
        Assert.Equal(["Detection", "Immediate actions", "Analysis"], only.Steps.Select(step => step.Text));
        Assert.Equal(["note it", "find it"], only.Steps[0].Details);
        Assert.Empty(only.Symptoms);
    }

    [Fact]
    public void A_path_in_a_fence_of_contacts_is_read()
    {
        Procedure procedure = Compile("## Team\n\n### Response Team Contacts\n\n```\nOn call: [name]\n\nEscalation Path:\n1. On call (you)\n2. Host support (machines)\n3. The owner\n```\n");
        Assert.Equal(["On call", "Host support", "The owner"], procedure.EscalationLevels.Select(level => level.Name));
    }

    [Fact]
    public void Lines_that_pass_on_name_whom_they_page()
    {
        Procedure procedure = Compile("## General Incident Procedures\n\n### Escalation Chain\n\n```\n1. Issue detected → Page on-call\n2. On-call looks → Page the lead if unclear\n3. Lead is stuck within 15 min → Page the manager\n```\n");
        Assert.Equal(["on-call", "lead", "manager"], procedure.EscalationLevels.Select(level => level.Name));
        Assert.Equal(15, procedure.EscalationLevels[2].After?.TotalMinutes);
        Assert.Contains("if unclear", Assert.Single(procedure.EscalationLevels[1].Duties));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Fields_below_escalation_contacts_are_no_levels()
    {
        Assert.Empty(Compile("## Escalation Contacts\n\n- **Legal:** a firm we retain\n- **Insurance:** the policy in the safe\n- **Regulatory:** the form on the web\n").EscalationLevels);
    }

    [Fact]
    public void A_vendor_is_reached_by_what_stands_below_its_contact_line()
    {
        Procedure procedure = Compile("## Escalation Contacts\n\n### Host Inc Support\n\n**When to escalate**:\n- the machine is gone\n\n**Contact**:\n- Support Portal: https://help.host.example\n- Status: https://status.host.example\n");
        Contact only = Assert.Single(procedure.Contacts);
        Assert.Equal(("Host Inc Support", "https://help.host.example, https://status.host.example"), (only.Name, only.Value));
    }

    [Fact]
    public void What_is_said_of_an_address_is_no_part_of_it()
    {
        Contact only = Assert.Single(Compile("## Contacts\n\n- **Store**: help@store.example (business plan)\n").Contacts);
        Assert.Equal(("Store", "help@store.example", "business plan"), (only.Name, only.Value, only.Role));
    }

    [Fact]
    public void The_body_of_a_mail_is_called_after_its_heading()
    {
        MessageTemplate only = Assert.Single(Compile("## Client Notification Template\n\n**Email Body**:\n```\nHello,\n\nStatus: down since [time]\n```\n").Templates);
        Assert.Equal("Client Notification Template", only.Name);
    }

    [Fact]
    public void A_box_in_a_fence_may_tell_when_the_review_is_due()
    {
        Assert.Equal(24, Compile("## Post-Incident Checklist\n\n```\n□ Create tickets\n□ Hold the post-mortem within 24 hours\n```\n").PostMortemWithin?.TotalHours);
    }

    [Fact]
    public void A_heading_of_one_level_and_a_time_before_the_code_tell_the_severity()
    {
        Procedure procedure = Compile("## Severity\n\n| Level | Meaning |\n|-|-|\n| P0 | No bread |\n| P2 | Pale bread |\n\n## P2 Medium Incidents\n\n### Incident 1: Slow oven\n\n**Symptoms:**\n\n- late bread\n\n**Response:**\n\n1. Wait\n\n## Runbooks\n\n### Theft of flour (T+15min P0)\n\n1. Lock\n2. Call\n\n### Loss of water (T+1h P2)\n\n1. Fetch\n2. Pour\n");
        Assert.Equal([("Slow oven", "P2"), ("Theft of flour", "P0"), ("Loss of water", "P2")], procedure.Scenarios.Select(one => (one.Name, one.Severity!)));
    }

    [Fact]
    public void Cases_of_their_levels_within_a_phase_are_scenarios()
    {
        Procedure procedure = Compile("## Steps\n\n### 1. Detect\n\n- look\n\n### 2. Fix\n\n#### Oven Down (P0)\n\n1. light it\n2. wait\n\n#### Till Stuck (P1)\n\n1. knock\n2. open\n\n### 3. Verify\n\n- taste\n");
        Assert.Equal([("Oven Down", "P0", 2), ("Till Stuck", "P1", 2)], procedure.Scenarios.Select(one => (one.Name, one.Severity!, one.Steps.Count)));
        Assert.Equal(["Detect", "Fix", "Verify"], procedure.Phases.Select(phase => phase.Name));
    }
}
