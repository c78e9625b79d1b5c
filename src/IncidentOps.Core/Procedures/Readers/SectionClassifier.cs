using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Says of every section what it is about: by its heading, by where it stands, by what it holds.</summary>
internal static partial class SectionClassifier
{
    /// <summary>A bold line beyond is a sentence that mentions this and that.</summary>
    private const int LongestBoldTitle = 70;

    public static void Classify(GuideDocument document)
    {
        int all = document.Sections.Count();
        foreach (GuideSection section in document.Root.SelfAndDescendants)
        {
            section.Kind = section.Level == 0 || IsTitle(section, all) ? SectionKind.Unknown : KindOf(section);
        }

        foreach (GuideSection section in document.Sections)
        {
            // A list of links to the guide's own headings is a table of contents whatever it is called.
            if (section.Kind is not SectionKind.Prose && IsContents(section))
            {
                section.Kind = SectionKind.Prose;
            }
        }

        MarkCases(document);
        MarkTroubles(document);
        MarkLikeCases(document);
        MarkResponses(document);
        MarkIncidents(document);
        MarkReports(document);
        MarkRoles(document);
    }

    // A heading that most of the document stands under is its title, and says nothing of the parts.
    private static bool IsTitle(GuideSection section, int all) =>
        section.Level == 1 && (section.SelfAndDescendants.Count() * 2 > all || section.Parent!.Sections.TakeWhile(other => other != section).All(other => other.Level > 1));

