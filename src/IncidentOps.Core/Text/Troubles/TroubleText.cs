using System.Globalization;

namespace IncidentOps.Core.Text.Troubles;

/// <summary>A text about trouble as the set of terms it speaks of.</summary>
internal static class TroubleText
{
    /// <summary>A title may come from anywhere; what follows in a longer text changes nothing.</summary>
    private const int LongestText = 4000;

    /// <summary>How far a "no" reaches: "no sign of data loss".</summary>
    private const int ReachOfDenial = 4;

    private const string Pause = ",";

    public static TermSet Read(string text)
    {
        TermSet terms = new();
        List<string> words = TroubleWords.WithoutPhrases(Words(text.Length > LongestText ? text[..LongestText] : text, terms));
        for (int at = 0; at < words.Count; at++)
        {
            string word = words[at];
            if (TroubleWords.IsDenying(word))
            {
                at = Deny(words, at, terms);
            }
            else
            {
                if (TroubleWords.IsRefusing(word))
                {
                    terms.Add(TroubleWords.Down, word);
                }

                Add(terms, word);
            }
        }

        return terms;
    }

    private static void Add(TermSet terms, string word)
    {
        if (word != Pause && !TroubleWords.IsSilent(word) && TroubleWords.TermOf(word) is var term && (!char.IsAsciiDigit(word[0]) || term.Kind == TermKind.Trouble))
        {
            terms.Add(term, WordStem.Of(word));
        }
    }

    /// <summary>Passes over denied trouble; where what is denied is no trouble, that is the trouble. Gives where to go on.</summary>
    private static int Deny(List<string> words, int at, TermSet terms)
    {
        for (int ahead = at + 1; ahead <= at + ReachOfDenial && ahead < words.Count && words[ahead] != Pause; ahead++)
        {
            if (IsDeniable(words[ahead]))
            {
                if (TroubleWords.IsDeniable(words[ahead]))
                {
                    // "does not affect users"
                    terms.Add(TroubleWords.Little, words[at]);
                }

                while (ahead + 1 < words.Count && IsDeniable(words[ahead + 1]))
                {
                    ahead++;
                }

                return ahead;
            }
        }

        terms.Add(TroubleWords.Down, words[at]);
        return at;
    }

    private static bool IsDeniable(string word) =>
        TroubleWords.IsDeniable(word) || (TroubleWords.TermOf(word) is { Kind: TermKind.Trouble } && !TroubleWords.IsSilent(word));

    /// <summary>The words in lower case and the pauses between them. Scripts that do not part words give pairs of characters, as terms at once.</summary>
    private static List<string> Words(string text, TermSet terms)
    {
        List<string> words = [];
        int start = -1;
        for (int at = 0; at <= text.Length; at++)
        {
            char c = at < text.Length ? text[at] : ' ';
            bool unparted = IsUnparted(c);
            if (unparted && at + 1 < text.Length && IsUnparted(text[at + 1]))
            {
                terms.Add(new Term(text.Substring(at, 2), TermKind.Plain), text.Substring(at, 2));
            }

            if (!unparted && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                start = start < 0 ? at : start;
                continue;
            }

            if (c is '\'' or '’' && start >= 0)
            {
                continue;
            }

            if (start >= 0)
            {
                words.Add(text[start..at].Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).ToLowerInvariant());
                start = -1;
            }

            if (c == '\n' || (char.IsPunctuation(c) && c is not ('-' or '/' or '_')))
            {
                words.Add(Pause);
            }
        }

        return words;
    }

    /// <summary>Japanese, Chinese, Korean: there a word's neighbours are written onto it.</summary>
    private static bool IsUnparted(char c) => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
