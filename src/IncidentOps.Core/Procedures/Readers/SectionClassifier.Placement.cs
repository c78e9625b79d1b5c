using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What a section is within the chapter that it stands in.</content>
internal static partial class SectionClassifier
{
    private static SectionKind ByPlace(GuideSection section, SectionKind own)
    {
        SectionKind above = section.Parent!.Kind;
        if (above is SectionKind.Templates or SectionKind.Scenario or SectionKind.Exercise or SectionKind.Prose && HoldsAddresses(section))
        {
            return SectionKind.Contacts;
        }

        SectionKind? within = above switch
        {
            SectionKind.PostMortemTemplate => own is SectionKind.PostMortem && Due().IsMatch(section.Title) ? own : above,
            SectionKind.PostMortem when own is SectionKind.Templates && ((IsWhole(section, own) && section.Heading.Normal is "template") || ReportTemplate().IsMatch(section.Heading.NameWithoutRemarks)) => SectionKind.PostMortemTemplate,
            SectionKind.Exercise => own is SectionKind.Checklist && Readiness().IsMatch(section.Heading.NameWithoutRemarks) ? own : above,
            SectionKind.Templates => own is SectionKind.PostMortemTemplate or SectionKind.Checklist ? own : above,
            SectionKind.Scenario => own is SectionKind.Checklist or SectionKind.Templates || (own is SectionKind.Contacts && HoldsBlankContacts(section)) ? own : above,
            SectionKind.Scenarios => WithinScenarios(section, own),
            SectionKind.Contacts => WithinContacts(section, own),
            SectionKind.Checklist => KeptInList(own) ? above : own,
            SectionKind.Escalation => WithinEscalation(section, own),
            SectionKind.Severities => WithinSeverities(section, own),
            SectionKind.Phase => WithinPhase(section, own),
            SectionKind.Workflow when own is SectionKind.Scenarios && TellsDeedsByType(section) => own,
            SectionKind.Tools when own is SectionKind.Scenarios && HoldsTroubleChapters(section) => own,
            SectionKind.Tools => own is SectionKind.Communication || (own is SectionKind.Scenarios && !section.Sections.Exists(IsScenario)) ? above : null,
            SectionKind.Rotation when own is SectionKind.Roles => RoleReader.TellsOne(section) || section.Blocks.Exists(block => block is TableBlock) || section.Sections.Count(HasDuties) >= 2 ? own : above,
            SectionKind.Workflow or SectionKind.Unknown when own is SectionKind.Scenario && LevelAndCase(section.Title) is not null => own,
            _ => null,
        };
        return within ?? CaseOrLevel(section, own) ?? above switch
        {
            SectionKind.Workflow => KindInWorkflow(section, own),
            SectionKind.Roles => WithinRoles(section, own),
            SectionKind.PostMortem => own is SectionKind.Scenarios or SectionKind.Workflow or SectionKind.Tools or SectionKind.Prose or SectionKind.Roles || SaysNoMore(section, own) ? above : own,
            SectionKind.Rotation or SectionKind.Tools => SaysNoMore(section, own) && !(above is SectionKind.Tools && HoldsSteps(section)) ? above : own,
            SectionKind.Prose or SectionKind.Communication => own is SectionKind.Unknown ? above : own,
            _ => own,
        };
    }

    private static SectionKind WithinScenarios(GuideSection section, SectionKind own)
    {
        bool sorts = !section.IsBold && (section.Sections.Count(IsScenario) >= 2 || SortsCases(section) || SortsMarkedCases(section) || HoldsStepLists(section) || HoldsCasesWithLevel(section));
        if ((sorts && !HasScenarioParts(section) && !IsPartOfCase(section)) || ScenarioReader.HoldsFencedCases(section))
        {
            return SectionKind.Scenarios;
        }

        if (section is { Sections.Count: 0, Blocks: [TableBlock types] } && ScenarioReader.ListsTypes(types))
        {
            return SectionKind.Prose;
        }

        if ((own is SectionKind.Severities && HoldsLevels(section))
            || (own is SectionKind.Scenarios && IsWhole(section, own) && section.Sections.Count(part => part.IsBold && HasSteps(part)) >= 2))
        {
            return own;
        }

        if (own is SectionKind.Severities && section.Sections.Count == 0 && section.Blocks.Exists(block => block is TableBlock) && section.Blocks.TrueForAll(block => block is TableBlock or TextBlock))
        {
            // "Their severities and ours"
            return SectionKind.Prose;
        }

        if (HoldsTableOfCases(section))
        {
            return SectionKind.Scenarios;
        }

        if (own is SectionKind.Templates && section is { IsBold: false, Sections.Count: 0 } && section.Blocks.Exists(block => block is CodeBlock))
        {
            return own;
        }

        if (TellsAboutCases(section))
        {
            return SectionKind.Prose;
        }

        if ((own is SectionKind.Checklist && !section.IsBold && (section.Blocks.Exists(block => block is ListBlock { HasBoxes: true }) || (EndsInChecklist(section) && !section.Parent!.Sections.Exists(other => other.Kind is SectionKind.Checklist || IsWhole(other, SectionKind.Checklist)))))
            || (section is { IsBold: false, Sections.Count: 0, Blocks: [CodeBlock boxes] } && IsBoxes(boxes)))
        {
            return SectionKind.Checklist;
        }

        bool told = section.IsBold && !HasScenarioParts(section) && !IsAnnouncedCase(section) && !IsBoldCase(section) && !TellsParts(section) && !section.Blocks.Exists(block => block is ListBlock { Ordered: true } || (block is CodeBlock code && HoldsCountedLines(code)));
        return told || (own is SectionKind.Scenarios && section.Sections.Exists(IsScenario)) ? SectionKind.Scenarios : SectionKind.Scenario;
    }

