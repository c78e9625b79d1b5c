using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Headings that announce a case: "Playbook: Leaked key", "Incident type 2: Slow search", "Alert: disk full".</content>
internal static partial class SectionClassifier
{
    /// <summary>Among how many headings the second of a kind is looked for; nobody has written so many.</summary>
    private const int MostCases = 100;

    /// <summary>"Leaked key", of "Playbook: Leaked key".</summary>
    public static string WithoutAnnouncement(string name) =>
        CaseAnnounced().Match(name) is { Success: true } match ? CategoryMark().Replace(name[match.Length..], string.Empty, 1) : name;

    // One alone may be anything; two of the same kind, each with what to do, are cases.
    private static bool IsAnnouncedCase(GuideSection section) =>
        AnnouncedBy(section) is { } word && section.Parent!.Sections.Take(MostCases).Where(other => AnnouncedBy(other) == word).Take(2).Count() == 2;

    // "Procedure: Bells at night", alone in its chapter, where others of the same kind are cases
    private static void MarkAnnouncedAlone(GuideDocument document)
    {
        (GuideSection Section, string? Word)[] alone = [.. document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown }).Select(section => (section, AnnouncedBy(section))).Where(one => one.Item2 is not null)];
        HashSet<string?> known = alone.Length == 0 ? [] : [.. document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Scenario }).Take(MostCases).Select(AnnouncedBy)];
        foreach ((GuideSection section, _) in alone.Where(one => known.Contains(one.Word)))
        {
            MarkAsCase(section.SelfAndDescendants);
        }
    }

    // "First response by alert", with an alert in each heading below
    private static bool HoldsAnnouncedCases(GuideSection section) =>
        section.Sections.Count(IsAnnouncedCase) is >= 2 and var cases && cases * 2 >= section.Sections.Count(part => !part.IsBold);

    // "Incident-specific procedures"
    private static bool IsOfEachIncident(GuideSection section) =>
        SpecificToIncident().IsMatch(section.Heading.NameWithoutRemarks)
        && section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 2 } parts
        && Array.TrueForAll(parts, part => !PhaseWords.BeginsWithPhase(part.Heading) && SeverityName.TryParse(part.Heading.Name, loose: true) is null)
        && parts.Count(HasSteps) * 2 > parts.Length;

    private static string? AnnouncedBy(GuideSection section)
    {
        if ((section.IsBold && section.Parent!.Kind is not SectionKind.Scenarios) || CaseAnnounced().Match(SectionTitle.StripDecoration(section.Title)) is not { Success: true } match)
        {
            return null;
        }

        SectionTitle rest = SectionTitle.Parse(section.Title[(section.Title.IndexOf(match.Value, StringComparison.Ordinal) + match.Length)..]);
        bool named = rest.Name.Length > 2 && !PhaseWords.BeginsWithPhase(rest) && (IsCaseName(rest.Name) || OfCategory().IsMatch(rest.Name)) && (ByTitle(rest) is not (SectionKind.Templates or SectionKind.Severities or SectionKind.Checklist) || (ByTitle(rest) is SectionKind.Severities && TellsTrouble(rest.Name)));
        return named && HoldsDeeds(section) && !section.Sections.Exists(part => !part.IsBold && ScenarioWords.IsScenarioTitle(part.Heading)) ? match.Groups["word"].Value.ToUpperInvariant() : null;
    }

    private static bool HoldsDeeds(GuideSection section) =>
        section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is ListBlock || (block is CodeBlock code && ShellText.IsShell(code)) || (block is TextBlock text && (text.Lines.Any(TellsDeed) || PointsToDeeds(text)))));

    // "Follow the [playbook for it](…)": what is done is told there.
    private static bool PointsToDeeds(TextBlock text) =>
        text.Text.Length <= 160 && text.Lines.Any(line => line.Links.Any(link => Deeds().IsMatch(link.Text)));

    [GeneratedRegex(@"\b(?:playbook|runbook|procedure)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deeds();

    // "Action: clean the logs."
    private static bool TellsDeed(TextLine line) =>
        line is { Bold: not null, Label: { } label, Value.Length: > 0 } && GuideWords.Fields.Find(label).Any(match => match is { Whole: true, Meaning: GuideField.Step or GuideField.Task });

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?<word>(?:incident|threat|attack|failure)[\s-]types?|(?:use )?case|response (?:procedures?|plan|steps)|incident|scenario|playbook|runbook|procedure|alert|symptom|issue|problem|threat|emergency|failure|vorfall|störung|problème|alerte|incidente?|caso|alerta|problema|инцидент|проблема)(?:\s*#?\s*(?:\d{1,2}|[A-Z]\d?)\s*(?:[:：.)]|\s[-–—])|\s*[:：]|\s[–—])\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CaseAnnounced();

    [GeneratedRegex(@"^(?:category|cat|class|type)\.?\s?\d\s*[:–—-]\s*(?=\p{L}{3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CategoryMark();

    // "Category 3: Stolen bread" is a kind of incident
    [GeneratedRegex(@"^(?:category|cat|class|type)\.?\s?\d\s*[:–—-]\s*\p{L}{3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfCategory();

    [GeneratedRegex(@"\b(?:incident|attack|threat|scenario|alert)[\s-]specific\b|\bspecific (?:incident|attack|threat|scenario|alert)s?\b|特定(?:事件|攻击|场景|威胁)|\b(?:réponses?|procédures?|incidents?) spécifiques?\b|\b(?:respuestas?|respostas?|procedimi?entos?|incidentes?) espec[ií]fic[oa]s?\b|\bspezifische (?:vorfälle|reaktion)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpecificToIncident();
}
