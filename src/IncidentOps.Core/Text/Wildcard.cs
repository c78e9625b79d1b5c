namespace IncidentOps.Core.Text;

/// <summary>
/// PowerShell's wildcards: <c>*</c>, <c>?</c>, <c>[abc]</c>, <c>[a-z]</c> and the backtick that takes the meaning away.
/// Ignores case. A bracket that opens no set is itself; a text that is the same as the pattern always matches, so that
/// "[FIRING] Disk full" is found by its own name.
/// </summary>
internal sealed class Wildcard
{
    private readonly string _pattern;
    private readonly List<Token> _tokens = [];

    public Wildcard(string pattern)
    {
        _pattern = pattern;
        for (int index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '*':
                    _tokens.Add(new Token(TokenKind.Any, []));
                    break;
                case '?':
                    _tokens.Add(new Token(TokenKind.One, []));
                    break;
                case '[' when ReadSet(pattern, index) is var (ranges, end):
                    _tokens.Add(new Token(TokenKind.Set, ranges));
                    index = end;
                    break;
                case '`' when index + 1 < pattern.Length:
                    _tokens.Add(Literal(pattern[++index]));
                    break;
                case var character:
                    _tokens.Add(Literal(character));
                    break;
            }
        }
    }

    private enum TokenKind
    {
        Set,
        One,
        Any,
    }

    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny("*?[`") >= 0;

    /// <summary>Goes back to the last star only, so that no pattern takes longer than its length times the text's.</summary>
    public bool Matches(string? text)
    {
        if (text is null || string.Equals(text, _pattern, StringComparison.OrdinalIgnoreCase))
        {
            return text is not null;
        }

        int token = 0;
        int star = -1;
        int starAt = 0;
        for (int index = 0; index < text.Length;)
        {
            if (token < _tokens.Count && _tokens[token].Kind == TokenKind.Any)
            {
                star = token++;
                starAt = index;
            }
            else if (token < _tokens.Count && _tokens[token].Matches(text[index]))
            {
                token++;
                index++;
            }
            else if (star >= 0)
            {
                token = star + 1;
                index = ++starAt;
            }
            else
            {
                return false;
            }
        }

        return _tokens.Skip(token).All(rest => rest.Kind == TokenKind.Any);
    }

    private static Token Literal(char character) => new(TokenKind.Set, [(character, character)]);

    /// <summary>The ranges of the set that begins here and where it ends; null where none does.</summary>
    private static ((char From, char To)[] Ranges, int End)? ReadSet(string pattern, int start)
    {
        List<(char From, char To)> ranges = [];
        for (int index = start + 1; index < pattern.Length; index++)
        {
            if (pattern[index] == ']')
            {
                return ranges.Count > 0 && ranges.TrueForAll(range => range.From <= range.To) ? ([.. ranges], index) : null;
            }

            char from = Unescape(pattern, ref index);
            bool isRange = index + 2 < pattern.Length && pattern[index + 1] == '-' && pattern[index + 2] != ']';
            if (isRange)
            {
                index += 2;
            }

            ranges.Add((from, isRange ? Unescape(pattern, ref index) : from));
        }

        return null;
    }

    private static char Unescape(string pattern, ref int index) =>
        pattern[index] == '`' && index + 1 < pattern.Length ? pattern[++index] : pattern[index];

    private sealed record Token(TokenKind Kind, (char From, char To)[] Ranges)
    {
        public bool Matches(char character) =>
            Kind == TokenKind.One || In(char.ToUpperInvariant(character)) || In(char.ToLowerInvariant(character));

        private bool In(char character) => Ranges.Any(range => range.From <= character && character <= range.To);
    }
}
