using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>
/// Cases that one list names, and chapters further down tell: "Types of incidents", then a heading for each; and cases in
/// bold within a phase.
/// </content>
internal static partial class SectionClassifier
{
    /// <summary>How many lists of cases are looked up; a guide has one or two.</summary>
    private const int MostIndexes = 4;

    // Each of the names has its heading with what to do: then these are the cases, whatever chapter they stand in.
    private static void MarkNamedCases(GuideDocument document)
    {
        foreach (GuideSection index in document.Sections.Where(section => section is { Kind: SectionKind.Scenarios, Sections.Count: 0 }).Take(MostIndexes).ToArray())
        {
            string[] names = [.. index.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Take(MostCases).Select(item => SectionTitle.Normalise(item.Label ?? item.Text))];
            GuideSection[] told = names.Length < 2 ? [] : [.. document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Phase or SectionKind.Unknown or SectionKind.Scenario or SectionKind.Workflow } && Array.IndexOf(names, section.Heading.Normal) >= 0 && HasSteps(section))];
            if (told.Length == 0 || told.Length < names.Length || !Array.TrueForAll(told, section => section.Parent == told[0].Parent && !PhaseWords.BeginsWithPhase(section.Heading)))
            {
                continue;
            }

            index.Kind = SectionKind.Prose;
            told[0].Parent!.Kind = told[0].Parent!.Kind is SectionKind.Workflow ? SectionKind.Scenarios : told[0].Parent!.Kind;
            foreach (GuideSection part in told.SelectMany(section => section.SelfAndDescendants).Where(part => part.Kind is SectionKind.Phase or SectionKind.Unknown or SectionKind.Workflow))
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    // "Containment", and in it "Key compromise:", "Stolen laptop:" in bold, each with its numbered steps
    private static void MarkBoldCases(GuideDocument document)
    {
        foreach (GuideSection phase in document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Phase or SectionKind.Unknown }).ToArray())
        {
            GuideSection[] parts = [.. phase.Sections.Where(IsBoldCaseWithSteps).Take(MostCases)];
            GuideSection[] named = [.. phase.Sections.Where(IsNamedCase).Take(MostCases)];
            foreach (GuideSection part in named.Length >= 2 ? named.SelectMany(section => section.SelfAndDescendants) : [])
            {
                part.Kind = SectionKind.Scenario;
            }

            // "Symptoms: …", "Check: …", "Fix: …" below each of several
            GuideSection[] told = [.. phase.Sections.Where(part => part is { IsBold: true, Kind: SectionKind.Phase or SectionKind.Unknown, Heading.Ordinal: null } && PartField(part.Heading.NameWithoutRemarks) is GuideField.None && !PhaseWords.BeginsWithPhase(part.Heading) && PartsOf(part) is { Count: >= 2 } facts && facts.Any(fact => PartField(fact) is GuideField.Symptom)).Take(MostCases)];
            MarkAsCase(told.Length >= 2 ? told : []);

            // "Database issues" is a field, and no case of one.
            if (parts.Length >= 2 && parts.Count(part => CasesNoun().IsMatch(part.Heading.NameWithoutRemarks)) * 2 <= parts.Length && parts.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 3 >= parts.Length * 2)
            {
                foreach (GuideSection part in parts)
                {
                    part.Kind = SectionKind.Scenario;
                }
            }
        }
    }

    // "Recovery flow", and in it "Shop rollback", "Cache failover", each with its steps: what is brought back, case by case, where nothing else tells
    private static void MarkRollbacks(GuideDocument document)
    {
        if (document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios))
        {
            return;
        }

        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Level is 1 or 2 && section.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.Workflow && section.Heading.Ordinal is null && section.Sections.Count >= 2).ToArray())
        {
            GuideSection[] cases = [.. parent.Sections.Where(part => part is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase, Heading: { Ordinal: null, Remarks.Count: 0 } } && Restored().IsMatch(part.Heading.NameWithoutRemarks) && !PartOfRecovery().IsMatch(part.Heading.NameWithoutRemarks) && !PhaseWords.BeginsWithPhase(part.Heading) && HasSteps(part)).Take(MostCases)];
            foreach (GuideSection part in cases.Length >= 2 ? cases.SelectMany(section => section.SelfAndDescendants).Where(part => part.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.Workflow) : [])
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    [GeneratedRegex(@"^\p{L}[\w /&-]{2,40} (?:rollback|failover|recovery|restore|restoration)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restored();

    private static bool IsBoldCaseWithSteps(GuideSection part) =>
        part is { IsBold: true, Kind: SectionKind.Phase or SectionKind.Unknown, Sections.Count: 0, Heading.Ordinal: null } && part.Blocks.Exists(block => block is ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 2 } || (block is CodeBlock code && ForCase().IsMatch(part.Title) && ShellText.IsShell(code) && ShellText.CountedSteps(code).Count >= 2))
        && part.Heading.NameWithoutRemarks.Contains(' ', StringComparison.Ordinal) && !PhaseWords.BeginsWithPhase(part.Heading) && PartField(part.Heading.NameWithoutRemarks) is GuideField.None
        && SeverityName.TryParse(part.Heading.Name, loose: true) is null;

    // "Scenario: Search down", "Stolen key scenario", in a phase, with what is done then
    private static bool IsNamedCase(GuideSection part) =>
        part is { Kind: SectionKind.Phase or SectionKind.Unknown or SectionKind.Scenarios } && !part.Sections.Exists(IsScenario) && (ScenarioWords.IsScenarioTitle(part.Heading) || CalledScenario().IsMatch(part.Heading.NameWithoutRemarks)) && HasSteps(part);

    [GeneratedRegex(@"^(?:scenario|case|szenario|scénario|escenario|cenário|scenariusz|senaryo|сценарий|场景|場景|シナリオ|시나리오)\s*[:：–—-]\s*\S|\S[ -](?:scenario|szenario|case)$|(?:场景|場景|情境|情景|シナリオ|시나리오)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CalledScenario();

    // "For search down", "In case of a leak"
    [GeneratedRegex(@"^(?:for|in case of|if)\s+(?:an? |the )?(?=\S+ \S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForCase();

    /// <summary>"Search down", of "For search down".</summary>
    public static string WithoutFor(string name) => ForCase().Replace(name, string.Empty, 1);
}
