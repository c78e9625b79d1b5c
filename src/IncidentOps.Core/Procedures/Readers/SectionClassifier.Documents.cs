using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Documents that are one thing as a whole.</content>
internal static partial class SectionClassifier
{
    // "Emergency Procedures", and chapters that say no more than what has happened and what to do then.
    private static void MarkCases(GuideDocument document)
    {
        if (document.Sections.FirstOrDefault(section => section.Level == 1) is not { } title
            || !CasesTitle().IsMatch(title.Title)
            || document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios or SectionKind.Phase or SectionKind.Severities))
        {
            return;
        }

        GuideSection[] cases = [.. title.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown, Heading.Ordinal: null } && !PhaseWords.IsPhase(section.Heading) && section.Blocks.Exists(block => block is ListBlock { Items.Count: >= 2 }))];
        if (cases.Count(section => section.Blocks.Exists(block => block is ListBlock { Ordered: true })) < 2)
        {
            return;
        }

        foreach (GuideSection part in cases.SelectMany(section => section.SelfAndDescendants))
        {
            part.Kind = SectionKind.Scenario;
        }
    }
}
