using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Which severity a scenario has: by its heading, by the heading above, by a label.</content>
internal sealed partial class ScenarioReader
{
    private string? SeverityOf(GuideSection section)
    {
        if (CodePrefix().Match(section.Heading.Name) is { Success: true } prefix)
        {
            string code = prefix.Groups["code"].Value;
            return CountsScenarios(section, code) ? null : context.Scale.Find(code)?.Name ?? code;
        }

        if (CodeBefore(section)?.Groups["code"].Value is { } leading)
        {
            return context.Scale.Find(leading)?.Name ?? leading;
        }

        if (LevelWordOf(section) is (var named, _))
        {
            return named;
        }

        foreach (string remark in section.Heading.Remarks)
        {
            if (SeverityName.TryParse(TimeBeforeCode().Replace(remark, string.Empty, 1), loose: false) is { IsCode: true } name)
            {
                return context.Scale.Find(name.Name)?.Name ?? name.Name;
            }
        }

        if (SeverityNames.ParseAll(SeverityTail().Match(section.Title).Value.TrimStart('-', '–', '—', ':', '|', '(', '[', ' '), loose: false) is [{ Rest.Length: <= 1 } own])
        {
            return context.Scale.Find(own.Name)?.Name ?? own.Name;
        }

        if (LevelsBehind().Match(section.Title) is { Success: true } behind)
        {
            return context.Scale.Find(behind.Groups["code"].Value)?.Name ?? behind.Groups["code"].Value;
        }

        return section.Ancestors.Where(above => above.Kind is SectionKind.Scenarios or SectionKind.Severities or SectionKind.Unknown && above.Level > 1)
            .Select(above => SeverityName.TryParse(above.Heading.Name, loose: false) ?? (SeverityName.TryParse(above.Title, loose: true) is { IsCode: true } level ? level : InRemark(above) ?? (above.Kind is SectionKind.Scenarios ? SectionClassifier.LevelOf(above) : null)))
            .FirstOrDefault(level => level is not null) is { } told ? context.Scale.Find(told.Name)?.Name : null;
    }

    // "S1", the first scenario, where no level is called so; "P2 – Pool is full", the second, which says "Severity: Sev 1" of itself
    private bool CountsScenarios(GuideSection section, string code) =>
        context.Scale.Levels.Count > 0
        && ((code is ['S', >= '0' and <= '9'] && !context.Scale.Levels.Any(level => level.Name.StartsWith('S')))
            || (SeverityName.CodeOf(code) is var (family, _) && !context.Scale.Levels.Any(level => SeverityName.CodeOf(level.Name)?.Family == family)
                && section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Any(line => line is { Label: { } label, Value.Length: > 0 } && IsSeverityLabel(label))));

    // "When much is lost (P1)", above several cases
    private static SeverityName? InRemark(GuideSection above) =>
        above.Heading.Remarks.Select(remark => SeverityName.TryParse(remark, loose: false)).FirstOrDefault(level => level is { IsCode: true, Rest: "" });

