using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The ways in which guides tell of phases, people, checklists, messages and the review afterwards.</summary>
public sealed class PartKindsTests
{
    [Theory]
    [InlineData("## Workflow\n\n`Detect → Contain → Recover`\n")]
    [InlineData("## Workflow\n\n```\n[Detect] -> [Contain] -> [Recover]\n```\n")]
    [InlineData("## Response Procedure\n\n1. **Detect** (0-5 min): look\n2. **Contain**: fence\n3. **Recover**: mend\n")]
    [InlineData("## Response Flow\n\n## 1. Detect\n\n- look\n\n## 2. Contain\n\n- fence\n\n## 3. Recover\n\n- mend\n\n## Contacts\n\n- a: b\n")]
    [InlineData("## 4. Detect → Contain → Recover\n\n1. **Detect.** Look.\n2. **Contain.** Fence.\n3. **Recover.** Mend.\n")]
    [InlineData("## Immediate measures\n\n### 4.1 Step 1: Detect (NOW)\n\n- look\n\n### 4.2 Step 2: Contain\n\n- fence\n\n### 4.3 Step 3: Recover\n\n- mend\n")]
    [InlineData("## Vòng đời\n\n### Bước 1: Detect\n\n- xem\n\n### Bước 2: Contain\n\n- chặn\n\n### Bước 3: Recover\n\n- sửa\n")]
    [InlineData("## Process\n\n### 6.1 Steps\n\n1. **Detect:** look\n2. **Contain:** fence\n3. **Recover:** mend\n\n### 6.2 Drawing\n\n```\nStart\n```\n")]
    public void Phases_in_every_dress(string guide) => Assert.Equal(["Detect", "Contain", "Recover"], Compile(guide).Phases.Select(phase => phase.Name));