    private static SectionKind WithinContacts(GuideSection section, SectionKind own) => own switch
    {
        SectionKind.Communication when section.Heading.Normal.Contains("channel", StringComparison.Ordinal) && !section.Blocks.Exists(block => block is TableBlock { Header.Cells: [var head, ..] } && Fields.Among(head.Text, GuideField.Role) is GuideField.Role) => own,
        SectionKind.Escalation when HasLevelTable(section) || HoldsLevelItems(section) || EscalationReader.HoldsLadder(section) || section.Blocks.Exists(block => block is ListBlock { Ordered: true, Items.Count: >= 2 } || (block is CodeBlock code && (EscalationReader.IsDrawn(code) || EscalationReader.HoldsChain(code)))) => own,
        SectionKind.Tools when section.Blocks is [ListBlock { Items: var links }] && links.All(item => item.Label is not null && item.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)) => own,
        SectionKind.Rotation or SectionKind.Roles when ContactReader.OfOne(section) is not null || HoldsBlankContacts(section) || HoldsRanks(section) || HoldsBlankWays(section) => SectionKind.Contacts,
        _ => KeptInList(own) ? SectionKind.Contacts : own,
    };

    // What only names a part of a checklist or of the people to call
    private static bool KeptInList(SectionKind own) =>
        own is SectionKind.Unknown or SectionKind.Communication or SectionKind.PostMortem or SectionKind.Escalation or SectionKind.Prose or SectionKind.Workflow or SectionKind.Roles or SectionKind.Tools;

    private static SectionKind WithinEscalation(GuideSection section, SectionKind own)
    {
        if (OrdinalWords.IsLevel(section.Heading.OrdinalWord) || (section.IsBold && own is SectionKind.Contacts && !IsWhole(section, own)))
        {
            return SectionKind.Escalation;
        }

        if (GuideWords.Sections.Has(section.Parent!.Heading.Name, SectionKind.Contacts) && (ContactReader.OfOne(section) is not null || section.Blocks.OfType<TableBlock>().Any(TellsWhomToReach)))
        {
            return SectionKind.Contacts;
        }

        if (own is SectionKind.Roles && !section.IsBold && (IsWhole(section, own) || section.Blocks.OfType<TableBlock>().Any(TellsDuties)) && section.Blocks.OfType<TableBlock>().Any(table => !EscalationReader.TellsOrder(table)))
        {
            return own;
        }

        // "On-call structure", drawn with who passes on to whom
        if (own is SectionKind.Rotation && section.Blocks.OfType<CodeBlock>().Any(EscalationReader.DrawsPath))
        {
            return SectionKind.Escalation;
        }

        bool role = own is SectionKind.Rotation && !IsWhole(section, own) && RoleReader.IsRoleTitle(section) && !GuideAttribute.Of(section).Any(attribute => attribute.FieldAmong(GuideField.Schedule, GuideField.Handoff) is not GuideField.None);
        return !role && own is SectionKind.Contacts or SectionKind.Rotation or SectionKind.Templates or SectionKind.Checklist or SectionKind.PostMortem ? own : SectionKind.Escalation;
    }

    private static SectionKind WithinSeverities(GuideSection section, SectionKind own)
    {
        if (own is SectionKind.Scenario && LevelAndCase(section.Title) is not null)
        {
            return own;
        }

        if (IsCaseOfLevel(section) || IsTypeOfIncident(section) || IsScenarioOfLevel(section) || IsListedCaseOfLevel(section))
        {
            return SectionKind.Scenario;
        }

        if (own is SectionKind.Contacts && HoldsBlankContacts(section) && SeverityName.TryParse(section.Parent!.Title, loose: true) is null)
        {
            // "Quick reference": the levels, and below them in bold whom to call
            return own;
        }

        bool ofLevel = own is SectionKind.Unknown or SectionKind.Prose or SectionKind.Scenarios or SectionKind.Workflow
            || SeverityName.TryParse(section.Title, loose: true) is not null
            || (section.IsBold && own is not (SectionKind.Escalation or SectionKind.Templates or SectionKind.Checklist));
        return ofLevel ? SectionKind.Severities : own;
    }

    private static SectionKind WithinPhase(GuideSection section, SectionKind own)
    {
        bool part = section.IsBold
            ? own is not (SectionKind.Checklist or SectionKind.Templates or SectionKind.PostMortemTemplate) && !(own is SectionKind.Tools && IsListOfTools(section)) && !(own is SectionKind.Severities && section.Blocks.OfType<TableBlock>().Any(SortsByLevel))
            : own is SectionKind.Unknown or SectionKind.Prose or SectionKind.Communication or SectionKind.Workflow or SectionKind.PostMortem or SectionKind.Exercise || (own is SectionKind.Tools && !TellsTools(section))
                || (own is SectionKind.Severities && TellsNoLevel(section))
                || (own is SectionKind.Roles && section.Sections.Count == 0 && !section.Blocks.Exists(block => block is TableBlock));
        return part ? SectionKind.Phase : own;
    }

    // "Criteria | Low | High | Critical": what makes each level
    private static bool SortsByLevel(TableBlock table) =>
        table.Header is { Cells.Count: >= 4 } header && header.Cells.Skip(1).All(cell => SeverityName.TryParse(cell.Text, loose: true) is { Rest: "" });

    // "Classification", with what is done to classify
    private static bool TellsNoLevel(GuideSection section) =>
        section.Sections.Count == 0 && section.Blocks.Exists(block => block is ListBlock) && section.Blocks.TrueForAll(block => block is TextBlock or ListBlock)
        && !HoldsLevels(section) && !section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Any(item => SeverityName.TryParse(item.Label ?? item.Text, loose: true) is not null || SeverityName.Mentions(item.Text).Any());

    // "Recommended tools:", and their names, one an item
    private static bool IsListOfTools(GuideSection section) =>
        ToolsOnly().IsMatch(section.Heading.NameWithoutRemarks) && section.Blocks is [ListBlock { Ordered: false, HasBoxes: false } list] && list.Items.All(item => item.Label is not null || (item.Text.Length <= 48 && !item.Text.EndsWith('.')));

    private static SectionKind WithinRoles(GuideSection section, SectionKind own)
    {
        bool apart = own is SectionKind.Contacts or SectionKind.Templates or SectionKind.Checklist
            || (own is SectionKind.Rotation && RotationTitle().IsMatch(section.Heading.Normal))
            || EscalationPath().IsMatch(section.Title)
            || (own is SectionKind.Escalation && (!section.IsBold && IsWhole(section, own) || HoldsLevelItems(section)));
        return apart ? own : SectionKind.Roles;
    }

    private static bool SaysNoMore(GuideSection section, SectionKind own) =>
        own is SectionKind.Unknown
        || (section.IsBold && own is not (SectionKind.PostMortemTemplate or SectionKind.Templates or SectionKind.Checklist or SectionKind.Contacts));

    // What is a level, a case or a chapter of cases wherever it stands
    private static SectionKind? CaseOrLevel(GuideSection section, SectionKind own)
    {
        // "SEV-1: Critical Incidents" is a level, unless it only sorts scenarios.
        if (own is SectionKind.Scenarios && HoldsPhasesOfLevel(section))
        {
            return SectionKind.Workflow;
        }

        if (own is SectionKind.Scenarios && SeverityName.TryParse(section.Title, loose: false) is { IsCode: true }
            && (section.Sections.TrueForAll(part => part.IsBold || PhaseWords.IsPhase(part.Heading) || PhaseReader.HasWindow(part)) || section.Sections.Exists(TellsOfLevel)))
        {
            return SectionKind.Severities;
        }

        return IsCaseOfItsOwn(section, own) ? SectionKind.Scenario
            : own is SectionKind.Workflow or SectionKind.Scenarios or SectionKind.Unknown or SectionKind.Communication && section.Sections.Count(IsScenario) >= Math.Max(2, (section.Sections.Count + 1) / 2) ? SectionKind.Scenarios
            : null;
    }

    /// <summary>Among how many neighbours cases are looked for, for each section anew.</summary>
    private const int MostBeside = 24;

    private static bool IsCaseOfItsOwn(GuideSection section, SectionKind own) => section.Parent!.Kind is not (SectionKind.Workflow or SectionKind.PostMortem) && own switch
    {
        SectionKind.Severities or SectionKind.Scenarios or SectionKind.PostMortemTemplate or SectionKind.Exercise => false,
        SectionKind.Checklist when HoldsBoxes(section) || EndsInChecklist(section) => false,
        SectionKind.Workflow when section.Parent.Sections.Take(MostBeside).Where(IsScenario).Take(3).Count() < 3 => false,
        _ => IsScenario(section) || IsOneOfLikeCases(section),
    };

    // "Analysis report template", in the chapter about the review
    [GeneratedRegex(@"\b(?:report|review|analysis|retrospective|document)\s+template$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReportTemplate();
}
