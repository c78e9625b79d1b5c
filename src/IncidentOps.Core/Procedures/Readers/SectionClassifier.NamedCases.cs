using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>
/// Cases that one list names, and chapters further down tell: "Types of incidents", then a heading for each; and cases in
/// bold within a phase.
/// </content>
internal static partial class SectionClassifier
{
    // Each of the names has its heading with what to do: then these are the cases, whatever chapter they stand in.
    private static void MarkNamedCases(GuideDocument document)
    {
        foreach (GuideSection index in document.Sections.Where(section => section is { Kind: SectionKind.Scenarios, Sections.Count: 0 }).ToArray())
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
            if (parts.Length >= 2 && parts.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 3 >= parts.Length * 2)
            {
                foreach (GuideSection part in parts)
                {
                    part.Kind = SectionKind.Scenario;
                }
            }
        }
    }

    private static bool IsBoldCaseWithSteps(GuideSection part) =>
        part is { IsBold: true, Kind: SectionKind.Phase or SectionKind.Unknown, Sections.Count: 0, Heading.Ordinal: null } && part.Blocks.Exists(block => block is ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 2 })
        && part.Heading.NameWithoutRemarks.Contains(' ', StringComparison.Ordinal) && !PhaseWords.BeginsWithPhase(part.Heading) && PartField(part.Heading.NameWithoutRemarks) is GuideField.None
        && SeverityName.TryParse(part.Heading.Name, loose: true) is null;
}
