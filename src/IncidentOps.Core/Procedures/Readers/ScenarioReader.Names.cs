using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What a scenario is called: its heading without severities, codes and quotation marks; and where it links to.</content>
internal sealed partial class ScenarioReader
{
    private Dictionary<string, int>? _registers;

    private string NameOf(GuideSection section)
    {
        string name = Prefix().Replace(SectionClassifier.WithoutAnnouncement(CodeBefore(section) is { } before ? before.Groups["case"].Value : CodePrefix().Replace(SeverityRemark().Replace(LevelWordOf(section)?.Case ?? LevelsBehind().Replace(LevelInRemark().Replace(section.Heading.Name, "$1"), string.Empty), string.Empty), string.Empty, 1)), string.Empty, 1).Trim().TrimEnd(':', '-', '–', '—', ' ');
        name = WithoutEntry(section, name);
        name = section.IsBold ? SectionClassifier.WithoutFor(name) : name;
        name = ThresholdRemark().Replace(name, string.Empty).Trim();
        name = Quoted().Match(name) is { Success: true } quoted ? quoted.Groups["name"].Value : name;
        name = section.IsBold && name.EndsWith('.') && !name.EndsWith("..", StringComparison.Ordinal) ? name[..^1] : name;
        return name.Length > 0 ? name : section.Heading.Name;
    }

    // "IR-3: Oven out", where others are counted the same way: the number in a register
    private string WithoutEntry(GuideSection section, string name) =>
        Entry().Match(name) is { Success: true } entry && RegistersCounted.TryGetValue(entry.Groups["register"].Value, out int count) && count > (Entry().IsMatch(section.Heading.Name) ? 1 : 0)
            ? name[entry.Length..] : name;

    private Dictionary<string, int> RegistersCounted => _registers ??= context.Document.Sections.Select(section => Entry().Match(section.Heading.Name)).Where(entry => entry.Success)
        .GroupBy(entry => entry.Groups["register"].Value, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

    // "Slow search (p99 > 2 s for 5 min)": what sets off the alert tells how it shows, and is no part of the name.
    private static IEnumerable<string> SignsInName(GuideSection section) =>
        section.Heading.Remarks.Where(remark => Threshold().IsMatch(remark) && !SeverityName.Mentions(remark).Any());

    [GeneratedRegex(@"^[^<>≥≤]*[<>≥≤]=?\s*\d.*\b(?:for|over|within|in|für|während|pendant|durante|por|per)\s+\d", RegexOptions.CultureInvariant)]
    private static partial Regex Threshold();

    [GeneratedRegex(@"\s*\([^<>≥≤()]*[<>≥≤]=?\s*\d[^()]*\b(?:for|over|within|in|für|während|pendant|durante|por|per)\s+\d[^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex ThresholdRemark();

    // "IR-3: ", "PLAY-SEC-012 - "
    [GeneratedRegex(@"^(?!SEV|HTTP|CVE|P\d)(?<register>[A-Z]{1,6}[-_ ]?)(?:[A-Z]{2,5}-)?\d{1,4}[a-z]?\s*(?:[:.)]\s|\s[–—-]\s)\s*(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    private static string? LinkOf(GuideSection section) =>
        section.Links.Concat(section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).SelectMany(line => line.Links))
            .FirstOrDefault(link => link.Target.Length > 0 && link.Target[0] != '#')?.Target;

    // "Common causes & solutions": what is to be done leads.
    [GeneratedRegex(@"\bcauses?\s*(?:&|and|/|,|\+)\s*(?:solutions?|fix(?:es)?|remed(?:y|ies)|resolutions?|actions?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithRemedy();

    [GeneratedRegex(@"\b(?:(?:should|must|may|can|could) (?:include|contain|cover|have|describe)|examples? (?:include|are)|for example|(?:if|when)(?=\s*:))\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutLead();

    // "Slow search (SEV2) — `SearchLatencyHigh`": the alert that tells it is no part of the name.
    [GeneratedRegex(@"\s*[(（\[]\s*(?:T\s?\+\s?\d+\s?\p{L}*[\s,;·-]+)?#?(?:P|SEV|S|Sev|Severity|Priority)[-_ ]?\d(?![\d.%])(?:\s*[-/–,+]\s*(?:P|SEV|S|Sev)?[-_ ]?\d)?[^()\[\]]{0,24}[)）\]](?:\s*[–—-]\s*(?:\p{Lu}\w*\p{Ll}\p{Lu}\w*|\w+_\w+)$)?", RegexOptions.CultureInvariant)]
    private static partial Regex SeverityRemark();

    // "Slow search — SEV2/3", "Stolen key – SEV1 (crown) / SEV2 (others)"
    [GeneratedRegex(@"\s[-–—|]\s*(?<code>(?:P|SEV|Sev|Severity|Priority)[-_ ]?\d)(?!\d)(?:\s*[(（][^()（）]{1,24}[)）])?(?:\s*(?:[/,&–-]|or|to)\s*(?:P|SEV|Sev)?[-_ ]?\d(?:\s*[(（][^()（）]{1,24}[)）])?){0,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LevelsBehind();

    // "Search is gone (cloud — SEV1)"
    [GeneratedRegex(@"(\([^()]{2,40}?)\s[-–—|]\s(?:P|SEV|Sev|Severity|Priority)[-_ ]?\d(?:\s*[/,&-]\s*(?:P|SEV|Sev)?[-_ ]?\d)*(?=\))", RegexOptions.CultureInvariant)]
    private static partial Regex LevelInRemark();

    // "SEV-1 Search is gone", beside another that begins so: which level, and what has happened
    private static Match? CodeBefore(GuideSection section) =>
        CaseBehindCode().Match(section.Heading.Name) is { Success: true } match && section.Parent!.Sections.Take(MostKnown).Any(other => other != section && CaseBehindCode().IsMatch(other.Heading.Name)) ? match : null;

    [GeneratedRegex(@"^[^\p{L}\d#]*#?(?<code>(?:P|SEV|Sev)[-_ ]?\d)(?:\s?[/–-]\s?(?:P|SEV|Sev)?[-_ ]?\d)*\s+(?<case>(?!(?i:(?:(?:major|critical|minor|incidents?|responses?|procedures?|playbooks?|runbooks?|process|escalations?|checklists?|handling|protocols?|alerts?)\s*)+)$)\p{Lu}.{3,})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CaseBehindCode();

    // "P1: Database gone", "[SEV2] Slow search"
    [GeneratedRegex(@"^[^\p{L}\d#]*#?(?<code>(?:P|SEV|S|Sev|Severity|Priority)[-_ ]?\d)(?:\.\d{1,2})?(?:\s+(?i:incident|alert))?(?:\s*[\]):：–—|]+\s*|\s+-\s+)(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CodePrefix();

    [GeneratedRegex("""^(?:"(?<name>[^"]+)"|“(?<name>[^”]+)”|„(?<name>[^“]+)“|«(?<name>[^»]+)»|「(?<name>[^」]+)」|'(?<name>[^']+)')$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    // "Issue: Slow search", "Category 2 - Theft"
    [GeneratedRegex(@"^(?:(?:known )?(?:incident|scenario|playbook|runbook|issue|problem|alert|escenario|cenário|scénario|szenario|сценарий|сценарій|scenariusz|scénář)\s*[:：]|(?:incident )?(?:class|category)\s+(?:\d{1,2}|[A-Z])\s*[:：–—-])\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
