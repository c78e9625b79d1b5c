using System.Text.RegularExpressions;

namespace IncidentOps.Core.Notifications.Templates;

/// <summary>The languages that a message can speak where it has to say something itself.</summary>
internal enum TemplateLanguage
{
    English,
    German,
    French,
    Spanish,
    Portuguese,
    Italian,
    Russian,
    Japanese,
    Chinese,
}

/// <summary>Which language a template is written in, by its script and its commonest words.</summary>
internal static partial class TemplateLanguages
{
    /// <summary>One word may be a name, or be alike in two languages.</summary>
    private const int FewestWords = 2;

    private static readonly Dictionary<string, TemplateLanguage[]> Words = WordsOf(
        (TemplateLanguage.English, "the and of we are is has been will our to for with please impact affected update next time cause root started resolved issue investigating team"),
        (TemplateLanguage.German, "der die das und nicht wir ist wird wurde von für mit auf bei ein eine auswirkung auswirkungen betroffen vorfall störung ursache dauer nächste nächstes nächster uhrzeit zeit behoben maßnahmen beginn dienst"),
        (TemplateLanguage.French, "le la les des nous est sont une pour avec sur dans notre cause durée prochaine prochain mise jour statut heure résolu équipe utilisateurs gravité touché touchés depuis début"),
        (TemplateLanguage.Spanish, "el la los las del es en una para con por nuestro causa duración próxima próximo actualización hora estado servicio usuarios resuelto impacto gravedad afectado afectados inicio raíz"),
        (TemplateLanguage.Portuguese, "os as da do em uma um para com por não nosso causa duração próxima próximo atualização hora estado serviço usuários utilizadores resolvido impacto gravidade severidade afetado afetados início raiz"),
        (TemplateLanguage.Italian, "il lo gli della del sono una per con non nostro causa durata prossimo prossima aggiornamento ora stato servizio utenti risolto impatto gravità interessati inizio"));

    public static TemplateLanguage Of(TemplateText template)
    {
        string text = string.Join(' ', template.Spans.Select(static span => span.Blank is { } blank ? $"{blank.Label} {blank.Name}" : span.Text));
        int letters = text.Count(char.IsLetter);
        return IsIn(Kana()) ? TemplateLanguage.Japanese
            : IsIn(Han()) ? TemplateLanguage.Chinese
            : IsIn(Cyrillic()) ? TemplateLanguage.Russian
            : ByWords(text);

        // Names of products and levels are in Latin letters everywhere.
        bool IsIn(Regex script) => script.Count(text) * 5 > letters;
    }

    private static TemplateLanguage ByWords(string text)
    {
        int[] seen = new int[Enum.GetValues<TemplateLanguage>().Length];
        foreach (TemplateLanguage language in Word().Matches(text).Select(static word => word.Value).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(static word => Words.GetValueOrDefault(word) ?? []))
        {
            seen[(int)language]++;
        }

        int most = seen.Max();
        return most >= FewestWords && seen[(int)TemplateLanguage.English] < most ? (TemplateLanguage)Array.IndexOf(seen, most) : TemplateLanguage.English;
    }

    private static Dictionary<string, TemplateLanguage[]> WordsOf(params (TemplateLanguage Language, string Words)[] books) =>
        books.SelectMany(static book => book.Words.Split(' ').Select(word => (Word: word, book.Language)))
            .GroupBy(static pair => pair.Word, static pair => pair.Language, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static group => group.Key, static group => group.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\u3041-\u30FF]", RegexOptions.CultureInvariant)]
    private static partial Regex Kana();

    [GeneratedRegex(@"[\u4E00-\u9FFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Han();

    [GeneratedRegex(@"[\u0400-\u04FF]", RegexOptions.CultureInvariant)]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
