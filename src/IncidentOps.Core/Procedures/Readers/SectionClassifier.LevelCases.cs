using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Cases whose headings begin or end with their level: "CRITICAL: Search is gone", "Slow search (High)".</content>
internal static partial class SectionClassifier
{
    /// <summary>The level and the case of a heading such as "🔴 CRITICAL: Search is gone" or "[High] Slow search"; null for any other.</summary>
    public static (string Level, string Case)? LevelAndCase(string title)
    {
        string text = SectionTitle.StripDecoration(SectionTitle.Parse(title).Name);
        foreach (Match match in (ReadOnlySpan<Match>)[LevelBefore().Match(text), LevelBehind().Match(text)])
        {
            string level = match.Groups["level"].Value.Trim();
            string what = SectionTitle.StripDecoration(match.Groups["case"].Value).Trim();
            if (match.Success && (what.Contains(' ', StringComparison.Ordinal) || what.Any(c => c > PhaseWords.FirstIdeograph)) && SeverityNames.ParseAll(level, loose: true) is { Count: > 0 } levels && levels.All(one => one.Rest.Length == 0) && IsCaseName(what))
            {
                return (level, what);
            }
        }

        return null;
    }

    // Where a level comes twice, or the levels are defined before, such headings are cases; else they may define them.
    private static bool IsCaseOfKnownLevel(GuideSection section)
    {
        if (LevelAndCase(section.Title) is not var (level, what) || PhaseWords.BeginsWithPhase(section.Heading) || !HasSteps(section) || HoldsWhole(section)
            || (section.IsBold && section.Sections.Count == 0 && !section.Blocks.Exists(block => block is ListBlock { Ordered: true, Items.Count: >= 2 })))
        {
            return false;
        }

        GuideSection[] others = [.. section.Parent!.Sections.Where(other => other != section && other.IsBold == section.IsBold).Take(MostCases)];
        return Array.Exists(others, other => LevelAndCase(other.Title) is var (same, _) && string.Equals(level, same, StringComparison.OrdinalIgnoreCase))
            || ((TellsOfTrouble(what) || HasSymptoms(section)) && Array.Exists(others, other => other.Kind is SectionKind.Scenario || LevelAndCase(other.Title) is not null) && LevelsAbove(section));
    }

    // "Fix", a phase, and in it "Oven down (P0)", "Till stuck (P1)", each with its numbered steps
    private static bool IsOneOfCasesInPhase(GuideSection section) =>
        IsCaseInPhase(section) && section.Parent!.Sections.Take(MostCases).Count(IsCaseInPhase) >= 2;

    // "Contain", a phase, and in it nothing but "Stolen key", "Someone at the safe", "Bad flour", each with its steps: where nothing else tells of cases
    private static void MarkCasesOfPhase(GuideDocument document)
    {
        if (document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios))
        {
            return;
        }

