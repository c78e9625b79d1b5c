using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>Germanic words written as one whose last part adds nothing: "Kontaktinformation", "Rollenverteilung", "escalatieoverzicht".</summary>
internal static partial class CompoundWord
{
    /// <summary>A shorter word has no such parts.</summary>
    private const int Shortest = 9;

    /// <summary>What comes before the last part; null where the word has none that is known. Accents are taken off before.</summary>
    public static string? First(string word) =>
        word.Length >= Shortest && Parts().Match(word) is { Success: true } parts ? parts.Groups["first"].Value : null;

    [GeneratedRegex(@"^(?<first>[a-z]{4,}?)(?:s|en|n)?(?:information(?:en|er)?|informasjon|informatie|uppgifter|opplysninger|oplysninger|gegevens|daten|angaben|list[ae]n?|lijst|plan(?:en)?|matri[sx]e?|tabelle?|tabel|schema|skema|rooster|oversi[kg]t|ubersicht|overzicht|vag(?:ar)?|vei|vej|wege?|pfade?|kedja|kjede|kaede|kette|keten|partner|numme?r[en]?|rutin(?:er?)?|regler|regeln|fordelning|fordeling|verteilung|verdeling)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
