using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>
/// What no reader took though its heading calls it a procedure and it says what to do: "Rollback procedure", "Evidence
/// preservation". It stands beside the phases, and is done within one of them; where cases stand around it, it is one.
/// </summary>
internal sealed partial class Beside(GuideContext context)
{
    /// <summary>So many cases side by side make what stands among them one.</summary>
    private const int Run = 3;

    /// <summary>So many phases are a whole course, and nothing is missing in it.</summary>
    private const int Whole = 4;

    /// <summary>Nobody has written so many, neither of these nor of their siblings.</summary>
    private const int Most = 100;

    public Procedure AddTo(Procedure procedure)
    {
        List<Scenario> scenarios = [];
        WorkflowPhase[] phases = [.. procedure.Phases];
        // "P1 - Critical" and "P2 - High" are no course; "Containment" beside them is part of it.
        bool byLevel = phases.Length > 0 && Array.TrueForAll(phases, phase => SeverityName.TryParse(phase.Name, loose: false) is { IsCode: true });
        foreach (GuideSection section in context.Document.Sections.Where(section => IsLeft(section, byLevel)).Take(Most).ToArray())
        {
            if (section.Ancestors.Any(context.Ledger.Has) && section.Ancestors.Any(above => above.Kind is SectionKind.Scenario))
            {
                continue;
            }

            if (IsCase(section))
            {
                scenarios.Add(new ScenarioReader(context).FromBeside(section));
            }
            else if (PhaseOf(section, phases) is >= 0 and var at)
            {
                phases[at] = new PhaseReader(context).With(phases[at], section);
            }
            else if (phases.Length is > 0 and < Whole && TellsPart(section) && PhaseWords.BeginsWithPhase(section.Heading) && !section.Ancestors.Any(context.Ledger.Has) && PlaceOf(section, phases, byLevel) is var place)
            {
                phases = [.. phases[..place], new PhaseReader(context).OfItsOwn(section), .. phases[place..]];
                phases = [.. phases.Select((phase, i) => phase with { Order = i + 1 })];
            }
        }

        phases = WithFirst(phases);
        return procedure with
        {
            Phases = phases,
            Scenarios = scenarios.Count == 0 ? procedure.Scenarios : [.. procedure.Scenarios.Concat(scenarios).OrderBy(scenario => scenario.Line)],
        };
    }

    private bool IsLeft(GuideSection section, bool byLevel) =>
        section is { IsBold: false, Level: > 1, Title.Length: <= 80, Kind: SectionKind.Unknown or SectionKind.Workflow or SectionKind.Phase }
        && section.Parent!.Kind is SectionKind.Unknown or SectionKind.Workflow or SectionKind.Phase
        && !context.Ledger.Has(section)
        && section.Heading.NameWithoutRemarks is var name && Procedures().IsMatch(name) && !NoProcedure().IsMatch(name) && (byLevel || !PhaseWords.IsNamed(name))
        && section.SelfAndDescendants.Any(part => part.Blocks.Exists(TellsDeeds))
        && section.SelfAndDescendants.All(part => part.Kind is SectionKind.Unknown or SectionKind.Workflow or SectionKind.Phase && part.Blocks.TrueForAll(IsLeft));

    private bool IsLeft(GuideBlock block) => !context.Ledger.Has(block) && block switch
    {
        ListBlock list => !list.Items.Any(context.Ledger.Has),
        TableBlock table => !table.Rows.Any(context.Ledger.Has),
        _ => true,
    };

