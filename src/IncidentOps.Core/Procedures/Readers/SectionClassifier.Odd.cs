using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Core.Text.Troubles;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Cases that are told otherwise than their neighbours: with dashes among numbers, in a table, in one sentence.</content>
internal static partial class SectionClassifier
{
    // Two troubles with their steps, and nothing with steps beside them but further troubles and what undoes a change
    private static bool IsMostlyTroubles(GuideSection parent)
    {
        GuideSection[] parts = [.. parent.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown } && section.Blocks.Exists(block => block is ListBlock or CodeBlock)).Take(MostCases)];
        return parts.Length >= 3 && parts.Count(section => IsTrouble(section) && HasSteps(section)) >= 2
            && Array.TrueForAll(parts, section => IsTrouble(section) || IsTroubleWithBullets(section) || Undoing().IsMatch(section.Heading.NameWithoutRemarks));
    }

    // "Cache issues", and what to do about them, dash by dash
    private static bool IsTroubleWithBullets(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown, Title.Length: <= 80, Heading.Ordinal: null } && !PhaseWords.BeginsWithPhase(section.Heading)
        && section.Blocks.Exists(block => block is ListBlock { HasBoxes: false, Items.Count: >= 2 } or CodeBlock)
        && (TroubleText.Read(section.Heading.Name).Has(TermKind.Trouble) || (CasesNoun().IsMatch(section.Heading.NameWithoutRemarks) && IncidentNoun().IsMatch(section.Heading.NameWithoutRemarks)));

    // "Common runbooks", and below it nothing but "Runbook | Trigger | Location"
    private static bool HoldsTableOfCases(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && section.Blocks.TrueForAll(block => block is TextBlock or TableBlock)
        && section.Blocks.OfType<TableBlock>().ToArray() is [{ Rows.Count: >= 2, Header.Cells: { Count: >= 2 } heads }] && CaseColumn().IsMatch(heads[0].Text)
        && GuideWords.Sections.Has(section.Heading.Name, SectionKind.Scenarios);

    // "Security incident response", and below it "Break-in", "Replayed ticket", each with its numbered steps
    private static bool HoldsCasesOfKind(GuideSection section)
    {
        if (section is not { IsBold: false, Level: > 1, Sections.Count: >= 2 and <= 30 } || !ResponseToKind().IsMatch(section.Heading.NameWithoutRemarks))
        {
            return false;
        }

        GuideSection[] parts = [.. section.Sections.Where(part => !part.IsBold)];
        return parts.Length >= 2 && Array.TrueForAll(parts, part => part.Heading.Ordinal is null && HasSteps(part) && !PhaseWords.BeginsWithPhase(part.Heading) && SeverityName.TryParse(part.Heading.Name, loose: true) is null)
            && parts.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 3 >= parts.Length * 2;
    }

    // "Security incident response", "Data incident handling", "Network incidents"
    [GeneratedRegex(@"^(?!(?:major|minor|critical|post|general|the|our|initial)\b)(?:[\p{L}-]+[ /&]+){1,3}incidents?(?:\s+(?:response|handling|procedures?|runbooks?))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponseToKind();

    // "If the shop is down", "If a key leaks", each with what to do
    private static void MarkConditions(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Workflow).ToArray())
        {
            GuideSection[] cases = [.. parent.Sections.Where(IsCondition)];
            foreach (GuideSection part in cases.Length >= 2 ? cases.SelectMany(section => section.SelfAndDescendants) : [])
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    private static bool IsCondition(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase, Title.Length: <= 80 } && Condition().IsMatch(section.Heading.NameWithoutRemarks)
        && section.Blocks.Exists(block => block is ListBlock { Ordered: true, HasBoxes: false } || (block is CodeBlock code && ShellText.IsShell(code)));

    // "When to call" says no more than when.
    [GeneratedRegex(@"^(?:if|in case|when(?! to\b)|wenn|falls|si|cuando|quando|se|als|jeśli|если)\s+\S+\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?:runbook|playbook|scenario)s?(?: name)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseColumn();

    [GeneratedRegex(@"^(?:\S+ ){0,2}(?:roll-?back|restart|restore|recovery|failover|maintenance mode)(?: procedures?| steps)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Undoing();
}
