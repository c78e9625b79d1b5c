using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Chapters of levels, "P0 procedures", "CRITICAL — drop everything", and below each what may happen then, with its counted steps.</content>
internal static partial class SectionClassifier
{
    private static void MarkCasesByLevel(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count is >= 2 and <= MostCases).ToArray())
        {
            GuideSection[] levels = [.. parent.Sections.Where(IsChapterOfLevel)];
            GuideSection[] cases = [.. levels.SelectMany(level => level.Sections)];
            if (levels.Length < 2 || Array.TrueForAll(levels, level => level.Kind is SectionKind.Scenarios) || cases.Length < 3
                || cases.Count(CountsOwnSteps) * 3 < cases.Length * 2 || cases.DistinctBy(part => part.Heading.Normal, StringComparer.Ordinal).Count() < cases.Length)
            {
                continue;
            }

            foreach (GuideSection level in levels)
            {
                level.Kind = SectionKind.Scenarios;
                MarkAsCase(level.Descendants);
            }
        }
    }

    // "7. Theft", and below it "7.1 Stolen key", "7.2 Empty till" with what is done, beside chapters of cases of the oven, the till and the mill
    private static void MarkChapterBeside(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count is >= 4 and <= MostCases).ToArray())
        {
            GuideSection[] chapters = [.. parent.Sections.Where(part => part is { IsBold: false, Kind: SectionKind.Scenarios, Heading.Ordinal: not null } && part.Sections.Exists(below => below.Kind is SectionKind.Scenario))];
            foreach (GuideSection chapter in chapters.Length < 3 ? [] : parent.Sections.Where(part => part is { IsBold: false, Kind: SectionKind.Unknown, Heading.Ordinal: not null, Sections.Count: >= 2 }
                && part.Sections.TrueForAll(below => below is { IsBold: false, Kind: SectionKind.Unknown, Heading.Ordinal: not null } && HasSteps(below) && !PhaseWords.BeginsWithPhase(below.Heading) && PartField(below.Heading.NameWithoutRemarks) is GuideField.None && IsCaseName(below.Heading.NameWithoutRemarks))))
            {
                chapter.Kind = SectionKind.Scenarios;
                MarkAsCase(chapter.Descendants);
            }
        }
    }

    // What is below it begins no phase, is no part of a case, and has no time of its own.
    private static bool IsChapterOfLevel(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Workflow or SectionKind.Scenarios, Sections.Count: > 0 } && LevelOf(section) is not null
        && section.Sections.TrueForAll(part => part is { IsBold: false, Kind: SectionKind.Scenario } || (part is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase or SectionKind.Workflow or SectionKind.Tools or SectionKind.Prose }
            && !PhaseWords.BeginsWithPhase(part.Heading) && !PhaseWords.IsOrdinal(part.Heading.OrdinalWord) && !PhaseReader.HasWindow(part) && PartField(part.Heading.NameWithoutRemarks) is GuideField.None && IsCaseName(part.Heading.NameWithoutRemarks)));

    // "High priority incidents", with what is done for them in "Phase 1"
    private static bool IsPhaseForLevel(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && (section.Parent!.Kind is SectionKind.Phase || PhaseWords.IsOrdinal(section.Parent.Heading.OrdinalWord)) && SeverityNames.ParseAll(section.Heading.Name, loose: true).Count > 0;

    // "Should I wake somebody?", "Rollback or fix?": what is to be decided, and no case
    [GeneratedRegex(@"^(?:should|can|do|does|is|are|which|when|how|who)\b.*\?$|\s(?:vs\.?|versus|or)\s.*\?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AskedWhich();

    /// <summary>The level that a chapter is about as a whole: "P0 procedures", "WARNING — within four hours".</summary>
    internal static SeverityName? LevelOf(GuideSection section) =>
        SeverityNames.ParseAll(section.Heading.Name, loose: true) is [{ } only] ? only : null;

    private static bool CountsOwnSteps(GuideSection section) =>
        section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 2 } || (block is CodeBlock code && (ShellText.CountedSteps(code).Count >= 2 || code.TextLines.Count(line => CountedLine().IsMatch(line)) >= 2))));
}
