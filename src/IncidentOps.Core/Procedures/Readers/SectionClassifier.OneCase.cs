using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Chapters, and whole documents, that are one case told in its parts: "Overview", "Detection", "Response procedure".</content>
internal static partial class SectionClassifier
{
    // "Stolen key playbook", and below it nothing but "Immediate actions" and "Do not"
    private static bool IsOneCaseInParts(GuideSection section)
    {
        GuideSection[] parts = section.IsBold ? [] : [.. section.Sections.Where(part => !part.IsBold).Take(MostParts + 1)];
        return parts.Length is >= 2 and <= MostParts && OfOneCase().Match(section.Heading.NameWithoutRemarks) is { Success: true } named && IsCaseName(named.Groups["what"].Value)
            && parts.Count(part => PartField(part.Heading.NameWithoutRemarks) is GuideField.Step) is >= 1 and var deeds
            && (deeds == 1 || Array.Exists(parts, IsSignOrAside) || TellsTrouble(named.Groups["what"].Value))
            && parts.Count(IsPartOfOneCase) * 2 > parts.Length && Array.TrueForAll(parts, part => IsPartOfOneCase(part) || !HasSteps(part));
    }

    // "Every oven must have a runbook with:", and in a fence its headings with blanks below them: how to write one
    private static void MarkSkeletons(GuideDocument document)
    {
        foreach (GuideSection section in document.Sections.Where(section => section is { Kind: SectionKind.Scenario, Sections.Count: 0, Blocks: [.., CodeBlock { Fenced: true, Language: "" or "markdown" or "md" } code] } && section.Blocks.Count(block => block is not TextBlock) == 1 && SkeletonHead().Count(code.Text) >= 3 && TemplateReader.PlaceholdersOf(code.Text).Count >= 3))
        {
            section.Kind = SectionKind.Prose;
        }
    }

    [GeneratedRegex(@"^#{1,4} \S", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex SkeletonHead();

    private static bool IsPartOfOneCase(GuideSection part) =>
        PartField(part.Heading.NameWithoutRemarks) is not GuideField.None || IsSignOrAside(part) || PhaseWords.BeginsWithPhase(part.Heading) || TellsImpact(part.Heading.NameWithoutRemarks);

    /// <summary>True for "Impact", "Impact on customers", in whatever language.</summary>
    internal static bool TellsImpact(string title) => title.AsSpan().Count(' ') < 4 && GuideWords.Fields.Find(title).Any(match => match is { Meaning: GuideField.Impact, At: 0 });

    private static bool IsSignOrAside(GuideSection part) =>
        part.Heading.NameWithoutRemarks is var name && (ScenarioWords.IsSymptom(name) || ScenarioWords.IsAside(name) || WhatNot().IsMatch(name) || Overview().IsMatch(name));

    // "Incident response playbook" is of all of them.
    [GeneratedRegex(@"^(?!(?:(?:the|our|major|security|cyber(?:security)?|it|general|standard|generic|production|operational|operations?|on-?call|emergency|service|critical|incidents?|response|management|handling|alerts?|common|detailed|specific|recovery|disaster)[\s/&-]*)+(?:runbook|playbook)$)(?<what>\S.{2,60}?)(?:\s+(?:incident\s+)?(?:response|recovery|handling|remediation))?\s+(?:runbook|playbook)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfOneCase();

    // "Stolen keys", and below it "Severity: SEV-1" and what is done; several of the kind are cases, whatever the heading above calls them.
    private static bool HoldsCasesWithLevel(GuideSection section) =>
        section.Sections.Where(part => !part.IsBold).Take(MostCases).ToArray() is { Length: >= 2 } parts
        && parts.Count(IsCaseWithLevel) is >= 2 and var cases && cases * 2 > parts.Length;

    private static bool IsCaseWithLevel(GuideSection section) =>
        !PhaseWords.BeginsWithPhase(section.Heading) && !PhaseWords.IsOrdinal(section.Heading.OrdinalWord) && SeverityName.TryParse(section.Title, loose: true) is null && HasSteps(section)
        && section.Blocks.Concat(section.Sections.Take(1).Where(part => part.IsBold && part.Blocks.Count == 0).Select(part => new TextBlock(part.Line, [new TextLine(part.Title, part.Line)], quoted: false)))
            .OfType<TextBlock>().Take(2).SelectMany(text => text.Lines).Any(line => line is { Label: { } label, Value.Length: > 0 and <= 40 } && GuideWords.Fields.Is(label, GuideField.Severity) && SeverityNames.ParseAll(line.Value, loose: true).Count > 0);

    // "Runbook: search is down", and in its chapters "Symptoms", "Impact", "Diagnosis", "Mitigation": the document is one case.
    private static void MarkOneCase(GuideDocument document)
    {
        if (document.Sections.FirstOrDefault(section => section.Level == 1) is not { } title || !IsTitle(title, document.Sections.Count()) || !RunbookTitle().IsMatch(SectionTitle.StripDecoration(title.Title))
            || document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios or SectionKind.Severities))
        {
            return;
        }

        GuideSection[] parts = [.. title.Sections.Where(section => !section.IsBold)];
        if (parts.Length is >= 3 and <= MostParts && parts.Take(3).Any(part => ScenarioWords.IsSymptomOutright(part.Heading.NameWithoutRemarks))
            && Array.Exists(parts, part => PartField(part.Heading.NameWithoutRemarks) is GuideField.Step))
        {
            foreach (GuideSection part in title.SelfAndDescendants.Where(part => part.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.Workflow or SectionKind.Prose))
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    [GeneratedRegex(@"\b(?:runbook|playbook)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RunbookTitle();

    /// <summary>True where the parts of a case are counted, "1. Symptoms", "2. Impact", "3. Diagnosis": then no number counts a step.</summary>
    internal static bool CountsParts(GuideSection section)
    {
        GuideSection[] counted = [.. section.Sections.Take(MostParts).Where(part => part.Heading.Ordinal is not null)];
        return (Array.Exists(counted, part => ScenarioWords.IsSymptom(part.Heading.NameWithoutRemarks)) && counted.Count(IsPartOfOneCase) * 2 >= counted.Length)
            // "3.1 Impact", "3.2 Mitigation", "3.3 Prevention" of "3. Oven out"
            || (counted.Length >= 2 && Array.TrueForAll(counted, part => part.Heading is { OrdinalWord: null, Ordinal: { } number } && number.Contains('.', StringComparison.Ordinal) && IsPartOfOneCase(part)) && (counted.Length == 2 || !Array.TrueForAll(counted, part => PhaseWords.BeginsWithPhase(part.Heading))));
    }
}
