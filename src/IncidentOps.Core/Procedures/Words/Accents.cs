using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>
/// Takes the accents off Latin words: who types in haste leaves them out, "Comunicacao", "Severite". Short words keep
/// theirs, since without them they are others.
/// </summary>
internal static class Accents
{
    public static string Fold(string text)
    {
        if (!text.Any(HasAccent))
        {
            return text;
        }

        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            if (!HasAccent(c))
            {
                folded.Append(c);
                continue;
            }

            foreach (char part in c.ToString().Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark)
                {
                    folded.Append(part switch { 'đ' => 'd', 'ı' => 'i', 'ł' => 'l', 'ø' => 'o', _ => part });
                }
            }
        }

        return folded.ToString();
    }

    /// <summary>Letter by letter, so that every place in the text stays where it is.</summary>
    public static string FoldLetters(string text)
    {
        if (!text.Any(HasAccent))
        {
            return text;
        }

        return string.Create(text.Length, text, static (folded, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                string letter = HasAccent(from[i]) ? Fold(from[i].ToString()) : string.Empty;
                folded[i] = letter.Length == 1 ? letter[0] : from[i];
            }
        });
    }

    // Latin-1, Latin Extended, Vietnamese; and marks that stand alone
    private static bool HasAccent(char c) => c is (>= '\u00C0' and < '\u0250') or (>= '\u1E00' and < '\u1F00') or (>= '\u0300' and < '\u0370');
}