    // Numbered steps, or commands; questions and links to the guide's own headings are none.
    private static bool TellsDeeds(GuideBlock block) => block switch
    {
        ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 2 } list => !list.Items.Any(item => item.Text.EndsWith('?') || item.Links.Any(link => link.Target.StartsWith('#'))),
        CodeBlock code => ShellText.IsShell(code),
        _ => false,
    };

    // "Security incident procedures", or "Rollback" after "Search is down", "Queue is full" and "Disk is full"
    private static bool IsCase(GuideSection section) =>
        (OfIncident().IsMatch(section.Heading.NameWithoutRemarks) && section.Blocks.Exists(TellsDeeds))
        // Among "Scenario 1: Search is down", "Scenario 2: Queue is full" it would say so of itself.
        || (section.Parent!.Sections.Take(Most).Where(other => other is { IsBold: false, Kind: SectionKind.Scenario }).Take(Run).ToArray() is { Length: Run } cases && !Array.TrueForAll(cases, other => ScenarioWords.IsScenarioTitle(other.Heading)));

    private static bool TellsPart(GuideSection section) => Secures().IsMatch(section.Heading.NameWithoutRemarks) || GoesBack().IsMatch(section.Heading.NameWithoutRemarks);

    // No phase is called so or means the same: what contains comes before what recovers, all else where it is written.
    private static int PlaceOf(GuideSection section, WorkflowPhase[] phases, bool byLevel)
    {
        int after = Array.FindIndex(phases, phase => byLevel || !Secures().IsMatch(section.Heading.NameWithoutRemarks)
            ? phase.Line > section.Line
            : PhaseWords.Meaning(phase.Name) >= IncidentPhase.Resolution);
        return after < 0 ? phases.Length : after;
    }

    // Where it is done: in the phase that has its name, else in the first that means the same.
    private static int PhaseOf(GuideSection section, WorkflowPhase[] phases)
    {
        string name = section.Heading.NameWithoutRemarks;
        bool back = GoesBack().IsMatch(name);
        if (!back && !Secures().IsMatch(name))
        {
            return -1;
        }

        int named = Array.FindIndex(phases, phase => (back ? Restores() : Contains()).IsMatch(phase.Name));
        return named >= 0 ? named : Array.FindIndex(phases, phase => PhaseWords.Meaning(phase.Name) == (back ? IncidentPhase.Resolution : IncidentPhase.Response));
    }

    // "Rollback procedure", "Credential rotation", "Procédure de retour", "Recuperação do banco"
    [GeneratedRegex(@"(?:^|\s|-)(?:procedures?|containment|roll-?backs?|recovery|restoration|restore|fail-?over|eradication|isolation|revocation|rotation|evidence (?:preservation|collection|handling|gathering|capture)|chain of custody|(?:(?:roll-?back|recovery|restore|revocation|rotation|containment|failover|isolation) )(?:process|workflow|steps|sequence|plan)|wiederherstellung|eindämmung|beweissicherung|sperrung)$|(?:回滚|恢复|遏制|取证)(?:流程|步骤|程序)$|(?:切り戻し|ロールバック)手順$|^(?:proc[ée]dures?|procedimi?entos?|procedur[ae]|rota(?:ción|ção|zione)|révocation|revocación|revogação|récupération|recupera(?:ción|ção)|restaura(?:tion|ción|ção)|confinement|contención|contenção|ripristino|preservación|préservation|preservação) (?:de|des|du|da|do|dos|das|del|della?|delle|di|of|d['’])\b|^(?:roll-?back|recovery|evidence (?:preservation|collection)) (?:of|for|procedures?|process|steps)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Procedures();

    // What keeps the guide or the team in order is none of an incident.
    [GeneratedRegex(@"\b(?:improve(?:ments?)?|reviews?|change|training|onboarding|maintenance|updates?|approval|appendix|post[- ]?(?:incident|mortem)|lessons|examples?|criteria|requirements|objectives?|principles|templates?|testing|tests?|drills?|exercises?|on[- ]?call|hand-?(?:off|over)|shift|team|log|(?:deploy(?:ment)?|release|backup|installation|setup|control|operating) procedures?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoProcedure();

    [GeneratedRegex(@"^(?:security|data|privacy|cyber(?:security)?|safety|payment|fraud|network|database|performance|infrastructure) (?:incident|breach|event) (?:response )?procedures?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfIncident();

    [GeneratedRegex(@"\b(?:roll-?backs?|recovery|restoration|restore|restart|fail-?over|récupération|recupera(?:ción|ção)|restaura(?:tion|ción|ção)|ripristino|wiederherstellung)\b|回滚|恢复|切り戻し|ロールバック", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GoesBack();

    [GeneratedRegex(@"\b(?:containment|eradication|isolation|revocation|rotation|shutdown|evidence|preservation|custody|forensics?|investigation|rota(?:ción|ção|zione)|révocation|revocación|revogação|confinement|contención|contenção|preservación|préservation|preservação|eindämmung|beweissicherung|sperrung)\b|遏制|取证", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secures();

    [GeneratedRegex(@"\b(?:recover|restor|récup|recupera|restaura|ripristin|wiederherstell)|恢复|復旧", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restores();

    [GeneratedRegex(@"\b(?:contain|confin|conten|eindämm)|遏制|封じ込め", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contains();
}
