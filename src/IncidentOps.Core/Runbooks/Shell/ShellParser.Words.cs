using System.Text;

namespace IncidentOps.Core.Runbooks.Shell;

internal sealed partial class ShellParser
{
    private ShellWord ParseWord(bool mayBeEmpty = false)
    {
        int start = _pos;
        PartBuilder parts = new();
        while (!AtEnd)
        {
            char c = Current;
            if (c is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')')
            {
                if (c == '(' && _pos > start && _text[_pos - 1] is '?' or '*' or '+' or '@' or '!' && TakeExtendedGlob(parts))
                {
                    continue;
                }

                break;
            }

            if (c is '<' or '>')
            {
                if (c == '<' && TakePlaceholder(parts, ShellQuoting.None))
                {
                    continue;
                }

                if (_pos + 1 < _text.Length && _text[_pos + 1] == '(')
                {
                    _pos += 2;
                    parts.Add(new ShellSubstitution(ParseList(), Quoted: false));
                    Expect(')');
                    continue;
                }

                break;
            }

            TakeUnquoted(parts, c);
        }

        return _pos == start && !mayBeEmpty
            ? throw Unexpected()
            : new ShellWord(parts.Build(), start, _pos);
    }

    private void TakeUnquoted(PartBuilder parts, char c)
    {
        switch (c)
        {
            case '\\':
                TakeEscape(parts);
                break;
            case '\'':
                TakeSingleQuoted(parts, ShellQuoting.Single);
                break;
            case '"':
                TakeDoubleQuoted(parts);
                break;
            case '$':
                TakeDollar(parts, quoted: false);
                break;
            case '`':
                TakeBackticks(parts, quoted: false);
                break;
            case '{' when TakePlaceholder(parts, ShellQuoting.None):
                break;
            default:
                parts.Append(c, quoted: false);
                _pos++;
                break;
        }
    }

    private void TakeEscape(PartBuilder parts)
    {
        _pos++;
        if (AtEnd)
        {
            _incomplete = true;
            parts.Append('\\', quoted: true);
            return;
        }

        if (Current != '\n')
        {
            parts.Append(Current, quoted: true);
        }

        _pos++;
    }

    private void TakeSingleQuoted(PartBuilder parts, ShellQuoting quoting)
    {
        _pos++;
        parts.Append("", quoted: true);
        while (Current != '\'')
        {
            if (AtEnd)
            {
                throw Unexpected();
            }

            if (Current is '<' or '{' && TakePlaceholder(parts, quoting))
            {
                continue;
            }

            if (quoting == ShellQuoting.AnsiC && Current == '\\' && _pos + 1 < _text.Length)
            {
                _pos++;
            }

            parts.Append(Current, quoted: true);
            _pos++;
        }

        _pos++;
    }

    private void TakeDoubleQuoted(PartBuilder parts)
    {
        _pos++;
        parts.Append("", quoted: true);
        while (Current != '"')
        {
            if (AtEnd)
            {
                throw Unexpected();
            }

            TakeQuoted(parts, ShellQuoting.Double);
        }

        _pos++;
    }

    /// <summary>One character or expansion inside double quotes or an unquoted here-document.</summary>
    private void TakeQuoted(PartBuilder parts, ShellQuoting quoting)
    {
        switch (Current)
        {
            case '\\' when _pos + 1 < _text.Length && _text[_pos + 1] is '$' or '`' or '"' or '\\' or '\n':
                TakeEscape(parts);
                break;
            case '$':
                TakeDollar(parts, quoted: true);
                break;
            case '`':
                TakeBackticks(parts, quoted: true);
                break;
            case '<' or '{' when TakePlaceholder(parts, quoting):
                break;
            default:
                parts.Append(Current, quoted: true);
                _pos++;
                break;
        }
    }

    private bool TakeExtendedGlob(PartBuilder parts)
    {
        int depth = 0;
        for (int at = _pos; at < _text.Length && _text[at] != '\n'; at++)
        {
            depth += _text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (_text[at] is '$' or '`' or '\'' or '"' or '<' or '>')
            {
                return false;
            }

            if (depth == 0)
            {
                parts.Append(_text[_pos..(at + 1)], quoted: false);
                _pos = at + 1;
                return true;
            }
        }

        return false;
    }

    private void TakeBackticks(PartBuilder parts, bool quoted)
    {
        int start = ++_pos;
        StringBuilder inner = new();
        bool escaped = false;
        while (Current != '`')
        {
            if (AtEnd)
            {
                throw Unexpected();
            }

            if (Current == '\\' && _pos + 1 < _text.Length && (_text[_pos + 1] is '`' or '\\' or '$' || (quoted && _text[_pos + 1] == '"')))
            {
                escaped = true;
                _pos++;
            }

            inner.Append(Current);
            _pos++;
        }

        _pos++;
        Enter();
        ShellParser nested = new(inner.ToString(), _offset + start, _movable && !escaped, _depth, _placeholders);
        parts.Add(new ShellSubstitution(nested.ParseWhole(), quoted));
        _depth--;
    }

    private bool TakePlaceholder(PartBuilder parts, ShellQuoting quoting)
    {
        if (FindPlaceholder(_pos, quoting != ShellQuoting.None) is not { } found)
        {
            return false;
        }

        ShellPlaceholder placeholder = new(
            found.Name,
            _movable ? quoting : ShellQuoting.Fixed,
            _offset + _pos,
            _offset + found.End,
            quoting != ShellQuoting.None);
        _placeholders.Add(placeholder);
        parts.Add(placeholder);
        _pos = found.End;
        return true;
    }

    /// <summary>Joins neighbouring literals of one kind.</summary>
    private sealed class PartBuilder
    {
        private readonly List<ShellWordPart> _parts = [];
        private readonly StringBuilder _literal = new();
        private bool _open;
        private bool _quoted;

        public void Append(char c, bool quoted)
        {
            Open(quoted);
            _literal.Append(c);
        }

        public void Append(string text, bool quoted)
        {
            Open(quoted);
            _literal.Append(text);
        }

        public void Add(ShellWordPart part)
        {
            Close();
            _parts.Add(part);
        }

        public List<ShellWordPart> Build()
        {
            Close();
            return _parts;
        }

        private void Open(bool quoted)
        {
            if (_open && _quoted != quoted)
            {
                Close();
            }

            _open = true;
            _quoted = quoted;
        }

        private void Close()
        {
            if (_open)
            {
                _parts.Add(new ShellLiteral(_literal.ToString(), _quoted));
                _literal.Clear();
                _open = false;
            }
        }
    }
}
