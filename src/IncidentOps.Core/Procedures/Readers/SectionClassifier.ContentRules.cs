using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Where what a section holds says more than its heading.</content>
internal static partial class SectionClassifier
{
    private static readonly SectionKind[] Unsaid = [SectionKind.Unknown];
    private static readonly SectionKind[] UnsaidOrCourse = [SectionKind.Unknown, SectionKind.Workflow];
    private static readonly SectionKind[] UnsaidOrLevels = [SectionKind.Unknown, SectionKind.Severities];
    private static readonly SectionKind[] Course = [SectionKind.Workflow];
    private static readonly SectionKind[] Cases = [SectionKind.Scenarios];
    private static readonly SectionKind[] Tools = [SectionKind.Tools];

    // The first that fits holds.
    private static readonly ContentRule[] ContentRules =
    [
        new([SectionKind.Templates], SectionKind.Contacts, IsForm),
        // "Policy template": the guide itself, to be filled in, and no message
        new([SectionKind.Templates], SectionKind.Unknown, section => !section.IsBold && GuideTemplate().IsMatch(section.Heading.NameWithoutRemarks) && section.Sections.Count(part => !part.IsBold) >= 4),
        new([SectionKind.Roles], SectionKind.Communication, TellsNewsForStakeholders),
        new(Except(), SectionKind.Unknown, section => section.IsBold && section.Title.Length > LongestBoldTitle),
        new([SectionKind.PostMortem], SectionKind.PostMortemTemplate, section => Form().IsMatch(section.Heading.Name) && section.Blocks.Exists(block => block is CodeBlock)),
        new([SectionKind.Unknown, SectionKind.PostMortem, SectionKind.Escalation, SectionKind.Communication], SectionKind.Workflow, section => PhaseWords.IsChain(section.Heading.Name)),
        new(Cases, SectionKind.Scenario, IsOneIssue),
        new(Cases, SectionKind.Scenario, section => section.Parent!.Kind is SectionKind.Unknown && IsOneCaseInParts(section)),
        // "P0 playbook", and below it "T+0", "T+15 min", "T+1 h": one course
        new(Cases, SectionKind.Scenario, section => section.Sections.Count >= 3 && section.Sections.TrueForAll(part => SinceStart().IsMatch(part.Title))),
        new(Cases, SectionKind.Unknown, IsPartOfRecovery),
        new(Cases, SectionKind.Phase, IsPhaseForLevel),
        new([SectionKind.Prose], SectionKind.Unknown, HoldsPhases),
        new(Unsaid, SectionKind.Workflow, IsRunOfWindows),
        new(Unsaid, SectionKind.Severities, section => section.Sections.Count(IsLevel) >= 3),
        new(Unsaid, SectionKind.Scenarios, section => TellsDeedsByType(section) || HoldsCasesOfKind(section)),
        new(Unsaid, SectionKind.Scenarios, section => HoldsCausesWithFixes(section) || (!section.IsBold && SortsCases(section))),
        new(UnsaidOrCourse, SectionKind.Scenarios, section => HoldsAnnouncedCases(section) || IsOfEachIncident(section) || HoldsConditions(section) || HoldsCasesWithLevel(section) || HoldsDiagnoses(section) || HoldsCasesOfTable(section)),
        new(Course, SectionKind.Scenarios, section => HoldsCodedCases(section) || HoldsTroubles(section) || HoldsTroubleChapters(section) || IsLikeTroubleChapter(section) || HoldsLikeCases(section) || HoldsTimedCases(section)),
        new(Except(SectionKind.Checklist, SectionKind.Templates, SectionKind.PostMortemTemplate, SectionKind.Exercise), SectionKind.Scenario, section => section.Parent!.Kind is SectionKind.Unknown && IsAnnouncedCase(section)),
        new(Cases, SectionKind.Workflow, section => IsRunOfPhases(section) || IsRunOfWindows(section) || IsRunOfSteps(section) || IsCourseOfPhases(section)),
        new([SectionKind.Escalation], SectionKind.Scenarios, HoldsEmergencies),
        new([SectionKind.Unknown, SectionKind.Workflow, SectionKind.Escalation], SectionKind.Scenarios, HoldsConditionTitles),
        new(UnsaidOrCourse, SectionKind.Scenarios, section => section.Parent!.Kind is SectionKind.Unknown or SectionKind.Workflow && HoldsCasesOfLevel(section)),
        new(UnsaidOrLevels, SectionKind.Workflow, HoldsPhasesOfLevel),
        new(UnsaidOrLevels, SectionKind.Scenario, section => section.Parent!.Kind is SectionKind.Unknown && IsCaseByRemark(section)),
        new(Except(SectionKind.Checklist, SectionKind.Templates, SectionKind.PostMortemTemplate, SectionKind.Exercise), SectionKind.Scenario, section => section.Parent!.Kind is SectionKind.Phase && IsOneOfCasesInPhase(section)),
        new(Except(SectionKind.Templates, SectionKind.PostMortemTemplate, SectionKind.Exercise), SectionKind.Scenario, section => section.Parent!.Kind is SectionKind.Unknown or SectionKind.Severities or SectionKind.Workflow && IsCaseOfKnownLevel(section)),
        // A chapter of what is to become of the document, where it is no part of a course
        new(Course, SectionKind.Prose, section => section is { IsBold: false, Heading: { Ordinal: null, Normal: "next steps" }, Parent.Level: <= 1 }),
        new([SectionKind.Tools, SectionKind.Unknown], SectionKind.Templates, section => TemplateReader.TellsStates(section) || TemplateReader.HoldsQuotations(section)),
        new(Tools, SectionKind.Severities, section => section.Blocks.OfType<TableBlock>().Any(TellsLevels)),
        new(Tools, SectionKind.Contacts, section => section.Blocks.OfType<TableBlock>().Any(TellsWhomToReach)),
        new([SectionKind.Tools, SectionKind.Unknown], SectionKind.Contacts, HoldsBlankContacts),
        new(Tools, SectionKind.Scenarios, section => section.Blocks.OfType<TableBlock>().Any(ScenarioReader.TellsThreatsAndDeeds)),
        new(Tools, SectionKind.Workflow, section => HoldsPhases(section) || section.Sections.Count(part => !part.IsBold && PhaseWords.IsNamed(part.Heading.NameWithoutRemarks)) >= 4),
        new(Tools, SectionKind.Unknown, section => HoldsSteps(section) || section.Sections.Count(part => !part.IsBold && HoldsSteps(part)) >= 2),
        new([SectionKind.Checklist], SectionKind.Workflow, IsRunOfTimedPhases),
        new([SectionKind.Roles, SectionKind.Unknown], SectionKind.Contacts, HoldsAddresses),
        new([SectionKind.Unknown, SectionKind.Communication], SectionKind.Escalation, HoldsLadder),
        new(Unsaid, SectionKind.Contacts, HoldsDirectory),
        // "On-call", and nothing but who it is and how to reach them: no word of when they change
        new([SectionKind.Rotation], SectionKind.Contacts, section => section is { IsBold: false, Sections.Count: 0, Blocks: [TableBlock] or [TableBlock, TextBlock { Quoted: true }] } && TellsWhoIsReached((TableBlock)section.Blocks[0])),
        new([SectionKind.Contacts], SectionKind.Tools, IsListOfPages),
        // "Step 2: Contact the guild": a deed
        new([SectionKind.Contacts], SectionKind.Unknown, section => OrdinalWords.IsStep(section.Heading.OrdinalWord) && section.Heading.Normal.StartsWith("contact ", StringComparison.Ordinal)),
        new([SectionKind.Roles, SectionKind.Unknown], SectionKind.Contacts, section => !section.IsBold && section.Blocks.OfType<TableBlock>().Any(TellsNumbers)),
        new(Unsaid, SectionKind.Escalation, section => section is { IsBold: false, Blocks.Count: <= 3 } && section.Blocks.OfType<TableBlock>().Any(TellsWhenToCallWhom)),
        new([SectionKind.Unknown, SectionKind.Exercise], SectionKind.Checklist, section => section.Blocks.Exists(block => block is ListBlock { HasBoxes: true }) && Readiness().IsMatch(section.Heading.NameWithoutRemarks)),
        new([SectionKind.Exercise], SectionKind.Checklist, EndsInChecklist),
        // "Testing & validation", with what to tick once all is well again: no drill
        new([SectionKind.Exercise], SectionKind.Unknown, section => AfterRepair().IsMatch(section.Heading.NameWithoutRemarks) && HoldsBoxes(section)),
        new(Unsaid, SectionKind.Contacts, section => !section.IsBold && section.Blocks.OfType<TableBlock>().Any(TellsWhoIsReached)),
        new(Unsaid, SectionKind.Roles, TellsRoles),
        new(Unsaid, SectionKind.Tools, TellsTools),
    ];