    // "T+15min P0": within which time, and for which level
    [GeneratedRegex(@"^T\s?\+\s?\d+\s?\p{L}*[\s,;·-]+(?=\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeBeforeCode();

    // "CRITICAL: Search is gone", where the guide has a level of that name
    private (string Level, string Case)? LevelWordOf(GuideSection section) =>
        SectionClassifier.LevelAndCase(section.Title) is var (word, what) && (context.Scale.Find(word) ?? (SeverityNames.ParseAll(word, loose: true) is [var first, ..] ? context.Scale.Find(first.Name) : null)) is { } level ? (level.Name, what) : null;

    private string? SeverityIn(GuideSection part) =>
        IsSeverityLabel(part.Title) ? FirstSeverity(string.Join(' ', part.Blocks.OfType<TextBlock>().Select(text => text.Text))) : null;

    // "P2 (P1 if all requests fail)" is P2, "Medium, high in a sale" is Medium.
    private string? FirstSeverity(string text) =>
        Severity(text) ?? (BeforeCondition().Match(text) is { Success: true } told ? Severity(told.Groups["level"].Value) : null);

    private string? Severity(string text) =>
        SeverityName.Mentions(text).FirstOrDefault() is { } mention ? context.Scale.Find(mention.Groups["code"].Value)?.Name ?? mention.Groups["code"].Value
        : SectionTitle.Parse(text).NameWithoutRemarks is { Length: > 0 } first && context.Scale.MeantBy(first) is [var outright, ..] ? outright.Name
        : context.Scale.MeantBy(text) is [var level, ..] ? level.Name
        : context.Scale.Levels.Count == 0 && SeverityName.TryParse(SectionTitle.Parse(text).NameWithoutRemarks, loose: true) is { Rest: "" } word ? word.Name
        : null;

    [GeneratedRegex(@"^(?<level>[\p{L}\d-]{1,16})(?:\s*[,;(]|\s+(?:for|in|on|if|when|unless|during|until|or)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeCondition();

    // "Treat this as SEV-1.", "This is SEV-1."
    private string? SeverityToTreatAs(GuideSection section) =>
        TextsOf(section).Select(SeverityByDefinition).FirstOrDefault(level => level is not null) is { } always ? always
        : TextsOf(section).Select(text => TreatAs().Match(text)).FirstOrDefault(match => match.Success) is { } said ? context.Scale.Find(said.Groups["code"].Value)?.Name ?? said.Groups["code"].Value : null;

    private static IEnumerable<string> TextsOf(GuideSection section) =>
        section.SelfAndDescendants.SelectMany(part => part.Blocks).SelectMany(block => block switch
        {
            TextBlock { IsWrapped: true } text => [text.Text],
            TextBlock text => text.Lines.Select(line => line.Text),
            ListBlock list => list.Items.Select(item => item.Text),
            CodeBlock code when !ShellText.IsShell(code) => code.TextLines,
            _ => [],
        });

    [GeneratedRegex(@"\b(?:(?:treat|handle|declare|classify)(?: (?:it|this|these|them|the incident|always))? as|(?:this|it) is(?: always)?|declare(?= (?:an? )?(?:P|SEV|S|Sev)[-_ ]?\d (?:incident|outage|emergency))) (?:an? )?(?<code>(?:P|SEV|S|Sev)[-_ ]?\d)\b(?!\s*(?:or|if|/|when|only))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TreatAs();

    // "Escalation: SEV1. Call the master."; "P1 — wake the master." in bold, a line of its own or one step
    private string? SeverityToCall(GuideSection section) =>
        // "Immediate response (< 10 min — P0)"
        section.Descendants.Take(MostKnown).Where(part => !part.IsBold).SelectMany(part => part.Heading.Remarks).SelectMany(remark => SeverityName.Mentions(remark)).Select(code => code.Groups["code"].Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToArray() is [var called] && context.Scale.Find(called) is { } told ? told.Name :
        section.Sections.Where(part => part.IsBold).Take(MostKnown).Select(part => LeadingMark().Match(part.Title)).Where(match => match.Success).ToArray() is [var bold] && context.Scale.Find(bold.Groups["code"].Value) is { } level ? level.Name :
        section.SelfAndDescendants.Take(MostKnown).SelectMany(part => part.Blocks).OfType<ListBlock>().Where(list => list is { Ordered: true, HasBoxes: false }).SelectMany(list => list.Items).Where(item => item.Bold is not null)
            .Select(item => LeadingMark().Match(item.Text)).Where(match => match.Success).ToArray() is [var step] && context.Scale.Find(step.Groups["code"].Value) is { } stepped ? stepped.Name :
        section.SelfAndDescendants.SelectMany(part => part.Blocks).OfType<TextBlock>().SelectMany(text => text.Lines)
            .Where(line => line is { Bold: not null, Label: { } label, Value.Length: > 0 } && TellsWhom(label)).Select(line => LeadingCode().Match(line.Value))
            .FirstOrDefault(match => match.Success) is { } said ? context.Scale.Find(said.Groups["code"].Value)?.Name : null;

    [GeneratedRegex(@"^(?<code>(?:P|SEV|S|Sev)[-_ ]?\d)(?=\s*[.,;(]|\s[-–—]\s)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingCode();

    [GeneratedRegex(@"^(?<code>(?:P|SEV|Sev)[-_ ]?\d)\s*(?:[.,;:：]|\s[-–—])(?=\s*\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingMark();

    // "- Severity: P2", an item wherever it stands
    private string? SeverityOf(ListItem item) =>
        item is { Label: { } label, Value.Length: > 0 and <= 40, Box: null, Blocks.Count: 0 } && GuideWords.Fields.Is(label, GuideField.Severity) && (SeverityName.TryParse(item.Value, loose: false) is { IsCode: true } || context.Scale.Find(item.Value) is not null) ? FirstSeverity(item.Value) : null;

    // "HIGH severity by definition.", "Always high severity"
    private string? SeverityByDefinition(string text) =>
        ByDefinition().Match(text) is { Success: true } said ? context.Scale.Find(said.Groups["level"].Value)?.Name : null;

    [GeneratedRegex(@"^(?:(?:this|it) is |treat as )?(?:(?<always>always|by definition),? )?(?:an? )?(?<level>[\p{L}\d-]{2,16})[ -](?:severity|priority)(?(always)| (?:by definition|by default|always))(?=\s*(?:$|[.,;–—(-]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByDefinition();

    private static bool IsSeverityLabel(string label) => Fields.Among(label, GuideField.Severity) == GuideField.Severity;

    [GeneratedRegex(@"[-–—:|(\[]\s*[^-–—:|(\[]{1,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex SeverityTail();
}