    [Theory]
    [InlineData("- [ ] ")]
    [InlineData("[ ] ")]
    public void Numbered_chapters_of_tasks_are_phases(string box)
    {
        Procedure procedure = Compile(string.Concat(((string[])["Escalation", "Data gathering", "Resolution", "Retrospective"]).Select((name, i) => $"## {i + 1} - {name}\n\n{box}do {name}\n\n{box}tell of it\n\n")));

        Assert.Equal(["Escalation", "Data gathering", "Resolution", "Retrospective"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal([2, 2, 2, 2], procedure.Checklists.Select(list => list.Tasks.Count));
        Assert.Equal("Data gathering", procedure.Checklists[1].Phase);
    }

    [Fact]
    public void Numbered_chapters_of_other_tasks_are_none() =>
        Assert.Empty(Compile(string.Concat(((string[])["Kitchen", "Hall", "Cellar", "Retrospective"]).Select((name, i) => $"## {i + 1} - {name}\n\n- [ ] clean {name}\n\n"))).Phases);

    [Fact]
    public void A_document_called_process_is_its_numbered_chapters()
    {
        Procedure procedure = ProcedureCompiler.Compile("# Incident Process\n\n## Overview\n\ntext\n\n## 1. Confirm it\n\n- look\n\n## 2. Declare it\n\n- say\n\n## 3. Assign roles\n\n### 3.1 Scribe\n\nResponsibilities:\n\n- writes\n\n## 4. Mend it\n\n- mend\n", "guide.md");
        Assert.Equal(["Confirm it", "Declare it", "Assign roles", "Mend it"], procedure.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void A_policy_is_not() =>
        Assert.Empty(ProcedureCompiler.Compile("# Incident Process\n\n## 1. Purpose\n\ntext\n\n## 2. Scope\n\ntext\n\n## 3. Severity\n\n- P1: gone\n- P2: slow\n\n## 4. Contacts\n\n- a: b\n", "guide.md").Phases);

    [Fact]
    public void A_template_between_two_steps_is_a_step_as_well()
    {
        Procedure procedure = Compile("## Procedure\n\n### 1. Contain\n\n- fence\n\n### 2. Customer template\n\n```\nDear [name]\n```\n\n### 3. Recover\n\n- mend\n");
        Assert.Equal(["Contain", "Customer template", "Recover"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal("Customer template", Assert.Single(procedure.Templates).Name);
    }

    [Theory]
    [InlineData("## Incident Commander Responsibilities\n\n- leads\n\n## Scribe Responsibilities\n\n- writes\n")]
    [InlineData("## Roles\n\n**Incident Commander**\n\n- leads\n\n**Scribe**\n\n- writes\n")]
    [InlineData("## Team Roles\n\n**Incident Commander:** leads\n\n**Scribe:** writes\n")]
    [InlineData("## Roles\n\n| Role | Responsibilities |\n|-|-|\n| Incident Commander | leads |\n| Scribe | writes |\n")]
    [InlineData("## Response Team\n\n### Core Team\n\n```yaml\nIncident Commander:\n  - Backup: nobody\n  - Responsibilities:\n    - leads\n\nScribe:\n  - Responsibilities:\n    - writes\n```\n")]
    [InlineData("## RACI: Roles\n\n| Activity | Incident Commander | Scribe |\n|-|-|-|\n| Lead | R/A | I |\n| Write | - | R |\n| Close | A | C |\n")]
    [InlineData("## On-Call\n\n### Team and roles\n\n#### Incident Commander\n\n**Responsibilities:**\n- leads\n\n#### Scribe\n\n**Responsibilities:**\n- writes\n")]
    public void Roles_in_every_dress(string guide) => Assert.Equal(["Incident Commander", "Scribe"], Compile(guide).Roles.Select(role => role.Name));

    [Theory]
    [InlineData("## Responsibilities\n\n1. Know when you are on call, and swap early with a teammate if you cannot be.\n2. Acknowledge pages promptly, within ten minutes if at all possible.\n")]
    [InlineData("## On-Call\n\n### Primary Responsibilities\n\n- answers\n- mends\n")]
    public void The_duties_of_whoever_is_on_call_are_no_roles(string guide) => Assert.Empty(Compile(guide).Roles);

    [Theory]
    [InlineData("```\nOn-Call\n   │  no answer in 5 min\n   ▼\nIncident Commander\n   │  still burning after 30 min\n   ▼\nCTO\n```\n")]
    [InlineData("### Level 1: On-Call\n\nfirst\n\n### Level 2: Incident Commander\n\nafter 5 min\n\n### Level 3: CTO\n\nafter 30 min\n")]
    public void Levels_of_the_escalation(string path) =>
        Assert.Equal(["On-Call", "Incident Commander", "CTO"], Compile("## Escalation Path\n\n" + path).EscalationLevels.Select(level => level.Name));

    [Theory]
    [InlineData("## Escalation Triggers\n\n1. no answer\n2. it grows\n3. the press calls\n")]
    [InlineData("## Escalation Process\n\n1. Say what is known\n2. Hand over the notes\n3. Stay on the line\n")]
    [InlineData("## Escalation\n\n### 7.1 Exceptions\n\nnone\n\n### 7.2 Remarks\n\nnone\n")]
    public void What_only_speaks_of_escalating_has_no_levels(string guide) => Assert.Empty(Compile(guide).EscalationLevels);

    [Fact]
    public void Nobody_is_no_level() =>
        Assert.Equal(["Lead"], Compile("## Severity\n\n- P1: gone\n- P2: slow\n\n## Escalation Matrix\n\n| Severity | Escalate to | After |\n|-|-|-|\n| P1 | Lead | 5 min |\n| P2 | N/A | - |\n").EscalationLevels.Select(level => level.Name));

    [Fact]
    public void A_protocol_for_calling_is_no_list_of_contacts() =>
        Assert.Empty(Compile("## Escalation\n\n### Level 1: On-Call\n\n**Contact Protocol:**\n- call at once\n\n### Level 2: Lead\n\n**Contact Protocol:**\n- call within 5 minutes\n").Contacts);

    [Fact]
    public void Contacts_for_escalating_may_stand_in_groups() =>
        Assert.Equal(["On-call", "CTO", "Host"], Compile("## Escalation\n\n### Escalation Contacts\n\n**Internal:**\n\n- On-call: [Phone]\n- CTO: #cto\n\n**External:**\n\n- Host: help@host.net\n").Contacts.Select(contact => contact.Name));

    [Fact]
    public void A_form_for_contacts_holds_contacts() =>
        Assert.Equal("ops@corp.net", Assert.Single(Compile("## Contact Information Template\n\n### Internal\n\n| Role | Name | Email |\n|-|-|-|\n| Lead | [Name] | ops@corp.net |\n").Contacts).Value);

    [Theory]
    [InlineData("## Closing\n\nChecklist:\n\n1. tell all\n2. write it down\n", "Closing")]
    [InlineData("## Assessment\n\n```yaml\nChecklist:\n  - [ ] tell all\n  - [ ] write it down\n```\n", "Assessment")]
    [InlineData("## Closing Checklist\n\n- tell all\n  - by mail\n- write it down\n", "Closing Checklist")]
    [InlineData("## Closing\n\n- [ ] tell all\n- [ ] write it down\n- [ ] [Action 1] - Owner: ____ - Due: ____\n", "Closing")]
    public void Checklists_in_every_dress(string guide, string name)
    {
        Checklist only = Assert.Single(Compile(guide).Checklists);
        Assert.Equal(name, only.Name);
        Assert.Equal(["tell all", "write it down"], only.Tasks.Select(task => task.Text));
    }

    [Fact]
    public void Bullets_below_a_number_need_not_be_indented_to_the_letter()
    {
        Checklist only = Assert.Single(Compile("## Responder checklist\n\n1. Acknowledge\n2. Ask for help\n  - the one\n  - the other\n3. Mend\n  1. Merge\n  2. Release\n").Checklists);
        Assert.Equal(["Acknowledge", "Ask for help", "Mend"], only.Tasks.Select(task => task.Text));
    }

    [Fact]
    public void A_sentence_in_bold_is_no_chapter() =>
        Assert.Empty(Compile("## Overview\n\n**If you are in the middle of an incident, there is a short checklist in another file.**\n\n- look there\n").Checklists);

    [Theory]
    [InlineData("## Plantilla de informe de incidente\n\n```markdown\n# Informe\n\n## Resumen\n\n## Causa raíz\n\n## Acciones\n```\n")]
    [InlineData("## Incident report template\n\n```markdown\n# Report\n\n## Summary\n\n```bash\nls\n```\n\n## Actions\n```\n\n## Contacts\n\n- Ops: ops@corp.net\n")]
    public void The_report_that_is_written_afterwards_has_a_template(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.EndsWith("Acciones", procedure.PostMortemTemplate?.Replace("Actions", "Acciones", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(procedure.Phases);
    }

    [Theory]
    [InlineData("## Post-Mortem\n\n- Schedule the meeting within 24 hours\n- Complete the report within 5 days\n", 120)]
    [InlineData("## Post-Mortem Template\n\n### When\n\n- The post-mortem is published within 24 hours\n\n### Text\n\n```markdown\n# Post-Mortem\n\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n```\n", 24)]
    public void The_report_is_due_when_it_is_to_be_done(string guide, int hours) => Assert.Equal(hours, Compile(guide).PostMortemWithin?.TotalHours);

    [Theory]
    [InlineData("## Templates\n\n### First message\n\n```\n[RESOLVED] Dear [name]\n```\n")]
    [InlineData("## Templates\n\n### First message\n\nIf many wait:\n\n```\n[RESOLVED] Dear [name]\n```\n")]
    [InlineData("## Templates\n\n### First message\n\nUse this one, word by word, when it begins:\n\n```\n[RESOLVED] Dear [name]\n```\n")]
    public void A_message_has_the_name_of_its_heading_and_blanks_that_are_no_tags(string guide)
    {
        MessageTemplate template = Assert.Single(Compile(guide).Templates);
        Assert.Equal("First message", template.Name);
        Assert.Equal(["name"], template.Placeholders);
    }

    [Fact]
    public void The_time_to_watch_may_come_late() =>
        Assert.Equal(24, Compile("## Recovery\n\n- Monitor for recurrence (logs, metrics) for at least 24 hours after it\n").MonitoringWindow?.Maximum.TotalHours);

    [Fact]
    public void A_fence_that_closes_with_a_word_ends_there()
    {
        Procedure procedure = Compile("## Flow\n\n```mermaid\nA --> B\n```text\n\n## Roles\n\n- Lead: leads\n- Scribe: writes\n");
        Assert.Equal(["Lead", "Scribe"], procedure.Roles.Select(role => role.Name));
        Assert.Equal(5, Assert.Single(procedure.Findings, finding => finding.RuleId == "guide/broken-fence").Line);
    }

    [Fact]
    public void Keys_that_are_rotated_are_not_on_call() => Assert.Null(Compile("## Key rotation\n\n1. every week\n2. and daily\n").Rotation);

    [Fact]
    public void Every_handover_is_kept()
    {
        Rotation? rotation = Compile("## On-Call\n\n- **Handoff**: Monday 9 AM\n- **Handoff meeting**: ten minutes by phone\n").Rotation;
        Assert.Equal("Monday 9 AM", rotation?.Handoff);
        Assert.Contains("Handoff meeting: ten minutes by phone", rotation!.Details);
    }

    [Theory]
    [InlineData("## Goal\n\nIn this order:\n\n1. Detect\n2. Contain\n3. Recover\n")]
    [InlineData("## Overview\n\n1. Detect\n2. Contain\n3. Recover\n")]
    public void Phases_may_be_no_more_than_their_names(string guide) => Assert.Equal(["Detect", "Contain", "Recover"], Compile(guide).Phases.Select(phase => phase.Name));

    [Theory]
    [InlineData("1. Erkennen\n2. Eindämmen\n3. Beheben\n4. Nachbereitung\n")]
    [InlineData("1. Détecter\n2. Contenir\n3. Éradiquer\n4. Récupérer\n")]
    [InlineData("1. Detectar\n2. Contener\n3. Erradicar\n4. Recuperar\n")]
    [InlineData("1. Identificar\n2. Conter\n3. Erradicar\n4. Recuperar\n")]
    public void Their_names_may_be_verbs_of_other_languages(string list) => Assert.Equal(4, Compile("## X\n\n" + list).Phases.Count);

    [Fact]
    public void A_numbered_list_of_other_things_is_no_workflow() => Assert.Empty(Compile("## Goal\n\n1. Detect\n2. Bread\n3. Butter\n").Phases);

    [Theory]
    [InlineData("1. **Detect and grade:** look\n2. **Contain:** fence\n3. **Recover:** mend\n4. **Keep the evidence:** store\n")]
    [InlineData("## SEV-1 Response: all is lost\n\n### Фаза 1: Detect\n\n- look\n\n### Фаза 2: Contain\n\n- fence\n\n### Фаза 3: Recover\n\n- mend\n\n### Фаза 4: Learn\n\n- write\n")]
    [InlineData("## Incident Detection\n\n- look\n\n## Incident Containment\n\n- fence\n\n## Recovery\n\n- mend\n\n## Post-Incident Review\n\n- write\n")]
    public void Phases_of_a_document_without_a_workflow(string guide) => Assert.Equal(4, Compile(guide).Phases.Count);

    [Fact]
    public void Best_practices_are_no_exercise() =>
        Assert.Equal("Before the shift", Assert.Single(Compile("## On-call best practices\n\n### Before the shift\n\n- [ ] sleep\n- [ ] eat\n").Checklists).Name);

    [Fact]
    public void The_process_beside_the_form_tells_the_deadline() =>
        Assert.Equal(24, Compile("## Documentation Template\n\n### Incident Report\n\n- **Date**: x\n- **What**: y\n\n### Post-Mortem Process\n\n1. **Schedule the post-mortem meeting** within 24 hours\n").PostMortemWithin?.TotalHours);

    [Fact]
    public void What_to_do_with_a_message_is_not_its_name() =>
        Assert.Equal("Closing note", Assert.Single(Compile("## Communication\n\n### Closing note\n\nSend it to the customers:\n\n```\nSubject: Done\n\n[what] is done. Thanks: all\n```\n").Templates).Name);

    [Theory]
    [InlineData("## Response Process\n\n### 1. Contain\n\n- fence\n\n### 2. Communication\n\n#### Outside\n\n```\nSubject: No bread\n\nCause: fire\nUntil: noon\n```\n", "Outside")]
    [InlineData("## Response Process\n\n### 1. Contain\n\n- fence\n\n### 2. Reporting\n\n**To the guild:**\n```\nNotice of a fire\nDate: [date]\nWhat: [what]\nWho: [name]\nHow long: [hours]\n```\n", "To the guild")]
    [InlineData("## Response Process\n\n### 1. Contain\n\n- fence\n\n### 2. Post first update\n\n```markdown\n**Since**: noon\n**What**: fire\n```\n", "Post first update")]
    [InlineData("## Communication Templates\n\n### Notice (by law) to the guild\n\n```\nDear [name]\n```\n", "Notice (by law) to the guild")]
    public void Messages_on_the_way(string guide, string name) => Assert.Equal(name, Assert.Single(Compile(guide).Templates).Name);

    [Theory]
    [InlineData("## Workflow\n\n### 1. Detect\n\n- look\n\n### 2. Post-Mortem (within 48 hours)\n\n**Template**:\n```markdown\n## What was\n- Impact: n\n\n## Timeline\n- t\n\n## Root Cause\n[why]\n```\n")]
    [InlineData("## Fluxo\n\n### 1. Detecção\n\n- ver\n\n### 2. Pós-Incidente\n\n#### O que foi\n\n```markdown\n# Incidente\n\n## Resumo\n- x\n\n## Cronologia\n- y\n\n## Causa raiz\n- z\n```\n")]
    public void The_form_of_the_review_is_no_message(string guide)
    {
        Procedure procedure = Compile(guide);
        Assert.Empty(procedure.Templates);
        Assert.NotNull(procedure.PostMortemTemplate);
    }

    [Fact]
    public void Watching_on_afterwards_is_no_deadline() =>
        Assert.Null(Compile("## Validation\n\n### Post-Incident Monitoring\n\n#### Closer surveillance (48-72 hours)\n\n- look\n").PostMortemWithin);

    [Theory]
    [InlineData("## The four phases - Detect → Contain → Recover → Postmortem\n\n### 4.1 Detect\n\n- look\n\n### 4.2 Contain\n\n- fence\n\n### 4.3 Recover\n\n- mend\n\n### 4.4 Postmortem\n\n- write\n")]
    [InlineData("## Severity 1 (critical) incident response\n\n### Immediate response (0-15 minutes)\n\n- look\n\n### Investigation phase\n\n- ask\n\n### Mitigation phase\n\n- mend\n\n### Recovery phase\n\n- bake\n\n## Severities\n\n### Severity 1 (critical)\n\n- gone\n\n### Severity 2 (high)\n\n- slow\n")]
    public void The_phases_of_a_chain_and_of_a_level(string guide) => Assert.Equal(4, Compile(guide).Phases.Count);

    [Fact]
    public void What_is_done_after_it_is_not_the_workflow() =>
        Assert.Empty(Compile("## Post-Incident Process\n\n### 1. At once\n\n- [ ] look\n\n### 2. Post-Mortem Template\n\n```\n# Post-Mortem\nTimeline\nRoot cause\nImpact\n```\n").Phases);

    [Theory]
    [InlineData("## 1. Detection & grading\n\n- look\n\n## 2. Immediate response\n\n- run\n\n## 3. Investigation checklist\n\n- ask\n\n## 4. Telling people\n\n- write\n\n## 5. Recovery\n\n- bake\n\n## References\n\n- a book\n")]
    [InlineData("## 1. Detección\n\n- ver\n\n## 2. Aviso\n\n- decir\n\n## 3. Contención\n\n- parar\n\n## 4. Investigación\n\n- preguntar\n\n## 5. Recuperación\n\n- hornear\n\n## Anexos\n\n- libro\n")]
    public void A_numbered_run_may_have_an_appendix(string guide) => Assert.Equal(5, Compile(guide).Phases.Count);

    [Fact]
    public void Roles_may_be_assigned_on_the_way() =>
        Assert.Equal(["Head baker", "Scribe"], Compile("## Response Process\n\n### 1. Detection\n\n- look\n\n### 2. Response\n\n**Assign Roles:**\n- **Head baker:** leads\n- **Scribe:** writes\n").Roles.Select(role => role.Name));

    [Fact]
    public void A_hotline_is_no_role() =>
        Assert.Equal("Head baker", Assert.Single(Compile("## Response Team\n\n### Head baker\n\n- leads\n\n### 24/7 Hotline\n\n**Phone:** 12 34\n").Roles).Name);

    [Theory]
    [InlineData("## After\n\n**Short-term (1-24 hours):**\n1. **Schedule Post-Mortem**\n   - Within 48 hours for P1\n   - Within 1 week for P2\n\n**Long-term (1-7 days):**\n1. **Conduct Post-Mortem**\n   - look\n", 48)]
    public void The_deadline_is_the_one_said_of_the_gravest(string guide, int hours) =>
        Assert.Equal(hours, Compile("## Severity\n\n- P1: gone\n- P2: slow\n\n" + guide).PostMortemWithin?.TotalHours);

    [Fact]
    public void Task_lists_below_one_heading_are_called_by_the_lines_above_them()
    {
        Procedure procedure = ProcedureCompiler.Compile("## Communication checklist\n\nWhen you declare:\n\n- [ ] Open a room\n- [ ] Tell the guests\n\nWhen it is over:\n\n- [ ] Close the room\n", "guide.md");
        Assert.Equal([("When you declare", 2), ("When it is over", 1)], procedure.Checklists.Select(list => (list.Name, list.Tasks.Count)));
        Assert.Equal("Only one", Assert.Single(ProcedureCompiler.Compile("## Only one\n\nWhen you declare:\n\n- [ ] Open a room\n", "guide.md").Checklists).Name);
    }

    [Fact]
    public void Titles_with_times_above_boxes_in_a_fence_are_no_tasks()
    {
        Checklist list = Assert.Single(ProcedureCompiler.Compile("## First minutes checklist\n\n```\nMIN 1-2: Read it\n [ ] What is it?\n [ ] Where is it?\n\nMIN 3-4: Tell it\n [ ] Call the baker\n [ ] Call the master\n```\n", "guide.md").Checklists);
        Assert.Equal(["What is it?", "Where is it?", "Call the baker", "Call the master"], list.Tasks.Select(task => task.Text));
    }

    [Fact]
    public void Lists_of_one_name_may_stand_in_a_line_and_below_a_heading() =>
        Assert.Equal(["Start checklist", "Start checklist"], ProcedureCompiler.Compile("## Start checklist\n\n- [ ] Look\n\n## More\n\n**Start checklist:** oven lit, door open, bread baked\n", "guide.md").Checklists.Select(list => list.Name));
}
