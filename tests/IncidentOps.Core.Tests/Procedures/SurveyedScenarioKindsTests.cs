using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Scenarios and first phases as short guides write them.</summary>
public sealed class SurveyedScenarioKindsTests
{
    private const string Levels = "## Severity\n\n- **P1**: gone\n- **P2**: slow\n\n";

    private static Scenario Only(string guide) => Assert.Single(Compile(guide).Scenarios);

    private static IEnumerable<string> Steps(Scenario scenario) => scenario.Steps.Select(step => step.Text);

    [Theory]
    [InlineData("Initial triage (first 15 minutes)", "Initial triage")]
    [InlineData("Five-minute triage", "Five-minute triage")]
    [InlineData("Triage flow", "Triage flow")]
    [InlineData("Quick containment", "Quick containment")]
    [InlineData("Rollback / Recovery", "Rollback / Recovery")]
    [InlineData("First five minutes", "First five minutes")]
    [InlineData("When an alert fires", "When an alert fires")]
    public void What_is_done_first_is_a_phase_where_nothing_else_is(string heading, string name)
    {
        WorkflowPhase phase = Assert.Single(Compile($"## {heading}\n\n1. look at the oven\n2. turn it off\n\n## Notes\n\nNone.\n").Phases);
        Assert.Equal(name, phase.Name);
        Assert.Equal(["look at the oven", "turn it off"], phase.Activities.Select(activity => activity.Text));
    }

