using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>A variable as bash tells it: <c>declare -FLAGS NAME="VALUE"</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Flags">Its attributes in letters, such as "x" for an exported one.</param>
/// <param name="Value">Its value; null for an array, and for one that has none.</param>
/// <param name="Text">The declaration itself, for another bash to read.</param>
internal sealed record BashDeclaration(string Name, string Flags, string? Value, string Text)
{
    private const string Word = "declare -";

    /// <summary>Reads what <c>declare -p</c> writes. What cannot be read, as in a text that was cut, ends it.</summary>
    public static IEnumerable<BashDeclaration> ReadAll(string text)
    {
        int at = 0;
        while (at < text.Length && string.CompareOrdinal(text, at, Word, 0, Word.Length) == 0)
        {
            int flags = at + Word.Length;
            int name = text.IndexOf(' ', flags) + 1;
            int end = name == 0 ? -1 : text.AsSpan(name).IndexOfAny('=', '\n');
            if (end < 0)
            {
                yield break;
            }

            end += name;
            string? value = null;
            int next = end;
            if (text[end] == '=')
            {
                next = EndOf(text, end + 1);
                if (next < 0)
                {
                    yield break;
                }

                value = text[end + 1] == '(' ? null : Decode(text.AsSpan(end + 1, next - end - 1));
            }

            string letters = text[flags..(name - 1)].Trim('-');
            bool isArray = letters.AsSpan().IndexOfAny('a', 'A') >= 0;
            yield return new BashDeclaration(text[name..end], letters, isArray ? null : value, text[at..next]);
            at = next + 1;
        }
    }

    /// <summary>Where the value that begins here ends: at a line's end outside of quotes and brackets; -1 where it does not.</summary>
    private static int EndOf(string text, int at)
    {
        int depth = 0;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\n' when depth == 0:
                    return at;
                case '\\':
                    at++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '"':
                    at = Closing(text, at + 1, '"', escapes: true);
                    break;
                case '\'':
                    at = Closing(text, at + 1, '\'', escapes: at > 0 && text[at - 1] == '$');
                    break;
            }

            if (at < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    private static int Closing(string text, int at, char quote, bool escapes)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                return at;
            }

            at += escapes && text[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        text is ['"', .. var plain, '"'] ? Unescape(plain)
        : text is ['$', '\'', .. var coded, '\''] ? UnescapeCoded(coded)
        : text is ['\'', .. var literal, '\''] ? literal.ToString()
        : Unescape(text);

    private static string Unescape(ReadOnlySpan<char> text)
    {
        StringBuilder value = new(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            value.Append(text[at]);
        }

        return value.ToString();
    }

    // Characters that a locale does not know are written byte by byte.
    private static string UnescapeCoded(ReadOnlySpan<char> text)
    {
        List<byte> bytes = new(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (text[0] != '\\' || text.Length == 1)
            {
                Rune.DecodeFromUtf16(text, out Rune rune, out int length);
                bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
                text = text[length..];
                continue;
            }

            char letter = text[1];
            text = text[2..];
            if (letter is >= '0' and <= '7')
            {
                int value = letter - '0';
                for (int digits = 1; digits < 3 && !text.IsEmpty && text[0] is >= '0' and <= '7'; digits++)
                {
                    value = (value * 8) + (text[0] - '0');
                    text = text[1..];
                }

                bytes.Add((byte)value);
            }
            else if (letter == 'x' && text.Length >= 2 && byte.TryParse(text[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte hex))
            {
                bytes.Add(hex);
                text = text[2..];
            }
            else
            {
                bytes.Add((byte)(letter switch
                {
                    'a' => '\a',
                    'b' => '\b',
                    'e' or 'E' => '\e',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'v' => '\v',
                    _ => letter,
                }));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
