using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>The labels inside a scenario.</summary>
internal static partial class ScenarioWords
{
    /// <summary>A label of more words is a sentence: "Write down the time and the symptom".</summary>
    private const int MostWords = 5;

    /// <summary>True for a heading such as "Scenario 3: …", in any of the known languages.</summary>
    public static bool IsScenarioTitle(SectionTitle heading) => OrdinalWords.IsScenario(heading.OrdinalWord);

    /// <summary>True for a label that announces how a scenario shows.</summary>
    public static bool IsSymptom(string? label) =>
        label is not null && (IsSymptomOutright(label) || Sign().IsMatch(label) || GuideWords.Fields.Is(label, GuideField.Symptom));

    /// <summary>True for a label that says so outright, not only in the company of other labels.</summary>
    public static bool IsSymptomOutright(string? label) => label is not null && label.AsSpan().Count(' ') < MostWords && SymptomWord().IsMatch(label);

    /// <summary>True for a label of what goes with the scenario, and is no step of the repair.</summary>
    public static bool IsAside(string? label) => label is not null && Aside().IsMatch(label.Trim());

    [GeneratedRegex(@"^(?:legal|regulatory|compliance|notification)\s+(?:\w+\s+)?(?:requirements?|obligations?|compliance|considerations|implications)$|^(?:do not|don['’]?ts?|never|what (?:not to do|(?:\w+ ){1,4}(?:must|should) not do)|(?:system|expected|observed|current|actual|known) behaviou?rs?|notes?|rules? of thumb|(?:exit|success|resolution|recovery|closure|closing) criteria|references?|see(?: also)?|related(?: \w+)?)$|\bcontacts?$|^kontakte?(?:daten)?\b(?!.*(?:aufnehmen|herstellen|halten|informieren)).{0,40}$|^(?:contactos?|contatos?|contacts?) (?:de|del|da|do|du|des|d['’]).{2,40}$|^法律合规$|^法律要求$|^exigences légales$|^requisitos legales$|^obrigações legais$|^rechtliche (?:anforderungen|pflichten)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    // "Detection triggers", not "Rollback triggers"
    [GeneratedRegex(@"^(?:(?:initial|common|typical|possible|early|known) )?(?:detection|attack|threat|alert|alarm|compromise|failure|outage|breach|technical|network|host|user) (?:triggers|signs|signals|indicators):?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"\bsymptom|síntoma|sintoma|symptôme|anzeichen|признаки|симптом|ознак|triệu chứng|dấu hiệu|gejala|belirti|objaw|příznak|症状|症狀|现象|兆候|증상|أعراض", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SymptomWord();
}
