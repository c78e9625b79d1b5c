using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Phases that charts, counted steps and fences with labels tell, and lists that are none.</summary>
public sealed class WayKindsTests
{
    private static string Phases(string guide) => string.Join("; ", Compile(guide).Phases.Select(phase => $"{phase.Name} {phase.Activities.Count}"));

    [Theory]
    [InlineData("## Response process\n\n```mermaid\nflowchart LR\n  A[Detect] --> B(Contain)\n  B --> C[Mend] --> D[\"Review\"]\n  style A fill:#fff\n```\n", "Detect 0; Contain 0; Mend 0; Review 0")]
    [InlineData("## Response process\n\n```mermaid\ngraph TD\n  A[Detect] --> B[Contain]\n  B --> C[Mend]\n  C --> D[Review]\n```\n\n### How each oven is put out\n\n- Big oven: water\n- Small oven: lid\n", "Detect 0; Contain 0; Mend 0; Review 0")]
    [InlineData("## Response process\n\n```mermaid\nflowchart TD\n  A[Smoke] --> B{Fire?}\n  B -- yes --> C[Water]\n  B -- no --> D[Bake]\n```\n", "")]
    [InlineData("## Runbook\n\n### Step 0: Smoke is seen\n\nSomebody says so.\n\n### Step 1: Find a baker\n\n- call\n\n### Step 2: Bake and sell\n\n- bake\n- sell\n", "Smoke is seen 0; Find a baker 1; Bake and sell 2")]
    [InlineData("## Triage\n\n- look\n\n## Notification\n\nTell those who eat.\n\n## Publish and sell\n\n- sell\n", "Triage 1; Notification 0; Publish and sell 1")]
    [InlineData("## Our response process\n\n**Promises:**\n- **First word**: within 24 hours\n- **Detailed answer**: within 3 days\n\n**What we do:**\n1. Look at the bread\n2. Bake another\n", "What we do 2")]
    public void Phases_in_further_dress(string guide, string expected) => Assert.Equal(expected, Phases(guide));

    [Theory]
    [InlineData("## Boucle de réponse\n\n### 2.1 Détecter et déclarer\n\n- regarder\n\n### 2.2 Trier\n\n- goûter\n\n### 2.3 Mitiger\n\n- fermer\n\n### 2.4 Résoudre\n\n- cuire\n", "Détecter et déclarer 1; Trier 1; Mitiger 1; Résoudre 1")]
    [InlineData("## Etape\n\n### Detecție\n\n- privește\n\n### Izolare\n\n- închide\n\n### Rezolvare\n\n- coace\n", "Detecție 1; Izolare 1; Rezolvare 1")]
    public void Phases_in_further_tongues(string guide, string expected) => Assert.Equal(expected, Phases(guide));

    [Fact]
    public void A_subject_above_a_quoted_message_goes_with_it()
    {
        MessageTemplate template = Assert.Single(Compile("## Comunicare\n\n### Șablon pentru clienți\n\n**Subiect:** Pâine arsă — {data}\n\n> Stimată echipă,\n>\n> Coacem din nou până la {ora}.\n").Templates);
        Assert.Equal(["data", "ora"], template.Placeholders);
    }

    [Fact]
    public void Checklists_of_one_name_are_told_apart_by_their_times() =>
        Assert.Equal(["First actions (5 minutes)", "First actions (2 hours)", "Baking"], Compile("## First actions (5 minutes)\n\n- [ ] look\n- [ ] taste\n\n## First actions (2 hours)\n\n- [ ] mend\n- [ ] sell\n\n## Baking (3 hours)\n\n- [ ] bake\n- [ ] cool\n").Checklists.Select(list => list.Name));

    [Fact]
    public void A_fence_tells_who_what_and_the_deeds()
    {
        WorkflowPhase phase = Compile("## Response process\n\n### Step 1: Detect\n\n```\nWho: the watch\nWhat: Find the smoke\nActions:\n  - look up\n  - ring\n\nTell: all bakers\n```\n\n### Step 2: Contain\n\n- lid\n").Phases[0];
        Assert.Equal("the watch", phase.Owner);
        Assert.Equal("Find the smoke", phase.Goal);
        Assert.Equal(["look up", "ring", "Tell: all bakers"], phase.Activities.Select(activity => activity.Text));
        Assert.All(phase.Activities, activity => Assert.Null(activity.Group));
    }

    [Fact]
    public void Tools_within_a_phase_are_tools()
    {
        Procedure guide = Compile("## Response process\n\n### Phase 1: Detect\n\n- look\n\n**Recommended tools:**\n- Sieve\n- Spoon\n\n### Phase 2: Contain\n\n**Triggered when:** it burns\n\n- lid\n");
        Assert.Equal(["Sieve", "Spoon"], guide.Tools.Select(tool => tool.Name));
        Assert.Equal([1, 1], guide.Phases.Select(phase => phase.Activities.Count));
    }

    [Fact]
    public void Rules_of_a_channel_are_no_tools() =>
        Assert.Empty(Compile("## Communication\n\n### Internal communication (live channel: #bread)\n\n- News every 15 minutes\n- Facts alone\n").Tools);

    [Theory]
    [InlineData("(configure in the settings)")]
    [InlineData("(to be filled in)")]
    [InlineData("(your number)")]
    public void A_bracket_that_tells_what_to_write_is_a_blank(string blank) =>
        Assert.Null(Assert.Single(Compile($"## Contacts\n\n| Role | Contact |\n|-|-|\n| Baker | {blank} |\n").Contacts).Value);

    [Fact]
    public void When_somebody_can_be_reached_is_no_way_to_do_it()
    {
        Procedure procedure = Compile("## Kontakte\n\n| Rolle | Name | Kontakt | Erreichbarkeit |\n|-|-|-|-|\n| **Meister** | *[Name eintragen]* | *[E-Mail]* | Geschäftszeiten |\n| **Müller** | Max | max@mill.test | immer |\n");
        Assert.Equal([null, "max@mill.test"], procedure.Contacts.Select(contact => contact.Value));
    }
}
