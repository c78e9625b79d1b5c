using System.Reflection;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>The words of further languages, kept in languages.words: read once, added to whichever book asks for its kind.</summary>
internal static class LanguageFile
{
    private const string Resource = "IncidentOps.Core.Procedures.Words.languages.words";

    private static readonly Lazy<(string Kind, string Meaning, string[] Phrases)[]> Entries = new(() => [.. Read()]);

    /// <summary>Adds the words of a kind: "section", "field", "phase", "term".</summary>
    public static PhraseBook<T> WithLanguages<T>(this PhraseBook<T> book, string kind)
        where T : struct, Enum
    {
        foreach ((_, string meaning, string[] phrases) in Entries.Value.Where(entry => entry.Kind == kind))
        {
            foreach (string phrase in phrases)
            {
                _ = phrase[0] == '=' ? book.AddAlone(Enum.Parse<T>(meaning), phrase) : book.Add(Enum.Parse<T>(meaning), phrase);
            }
        }

        return book;
    }

    /// <summary>The days of the week: Monday to Sunday in each language.</summary>
    public static PhraseBook<DayOfWeek> Days()
    {
        PhraseBook<DayOfWeek> book = new();
        foreach ((_, _, string[] days) in Entries.Value.Where(entry => entry.Kind == "day"))
        {
            for (int i = 0; i < days.Length; i++)
            {
                book.Add((DayOfWeek)((i + 1) % 7), days[i].Split('/'));
            }
        }

        return book;
    }

    private static IEnumerable<(string Kind, string Meaning, string[] Phrases)> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] is '#' or '[')
            {
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string[] head = line[..colon].Split(' ', 2);
            yield return (head[0], head.Length > 1 ? head[1] : string.Empty, line[(colon + 1)..].Trim().Split(", "));
        }
    }
}
