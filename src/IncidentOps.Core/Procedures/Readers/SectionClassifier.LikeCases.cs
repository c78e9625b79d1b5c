using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Chapters that only their like parts tell to be cases: "Immediate actions:" and "Recovery:" below each of them.</content>
internal static partial class SectionClassifier
{
    private static void MarkLikeCases(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Scenarios or SectionKind.Severities && section.Sections.Count >= 2).ToArray())
        {
            (GuideSection Section, HashSet<string> Parts)[] told = [.. parent.Sections.Take(MostCases).Where(MayBeLikeCase).Select(section => (section, PartsOf(section))).Where(one => one.Item2.Count >= 1)];
            // "What to do at once:" alone, below each of three troubles
            bool troubles = told.Length >= 3 && told.Count(one => TellsTrouble(one.Section.Heading.NameWithoutRemarks)) * 3 >= told.Length * 2;
            bool Shares(HashSet<string> parts, GuideSection section, int least) =>
                Array.Exists(told, other => other.Section != section && other.Parts.Count(parts.Contains) >= Math.Max(least, parts.Count / 2));
            (GuideSection Section, HashSet<string> Parts)[] like = [.. told.Where(one => Shares(one.Parts, one.Section, troubles && one.Parts.Count == 1 && one.Parts.All(DeedTitle().IsMatch) ? 1 : 2))];
            // Beside two of them a third may leave a part out.
            foreach ((GuideSection section, _) in (like.Length >= 2 ? told.Where(one => Shares(one.Parts, one.Section, 1)) : like).Where(one => one.Section.Kind is not SectionKind.Scenario))
            {
                MarkAsCase(section.SelfAndDescendants);
            }

            // "3. Run on the bank", counted among cases and with "Steps" as they have it; uncounted, where most are cases
            foreach ((GuideSection section, HashSet<string> parts) in told.Where(one => one.Section.Kind is not SectionKind.Scenario).ToArray())
            {
                int beside = told.Count(other => other.Section.Kind is SectionKind.Scenario && (other.Section.Heading.Ordinal is null) == (section.Heading.Ordinal is null) && other.Parts.Overlaps(parts));
                if (beside >= (section.Heading.Ordinal is null ? Math.Max(3, (told.Length + 1) / 2) : 2))
                {
                    MarkAsCase(section.SelfAndDescendants);
                }
            }
        }
    }

    // "Response procedures", and below it "1. Flood response", "2. Request of the court", each with its own first minutes
    private static bool HoldsTimedCases(GuideSection section) =>
        section.Sections.Where(part => !part.IsBold).Take(MostCases).ToArray() is { Length: >= 2 } parts
        && Array.TrueForAll(parts, part => !PhaseWords.BeginsWithPhase(part.Heading) && !PhaseWords.IsOrdinal(part.Heading.OrdinalWord) && !PhaseReader.HasWindow(part) && SeverityName.TryParse(part.Heading.Name, loose: true) is null
            && part.Sections.Take(MostParts).Where(below => below.IsBold && below.Heading.Remarks.Any(LooseSeverityText.IsTime)).Take(2).Count() == 2);

    // What is to be ticked or sent within a case stays what it is.
    private static void MarkAsCase(IEnumerable<GuideSection> parts)
    {
        foreach (GuideSection part in parts.Where(part => part.Kind is not (SectionKind.Checklist or SectionKind.Templates or SectionKind.PostMortemTemplate)))
        {
            part.Kind = SectionKind.Scenario;
        }
    }

    // "Response procedures", and in most of what stands below "Detection" and "Response steps": how it shows, and what is done
    private static bool HoldsLikeCases(GuideSection section)
    {
        GuideSection[] cases = [.. section.Sections.Where(part => !part.IsBold).Take(MostCases)];
        return cases.Length >= 2 && Array.TrueForAll(cases, part => !PhaseWords.BeginsWithPhase(part.Heading) && !PhaseWords.IsOrdinal(part.Heading.OrdinalWord) && !PhaseReader.HasWindow(part) && SeverityName.TryParse(part.Heading.Name, loose: true) is not { Rest: "" })
            && cases.Count(part => PartsOf(part) is { Count: >= 2 } parts && parts.Any(title => PartField(title) is GuideField.Symptom)) is >= 2 and var told && told * 2 > cases.Length;
    }

    // "What is special about them", in words alone, beside cases with steps
    private static bool TellsAboutCases(GuideSection section) =>
        section is { IsBold: false, Blocks.Count: > 0 } && (section.Heading.Ordinal is null || Overview().IsMatch(section.Heading.NameWithoutRemarks)) && section.SelfAndDescendants.All(part => part.Blocks.TrueForAll(block => block is TextBlock)) && section.Links.Count == 0
        && !ScenarioWords.IsScenarioTitle(section.Heading) && !TellsTrouble(section.Heading.Name) && !HasScenarioParts(section) && PartsOf(section).Count < 2 && !section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Any(line => line.Links.Count > 0)
        && section.Parent!.Sections.Take(MostCases).Count(other => other != section && HasSteps(other)) >= (section.Heading.Ordinal is null ? 2 : 1);

    // A name of what may happen: no phase, no level, no role
    private static bool MayBeLikeCase(GuideSection section) =>
        section is { IsBold: false, Title.Length: <= 80, Kind: SectionKind.Unknown or SectionKind.Scenario or SectionKind.Scenarios or SectionKind.Severities or SectionKind.Tools or SectionKind.Workflow or SectionKind.Prose or SectionKind.Communication or SectionKind.Rotation or SectionKind.Roles }
        // "5. Breach of the SLA", with its "Detection", is no list of levels.
        && (section.Kind is not SectionKind.Severities || IsBelowLevel(section) || (section.Parent!.Sections.Take(MostCases).Any(other => other.Kind is SectionKind.Scenario) && section.Sections.Exists(part => PartField(part.Heading.NameWithoutRemarks) is GuideField.Symptom))) && (section.Kind is not SectionKind.Roles || (section.Parent!.Kind is not SectionKind.Roles && !RoleReader.IsRoleTitle(section)))
        && !PhaseWords.BeginsWithPhase(section.Heading) && !PhaseWords.IsOrdinal(section.Heading.OrdinalWord)
        && SeverityName.TryParse(section.Heading.Name, loose: true) is not { Rest: "" }
        && !IsWhole(section, section.Kind) && RoleReader.DutyPart(section) is null;

    // "P1 - High priority response", and below it what may happen then
    private static bool IsBelowLevel(GuideSection section) =>
        SeverityName.TryParse(section.Parent!.Title, loose: true) is not null && SeverityName.TryParse(section.Heading.Name, loose: true) is null;

    /// <summary>What the parts of a section are called that say how something shows, why, or what to do; empty where none says what to do.</summary>
    private static HashSet<string> PartsOf(GuideSection section)
    {
        string[] titles =
        [
            .. section.Sections.Where(part => part.Blocks.Count > 0 || part.Sections.Count > 0).Select(part => part.Heading.NameWithoutRemarks),
            .. section.Blocks.Where((block, i) => i + 1 < section.Blocks.Count && section.Blocks[i + 1] is ListBlock or CodeBlock).OfType<TextBlock>()
                .Select(text => text.Lines[^1]).Where(line => line is { Label: not null, Value.Length: 0 }).Select(line => line.Label!),
            // "Detect: …", "Fix: …", each with what it says in its own line
            .. section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Where(line => line is { Bold: not null, Label: { Length: <= 24 }, Value.Length: > 0 }).Select(line => line.Label!),
            .. section.Blocks.OfType<TableBlock>().Where(IsRecord).SelectMany(table => table.Rows).Select(row => row.Cell(0).Text),
        ];
        // "- Detection: …", "- Response: …", with both the signs and the deeds
        string[] items = [.. section.Blocks.OfType<ListBlock>().Where(list => list is { Ordered: false, HasBoxes: false, Items.Count: >= 2 and <= 12 } && list.Items.All(item => item is { Label.Length: <= 32, Value.Length: > 0 })).SelectMany(list => list.Items).Select(item => item.Label!)];
        if (items.Length >= 3 && TellsTrouble(section.Heading.NameWithoutRemarks) && Array.TrueForAll(items, label => DeedOrTime(label)))
        {
            // "Immediate: …", "Assessment: …", "Recovery: …", of a trouble
            return [.. items.Select(SectionTitle.Normalise)];
        }

        titles = items.Any(label => PartField(label) is GuideField.Symptom) && items.Any(label => PartField(label) is GuideField.Step) ? [.. titles, .. items] : titles;
        GuideField[] fields = [.. titles.Select(PartField)];
        // "Examples" of what it is, beside "Immediate actions"
        return fields.Contains(GuideField.Step) ? [.. titles.Where((title, i) => fields[i] is not GuideField.None || GuideWords.Fields.Is(title, GuideField.Example)).Select(SectionTitle.Normalise)] : [];
    }

    /// <summary>True for "Impact | …", "Detection | …", "Remediation | …" below no heads: what is told of one case, a fact a row.</summary>
    internal static bool IsRecord(TableBlock table) =>
        table.Rows.Count is >= 3 and <= 12 && (table.Header is null || table.Header.Cells.All(cell => cell.Text.Length == 0))
        && table.Rows.All(row => row.Cells.Count == 2 && row.Cell(0).Text.Length is > 0 and <= 32)
        && table.Rows.Any(row => PartField(row.Cell(0).Text) is GuideField.Step) && table.Rows.Any(row => PartField(row.Cell(0).Text) is GuideField.Symptom);

    private static bool DeedOrTime(string label) =>
        PartField(label) is not GuideField.None || PhaseWords.Meaning(label) is not null || Term().IsMatch(label);

    // "Immediate", "Decision"
    [GeneratedRegex(@"^(?:immediate(?:ly)?|(?:short|medium|mid|long)[\s-]term|decision|legal|first hour|validation|verification|prevention)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    /// <summary>True for dashes above the only part that says what to do: they tell what it is about.</summary>
    internal static bool TellsBeforeDeeds(GuideSection section) =>
        section is { IsBold: false, Blocks: [ListBlock { Ordered: false, HasBoxes: false }], Sections: [{ IsBold: true } part] } && DeedTitle().IsMatch(part.Heading.NameWithoutRemarks);

    internal static GuideField PartField(string title) =>
        title.Length > 40 ? GuideField.None
        : ScenarioWords.IsSymptom(title) ? GuideField.Symptom
        : GuideWords.Fields.Find(title).Where(match => match is { Whole: true, Meaning: GuideField.Cause or GuideField.Step }).Select(match => match.Meaning).FirstOrDefault() is var field && field is not GuideField.None ? field
        : DeedTitle().IsMatch(title) ? GuideField.Step
        : ScenarioWords.IsAside(title) ? GuideField.Cause
        : GuideField.None;

    // "What the keeper should do" too
    [GeneratedRegex(@"^what (?:\w+ ){1,4}(?:should|must|has to|have to|needs? to) do$|^(?:immediate|specific|first|short[- ]term|long[- ]term|check|recovery|response|containment|remediation|mitigation|resolution)\s+(?:actions?|steps?|order|checks?|response|measures?|procedure)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedTitle();
}
