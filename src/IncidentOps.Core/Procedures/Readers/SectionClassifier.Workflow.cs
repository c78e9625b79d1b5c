using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What the parts of a workflow are: phases, unless they say otherwise.</content>
internal static partial class SectionClassifier
{
    private static SectionKind KindInWorkflow(GuideSection section, SectionKind own)
    {
        if (section.IsBold && section.Parent!.Sections.Exists(sibling => !sibling.IsBold))
        {
            return own is SectionKind.Unknown ? SectionKind.Workflow : own;
        }

        if (own is SectionKind.Workflow && section.Sections.Count(part => !part.IsBold) >= 2 && !section.Heading.Normal.EndsWith(" phase", StringComparison.Ordinal))
        {
            return own;
        }

        // "6.1 Steps" with all of them in one list
        if (own is SectionKind.Workflow && IsWhole(section, own) && section.Blocks.Exists(block => block is ListBlock { Ordered: true } list && list.Items.All(item => item.Bold is not null)))
        {
            return own;
        }

        // "General flow", drawn as boxes with all the phases in them
        if (own is SectionKind.Workflow && section.Blocks.OfType<CodeBlock>().Any(PhaseReader.DrawsPhases))
        {
            return own;
        }

        // "Escalation chain" says who is called, at whatever time.
        if (own is SectionKind.Escalation && section.Heading.Ordinal is null && EscalationPath().IsMatch(section.Title))
        {
            return own;
        }

        // "P0 - Critical", with what is done then
        if (own is SectionKind.Unknown && SeverityName.TryParse(section.Title, loose: false) is { IsCode: true } && section.Sections.Count(part => PhaseWords.BeginsWithPhase(part.Heading) || PhaseReader.HasWindow(part)) >= 3)
        {
            return SectionKind.Severities;
        }

        bool deciding = Deciding().IsMatch(section.Heading.Name);
        bool numbered = section.Heading.Ordinal is not null && section.Heading.OrdinalWord is not ("appendix" or "template");
        return numbered && (own is not (SectionKind.Severities or SectionKind.Checklist or SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.Contacts) || (own is SectionKind.Severities && (deciding || IsDeciding(section)))) ? SectionKind.Phase
            : own is SectionKind.Unknown or SectionKind.Communication or SectionKind.PostMortem or SectionKind.Workflow or SectionKind.Escalation or SectionKind.Prose ? SectionKind.Phase
            : own;
    }
}