    /// <summary>What a heading says, taken alone.</summary>
    public static SectionKind ByTitle(SectionTitle heading)
    {
        string name = heading.NameWithoutRemarks;
        if (ReferenceTo().Match(name) is { Success: true } reference)
        {
            // "Reference: how to speak on a call" is about what follows.
            return ByTitle(SectionTitle.Parse(name[reference.Length..]));
        }

        IReadOnlyList<PhraseMatch<SectionKind>> matches = GuideWords.Sections.Find(name);
        if (heading.Normal is "procedure" or "procedures")
        {
            // As part of a longer title it says nothing.
            return SectionKind.Workflow;
        }

        if (matches.Count == 0)
        {
            // A remark may say it, but not of which severity something is, nor that it is only mentioned.
            bool levels = heading.Remarks.Any(remark => GuideWords.Sections.Find(remark).Any(match => match is { Whole: true, Meaning: SectionKind.Severities }));
            matches = [.. GuideWords.Sections.Find(heading.Name).Where(match => match.Meaning is not (SectionKind.Scenarios or SectionKind.Tools) && (levels || match.Meaning is not SectionKind.Severities))];
        }

        if (matches.Count == 0 && Stakeholders().IsMatch(name))
        {
            return SectionKind.Roles;
        }

        if (AboutDocument().IsMatch(name) || WhatNot().IsMatch(name))
        {
            return SectionKind.Prose;
        }

        if (Changing().IsMatch(name))
        {
            // "Update the runbooks" is something to do.
            matches = [.. matches.Where(match => match.Meaning is not (SectionKind.Scenarios or SectionKind.Templates or SectionKind.Tools or SectionKind.Checklist))];
        }

        matches = BestPractice().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Exercise)] : matches;
        if (ListOf().IsMatch(name) && matches.Any(match => match.Meaning is not SectionKind.Checklist))
        {
            matches = [.. matches.Where(match => match.Meaning is not SectionKind.Checklist)];
        }

        matches = NoDuty().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Rotation)] : matches;
        matches = PeopleResources().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Tools)] : matches;
        matches = AboutItself().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Scenarios)] : matches;
        matches = ProcedureOfElse().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Workflow)] : matches;
        if (matches.Count == 0)
        {
            return SectionKind.Unknown;
        }

        if (Related().IsMatch(name) && matches.All(match => match.Meaning is SectionKind.Scenarios))
        {
            return SectionKind.Tools;
        }

        if (matches.Any(match => match.Meaning == SectionKind.Templates) &&
            (matches.Any(match => match.Meaning == SectionKind.PostMortem) || IncidentReport().IsMatch(name)))
        {
            return SectionKind.PostMortemTemplate;
        }

        if (matches.FirstOrDefault(match => match.Whole) is { Whole: true } whole)
        {
            return whole.Meaning;
        }

        // "Communication playbook" tells what is said, "Post-incident process" how the review goes.
        if (matches.All(match => match.Meaning is SectionKind.Communication or SectionKind.Scenarios) && matches.Any(match => match.Meaning is SectionKind.Communication))
        {
            return SectionKind.Communication;
        }

        if (matches.All(match => match.Meaning is SectionKind.PostMortem or SectionKind.Workflow) && matches.Any(match => match is { Meaning: SectionKind.PostMortem, At: 0 }))
        {
            return SectionKind.PostMortem;
        }

        foreach (SectionKind decisive in (ReadOnlySpan<SectionKind>)[SectionKind.Exercise, SectionKind.Checklist, SectionKind.Templates])
        {
            if (matches.Any(match => match.Meaning == decisive))
            {
                return decisive;
            }
        }

        if (TellsWhen().IsMatch(name) && matches.Any(match => match.Meaning is SectionKind.Scenarios) && matches.All(match => match.Meaning is SectionKind.Scenarios or SectionKind.Severities))
        {
            return SectionKind.Unknown;
        }

        if (ByType().IsMatch(name) && matches.All(match => match.Meaning is SectionKind.Workflow or SectionKind.Scenarios))
        {
            return SectionKind.Scenarios;
        }

        // "Investigation phase" is one of them.
        if (name.EndsWith(" phase", StringComparison.OrdinalIgnoreCase) && PhaseWords.BeginsWithPhase(heading))
        {
            return SectionKind.Unknown;
        }

        // "Contacts & references": the first noun leads.
        Match pair = Pair().Match(name);
        if (pair.Success && GuideWords.Sections.Find(pair.Groups[1].Value) is { Count: > 0 } first)
        {
            matches = first;
        }

        Match head = BeforePreposition().Match(name);
        if (head.Success)
        {
            IReadOnlyList<PhraseMatch<SectionKind>> inHead = GuideWords.Sections.Find(head.Groups[1].Value);
            matches = inHead.Count > 0 ? inHead : matches;
        }

        // The last noun is the head of an English title: "Escalation Contacts" are contacts.
        return matches.OrderByDescending(match => match.Length >= 12 ? 1 : 0).ThenByDescending(match => match.At).ThenByDescending(match => match.Length).First().Meaning;
    }

    private static SectionKind KindOf(GuideSection section)
    {
        SectionKind own = ByTitle(section.Heading);
        if (TellsOfDocument(section))
        {
            return SectionKind.Prose;
        }

        own = own is SectionKind.Templates && IsForm(section) ? SectionKind.Contacts
            : section.IsBold && section.Title.Length > LongestBoldTitle ? SectionKind.Unknown
            : own is SectionKind.PostMortem && Form().IsMatch(section.Heading.Name) && section.Blocks.Exists(block => block is CodeBlock) ? SectionKind.PostMortemTemplate
            : own is SectionKind.Unknown or SectionKind.PostMortem or SectionKind.Escalation or SectionKind.Communication && PhaseWords.IsChain(section.Heading.Name) ? SectionKind.Workflow
            : own is SectionKind.Scenarios && IsOneIssue(section) ? SectionKind.Scenario
            : own is SectionKind.Scenarios && RecoveryTitle().IsMatch(section.Heading.Name) && (section.Sections.Count == 0 || section.Sections.Where(part => !part.IsBold).ToArray() is { Length: > 0 } parts && Array.TrueForAll(parts, part => !HasSteps(part) || PartOfRecovery().IsMatch(part.Heading.NameWithoutRemarks)) || (section.Parent!.Level > 1 && PhaseWords.IsPhase(section.Parent.Heading))) ? SectionKind.Unknown
            : own is SectionKind.Prose && HoldsPhases(section) ? SectionKind.Unknown
            : own is SectionKind.Unknown && section.Sections.Count(IsLevel) >= 3 ? SectionKind.Severities
            : own is SectionKind.Unknown or SectionKind.Workflow && (HoldsAnnouncedCases(section) || IsOfEachIncident(section)) ? SectionKind.Scenarios
            : own is SectionKind.Workflow && (HoldsCodedCases(section) || HoldsTroubles(section)) ? SectionKind.Scenarios
            : own is not (SectionKind.Checklist or SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.Exercise) && section.Parent!.Kind is SectionKind.Unknown && IsAnnouncedCase(section) ? SectionKind.Scenario
            : own is SectionKind.Scenarios && (IsRunOfPhases(section) || IsRunOfWindows(section)) ? SectionKind.Workflow
            : own is SectionKind.Escalation && HoldsEmergencies(section) ? SectionKind.Scenarios
            : own is SectionKind.Unknown or SectionKind.Workflow && section.Parent!.Kind is SectionKind.Unknown or SectionKind.Workflow && HoldsCasesOfLevel(section) ? SectionKind.Scenarios
            : own is SectionKind.Unknown or SectionKind.Severities && HoldsPhasesOfLevel(section) ? SectionKind.Workflow
            : own is SectionKind.Unknown or SectionKind.Severities && section.Parent!.Kind is SectionKind.Unknown && IsCaseByRemark(section) ? SectionKind.Scenario
            : own is not (SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.Exercise) && section.Parent!.Kind is SectionKind.Unknown or SectionKind.Severities or SectionKind.Workflow && IsCaseOfKnownLevel(section) ? SectionKind.Scenario
            : own is SectionKind.Tools && section.Blocks.OfType<TableBlock>().Any(TellsLevels) ? SectionKind.Severities
            : own is SectionKind.Tools && section.Blocks.OfType<TableBlock>().Any(TellsWhomToReach) ? SectionKind.Contacts
            : own is SectionKind.Tools && HoldsSteps(section) ? SectionKind.Unknown
            : own is SectionKind.Contacts && section.Blocks is [ListBlock { Items: var near }] && near.All(item => item.Links.FirstOrDefault() is { Target: ['.' or '/', ..] }) ? SectionKind.Tools
            : own is SectionKind.Unknown && !section.IsBold && section.Blocks.OfType<TableBlock>().Any(TellsWhoIsReached) ? SectionKind.Contacts
            : own is SectionKind.Unknown && !section.IsBold && (section.Blocks.OfType<TableBlock>().Any(TellsDuties) || section.Blocks.OfType<TableBlock>().Any(RoleReader.HasInvolvementColumns) || RoleReader.IsTeamList(section) || RoleReader.TellsResponsibilities(section)) ? SectionKind.Roles
            : own;
        SectionKind above = section.Parent!.Kind;
        switch (above)
        {
            case SectionKind.PostMortemTemplate when own is SectionKind.PostMortem && Due().IsMatch(section.Title):
                return own;
            case SectionKind.PostMortemTemplate or SectionKind.Exercise:
                return above;
            case SectionKind.Templates:
                return own is SectionKind.PostMortemTemplate or SectionKind.Checklist ? own : SectionKind.Templates;
            case SectionKind.Scenario:
                return own is SectionKind.Checklist or SectionKind.Templates ? own : SectionKind.Scenario;
            case SectionKind.Scenarios or SectionKind.Scenario when !section.IsBold && (section.Sections.Count(IsScenario) >= 2 || SortsCases(section) || SortsMarkedCases(section) || HoldsStepLists(section)) && !HasScenarioParts(section) && !IsPartOfCase(section):
                return SectionKind.Scenarios;
            case SectionKind.Scenarios when own is SectionKind.Severities && HoldsLevels(section):
                return own;
            case SectionKind.Scenarios when own is SectionKind.Scenarios && IsWhole(section, own) && section.Sections.Count(part => part.IsBold && HasSteps(part)) >= 2:
                return own;
            case SectionKind.Scenarios when TellsAboutCases(section):
                return SectionKind.Prose;
            case SectionKind.Scenarios:
                return own is SectionKind.Checklist && !section.IsBold && section.Blocks.Exists(block => block is ListBlock { HasBoxes: true }) ? own
                    : section is { IsBold: false, Sections.Count: 0, Blocks: [CodeBlock boxes] } && IsBoxes(boxes) ? SectionKind.Checklist
                    : section.IsBold && !HasScenarioParts(section) && !IsAnnouncedCase(section) && !IsBoldCase(section) && !section.Blocks.Exists(block => block is ListBlock { Ordered: true }) ? SectionKind.Scenarios
                    : own is SectionKind.Scenarios && section.Sections.Exists(IsScenario) ? SectionKind.Scenarios
                    : SectionKind.Scenario;
            case SectionKind.Contacts when own is SectionKind.Communication && section.Heading.Normal.Contains("channel", StringComparison.Ordinal):
                return own;
            case SectionKind.Contacts when own is SectionKind.Escalation && (HasLevelTable(section) || section.Blocks.Exists(block => block is ListBlock { Ordered: true, Items.Count: >= 2 })):
                return own;
            case SectionKind.Contacts when own is SectionKind.Tools && section.Blocks is [ListBlock { Items: var links }] && links.All(item => item.Label is not null && item.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)):
                return own;
            case SectionKind.Contacts when own is SectionKind.Rotation or SectionKind.Roles && ContactReader.OfOne(section) is not null:
                return above;
            case SectionKind.Checklist or SectionKind.Contacts:
                return own is SectionKind.Unknown or SectionKind.Communication or SectionKind.PostMortem or SectionKind.Escalation or SectionKind.Prose or SectionKind.Workflow or SectionKind.Roles or SectionKind.Tools
                    ? above : own;
            case SectionKind.Escalation when OrdinalWords.IsLevel(section.Heading.OrdinalWord) || (section.IsBold && own is SectionKind.Contacts && !IsWhole(section, own)):
                return above;
            case SectionKind.Escalation when GuideWords.Sections.Has(section.Parent.Heading.Name, SectionKind.Contacts) && (ContactReader.OfOne(section) is not null || section.Blocks.OfType<TableBlock>().Any(TellsWhomToReach)):
                return SectionKind.Contacts;
            case SectionKind.Escalation when own is SectionKind.Rotation && !IsWhole(section, own) && RoleReader.IsRoleTitle(section) && !GuideAttribute.Of(section).Any(attribute => attribute.FieldAmong(GuideField.Schedule, GuideField.Handoff) is not GuideField.None):
                return above;
            case SectionKind.Escalation:
                return own is SectionKind.Contacts or SectionKind.Rotation or SectionKind.Templates or SectionKind.Checklist or SectionKind.PostMortem ? own : above;
            case SectionKind.Severities or SectionKind.Workflow or SectionKind.Unknown when own is SectionKind.Scenario && LevelAndCase(section.Title) is not null:
                return own;
            case SectionKind.Severities when IsCaseOfLevel(section) || IsTypeOfIncident(section):
                return SectionKind.Scenario;
            case SectionKind.Severities:
                return own is SectionKind.Unknown or SectionKind.Prose or SectionKind.Scenarios or SectionKind.Workflow || SeverityName.TryParse(section.Title, loose: true) is not null || section.IsBold && own is not (SectionKind.Escalation or SectionKind.Templates or SectionKind.Checklist)
                    ? above : own;
            case SectionKind.Phase:
                return section.IsBold && own is not (SectionKind.Checklist or SectionKind.Templates or SectionKind.PostMortemTemplate)
                    ? SectionKind.Phase
                    : own is SectionKind.Unknown or SectionKind.Prose or SectionKind.Communication or SectionKind.Workflow or SectionKind.PostMortem or SectionKind.Tools or SectionKind.Exercise || (own is SectionKind.Roles && section.Sections.Count == 0 && !section.Blocks.Exists(block => block is TableBlock)) ? SectionKind.Phase : own;
            case SectionKind.Tools when own is SectionKind.Communication || (own is SectionKind.Scenarios && !section.Sections.Exists(IsScenario)):
                return above;
            case SectionKind.Rotation when own is SectionKind.Roles:
                return section.Blocks.Exists(block => block is TableBlock) || section.Sections.Count(HasDuties) >= 2 ? own : above;
            default:
                break;
        }

        // "SEV-1: Critical Incidents" is a level, unless it only sorts scenarios.
        if (own is SectionKind.Scenarios && SeverityName.TryParse(section.Title, loose: false) is { IsCode: true }
            && (section.Sections.TrueForAll(part => part.IsBold || PhaseWords.IsPhase(part.Heading) || PhaseReader.HasWindow(part)) || section.Sections.Exists(TellsOfLevel)))
        {
            return SectionKind.Severities;
        }

        if (above is not (SectionKind.Workflow or SectionKind.PostMortem) && !(own is SectionKind.Checklist && section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is ListBlock { HasBoxes: true }))) && (IsScenario(section) || IsOneOfLikeCases(section)) && own is not (SectionKind.Severities or SectionKind.Scenarios or SectionKind.PostMortemTemplate or SectionKind.Exercise)
            && (own is not SectionKind.Workflow || section.Parent.Sections.Where(IsScenario).Take(3).Count() == 3))
        {
            return SectionKind.Scenario;
        }

        if (own is SectionKind.Workflow or SectionKind.Scenarios or SectionKind.Unknown or SectionKind.Communication && section.Sections.Count(IsScenario) >= Math.Max(2, (section.Sections.Count + 1) / 2))
        {
            return SectionKind.Scenarios;
        }

        return above is SectionKind.Workflow ? KindInWorkflow(section, own)
            : above is SectionKind.Roles && own is not (SectionKind.Contacts or SectionKind.Templates or SectionKind.Checklist) && !(own is SectionKind.Rotation && section.Heading.Normal.EndsWith(" rotation", StringComparison.Ordinal)) && !EscalationPath().IsMatch(section.Title) && !(own is SectionKind.Escalation && !section.IsBold && IsWhole(section, own)) ? above
            : above is SectionKind.PostMortem && own is SectionKind.Scenarios or SectionKind.Workflow or SectionKind.Tools or SectionKind.Prose or SectionKind.Roles ? above
            : above is SectionKind.PostMortem or SectionKind.Rotation or SectionKind.Tools && (own is SectionKind.Unknown || section.IsBold && own is not (SectionKind.PostMortemTemplate or SectionKind.Templates or SectionKind.Checklist or SectionKind.Contacts)) ? above
            : own is SectionKind.Unknown && above is SectionKind.Prose or SectionKind.Communication ? above
            : own;
    }

    // "Version: 1.0", written as a heading
    private static bool TellsOfDocument(GuideSection section) =>
        section is { Blocks.Count: 0, Sections.Count: 0, IsBold: false, Heading.Ordinal: null } && new TextLine(section.Title, section.Line) is { Label: { } label, Value.Length: > 0 }
        && (DocumentWords.IsMetadata(label) || (section.Parent!.Kind is SectionKind.Scenarios && !label.Contains(' ', StringComparison.Ordinal) && !TellsOfTrouble(section.Heading.Name) && SeverityName.TryParse(label, loose: true) is null));

    private static bool IsWhole(GuideSection section, SectionKind kind) =>
        GuideWords.Sections.Find(section.Heading.NameWithoutRemarks).Any(match => match.Whole && match.Meaning == kind);
}
