using System.Text.RegularExpressions;
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
        if (own is SectionKind.Workflow && (IsWhole(section, own) || IsRunbookOfCourse(section)) && section.Blocks.Exists(block => block is ListBlock { Ordered: true } list && list.Items.All(item => item.Bold is not null)))
        {
            return own;
        }

        // "General flow", drawn as boxes with all the phases in them
        if (own is SectionKind.Workflow && section.Blocks.OfType<CodeBlock>().Any(PhaseReader.DrawsPhases))
        {
            return own;
        }

        // "4.1 Overview", drawn or told: no part of the way
        if (own is SectionKind.Prose or SectionKind.Unknown && Overview().IsMatch(section.Heading.NameWithoutRemarks) && section.Blocks.TrueForAll(block => block is TextBlock or CodeBlock))
        {
            return own;
        }

        if (own is SectionKind.Scenarios && HoldsCasesOfLevel(section))
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

        // "2.2 Incident roles", "2.3 Escalation matrix" are no less than that for their number.
        if (own is SectionKind.Roles && !PhaseWords.BeginsWithPhase(section.Heading) && !Deciding().IsMatch(section.Heading.Name) && (IsWhole(section, own) || RoleReader.TellsOne(section) || section.Blocks.OfType<TableBlock>().Any(TellsDuties)))
        {
            return own;
        }

        if (own is SectionKind.Escalation && PathNoun().IsMatch(section.Heading.NameWithoutRemarks) && section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is TableBlock or CodeBlock or ListBlock { Ordered: true })))
        {
            return own;
        }

        bool deciding = Deciding().IsMatch(section.Heading.Name);
        bool numbered = section.Heading.Ordinal is not null && section.Heading.OrdinalWord is not ("appendix" or "template");
        return numbered && (own is not (SectionKind.Severities or SectionKind.Checklist or SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.Contacts) || (own is SectionKind.Severities && (deciding || IsDeciding(section)))) ? SectionKind.Phase
            : own is SectionKind.Unknown or SectionKind.Communication or SectionKind.PostMortem or SectionKind.Workflow or SectionKind.Escalation or SectionKind.Prose ? SectionKind.Phase
            : own;
    }

    // "Policy statements", and in them "Detection", "Containment" and "Recovery" with what is done
    private static bool HoldsPhases(GuideSection section)
    {
        GuideSection[] phases = [.. section.Sections.Where(part => !part.IsBold && PhaseWords.BeginsWithPhase(part.Heading))];
        return phases.Length >= 3 && Array.Exists(phases, part => part.Blocks.Exists(block => block is ListBlock { Items.Count: >= 2 }));
    }

    [GeneratedRegex(@"\b(?:overview|at a glance|big picture|überblick|übersicht|vue d'ensemble|aperçu|vista (?:global|general)|visión (?:global|general)|visão geral|panoramica|overzicht|översikt|概要|概览|总览|обзор)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Overview();

    [GeneratedRegex(@"\b(?:path|matrix|matrices|chain|tree|ladder|timelines?|levels|contacts)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathNoun();
}