    [Fact]
    public void What_follows_the_incident_stands_beside_what_is_done_first()
    {
        Procedure procedure = Compile("## Initial triage\n\n1. look\n2. call\n\n## Post-incident\n\n- write it down\n- tell the bakers\n");
        Assert.Equal(["Initial triage", "Post-incident"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(2, procedure.Phases[1].Activities.Count);
    }

    [Fact]
    public void Reporting_is_for_everybody_and_no_phase() =>
        Assert.Empty(Compile("## Reporting a strange letter\n\n1. do not open it\n2. bring it to the desk\n").Phases);

    [Fact]
    public void Kinds_of_containment_are_phases_of_their_own() =>
        Assert.Equal(
            ["Immediate containment", "Short-term containment", "Long-term remediation"],
            Compile("## Containment procedures\n\n### Immediate containment\n\n1. pull the plug\n\n### Short-term containment\n\n1. hotfix\n\n### Long-term remediation\n\n1. find the cause\n").Phases.Select(phase => phase.Name));

    [Theory]
    [InlineData("## Security incidents\n\n### Login trouble (P1)\n\n- check the events\n- check the limits\n")]
    [InlineData(Levels + "## What may come\n\n### Login trouble (P1)\n\n- check the events\n- check the limits\n")]
    public void A_heading_with_its_level_in_brackets_above_dashes_is_a_scenario(string guide)
    {
        Scenario scenario = Only(guide);
        Assert.Equal(("Login trouble", "P1"), (scenario.Name, scenario.Severity));
        Assert.Equal(["check the events", "check the limits"], Steps(scenario));
    }

    [Theory]
    [InlineData("1. **Keep evidence** - copy the log\n2. **Contain** - revoke the tokens as [told](tokens.md)\n3. **Patch** - as ever\n", 3)]
    [InlineData("1. Unplug it.\n2. Call the police.\n", 2)]
    public void A_playbook_in_the_singular_is_the_scenario(string list, int steps)
    {
        Scenario scenario = Only("## Ransom playbook\n\n" + list);
        Assert.Equal(("Ransom playbook", steps), (scenario.Name, scenario.Steps.Count));
    }

    [Fact]
    public void Chapters_with_the_same_labelled_dashes_are_scenarios()
    {
        IReadOnlyList<Scenario> scenarios = Compile("## 1. Mails sent twice\n\n- Severity: High\n- Detection: two mails, one angry guest\n- Immediate response: Stop the queue.\n- Preserve: the log\n\n## 2. Queue is full\n\n- Severity: Medium, high in a sale.\n- Detection: old jobs\n- Immediate response: Start two workers.\n- Preserve: the ids\n").Scenarios;
        Assert.Equal([("Mails sent twice", "High"), ("Queue is full", "Medium")], scenarios.Select(scenario => (scenario.Name, scenario.Severity)));
        Assert.Equal(["two mails", "one angry guest"], scenarios[0].Symptoms);
        Assert.Equal(["Stop the queue."], Steps(scenarios[0]));
        Assert.Contains("Preserve: the log", scenarios[0].Remarks);
    }

    [Fact]
    public void Steps_hidden_in_comments_follow_those_of_the_list_before()
    {
        Procedure procedure = Compile("## Scenarios\n\n### Oven gone\n\n**Symptoms**:\n\n- cold\n\n**Immediate actions**:\n\n1. look\n2. call\n\n**Resolution steps**:\n\n```bash\n# 1. Read the log\n# In the console\n\n# 2. Restart it\noven restart\n```\n\n**Communication**:\n\n- write to all\n\n### Oven open\n\n**Symptoms**:\n\n- smoke\n\n**Resolution steps**:\n\n1. close it\n\n**Communication**:\n\n```\nDear guests,\n\nWhat happened: [Description]\n```\n");
        Assert.Equal(4, procedure.Scenarios[0].Steps.Count);
        Assert.Equal(["oven restart"], procedure.Scenarios[0].Steps[^1].Commands);
        Assert.Equal(["write to all"], procedure.Scenarios[0].Remarks);
        Assert.Equal(["close it"], Steps(procedure.Scenarios[1]));
        Assert.Equal(["Description"], Assert.Single(procedure.Templates).Placeholders);
    }

    [Theory]
    [InlineData("Signals:", "Handling steps:", "Escalate when:")]
    [InlineData("适用信号：", "处置步骤：", "升级条件：")]
    public void When_to_escalate_is_no_step(string signs, string steps, string when)
    {
        Scenario scenario = Only($"## Scenario playbooks\n\n### Runtime gone\n\n{signs}\n\n- no answer\n- alarms\n\n{steps}\n\n1. look\n2. stop\n\n{when}\n\n- down for 15 minutes\n");
        Assert.Equal(["no answer", "alarms"], scenario.Symptoms);
        Assert.Equal(["look", "stop"], Steps(scenario));
        Assert.Equal(["down for 15 minutes"], scenario.Remarks);
    }

    [Fact]
    public void A_response_to_one_trouble_with_its_signals_is_a_scenario_beside_others()
    {
        Procedure procedure = Compile("## Key compromise response\n\n### Detection signals\n\n- odd calls\n\n### Immediate containment\n\n1. revoke\n2. freeze\n\n### Recovery\n\n1. restart\n\n## Common failures\n\n### Port taken\n\n**Symptom:** error\n\n**Fix:**\n\n- kill it\n");
        Assert.Equal(["Key compromise response", "Port taken"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(["revoke", "freeze", "restart"], Steps(procedure.Scenarios[0]));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void What_is_done_at_each_level_is_told_with_the_levels_and_no_phase()
    {
        const string Procedures = "## Response procedures\n\n### P1 - Critical\n\n1. **Assess** - look\n2. **Contain** - stop\n\n### P2 - High\n\n1. **Assess** - look later\n";
        Assert.Empty(Compile("## Severity levels\n\n| Level | Definition |\n|---|---|\n| P1 - Critical | gone |\n| P2 - High | slow |\n\n" + Procedures).Phases);
    }

    [Fact]
    public void A_quick_reference_of_threats_holds_scenarios()
    {
        Procedure procedure = Compile("## Containment quick reference\n\n| Threat | Containment action |\n|---|---|\n| Leaked key | Rotate it |\n| Odd traffic | Turn the limits on |\n");
        Assert.Equal([("Leaked key", "Rotate it"), ("Odd traffic", "Turn the limits on")], procedure.Scenarios.Select(scenario => (scenario.Name, Assert.Single(scenario.Steps).Text)));
        Assert.Empty(procedure.Tools);
    }

    [Fact]
    public void Cases_that_a_list_names_are_told_under_their_headings()
    {
        Procedure procedure = Compile("## Types of incidents\n\n- **Early word**: told too soon\n- **Late word**: told too late\n\n## Incident response procedures\n\n### Early word\n\nWhen it is told too soon:\n\n1. **Immediate action**:\n   - close the letter\n2. **Assessment**:\n   - count the readers\n\n### Late word\n\n1. **Assessment**:\n   - ask the readers\n2. **Response**:\n   - say sorry\n");
        Assert.Equal([("Early word", "close the letter"), ("Late word", "ask the readers")], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Steps[0].Text)));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void Bold_cases_within_a_phase_are_scenarios()
    {
        Procedure procedure = Compile("## Response\n\n### 1. Triage\n\n1. look\n\n### 2. Containment\n\n**Key compromise (oven, door):**\n1. change the lock\n2. look who came\n\n**Unauthorized visitor access:**\n1. close the door\n2. ask him\n\n### 3. Recovery\n\n1. open again\n");
        Assert.Equal([("Key compromise (oven, door)", 2), ("Unauthorized visitor access", 2)], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Steps.Count)));
        Assert.Equal(["Triage", "Containment", "Recovery"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void Scenarios_are_told_in_a_paragraph_each()
    {
        Procedure procedure = Compile("## Common failures\n\n**Pool exhausted.** More guests than chairs.\nSymptom: all stand. Short term, restart the music.\n\n**Queue backing up.** Check the door.\n\n## Data exposure\n\nThis is SEV1 whoever it is.\n\n1. Close the book\n2. Count the readers\n");
        Assert.Equal(["Pool exhausted", "Queue backing up", "Data exposure"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(("all stand", "Short term, restart the music.", "More guests than chairs."), (procedure.Scenarios[0].Symptoms[0], procedure.Scenarios[0].Steps[0].Text, procedure.Scenarios[0].Remarks[0]));
        Assert.Equal("SEV1", procedure.Scenarios[2].Severity);
    }

    [Theory]
    [InlineData("Containment by incident type")]
    [InlineData("各情境的遏制手段")]
    public void What_is_said_of_each_type_is_what_is_done(string heading)
    {
        IReadOnlyList<Scenario> scenarios = Compile($"## Response process\n\n### {heading}\n\n- **Stolen key**: change the lock\n- **Lost book**: print it again\n").Scenarios;
        Assert.Equal([("Stolen key", "change the lock"), ("Lost book", "print it again")], scenarios.Select(scenario => (scenario.Name, Assert.Single(scenario.Steps).Text)));
    }

    [Fact]
    public void What_a_type_is_remains_as_a_remark() =>
        Assert.Equal(["somebody has it"], Compile("## Incident types\n\n- **Stolen key**: somebody has it\n- **Lost book**: nobody has it\n").Scenarios[0].Remarks);

    [Fact]
    public void Numbered_troubles_are_scenarios_in_other_languages_too() =>
        Assert.Equal(
            ["Chave exposta", "Conta invadida", "Vazamento de fotos", "Vazamento entre contas", "Cobrança em dobro", "Banco comprometido"],
            Compile("## 1. Chave exposta\n\n1. trocar\n2. avisar\n\n## 2. Conta invadida\n\n1. fechar\n2. avisar\n\n## 3. Vazamento de fotos\n\n1. fechar\n2. contar\n\n## 4. Vazamento entre contas\n\nComo o item 3.\n\n## 5. Cobrança em dobro\n\n1. parar\n2. devolver\n\n## 6. Banco comprometido\n\n1. trocar\n2. olhar\n").Scenarios.Select(scenario => scenario.Name));

    [Fact]
    public void Steps_alone_stand_for_a_scenario_beside_others_that_have_them()
    {
        const string Case = "### Symptoms\n\n- cold\n\n### Steps\n\n1. look\n2. light it\n\n";
        Procedure procedure = Compile($"## Oven down\n\n{Case}## Second oven down\n\n{Case}## Clock looks odd\n\nThis is **SEV-1**. Keep all.\n\n### Steps\n\n1. take a picture\n2. call\n");
        Assert.Equal(["Oven down", "Second oven down", "Clock looks odd"], procedure.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal(("SEV-1", 2), (procedure.Scenarios[2].Severity, procedure.Scenarios[2].Steps.Count));
        Assert.Empty(procedure.Phases);
    }

    [Fact]
    public void What_prevents_it_is_no_step()
    {
        Scenario scenario = Only("## Scenario 1: Oven down\n\nSymptoms:\n- cold\n\nFix (immediate):\n1. look\n2. light it\n\nPrevent:\n- sweep it weekly\n");
        Assert.Equal(["look", "light it"], Steps(scenario));
        Assert.Equal(["sweep it weekly"], scenario.Remarks);
    }

    [Theory]
    [InlineData("| Situation | Immediate move |\n|---|---|\n| Leaked key | Rotate it |\n| Shop outage | Call the baker |\n", "Leaked key", "Rotate it")]
    [InlineData("| Tipo | Acción inmediata |\n|---|---|\n| Credenciales comprometidas | Rotar |\n| Ataque a la tienda | Cerrar |\n", "Credenciales comprometidas", "Rotar")]
    public void A_table_of_troubles_and_what_is_done_at_once_holds_scenarios_wherever_it_stands(string table, string name, string step)
    {
        Scenario scenario = Compile($"## Response\n\n### 1. Triage\n\n1. look\n\n### 2. Containment\n\n{table}\n### 3. Recovery\n\n1. open\n").Scenarios[0];
        Assert.Equal((name, step), (scenario.Name, Assert.Single(scenario.Steps).Text));
    }

    [Fact]
    public void What_is_brought_back_case_by_case_are_scenarios()
    {
        Procedure procedure = Compile("## Recovery flow\n\n### Shop rollback\n\n1. roll back\n2. look\n\n### Till recovery\n\n1. count\n2. open\n");
        Assert.Equal([("Shop rollback", 2), ("Till recovery", 2)], procedure.Scenarios.Select(scenario => (scenario.Name, scenario.Steps.Count)));
    }

    [Fact]
    public void Commands_for_each_case_within_a_phase_are_scenarios() =>
        Assert.Equal(
            [("Search down", 2), ("Shop outage", 2)],
            Compile("## Mitigation strategies\n\n**For Search down**\n```bash\n# 1. Look\nsearch status\n\n# 2. Restart\nsearch restart\n```\n\n**For Shop outage**\n```bash\n# 1. Look\nshop status\n\n# 2. Restart\nshop restart\n```\n").Scenarios.Select(scenario => (scenario.Name, scenario.Steps.Count)));

    [Fact]
    public void An_option_with_its_commands_is_a_step()
    {
        Scenario scenario = Only("## Scenario 1: Oven slow\n\n### Symptoms\n\n- waits\n\n### Resolution steps\n\n**Option A: More heat**\n```bash\n# turn it\noven up\n```\n\n**Option B: Fewer loaves**\n```bash\noven fewer\n```\n");
        Assert.Equal([("Option A: More heat", "oven up"), ("Option B: Fewer loaves", "oven fewer")], scenario.Steps.Select(step => (step.Text, Assert.Single(step.Commands))));
    }

    [Fact]
    public void Times_group_the_steps_below_them() =>
        Assert.Equal(["close", "call", "count"], Steps(Only("## Scenarios\n\n### Book stolen\n\n1. **Immediate (0-1 hour)**\n   - close\n   - call\n\n2. **Short-term (1-24 hours)**\n   - count\n")));

    [Fact]
    public void A_page_named_in_code_is_where_a_scenario_is_told() =>
        Assert.Equal(["refunds.md", "stuck.md"], Compile("## Technical playbook\n\n- **Refunds:** `refunds.md`\n- **Stuck jobs:** see `stuck.md`.\n").Scenarios.Select(scenario => scenario.Link));

    [Fact]
    public void A_template_below_the_review_is_the_post_mortems() =>
        Assert.Contains("Timeline", Compile("## Post-incident review\n\nWithin 48 hours hold a review:\n\n**Template:**\n1. **Summary** - what happened, and who was there.\n2. **Timeline** - from the first smoke on.\n3. **Actions** - who does what.\n").PostMortemTemplate, StringComparison.Ordinal);

    [Fact]
    public void A_paragraph_that_begins_with_its_step_in_bold_is_one()
    {
        Scenario scenario = Only("## Scenario 1: Sums differ\n\n### Detection signs\n\n- red light\n\n### Immediate actions\n\n**Step 1: Leave the books alone.** All is mended by entries.\n\n**Step 2: Find the entry**\n```sql\nselect 1\n```\n");
        Assert.Equal(["red light"], scenario.Symptoms);
        Assert.Equal(["Leave the books alone.", "Find the entry"], Steps(scenario));
        Assert.Equal(["All is mended by entries."], scenario.Steps[0].Details);
    }
}
