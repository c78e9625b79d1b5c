using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>
/// Finds known phrases in a heading or a label. Whole words in scripts that part them, plural or not; anywhere in
/// those that do not (Japanese, Chinese, Thai); with its accents or without. The cost depends on the text's length, not on the number of phrases.
/// "leiter*" is the beginning of a word, "*ausfall" its end.
/// </summary>
internal sealed class PhraseBook<T>
    where T : struct, Enum
{
    private const int LongestText = 160;

    private const char FirstHangul = '\uAC00';
    private const char LastHangul = '\uD7A3';
    private const char FirstThai = '\u0E00';
    private const char LastThai = '\u0E7F';

    /// <summary>By how many letters the beginnings and the ends of words are looked up.</summary>
    private const int PartKey = 4;

    private readonly Dictionary<string, List<(string[] Words, T Meaning, bool Alone)>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Prefix, T Meaning)>> _byPrefix = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Suffix, T Meaning)>> _bySuffix = new(StringComparer.Ordinal);
    private readonly List<(string Phrase, T Meaning, bool Alone)> _unparted = [];
    private readonly RecentTexts<IReadOnlyList<PhraseMatch<T>>> _recent;

    public PhraseBook() => _recent = new(Search);

    public PhraseBook<T> Add(T meaning, params ReadOnlySpan<string> phrases) => Add(meaning, alone: false, phrases);

    /// <summary>Adds phrases that count only where nothing else stands beside them.</summary>
    public PhraseBook<T> AddAlone(T meaning, params ReadOnlySpan<string> phrases) => Add(meaning, alone: true, phrases);

    private PhraseBook<T> Add(T meaning, bool alone, ReadOnlySpan<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            Add(meaning, alone, phrase);
        }

        return this;
    }

    private void Add(T meaning, bool alone, string phrase)
    {
        string normal = SectionTitle.Normalise(phrase);
        if (IsUnparted(normal))
        {
            _unparted.Add((HanScript.Fold(normal), meaning, alone));
        }
        else if (phrase[^1] == '*')
        {
            string prefix = Accents.Fold(normal);
            EntriesOf(_byPrefix, KeyOf(prefix)).Add((prefix, meaning));
        }
        else if (phrase[0] == '*')
        {
            string suffix = Stem(Accents.Fold(normal));
            EntriesOf(_bySuffix, EndOf(suffix)).Add((suffix, meaning));
        }
        else
        {
            string[] words = Stems(normal);
            EntriesOf(_byFirstWord, words[0]).Add((words, meaning, alone));
        }
    }

    private static List<TEntry> EntriesOf<TEntry>(Dictionary<string, List<TEntry>> index, string key)
    {
        if (!index.TryGetValue(key, out List<TEntry>? entries))
        {
            index.Add(key, entries = []);
        }

        return entries;
    }

    private static string KeyOf(string word) => word.Length > PartKey ? word[..PartKey] : word;

    private static string EndOf(string word) => word.Length > PartKey ? word[^PartKey..] : word;

    /// <summary>The meanings found, each with the length of its longest phrase in letters and where that stands.</summary>
    public IReadOnlyList<PhraseMatch<T>> Find(string text) => text.Length > LongestText ? [] : _recent.Read(text);

    private List<PhraseMatch<T>> Search(string text)
    {
        string normal = SectionTitle.Normalise(text.Contains('&', StringComparison.Ordinal) ? text.Replace("&", " and ", StringComparison.Ordinal) : text);
        if (normal.Length == 0)
        {
            return [];
        }

        List<PhraseMatch<T>> found = [];
        string[] words = Stems(normal);
        for (int i = 0; i < words.Length; i++)
        {
            FindAt(words, i, found);
        }

        if (IsUnparted(normal))
        {
            normal = HanScript.Fold(normal);
            foreach ((string phrase, T meaning, bool alone) in _unparted)
            {
                int at = normal.IndexOf(phrase, StringComparison.Ordinal);
                if (at >= 0 && (!alone || phrase.Length == normal.Length))
                {
                    found.Add(new(meaning, phrase.Length * 3, at, phrase.Length == normal.Length));
                }
            }
        }

        return found;
    }

    private void FindAt(string[] words, int at, List<PhraseMatch<T>> found)
    {
        if (_byFirstWord.TryGetValue(words[at], out List<(string[] Words, T Meaning, bool Alone)>? entries))
        {
            foreach ((string[] phrase, T meaning, bool alone) in entries)
            {
                if (StartsAt(words, at, phrase) && (!alone || phrase.Length == words.Length))
                {
                    found.Add(new(meaning, phrase.Sum(word => word.Length), at, phrase.Length == words.Length));
                }
            }
        }
        else if (CompoundWord.First(words[at]) is { } first && _byFirstWord.TryGetValue(first, out entries))
        {
            foreach ((_, T meaning, _) in entries.Where(entry => entry is { Words.Length: 1, Alone: false }))
            {
                found.Add(new(meaning, first.Length, at, words.Length == 1));
            }
        }

        if (_byPrefix.Count > 0 && _byPrefix.TryGetValue(KeyOf(words[at]), out List<(string Prefix, T Meaning)>? beginnings))
        {
            foreach ((string prefix, T meaning) in beginnings)
            {
                if (words[at].StartsWith(prefix, StringComparison.Ordinal))
                {
                    found.Add(new(meaning, prefix.Length, at, words.Length == 1));
                }
            }
        }

        if (_bySuffix.Count > 0 && _bySuffix.TryGetValue(EndOf(words[at]), out List<(string Suffix, T Meaning)>? ends))
        {
            foreach ((string suffix, T meaning) in ends)
            {
                if (words[at].EndsWith(suffix, StringComparison.Ordinal))
                {
                    found.Add(new(meaning, suffix.Length, at, words.Length == 1));
                }
            }
        }
    }

    public bool Has(string? text, T meaning) =>
        text is not null && Find(text).Any(match => EqualityComparer<T>.Default.Equals(match.Meaning, meaning));

    /// <summary>True for a text that is nothing but a phrase of that meaning.</summary>
    public bool Is(string text, T meaning) =>
        Find(text).Any(match => match.Whole && EqualityComparer<T>.Default.Equals(match.Meaning, meaning));

    /// <summary>The meaning of the longest phrase in it; null where it holds none.</summary>
    public T? Best(string? text)
    {
        if (text is null)
        {
            return null;
        }

        T? best = null;
        int length = 0;
        foreach (PhraseMatch<T> match in Find(text))
        {
            int weight = match.Whole ? match.Length + 1000 : match.Length;
            if (weight > length)
            {
                (best, length) = (match.Meaning, weight);
            }
        }

        return best;
    }

    private static bool StartsAt(string[] words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Length)
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (words[at + i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Stems(string normal)
    {
        string[] words = Accents.Fold(normal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = Stem(words[i]);
        }

        return words;
    }

    // A plural, or a Korean noun with its particle: "시나리오별", by scenario
    private static string Stem(string word) => word switch
    {
        { Length: > 2 } when word[^1] is >= FirstHangul and <= LastHangul => word.TrimEnd('별', '의', '을', '를', '은', '는', '들') is { Length: > 1 } noun ? noun : word,
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => string.Concat(word.AsSpan(0, word.Length - 3), "y"),
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    private static bool IsUnparted(string normal)
    {
        foreach (char c in normal)
        {
            if (c is (>= '\u3040' and <= '\u9FFF') or (>= FirstThai and <= LastThai))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A phrase that was found: what it means, how long it is, and at which word it begins.</summary>
internal readonly record struct PhraseMatch<T>(T Meaning, int Length, int At, bool Whole)
    where T : struct, Enum;