    private static SectionKind ByContent(GuideSection section, SectionKind title) =>
        Array.Find(ContentRules, rule => Array.IndexOf(rule.From, title) >= 0 && rule.Holds(section))?.To ?? title;

    private static SectionKind[] Except(params ReadOnlySpan<SectionKind> kinds)
    {
        SectionKind[] not = kinds.ToArray();
        return [.. Enum.GetValues<SectionKind>().Where(kind => Array.IndexOf(not, kind) < 0)];
    }

    [GeneratedRegex(@"^(?:(?:recovery |post-recovery )?(?:testing|tests)\s*(?:&|and|/)\s*(?:validation|verification)|(?:validation|verification)\s*(?:&|and|/)\s*(?:testing|tests)|post-recovery (?:testing|tests)|regression (?:testing|tests))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterRepair();

    [GeneratedRegex(@"^T\s?\+\s?\d", RegexOptions.CultureInvariant)]
    private static partial Regex SinceStart();

    [GeneratedRegex(@"\b(?:policy|plan|procedures?|guide|handbook) template$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GuideTemplate();

    // "Recovery procedures" within the recovery, or of nothing but its own order
    private static bool IsPartOfRecovery(GuideSection section)
    {
        if (!RecoveryTitle().IsMatch(section.Heading.Name))
        {
            return false;
        }

        GuideSection[] parts = [.. section.Sections.Where(part => !part.IsBold)];
        return section.Sections.Count == 0
            || (parts.Length > 0 && Array.TrueForAll(parts, part => !HasSteps(part) || PartOfRecovery().IsMatch(part.Heading.NameWithoutRemarks) || IsWholeRecovery(part) || ByTitle(part.Heading) is SectionKind.PostMortem))
            || (section.Parent!.Level > 1 && PhaseWords.IsPhase(section.Parent.Heading))
            // "Rollback of the till", "Replay of orders", of no trouble, beside a chapter of cases
            || (!Array.Exists(parts, part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) && section.Parent.Sections.Take(MostCases).Any(other => other is { IsBold: false, Sections.Count: >= 2 } && other != section && ByTitle(other.Heading) is SectionKind.Scenarios && !RecoveryTitle().IsMatch(other.Heading.Name)));
    }

    // "System recovery", of nothing in particular
    private static bool IsWholeRecovery(GuideSection part) =>
        part.Sections.TrueForAll(below => below.IsBold) && part.Heading.Normal is "system recovery" or "systems recovery" or "system restoration" or "service recovery" or "service restoration";

    // "Fire drill checklist", a chapter of its own with what to do: the last noun says what it is.
    private static bool EndsInChecklist(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && section.Blocks.Exists(block => block is ListBlock { Items.Count: >= 2 })
        && GuideWords.Sections.Find(section.Heading.NameWithoutRemarks).MaxBy(match => match.At) is { Meaning: SectionKind.Checklist };

    // "Containment by type of incident", no boxes to tick
    private static bool TellsDeedsByType(GuideSection section) =>
        ByType().IsMatch(section.Heading.NameWithoutRemarks) && DeedNoun().IsMatch(section.Heading.NameWithoutRemarks)
        && !section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is ListBlock { HasBoxes: true } or TableBlock));

    // "Tool | Place | What it watches", under whatever heading
    private static bool TellsTools(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0, Blocks: [.., TableBlock { Rows.Count: >= 2, Header.Cells: { Count: >= 2 } heads }] } && ToolHead().IsMatch(heads[0].Text);

    [GeneratedRegex(@"^(?:tools?|tool name|werkzeug|outil|herramienta|ferramenta|strumento|инструмент|工具|ツール)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToolHead();

    // "Stakeholders", and below it what they are sent
    private static bool TellsNewsForStakeholders(GuideSection section) =>
        Stakeholders().IsMatch(section.Heading.NameWithoutRemarks) && section.Parent is { Level: > 1 } above && GuideWords.Sections.Has(above.Heading.Name, SectionKind.Communication)
        && section.Blocks is [ListBlock list] && list.Items.All(item => item is { Label: null, Bold: null });

    // Links to pages beside the guide, under a heading that promises contacts
    private static bool IsListOfPages(GuideSection section) =>
        section.Blocks is [ListBlock { Items: var items }] && items.All(item => item.Links.FirstOrDefault() is { Target: ['.' or '/', ..] });

    private static bool TellsRoles(GuideSection section) =>
        !section.IsBold
        && (section.Blocks.OfType<TableBlock>().Any(table => TellsDuties(table) || RoleReader.HasInvolvementColumns(table)) || RoleReader.IsTeamList(section) || RoleReader.IsTeamOfDuties(section, HasDuties) || RoleReader.TellsResponsibilities(section));

    /// <param name="From">What the heading says.</param>
    /// <param name="To">What the section is.</param>
    /// <param name="Holds">Where that is so.</param>
    private sealed record ContentRule(SectionKind[] From, SectionKind To, Func<GuideSection, bool> Holds);
}
