namespace IncidentOps.Core.Runbooks.Shell;

internal sealed partial class ShellParser
{
    private void TakeDollar(PartBuilder parts, bool quoted)
    {
        char next = _pos + 1 < _text.Length ? _text[_pos + 1] : '\0';
        switch (next)
        {
            case '(' when LooksAt("$((") && FindArithmeticEnd(_pos + 3) is { } end:
                List<ShellWordPart> inner = ParseArithmeticText(_pos + 3, end);
                _pos = end + 2;
                parts.Add(new ShellArithmetic(inner, quoted));
                break;
            case '(':
                _pos += 2;
                ShellScript script = ParseList();
                Expect(')');
                parts.Add(new ShellSubstitution(script, quoted));
                break;
            case '{' when LooksAt("${{"):
                // A template of another tool; the value behind it is a placeholder or plain text.
                parts.Append('$', quoted);
                _pos++;
                break;
            case '{':
                parts.Add(ParseBraces(quoted));
                break;
            case '\'' when !quoted:
                _pos++;
                TakeSingleQuoted(parts, ShellQuoting.AnsiC);
                break;
            case '"' when !quoted:
                _pos++;
                TakeDoubleQuoted(parts);
                break;
            default:
                int start = ++_pos;
                if (IsNameStart(next))
                {
                    while (IsNamePart(Current))
                    {
                        _pos++;
                    }
                }
                else if (char.IsAsciiDigit(next) || next is '@' or '*' or '#' or '?' or '-' or '$' or '!')
                {
                    _pos++;
                }
                else
                {
                    parts.Append('$', quoted);
                    break;
                }

                parts.Add(new ShellVariable(_text[start.._pos], quoted, "", []));
                break;
        }
    }

    private ShellVariable ParseBraces(bool quoted)
    {
        Enter();
        _pos += 2;
        int start = _pos;
        if (Current is '!' or '#' && _pos + 1 < _text.Length && _text[_pos + 1] != '}')
        {
            _pos++;
        }

        int name = _pos;
        while (IsNamePart(Current))
        {
            _pos++;
        }

        if (_pos == name && Current is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _pos++;
        }

        if (_pos == name)
        {
            throw Unexpected();
        }

        string prefix = _text[start..name];
        string variable = _text[name.._pos];
        int operatorStart = _pos;
        while (Current is ':' or '-' or '+' or '=' or '?' or '#' or '%' or '/' or '^' or ',' or '@' or '[' && _pos - operatorStart < 2)
        {
            _pos++;
        }

        string @operator = prefix + _text[operatorStart.._pos];
        PartBuilder operand = new();
        int braces = 0;
        while (Current != '}' || braces > 0)
        {
            if (AtEnd)
            {
                throw Unexpected();
            }

            braces += Current switch { '{' => 1, '}' => -1, _ => 0 };
            if (quoted)
            {
                TakeQuoted(operand, ShellQuoting.Double);
            }
            else if (Current != '<' || !TakePlaceholder(operand, ShellQuoting.None))
            {
                TakeUnquoted(operand, Current);
            }
        }

        _pos++;
        _depth--;
        return new ShellVariable(variable, quoted, @operator, operand.Build());
    }

    /// <summary>The place of the "))" that ends an arithmetic expression; null where it is none.</summary>
    private int? FindArithmeticEnd(int from)
    {
        int depth = 0;
        for (int at = from; at < _text.Length; at++)
        {
            switch (_text[at])
            {
                case '\\':
                    at++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when depth > 0:
                    depth--;
                    break;
                case ')':
                    return at + 1 < _text.Length && _text[at + 1] == ')' ? at : null;
                case '\'' or ';' or '\n':
                    return null;
                default:
                    break;
            }
        }

        return null;
    }

    private List<ShellWordPart> ParseArithmeticText(int start, int end)
    {
        Enter();
        ShellParser nested = new(_text[start..end], _offset + start, movable: false, _depth, _placeholders);
        PartBuilder parts = new();
        while (!nested.AtEnd)
        {
            nested.TakeQuoted(parts, ShellQuoting.Fixed);
        }

        _depth--;
        return parts.Build();
    }
}
