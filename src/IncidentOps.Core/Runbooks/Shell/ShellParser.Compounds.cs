namespace IncidentOps.Core.Runbooks.Shell;

internal sealed partial class ShellParser
{
    private ShellCompoundCommand ParseParenthesis()
    {
        if (LooksAt("((") && FindArithmeticEnd(_pos + 2) is { } end)
        {
            List<ShellWordPart> parts = ParseArithmeticText(_pos + 2, end);
            _pos = end + 2;
            return Compound(ShellCompoundKind.Arithmetic, [new ShellWord(parts, _pos, _pos)], []);
        }

        _pos++;
        ShellScript body = ParseList();
        Expect(')');
        return Compound(ShellCompoundKind.Subshell, [], [body]);
    }

    private ShellCompoundCommand ParseGroup()
    {
        _pos++;
        ShellScript body = ParseList();
        ExpectReserved("}");
        return Compound(ShellCompoundKind.Group, [], [body]);
    }

    private ShellCompoundCommand ParseIf()
    {
        List<ShellScript> bodies = [];
        ExpectReserved("if");
        while (true)
        {
            bodies.Add(ParseList());
            ExpectReserved("then");
            bodies.Add(ParseList());
            string next = PeekReserved();
            if (next == "elif")
            {
                ExpectReserved("elif");
                continue;
            }

            if (next == "else")
            {
                ExpectReserved("else");
                bodies.Add(ParseList());
            }

            ExpectReserved("fi");
            return Compound(ShellCompoundKind.If, [], bodies);
        }
    }

    private ShellCompoundCommand ParseLoop()
    {
        ExpectReserved(PeekReserved());
        ShellScript condition = ParseList();
        ExpectReserved("do");
        ShellScript body = ParseList();
        ExpectReserved("done");
        return Compound(ShellCompoundKind.Loop, [], [condition, body]);
    }

    private ShellCompoundCommand ParseFor()
    {
        ExpectReserved(PeekReserved());
        SkipBlanks();
        List<ShellWord> words = [];
        string? variable = null;
        if (LooksAt("((") && FindArithmeticEnd(_pos + 2) is { } end)
        {
            words.Add(new ShellWord(ParseArithmeticText(_pos + 2, end), _pos, end));
            _pos = end + 2;
        }
        else
        {
            variable = ParseWord().Literal ?? throw Unexpected();
            SkipNewlines();
            if (PeekReserved() == "in")
            {
                ExpectReserved("in");
                while (true)
                {
                    SkipBlanks();
                    if (AtEnd || Current is '\n' or ';')
                    {
                        break;
                    }

                    words.Add(ParseWord());
                }
            }
        }

        SkipSeparators();
        string closer = PeekReserved() == "{" ? "}" : "done";
        ExpectReserved(closer == "}" ? "{" : "do");
        ShellScript body = ParseList();
        ExpectReserved(closer);
        return Compound(ShellCompoundKind.For, words, [body], variable);
    }

    private ShellCompoundCommand ParseCase()
    {
        ExpectReserved("case");
        SkipBlanks();
        List<ShellWord> words = [ParseWord()];
        List<ShellScript> bodies = [];
        SkipNewlines();
        ExpectReserved("in");
        while (true)
        {
            SkipNewlines();
            if (PeekReserved() == "esac")
            {
                ExpectReserved("esac");
                return Compound(ShellCompoundKind.Case, words, bodies);
            }

            if (Current == '(')
            {
                _pos++;
            }

            while (true)
            {
                SkipBlanks();
                words.Add(ParseWord());
                SkipBlanks();
                if (Current != '|')
                {
                    break;
                }

                _pos++;
            }

            Expect(')');
            bodies.Add(ParseList());
            if (LooksAt(";;&"))
            {
                _pos += 3;
            }
            else if (LooksAt(";;") || LooksAt(";&"))
            {
                _pos += 2;
            }
        }
    }

    private ShellCompoundCommand ParseFunction()
    {
        ExpectReserved("function");
        SkipBlanks();
        string name = ParseWord().Literal ?? throw Unexpected();
        SkipBlanks();
        if (Current == '(')
        {
            return ParseFunctionBody(name);
        }

        SkipNewlines();
        return FunctionOf(name);
    }

    private ShellCompoundCommand ParseFunctionBody(string name)
    {
        Expect('(');
        SkipBlanks();
        Expect(')');
        SkipNewlines();
        return FunctionOf(name);
    }

    private ShellCompoundCommand FunctionOf(string name) =>
        new(ShellCompoundKind.Function, name, [], [new ShellScript([ParseCommand()])], []);

    private ShellCompoundCommand ParseTest()
    {
        ExpectReserved("[[");
        List<ShellWord> words = [];
        while (true)
        {
            SkipNewlines();
            if (AtEnd)
            {
                throw Unexpected();
            }

            if (PeekReserved() == "]]")
            {
                ExpectReserved("]]");
                return Compound(ShellCompoundKind.Test, words, []);
            }

            if (Current is '(' or ')' or '|' or '&' or ';' || (Current is '<' or '>' && !LooksAt("<(") && !LooksAt(">(")
                && FindPlaceholder(_pos, inQuotes: false) is null))
            {
                _pos++;
                continue;
            }

            words.Add(ParseWord());
        }
    }

    private ShellCompoundCommand Compound(
        ShellCompoundKind kind,
        IReadOnlyList<ShellWord> words,
        IReadOnlyList<ShellScript> bodies,
        string? variable = null)
    {
        List<ShellRedirection> redirections = [];
        while (true)
        {
            SkipBlanks();
            if (AtEnd || TryRedirection() is not { } redirection)
            {
                return new ShellCompoundCommand(kind, variable, words, bodies, redirections);
            }

            redirections.Add(redirection);
        }
    }
}
