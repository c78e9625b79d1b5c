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

    // Where a template for the post-mortem has its own heading, that for an incident report is the first message.
    private static void MarkReports(GuideDocument document)
    {
        GuideSection[] templates = [.. document.Sections.Where(section => section.Kind is SectionKind.PostMortemTemplate && section.Parent!.Kind is not SectionKind.PostMortemTemplate)];
        if (templates.Length < 2 || !templates.Any(IsOfPostMortem))
        {
            return;
        }

        foreach (GuideSection part in templates.Where(section => !IsOfPostMortem(section)).SelectMany(section => section.SelfAndDescendants))
        {
            part.Kind = SectionKind.Templates;
        }
    }

    private static bool IsOfPostMortem(GuideSection section) =>
        !IncidentReport().IsMatch(section.Title) || GuideWords.Sections.Find(IncidentReport().Replace(section.Title, " ")).Any(match => match.Meaning is SectionKind.PostMortem);

    // "Responsibilities" below each of several headings: those are roles, whatever their names.
    private static void MarkRoles(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count >= 2))
        {
            GuideSection[] roles = [.. parent.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Rotation or SectionKind.Communication } && RoleReader.DutyPart(section) is not null)];
            if (roles.Length < 2)
            {
                continue;
            }

            foreach (GuideSection part in roles.SelectMany(section => section.SelfAndDescendants))
            {
                part.Kind = SectionKind.Roles;
            }
        }
    }
}
