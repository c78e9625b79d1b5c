using System.Globalization;

namespace IncidentOps.Core.Text;

/// <summary>Long outputs made short enough to read, their head and tail kept, with a note of what was left out.</summary>
internal static class Excerpt
{
    private const int HeadLines = 25;
    private const int TailLines = 15;
    private const int LongestLine = 400;

    /// <param name="text">The output.</param>
    /// <param name="shortened">Whether anything was left out.</param>
    public static string Of(string text, out bool shortened)
    {
        string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        int left = lines.Length - HeadLines - TailLines;
        shortened = left > 1;
        IEnumerable<string> kept = shortened
            ? [.. lines[..HeadLines], $"… {Count(left, "lines")} left out …", .. lines[^TailLines..]]
            : lines;
        List<string> shown = [];
        foreach (string line in kept)
        {
            shown.Add(Cut(line, LongestLine));
            shortened |= line.Length > LongestLine;
        }

        return string.Join('\n', shown);
    }

    /// <summary>The text's beginning, with a note of what was left out.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Half a surrogate pair is no character.
        int length = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return $"{text[..length]} … {Count(text.Length - length, "characters")} left out";
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}");
}
