using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Phases drawn one below the other, counted in other ways, or named in the line below the heading.</summary>
public sealed class FlowKindsTests
{
    private static IEnumerable<string> Phases(string guide) => Compile(guide).Phases.Select(phase => phase.Name);

    [Fact]
    public void Phases_may_be_drawn_with_arrows_between_them() =>
        Assert.Equal(["Detect", "Tell the Miller", "Contain & Cool", "Learn"], Phases("## Incident Response Workflow\n\n```\nDetect\n  ↓\nTell the Miller\n  ↓\nContain & Cool\n  ↓\nLearn\n```\n"));

    [Fact]
    public void A_drawn_timeline_tells_when_and_what()
    {
        Procedure procedure = Compile("## 3. Response Timeline\n\n```\nT+0        DETECTION\n            │\n            ▼\nT+10min    ACKNOWLEDGE\n            → the baker is named\n            → the log is opened,\n              one for each fire\n            │\n            ▼ (if bread is lost)\nT+1h       CONTAINMENT\n            → shut the door\n            │\n            ▼\nASAP       POST-MORTEM\n```\n");
        Assert.Equal(["DETECTION", "ACKNOWLEDGE", "CONTAINMENT", "POST-MORTEM"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["T+0", "T+10min", "T+1h", "ASAP"], procedure.Phases.Select(phase => phase.Window));
        Assert.Equal(["the baker is named", "the log is opened, one for each fire"], procedure.Phases[1].Activities.Select(activity => activity.Text));
    }

    [Fact]
    public void A_drawing_with_branches_names_no_phases() =>
        Assert.Empty(Phases("## Incident Response Workflow\n\n```\nDetect\n  ↓\nContain ── yes ──→ Recover\n  ↓\nReview\n  ↓\nClose\n```\n"));

    [Fact]
    public void Roman_numbers_count_phases() =>
        Assert.Equal(
            ["Identification", "Containment", "Eradication", "Recovery"],
            Phases("## Incident Management Process\n\n**I - Identification**\n\n1. look\n\n**II - Containment**\n\n1. shut\n\n**III - Eradication**\n\n1. sweep\n\n**IV - Recovery**\n\n1. open\n\n**Yearly Check of All This**\n\nThe watch reads it.\n"));

    [Fact]
    public void An_overview_before_the_numbered_phases_is_none() =>
        Assert.Equal(["Detección", "Análisis", "Contención", "Recuperación"], Phases("## Proceso de Respuesta\n\n### Fases del Proceso\n\nSon cuatro.\n\n### 1. Detección\n\n- mirar\n\n### 2. Análisis\n\n- pensar\n\n### 3. Contención\n\n- cerrar\n\n### 4. Recuperación\n\n- abrir\n"));

    [Fact]
    public void Counted_phases_stand_before_a_chain_of_more() =>
        Assert.Equal(["Detection", "Containment", "Recovery"], Phases("## Response Flow\n\n```\nDETECTION → TRIAGE → CONTAINMENT → RECOVERY\n```\n\n### Phase 1 — Detection\n\n- look\n\n### Phase 2 — Containment\n\n- shut\n\n### Phase 3 — Recovery\n\n- open\n"));

    [Fact]
    public void The_line_below_may_name_the_phase()
    {
        Procedure procedure = Compile("### 🏷️ Phase\n1️⃣ Reading the Report\n\n### ✅ Tasks\n\n- [ ] read it\n- [ ] weigh it\n\n### 🏷️ Phase\n2️⃣ Mitigation\n\n### ✅ Tasks\n\n- [ ] shut it\n\n### 🏷️ Phase\n3️⃣ Notification\n\n### ✅ Tasks\n\n- [ ] tell them\n");
        Assert.Equal(["Reading the Report", "Mitigation", "Notification"], procedure.Phases.Select(phase => phase.Name));
        Assert.Equal(["Reading the Report", "Mitigation", "Notification"], procedure.Checklists.Select(list => list.Phase));
    }

    [Fact]
    public void Numbered_headings_of_a_runbook_are_its_phases() =>
        Assert.Equal(["Write It Down", "Stabilize the Oven", "Investigate or Resolve", "Review the Incident"], Phases("## 1. Write It Down\n\nUse the log.\n\n## 2. Stabilize the Oven\n\n1. shut\n\n## 3. Investigate or Resolve\n\nAsk why.\n\n## 4. Review the Incident\n\n1. meet\n"));

    [Fact]
    public void Windows_in_sequence_are_phases()
    {
        Procedure procedure = Compile("## 2. First 30-Minutes Recovery Playbook\n\n### 0–5 min — Containment\n\n1. shut\n2. lock\n\n### 5–15 min — Assess the Loss\n\n1. count\n2. weigh\n\n### 15–30 min — Tell the Guests\n\n1. call\n2. write\n");
        Assert.Equal([("Containment", "0–5 min"), ("Assess the Loss", "5–15 min"), ("Tell the Guests", "15–30 min")], procedure.Phases.Select(phase => (phase.Name, phase.Window)));
        Assert.Empty(procedure.Scenarios);
    }

    [Fact]
    public void A_summary_may_list_the_phases() =>
        Assert.Equal(["Smoke reported", "Triage and analysis", "Containment & cooling", "Recovery of the oven"], Phases("## Incident Response Process\n\n### Summary\n\n- Smoke reported\n- Triage and analysis\n- Containment & cooling (short term)\n- Recovery of the oven\n\n### In Detail\n\n- The baker leads\n\n### Meeting Agenda\n\n- Update the log\n"));

    [Fact]
    public void Who_is_told_what_is_no_run_of_phases() =>
        Assert.Empty(Phases("## 4. Communications Tree\n\n### 4.1 Internal communications\n\n- the bakers\n\n### 4.2 External communications, guests\n\n- the guests\n\n### 4.3 External communications, millers\n\nNone.\n\n### 4.4 Press communications\n\nNone.\n"));

    [Theory]
    [InlineData("## Running an incident\n\n1. **Classify** by the smell.\n2. **Cool** - open the door, then the window.\n3. **Tell** - all who wait.\n", "Classify, Cool, Tell")]
    [InlineData("## Responsibilities and Flow\n\n1. **Detection and triage:** The baker smells it.\n2. **Containment:** The smith shuts the door.\n3. **Recovery:** The mason mends the oven.\n4. **Thanks:** All eat.\n", "Detection and triage, Containment, Recovery, Thanks")]
    public void Titled_steps_of_a_chapter_on_handling_are_the_phases(string guide, string expected)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(expected, string.Join(", ", procedure.Phases.Select(phase => phase.Name)));
        Assert.Empty(procedure.Roles);
    }
}
