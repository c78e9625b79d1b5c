using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Text;

/// <summary>
/// Text from outside as Markdown that shows it literally: no heading, list, link, image, emphasis or HTML comes out
/// of it, on any of the usual renderers. Control characters are shown, see <see cref="Printable"/>.
/// </summary>
internal static partial class EscapedMarkdown
{
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivxlcdmIVXLCDM");

    /// <summary>In one line: line breaks become spaces.</summary>
    public static string Line(string? text) => Escape(Printable.Line(Breaks().Replace(text ?? "", " ").Trim()));

    /// <summary>Lines stay lines and empty lines part paragraphs; every line but the first is indented.</summary>
    public static string Block(string? text, string indent = "")
    {
        var block = new StringBuilder();
        bool paragraphEnded = false;
        foreach (string line in Printable.Block((text ?? "").ReplaceLineEndings("\n")).Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Length == 0)
            {
                paragraphEnded = true;
                continue;
            }

            if (block.Length > 0)
            {
                // A backslash before the line's end is a hard break.
                block.Append(paragraphEnded ? "\n\n" : "\\\n").Append(indent);
            }

            block.Append(Escape(line));
            paragraphEnded = false;
        }

        return block.ToString();
    }

    /// <summary>A fenced block that nothing in the text can end.</summary>
    public static string Fence(string text, string indent = "")
    {
        string fence = new('`', Math.Max(3, LongestRun(text, '`') + 1));
        var block = new StringBuilder(indent).Append(fence).Append("text\n");
        foreach (string line in Printable.Block(text.ReplaceLineEndings("\n").TrimEnd()).Split('\n'))
        {
            block.Append($"{indent}{line}".TrimEnd()).Append('\n');
        }

        return block.Append(indent).Append(fence).ToString();
    }

    /// <summary>Escapes one line that stands at the beginning of a line or after other text.</summary>
    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 16);
        for (int index = 0; index < line.Length; index++)
        {
            char character = line[index];
            if (Entity(character) is { } entity)
            {
                // Not `\<`: an entity is no tag for any reader, not even for one that knows no Markdown.
                escaped.Append(entity);
                continue;
            }

            escaped.Append(MustEscape(line, index) ? "\\" : "").Append(character);
        }

        return escaped.ToString();
    }

    private static string? Entity(char character) => character switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        _ => null,
    };

    private static bool MustEscape(string line, int index)
    {
        char previous = index > 0 ? line[index - 1] : '\0';
        char next = index + 1 < line.Length ? line[index + 1] : '\0';
        return line[index] switch
        {
            '\\' or '`' or '*' or '[' or ']' or '#' or '|' or '~' or '$' or '{' or '}' or '^' => true,
            // snake_case is never emphasis.
            '_' => !char.IsLetterOrDigit(previous) || !char.IsLetterOrDigit(next),
            '-' => index == 0,
            // Lists and underlined headings at the beginning, marks of extensions when doubled.
            '+' or '=' or '"' => index == 0 || previous == line[index] || next == line[index],
            // Addresses become links by themselves: https://…, mailto:…, www.….
            ':' => index == 0 || previous == ':' || next == ':' || (char.IsAsciiLetter(previous) && next > ' '),
            '.' => IsOrdinal(line.AsSpan(0, index)) || line.AsSpan(0, index).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            ')' => IsOrdinal(line.AsSpan(0, index)),
            _ => false,
        };
    }

    /// <summary>What an ordered list could begin with: a number, for some renderers a letter or a Roman number.</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => false,
        1 => char.IsAsciiLetterOrDigit(text[0]),
        <= 9 => !text.ContainsAnyExceptInRange('0', '9') || !text.ContainsAnyExcept(RomanDigits),
        _ => false,
    };

    private static int LongestRun(string text, char character)
    {
        int longest = 0;
        int run = 0;
        foreach (char each in text)
        {
            run = each == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    [GeneratedRegex(@"[ \t]*[\r\n\t][ \t\r\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();
}
