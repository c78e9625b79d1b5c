using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Text.Troubles;

/// <summary>
/// The part of a word that its forms share. English endings go, accents go, and of what is left the beginning counts:
/// crude, but the same for a guide and for what is compared with it, in any language.
/// </summary>
internal static class WordStem
{
    private const int Longest = 6;
    private const int Shortest = 3;

    private static readonly string[] Endings = ["ations", "ation", "ingly", "ings", "edly", "ing", "ely", "ed", "es", "ly", "s"];

    public static string Of(string word)
    {
        string plain = Plain(word);
        foreach (string ending in Endings)
        {
            // "access" and "loss" end in no plural.
            if (plain.Length - ending.Length >= Shortest && plain.EndsWith(ending, StringComparison.Ordinal)
                && !(ending == "s" && plain.EndsWith("ss", StringComparison.Ordinal)))
            {
                plain = plain[..^ending.Length];
                break;
            }
        }

        // "crash" and "crashes", "corrupt" and "corruption", "disable" and "disabled"
        plain = plain.Length > Shortest ? plain.TrimEnd('e') : plain;
        return plain.Length <= Longest ? plain : plain[..Longest];
    }

    private static string Plain(string word)
    {
        StringBuilder plain = new(word.Length);
        foreach (char c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
