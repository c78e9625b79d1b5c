using System.Buffers;

namespace IncidentOps.Core.Runbooks.Shell;

internal sealed partial class ShellParser
{
    // The longer ones first, so that ">>" is not read as ">" twice.
    private static readonly string[] Operators =
        ["&>>", "&>", "<<<", "<<-", "<<", "<>", "<&", "<", ">>", ">|", ">&", ">"];

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static readonly SearchValues<char> NotInSubscripts = SearchValues.Create(" \t\n$`(<'\"");

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>Looks a bounded way ahead, so that a long text is not read over and over.</summary>
    private int IndexOfNear(char c, int from) => _text.IndexOf(c, from, Math.Min(256, _text.Length - from));

    private bool LooksAt(string token) => _text.AsSpan(_pos).StartsWith(token);

    /// <summary>The reserved word that stands here, read as far as the shell would; empty where there is none.</summary>
    private string PeekReserved()
    {
        int at = _pos;
        while (at < _text.Length && at - _pos < 9 && (char.IsAsciiLetter(_text[at]) || _text[at] is '{' or '}' or '[' or ']' or '!'))
        {
            at++;
        }

        bool ended = at >= _text.Length || _text[at] is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>';
        return ended ? Reserved(_text.AsSpan(_pos, at - _pos)) : "";
    }

    // Looked for before every word, and so without making a text of each.
    private static string Reserved(ReadOnlySpan<char> word) => word switch
    {
        "!" => "!",
        "{" => "{",
        "}" => "}",
        "[[" => "[[",
        "]]" => "]]",
        "if" => "if",
        "then" => "then",
        "elif" => "elif",
        "else" => "else",
        "fi" => "fi",
        "for" => "for",
        "select" => "select",
        "case" => "case",
        "in" => "in",
        "esac" => "esac",
        "while" => "while",
        "until" => "until",
        "do" => "do",
        "done" => "done",
        "function" => "function",
        _ => "",
    };

    private string? OperatorAt(int at)
    {
        foreach (string each in Operators)
        {
            if (string.CompareOrdinal(_text, at, each, 0, each.Length) == 0)
            {
                return each;
            }
        }

        return null;
    }

    private void ExpectReserved(string word)
    {
        SkipSeparators();
        if (PeekReserved() != word)
        {
            throw Unexpected();
        }

        _pos += word.Length;
    }

    private void Expect(char c)
    {
        SkipNewlines();
        if (Current != c || AtEnd)
        {
            throw Unexpected();
        }

        _pos++;
    }

    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (Current is ' ' or '\t' or '\r')
            {
                _pos++;
            }
            else if (Current == '\\' && _pos + 1 < _text.Length && _text[_pos + 1] == '\n')
            {
                _pos += 2;
            }
            else if (Current == '#' && (_pos == 0 || _text[_pos - 1] is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')'))
            {
                int end = _text.IndexOf('\n', _pos);
                _pos = end < 0 ? _text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipNewlines()
    {
        while (true)
        {
            SkipBlanks();
            if (Current != '\n' || AtEnd)
            {
                return;
            }

            _pos++;
            ReadHereDocuments();
        }
    }

    private void SkipSeparators()
    {
        while (true)
        {
            SkipNewlines();
            if (Current != ';' || LooksAt(";;") || LooksAt(";&"))
            {
                return;
            }

            _pos++;
        }
    }

    private void Enter()
    {
        if (++_depth > DeepestNesting)
        {
            throw new ShellSyntaxException("nested too deeply", atEnd: false);
        }
    }

    private ShellSyntaxException Unexpected() => AtEnd
        ? new ShellSyntaxException("it ends too early", atEnd: true)
        : new ShellSyntaxException($"'{Current}' at character {_offset + _pos + 1} is unexpected", atEnd: false);

    private sealed class ShellSyntaxException(string message, bool atEnd) : Exception(message)
    {
        public bool AtEnd { get; } = atEnd;
    }
}
