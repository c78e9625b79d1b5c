namespace IncidentOps.Core.Runbooks.Shell;

/// <content>Simple commands: assignments, words and redirections.</content>
internal sealed partial class ShellParser
{
    private static readonly HashSet<string> Declarers =
        new(StringComparer.Ordinal) { "export", "declare", "typeset", "local", "readonly" };

    private ShellNode ParseSimple()
    {
        List<ShellAssignment> assignments = [];
        List<ShellWord> words = [];
        List<ShellRedirection> redirections = [];
        int start = _pos;
        while (true)
        {
            SkipBlanks();
            if (AtEnd || Current is '\n' or ';' or '|' or ')' || (Current == '&' && !LooksAt("&>")))
            {
                break;
            }

            if (Current == '(')
            {
                if (words.Count == 1 && assignments.Count == 0 && redirections.Count == 0 && words[0].Literal is { } name)
                {
                    return ParseFunctionBody(name);
                }

                throw Unexpected();
            }

            if (TryRedirection() is { } redirection)
            {
                redirections.Add(redirection);
            }
            else if ((words.Count == 0 || (words[0].Literal is { } verb && Declarers.Contains(verb)))
                && TryAssignment() is { } assignment)
            {
                assignments.Add(assignment);
            }
            else
            {
                words.Add(ParseWord());
            }
        }

        return _pos == start
            ? throw Unexpected()
            : new ShellSimpleCommand(assignments, words, redirections);
    }

    private ShellAssignment? TryAssignment()
    {
        int at = _pos;
        if (at >= _text.Length || !IsNameStart(_text[at]))
        {
            return null;
        }

        while (at < _text.Length && IsNamePart(_text[at]))
        {
            at++;
        }

        string name = _text[_pos..at];
        if (at < _text.Length && _text[at] == '[')
        {
            int close = IndexOfNear(']', at);
            if (close < 0 || _text.AsSpan(at, close - at).IndexOfAny(NotInSubscripts) >= 0)
            {
                return null;
            }

            at = close + 1;
        }

        if (at < _text.Length && _text[at] == '+')
        {
            at++;
        }

        if (at >= _text.Length || _text[at] != '=')
        {
            return null;
        }

        _pos = at + 1;
        return new ShellAssignment(name, Current == '(' ? ParseArray() : [ParseWord(mayBeEmpty: true)]);
    }

    private List<ShellWord> ParseArray()
    {
        _pos++;
        List<ShellWord> values = [];
        while (true)
        {
            SkipNewlines();
            if (AtEnd)
            {
                throw Unexpected();
            }

            if (Current == ')')
            {
                _pos++;
                return values;
            }

            values.Add(ParseWord());
        }
    }

    private ShellRedirection? TryRedirection()
    {
        int at = _pos;
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        if (at == _pos && Current == '{')
        {
            int close = IndexOfNear('}', at);
            if (close > at + 1 && close + 1 < _text.Length && _text[close + 1] is '<' or '>'
                && _text.AsSpan(at + 1, close - at - 1).IndexOfAnyExcept(NameCharacters) < 0)
            {
                at = close + 1;
            }
        }

        string? found = at < _text.Length && _text[at] is '<' or '>' or '&' ? OperatorAt(at) : null;
        if (found is null
            || (found[0] == '&' && at != _pos)
            || (found is "<" or ">" && at + 1 < _text.Length && _text[at + 1] == '(')
            || (found == "<" && FindPlaceholder(at, inQuotes: false) is not null))
        {
            return null;
        }

        _pos = at + found.Length;
        SkipBlanks();
        return found is "<<" or "<<-" ? AnnounceHereDocument(found) : new ShellRedirection(found, ParseWord());
    }
}