        GuideSection[] phases = [.. document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Phase })];
        foreach (GuideSection part in phases.SelectMany(phase => HoldsOnlyCases(phase) ? phase.Sections : CasesInBold(phase)).SelectMany(part => part.SelfAndDescendants).Where(part => part.Kind is SectionKind.Phase or SectionKind.Unknown))
        {
            part.Kind = SectionKind.Scenario;
        }
    }

    // In bold, each with its dashes
    private static List<GuideSection> CasesInBold(GuideSection phase) =>
        phase is { Sections.Count: >= 2 and <= MostCases } && !phase.Blocks.Exists(block => block is ListBlock)
        && phase.Sections.TrueForAll(part => part is { IsBold: true, Heading.Ordinal: null } && part.Blocks.Exists(block => block is ListBlock { HasBoxes: false }) && !ScenarioWords.IsAside(part.Heading.NameWithoutRemarks) && !PhaseWords.BeginsWithPhase(part.Heading) && !PhaseReader.HasWindow(part) && IsCaseName(part.Heading.NameWithoutRemarks))
        && phase.Sections.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 3 >= phase.Sections.Count * 2 ? phase.Sections : [];

    // "Containment by type", with one case below it, and the others, by mistake, beside it
    private static void MarkCasesBesideType(GuideDocument document)
    {
        foreach (GuideSection sorted in document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Scenarios, Sections.Count: 1, Parent.Sections.Count: <= MostCases } && ByType().IsMatch(section.Heading.NameWithoutRemarks)).ToArray())
        {
            MarkAsCase(sorted.Parent!.Sections.SkipWhile(other => other != sorted).Skip(1).TakeWhile(other => other is { IsBold: false, Heading.Ordinal: null } && HasSteps(other) && !PhaseWords.BeginsWithPhase(other.Heading) && IsCaseName(other.Heading.NameWithoutRemarks)).SelectMany(other => other.SelfAndDescendants));
        }
    }

    private static bool HoldsOnlyCases(GuideSection phase)
    {
        GuideSection[] parts = [.. phase.Sections.Where(part => !part.IsBold).Take(MostCases)];
        return parts.Length >= 3 && Array.TrueForAll(parts, part => part.Heading.Ordinal is null && HasSteps(part) && !PhaseWords.BeginsWithPhase(part.Heading) && IsCaseName(part.Heading.NameWithoutRemarks) && !PhaseReader.HasWindow(part) && ByTitle(part.Heading) is SectionKind.Unknown or SectionKind.Scenario or SectionKind.Scenarios)
            && parts.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 3 >= parts.Length * 2;
    }

    private static bool IsCaseInPhase(GuideSection section) =>
        section is { IsBold: false, Heading.Ordinal: null } && section.Heading.Remarks.Any(remark => SeverityName.TryParse(remark, loose: false) is { IsCode: true, Rest: "" })
        && IsCaseName(section.Heading.NameWithoutRemarks) && !PhaseWords.BeginsWithPhase(section.Heading) && HasSteps(section);

    // "Level 1: Critical incident response", and below it "Data breach", "Stolen key", each with its steps
    private static bool HoldsCasesOfLevel(GuideSection section) =>
        section is { IsBold: false, Sections.Count: >= 2 } && (SeverityName.TryParse(section.Title, loose: true) ?? SeverityName.TryParse(section.Heading.Name, loose: true)) is not null
        && section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 2 } parts
        && Array.TrueForAll(parts, part => HasSteps(part) && !PhaseReader.HasWindow(part) && !PhaseWords.BeginsWithPhase(part.Heading) && !PhaseWords.IsOrdinal(part.Heading.OrdinalWord) && SeverityName.TryParse(part.Heading.Name, loose: true) is not { Rest: "" })
        && ((parts.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) is >= 2 and var troubles && troubles * 2 >= parts.Length) || AreCountedBelow(section, parts));

    // "2. P0 - All is lost", and below it "2.1 Oven out", "2.2 Key lost", each with its "What to do"
    private static bool AreCountedBelow(GuideSection section, GuideSection[] parts) =>
        section.Heading.Ordinal is { } number && Array.TrueForAll(parts, part => part.Heading.Ordinal?.StartsWith(number + ".", StringComparison.Ordinal) == true) && parts.Count(part => PartsOf(part).Count > 0) * 2 >= parts.Length;

    // "Scenario 1: Search is gone", below "Severity 1", with what is done
    private static bool IsScenarioOfLevel(GuideSection section) =>
        !section.IsBold && ScenarioWords.IsScenarioTitle(section.Heading) && HoldsDeeds(section);

    // "Usual P2 scenarios:", and right below it "Backup fails", "Nobody gets in" in bold, each with what is done
    private static bool IsListedCaseOfLevel(GuideSection section)
    {
        if (section is not { IsBold: true, Sections.Count: 0, Heading.Ordinal: null } || !HasSteps(section) || PhaseWords.BeginsWithPhase(section.Heading))
        {
            return false;
        }

        GuideSection? title = section.Parent!.Sections.Take(MostCases).LastOrDefault(other => other.IsBold && other.Line < section.Line && other.Blocks.Count == 0);
        return title is not null && CasesNoun().IsMatch(title.Heading.NameWithoutRemarks)
            && section.Parent.Sections.Take(MostCases).SkipWhile(other => other != title).Skip(1).TakeWhile(other => other != section).All(HasSteps);
    }

    // "Emergency protocol", and below it "Burning oven detected", "Medical emergency": no ladder, but what has happened and what is done
    private static bool HoldsEmergencies(GuideSection section) =>
        !section.IsBold && HoldsStepLists(section)
        && section.Sections.Count(part => Happened().IsMatch(part.Heading.NameWithoutRemarks) || TellsTrouble(part.Heading.NameWithoutRemarks)) * 2 > section.Sections.Count
        && section.Sections.TrueForAll(part => part.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Count(item => EscalationReader.IsPerson(item.Text)) * 2 <= part.Blocks.OfType<ListBlock>().Sum(list => list.Items.Count));

    [GeneratedRegex(@"\b(?:detected|disclosed|disclosure|discovered|reported|suspected|confirmed|emergency)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Happened();

    // A run of phases with their times, or cases of its own below it
    private static bool HoldsWhole(GuideSection section) =>
        (section.Sections.Count(part => !part.IsBold && (PhaseReader.HasWindow(part) || part.Heading.Remarks.Any(LooseSeverityText.IsTime))) >= 2 && !TellsSigns(section))
        || section.Sections.Exists(part => !part.IsBold && ByTitle(part.Heading) is SectionKind.Scenarios && part.Sections.Count(below => !below.IsBold && !ScenarioWords.IsScenarioTitle(below.Heading) && HasSteps(below)) >= 2)
        || section.Sections.Count(part => !part.IsBold && !PhaseWords.BeginsWithPhase(part.Heading) && !ScenarioWords.IsScenarioTitle(part.Heading) && HasSteps(part) && TellsOfTrouble(part.Heading.NameWithoutRemarks)) >= 2;

    // "Detection indicators", before what is done in the first minutes: one case, however its steps are timed
    private static bool TellsSigns(GuideSection section) =>
        section.Sections is [{ IsBold: false } first, ..] && PartField(first.Heading.NameWithoutRemarks) is GuideField.Symptom && first.Blocks.Exists(block => block is ListBlock { Ordered: false });

    // "Resolution", with "Scenario A", "Scenario B" below it, in a case that tells its own signs
    private static bool IsPartOfCase(GuideSection section) =>
        section.Parent is { Kind: SectionKind.Scenario } parent && LevelAndCase(parent.Title) is not null && Fields.Among(section.Heading.NameWithoutRemarks, GuideField.Step, GuideField.Cause) is not GuideField.None;

    private static bool HasSymptoms(GuideSection section) => section.Descendants.Any(part => ScenarioWords.IsSymptomOutright(part.Heading.NameWithoutRemarks));

    private static bool LevelsAbove(GuideSection section) =>
        section.Ancestors.SelectMany(above => above.Sections.TakeWhile(other => other.Line < section.Line)).Take(MostCases).SelectMany(part => part.SelfAndDescendants).Take(MostCases)
            .Any(part => part.Kind is SectionKind.Severities && !section.Ancestors.Contains(part) && LevelAndCase(part.Title) is null);

    [GeneratedRegex(@"^[\[(【（]?(?<level>[\p{L}\d][\p{L}\d /-]{0,24})(?:[\])】）]\s*[:：–—-]?|[:：|]|(?<=\s)[-–—])\s*(?<case>\S.{3,100})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LevelBefore();

    [GeneratedRegex(@"^(?<case>\S.{3,100})(?:[(（\[]|\s[-–—|]\s)(?<level>[\p{L}\d -]{1,24})[)）\]]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LevelBehind();

    // "Alert | Severity | Trigger" in another chapter, and in this one a heading for each alert: they are cases.
    private static bool HoldsCasesOfTable(GuideSection section)
    {
        GuideSection[] parts = [.. section.Sections.Where(part => !part.IsBold).Take(MostCases)];
        if (parts.Length < 2 || section.IsBold || Array.Exists(parts, part => PhaseWords.BeginsWithPhase(part.Heading) || PhaseWords.IsOrdinal(part.Heading.OrdinalWord)))
        {
            return false;
        }

        string[][] tables = [.. section.Parent!.Sections.Take(MostCases).Where(other => other != section).SelectMany(other => other.Blocks).OfType<TableBlock>()
            .Where(table => table.Rows.Count <= MostCases && ScenarioReader.SeverityColumn(table) > 0)
            .Select(table => table.Rows.Select(row => SectionTitle.Parse(row.Cell(0).Text).Normal).Where(name => name.Length > 3).ToArray())];
        return Array.Exists(tables, rows => parts.Count(part => Array.Exists(rows, row => part.Heading.Normal.StartsWith(row, StringComparison.Ordinal))) is >= 2 and var named && named * 2 > parts.Length);
    }
}
