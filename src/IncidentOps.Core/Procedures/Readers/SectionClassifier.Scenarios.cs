using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Core.Text.Troubles;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What makes a section a scenario.</content>
internal static partial class SectionClassifier
{
    /// <summary>True for a section that says how something shows, and what to do.</summary>
    private static bool IsScenario(GuideSection section) =>
        !section.IsBold && (ScenarioWords.IsScenarioTitle(section.Heading) || HasScenarioParts(section));

    // "Response playbook", with "1. Detection" to "6. Review" below it
    private static bool IsRunOfPhases(GuideSection section) =>
        section.Sections.Count(part => !part.IsBold) >= 3
        && section.Sections.Where(part => !part.IsBold).All(part => part.Heading.Ordinal is not null && PhaseWords.BeginsWithPhase(part.Heading) && !HasScenarioParts(part));

    // "Response playbook", and "1. **Acknowledge** …", "2. **Assess** …" to the review in one list
    private static bool IsCourseOfPhases(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && (CourseTitle().IsMatch(section.Heading.NameWithoutRemarks) || IsRunbookOfCourse(section))
        && section.Blocks.OfType<ListBlock>().ToArray() is [{ Ordered: true, HasBoxes: false, Items.Count: >= 4 and <= 12 } list]
        && list.Items.All(item => item.Bold is not null) && (IsRunbookOfCourse(section) || list.Items.Count(item => PhaseWords.BeginsWithPhase(SectionTitle.Parse(item.Bold!))) >= list.Items.Count - 1);

    // "Runbook", below the workflow
    private static bool IsRunbookOfCourse(GuideSection section) =>
        section.Parent!.Kind is SectionKind.Workflow && IsWhole(section, SectionKind.Scenarios);

    [GeneratedRegex(@"^(?:(?:security )?incident |standard |general |emergency )?(?:response|incident|handling) (?:playbook|runbook)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CourseTitle();

    // "Runbook", with "Step 0: …", "Step 1: …" to the last: one way through, counted
    private static bool IsRunOfSteps(GuideSection section) =>
        section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 3 and <= 20 } parts
        && parts.Select((part, i) => OrdinalWords.IsStep(part.Heading.OrdinalWord) && int.TryParse(part.Heading.Ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && int.TryParse(parts[0].Heading.Ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out int first) && first <= 1 && number == first + i).All(right => right);

    // "First half hour", with "0-5 min: Contain", "5-15 min: Assess", "15-30 min: Tell" below it
    private static bool IsRunOfWindows(GuideSection section) =>
        section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 3 } parts && Array.TrueForAll(parts, part => PhaseReader.LeadsWithWindow(part.Heading));

    // "Response checklist", with "Detect (0-5 minutes)", "Triage (5-15 minutes)", and in them more than boxes to tick
    private static bool IsRunOfTimedPhases(GuideSection section) =>
        section.Sections.Count(part => (PhaseReader.HasWindow(part) || part.Heading.Ordinal is not null) && PhaseWords.BeginsWithPhase(part.Heading)) >= 3
        && section.Sections.Count(part => part.SelfAndDescendants.Any(below => below.Blocks.Exists(block => block is CodeBlock or ListBlock { Ordered: true, HasBoxes: false }))) * 2 >= section.Sections.Count;

    // "Shared session", "Stolen key", in bold, and below each what is done, in sentences
    private static bool IsBoldCase(GuideSection section) =>
        IsBoldTrouble(section) || TellsDeeds(section) && section.Parent!.Sections.Take(MostCases).All(other => other.IsBold) && section.Parent.Sections.Take(MostCases).Count(TellsDeeds) is >= 2 and var told && told * 2 > Math.Min(MostCases, section.Parent.Sections.Count);

    // "Stolen key", "Ransom note", in bold, and below each what is to be done, in a list or in sentences, however short
    private static bool IsBoldTrouble(GuideSection section) =>
        section is { IsBold: true, Sections.Count: 0, Blocks.Count: > 0, Parent: { Sections.Count: >= 2 and <= MostCases } parent } && PartField(section.Heading.NameWithoutRemarks) is GuideField.None
        && parent.Sections.TrueForAll(other => other is { IsBold: true, Sections.Count: 0, Links.Count: 0 } && other.Blocks.TrueForAll(block => block is TextBlock or ListBlock { HasBoxes: false }))
        && parent.Sections.SelectMany(SentencesOf).Take(MostSentences).ToArray() is { Length: >= 2 } told
        // "Mixer", "Oven is cold": whatever they are called, orders are below them.
        && ((told.Count(ScenarioReader.IsOrder) * 3 >= told.Length * 2 && parent.Sections.TrueForAll(other => other.Blocks.Exists(block => block is ListBlock { Items.Count: >= 2 })))
            || (told.Count(ScenarioReader.AsksFor) * 3 >= told.Length * 2 && told.Take(MostCases).Count(TellsTrouble) * 2 < told.Length
                && parent.Sections.Count(other => !CasesNoun().IsMatch(other.Heading.NameWithoutRemarks) && TellsOfTrouble(other.Heading.NameWithoutRemarks)) * 3 >= parent.Sections.Count * 2));

    private const int MostSentences = 300;

    private static IEnumerable<string> SentencesOf(GuideSection section) =>
        section.Blocks.SelectMany(block => block is ListBlock list ? list.Items.Select(item => item.Links.FirstOrDefault()?.Text == item.Text ? string.Empty : item.Text) : [((TextBlock)block).Text]);

    private static bool TellsDeeds(GuideSection section) =>
        section is { IsBold: true, Sections.Count: 0, Blocks: [ListBlock { HasBoxes: false } list] } && SeverityName.TryParse(section.Heading.Name, loose: true) is null
        && list.Items.Take(MostCases).Count(item => item.Links.FirstOrDefault()?.Text != item.Text && item.Bold is null && item.Text.AsSpan().Count(' ') >= 4) * 3 >= Math.Min(MostCases, list.Items.Count) * 2;

    // "API down", "Slow search": nothing but what has happened, and the numbered steps of each
    private static bool HoldsStepLists(GuideSection section) =>
        section is { Sections.Count: >= 2, Blocks.Count: 0 } && section.Sections.TrueForAll(IsCaseWithSteps);

    private static bool IsCaseWithSteps(GuideSection part) =>
        part is { Heading.Ordinal: null, Sections.Count: 0, Blocks: [ListBlock { Ordered: true, Items.Count: >= 2 }] }
        && part.Heading.Name.Contains(' ', StringComparison.Ordinal) && !PhaseWords.BeginsWithPhase(part.Heading) && !part.Heading.Remarks.Any(remark => DurationText.TryParse(remark, out _))
        && !ScenarioWords.IsSymptom(part.Heading.NameWithoutRemarks) && !ScenarioWords.IsAside(part.Heading.NameWithoutRemarks)
        && !StepsTitle().IsMatch(part.Heading.NameWithoutRemarks)
        && !GuideWords.Fields.Find(part.Heading.NameWithoutRemarks).Any(match => match is { Whole: true, Meaning: GuideField.Step or GuideField.Cause or GuideField.Symptom });

    // "Automated steps", "Manual actions": what is done for the case above, and no case
    [GeneratedRegex(@"\b(?:steps|actions|tasks|checks|measures)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StepsTitle();

    // "Search is slow" in bold, and below it "Investigation: …", "Mitigation: …": one case with its parts
    private static bool TellsParts(GuideSection section) =>
        section is { IsBold: true, Sections.Count: 0, Blocks: [ListBlock { HasBoxes: false, Items: { Count: >= 2 and <= MostParts } items }] }
        && items.All(item => item is { Label: { Length: <= 40 } label, Value.Length: > 0 } && (PartField(label) is not GuideField.None || PhaseWords.Meaning(label) is not null));

    // "Response procedures", and below it "Search outage response", "Leaked key response": each for a trouble of its own.
    private static bool HoldsTroubles(GuideSection section) =>
        section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 2 } parts
        && Array.TrueForAll(parts, part => part.Heading.OrdinalWord is not ("phase" or "step") && SeverityName.TryParse(part.Heading.Name, loose: true) is null && SeverityName.WordRank(part.Heading.Name.Split(' ')[0]) is null)
        && parts.Count(part => ResponseTo().Match(part.Heading.NameWithoutRemarks) is { Success: true } named && TellsOfTrouble(named.Groups["what"].Value)) is >= 2 and var troubles && troubles * 3 >= parts.Length * 2;

    // "Incident procedures", and below it "Stolen key", "Pages defaced", each with what is done
    private static bool HoldsTroubleChapters(GuideSection section) =>
        section.Sections.Where(part => !part.IsBold).Take(MostCases).ToArray() is { Length: >= 3 } parts
        && Array.TrueForAll(parts, part => !PhaseWords.BeginsWithPhase(part.Heading) && !PhaseWords.IsOrdinal(part.Heading.OrdinalWord) && !PhaseReader.HasWindow(part) && SeverityName.TryParse(part.Heading.Name, loose: true) is null)
        && parts.Count(part => HasSteps(part) && TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 3 >= parts.Length * 2;

    // In English or in any of the languages that guides are written in
    private static bool TellsTrouble(string text) => TroubleText.Read(text).Has(TermKind.Trouble) || GuideWords.Terms.Has(text, GuideTerm.Trouble);

    internal static bool TellsOfTrouble(string text) =>
        TellsTrouble(text) || TroubleText.Read(text).Has(TermKind.Flaw) || IncidentNoun().IsMatch(text);

    [GeneratedRegex(@"^(?<what>.{4,60}?)\s+(?:response|recovery|handling|procedures?|protocol|playbook|runbook)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ResponseTo();

    // "Security incident", "performance issues", "service disruption"
    [GeneratedRegex(@"^(?:[\w/-]+ ){1,4}(?:incidents?|issues?|problems?|disruptions?|compromises?|violations?|mismatch(?:es)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IncidentNoun();

    private static bool HasScenarioParts(GuideSection section)
    {
        bool symptoms = false;
        foreach (GuideAttribute attribute in GuideAttribute.Of(section))
        {
            bool bold = attribute.Section is { IsBold: true };
            symptoms |= bold ? ScenarioWords.IsSymptom(attribute.Label) : ScenarioWords.IsSymptomOutright(attribute.Label);
        }

        return symptoms || TellsSignsAndSteps(section);
    }

    // "Detection" and "Immediate actions" below each of several headings: those are what may happen.
    private static bool IsOneOfLikeCases(GuideSection section) =>
        TellsSignsAndDeeds(section) && section.Parent!.Sections.Exists(other => other != section && TellsSignsAndDeeds(other));

    private static bool TellsSignsAndDeeds(GuideSection section) =>
        !section.IsBold && section.Sections.Count >= 2
        && SeverityName.TryParse(section.Title, loose: false) is null && !PhaseWords.BeginsWithPhase(section.Heading)
        && section.Sections.Exists(part => ScenarioWords.IsSymptom(part.Heading.NameWithoutRemarks))
        && section.Sections.Exists(part => !ScenarioWords.IsSymptom(part.Heading.NameWithoutRemarks) && GuideWords.Fields.Is(part.Heading.NameWithoutRemarks, GuideField.Step));

    // "Detection signals", which detect nothing
    [GeneratedRegex(@"\b(?:signals?|signs|indicators?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsSigns();

    // "1. Server down", with its steps, below "SEV-1".
    private static bool IsCaseOfLevel(GuideSection section) =>
        section is { IsBold: false, Heading.Ordinal: not null }
        && SeverityName.TryParse(section.Parent!.Title, loose: true) is not null
        && SeverityName.TryParse(section.Heading.Name, loose: true) is null
        && section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is ListBlock { Ordered: true, Items.Count: >= 2 }));

    // "Type A: Stolen key", with its symptoms, where kinds of incidents are told apart and not their levels.
    private static bool IsTypeOfIncident(GuideSection section) =>
        !section.IsBold && IsType(section) && section.Parent!.Sections.Exists(other => other != section && IsType(other));

    private static bool IsType(GuideSection section) =>
        section.Heading.Ordinal is not null && SeverityName.TryParse(section.Title, loose: true) is null && HasScenarioParts(section);

    // "Detection", "Detection and analysis", by which name nothing has happened
    private static bool IsBarePhase(GuideSection section) =>
        PhaseWords.BeginsWithPhase(section.Heading) && Joint().Split(section.Heading.NameWithoutRemarks).All(name => name.Length > 0 && (!name.Contains(' ', StringComparison.Ordinal) || PhaseWords.IsNamed(name)));

    // "Detection and analysis" is two of them.
    [GeneratedRegex(@"\s*(?:,\s*(?:(?:and|und|et|y|e)\s+)?|&|/|\s(?:and|und|et|y|e)\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    // "Indicators" beside "Contain" and "Recover": under a severity's own heading indicators define it.
    private static bool TellsSignsAndSteps(GuideSection section) =>
        SeverityName.TryParse(section.Title, loose: false) is null && !IsBarePhase(section)
        && section.Sections.Exists(part => ScenarioWords.IsSymptom(part.Heading.NameWithoutRemarks) && (!PhaseWords.IsPhase(part.Heading) || (TellsSigns().IsMatch(part.Heading.NameWithoutRemarks) && IsResponseToTrouble(section))))
        && section.Sections.Exists(part => PhaseWords.IsPhase(part.Heading) || Fields.Among(part.Heading.NameWithoutRemarks, GuideField.Step) == GuideField.Step);
}
