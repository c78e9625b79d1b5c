namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>
/// Reads bash and POSIX shell text into a tree. It never runs or expands anything and ends on every input; what it
/// does not understand is an error, and callers treat an error as the worst case.
/// </summary>
internal sealed partial class ShellParser
{
    // Deeper nesting is no runbook, and recursion must not eat the stack.
    private const int DeepestNesting = 60;

    private static readonly HashSet<string> Closers =
        new(StringComparer.Ordinal) { "then", "do", "done", "fi", "elif", "else", "esac", "}" };

    private readonly string _text;
    private readonly int _offset;
    private readonly bool _movable;
    private readonly List<ShellPlaceholder> _placeholders;
    private readonly Queue<PendingHereDocument> _pending = new();
    private int _pos;
    private int _depth;
    private bool _incomplete;

    private ShellParser(string text, int offset, bool movable, int depth, List<ShellPlaceholder> placeholders)
    {
        _text = text;
        _offset = offset;
        _movable = movable;
        _depth = depth;
        _placeholders = placeholders;
    }

    private bool AtEnd => _pos >= _text.Length;

    private char Current => _pos < _text.Length ? _text[_pos] : '\0';

    /// <summary>Whether text for a shell is what this reads.</summary>
    public static bool Reads(string shell) => shell is "bash" or "sh" or "zsh" or "ksh" or "dash";

    public static ShellParseResult Parse(string text)
    {
        ShellParser parser = new(text, 0, movable: true, 0, []);
        try
        {
            ShellScript script = parser.ParseWhole();
            return new ShellParseResult(script, Error: null, parser._incomplete, parser._placeholders);
        }
        catch (ShellSyntaxException e)
        {
            return new ShellParseResult(Script: null, e.Message, parser._incomplete || e.AtEnd, parser._placeholders);
        }
    }

    /// <summary>
    /// Where the command that begins at a line's start ends: the start of the line behind it, with the bodies of its
    /// here-documents, or the text's length. What is wrong ends it in its own line.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The start of the command's first line.</param>
    public static int EndOfCommand(string text, int start)
    {
        ShellParser parser = new(text, 0, movable: true, 0, []) { _pos = start };
        try
        {
            parser.ParseLine();
            return parser._pos;
        }
        catch (ShellSyntaxException e)
        {
            int end = parser._incomplete || e.AtEnd ? -1 : text.IndexOf('\n', parser._pos);
            return end < 0 ? text.Length : end + 1;
        }
    }

    private void ParseLine()
    {
        List<ShellNode> commands = [];
        while (true)
        {
            ParseAndOr(commands);
            SkipBlanks();
            while (Current is ';' or '&')
            {
                _pos++;
                SkipBlanks();
            }

            if (AtEnd || Current == '\n')
            {
                break;
            }
        }

        _pos = Math.Min(_pos + 1, _text.Length);
        ReadHereDocuments();
    }

    private ShellScript ParseWhole()
    {
        ShellScript script = ParseList();
        _incomplete |= _pending.Count > 0;
        return AtEnd ? script : throw Unexpected();
    }

    private ShellScript ParseList()
    {
        Enter();
        List<ShellNode> commands = [];
        while (true)
        {
            SkipSeparators();
            if (AtEnd || Current == ')' || LooksAt(";;") || LooksAt(";&") || Closers.Contains(PeekReserved()))
            {
                break;
            }

            ParseAndOr(commands);
            SkipBlanks();
            if (Current is ';' && !LooksAt(";;") && !LooksAt(";&"))
            {
                _pos++;
            }
            else if (Current is '&')
            {
                _pos++;
            }
            else if (!AtEnd && Current is not ('\n' or ')' or ';'))
            {
                throw Unexpected();
            }
        }

        _depth--;
        return new ShellScript(commands);
    }

    private void ParseAndOr(List<ShellNode> commands)
    {
        commands.Add(ParsePipeline());
        while (true)
        {
            SkipBlanks();
            if (!LooksAt("&&") && !LooksAt("||"))
            {
                return;
            }

            _pos += 2;
            SkipNewlines();
            commands.Add(ParsePipeline());
        }
    }

    private ShellNode ParsePipeline()
    {
        SkipBlanks();
        while (PeekReserved() == "!")
        {
            _pos++;
            SkipBlanks();
        }

        ShellNode first = ParseCommand();
        List<ShellNode>? commands = null;
        while (true)
        {
            SkipBlanks();
            if (Current != '|' || LooksAt("||"))
            {
                break;
            }

            _pos += LooksAt("|&") ? 2 : 1;
            SkipNewlines();
            commands ??= [first];
            commands.Add(ParseCommand());
        }

        return commands is null ? first : new ShellPipeline(commands);
    }

    private ShellNode ParseCommand()
    {
        SkipBlanks();
        if (AtEnd)
        {
            throw Unexpected();
        }

        Enter();
        ShellNode node = Current == '(' ? ParseParenthesis() : PeekReserved() switch
        {
            "{" => ParseGroup(),
            "if" => ParseIf(),
            "while" or "until" => ParseLoop(),
            "for" or "select" => ParseFor(),
            "case" => ParseCase(),
            "function" => ParseFunction(),
            "[[" => ParseTest(),
            _ => ParseSimple(),
        };
        _depth--;
        return node;
    }
}
