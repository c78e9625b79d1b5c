using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Scripts;

/// <summary>
/// The PowerShell of a step: the variables it uses, and its text with variables where the document left a place open. A
/// value is only ever that of a variable, so that nothing in it can end a quote or start a command.
/// </summary>
internal sealed partial class ScriptText
{
    // What stands inside of a text in quotes is looked at as that text is; the rest of the script token by token.
    private const string Braced = @"\{\{\s*(?<place>[A-Za-z_][\w-]*)\s*\}\}";
    private const string Angled = @"(?<![\w?<])<(?<place>[A-Za-z][\w-]*)>";
    private const string Variable = @"(?<![\$`])\$(?:\{(?:(?<scope>\w+):)?(?<name>[\w-]+)\}|(?:(?<scope>\w+):)?(?<name>\w+))";

    private readonly string _script;
    private readonly bool _hasBraces;
    private readonly StringBuilder _text = new();
    private readonly List<string> _variables = [];
    private readonly List<string> _environment = [];
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private readonly List<string> _places = [];
    private readonly List<string> _loose = [];
    private int _filled;
    private readonly HashSet<string> _assigned = new(StringComparer.OrdinalIgnoreCase);

    private ScriptText(string script)
    {
        _script = script;

        // The Go template language of docker and kubectl stands between the same braces.
        _hasBraces = !GoTemplate().IsMatch(script);
        int done = 0;
        foreach (Match match in Token().Matches(script))
        {
            _text.Append(script, done, match.Index - done);
            _text.Append(Take(match));
            done = match.Index + match.Length;
        }

        _text.Append(script, done, script.Length - done);
    }

    /// <summary>What runs.</summary>
    public string Text => _text.ToString();

    /// <summary>The variables that it reads before it sets them, in order.</summary>
    public IReadOnlyList<string> Variables => _variables;

    /// <summary>The variables of the environment that it names, whether it reads or sets them.</summary>
    public IReadOnlyList<string> Environment => _environment;

    /// <summary>The variables of the environment that it sets.</summary>
    public IReadOnlySet<string> Set => _set;

    /// <summary>The places that it leaves open.</summary>
    public IReadOnlyList<string> Places => _places;

    /// <summary>The variables and places that may become part of a text, and of code where <see cref="ReadsCode"/> says so.</summary>
    public IReadOnlyList<string> Loose => _loose;

    /// <summary>What of it reads text as code; null where nothing does.</summary>
    public string? ReadsCode { get; private set; }

    /// <summary>Why it cannot run; null where it can.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The variable of the script that has the value of a place: PowerShell's own are not to be had.</summary>
    public static string VariableOf(string place) => ScriptNames.IsOwn(place) ? "value_" + place : place;

    public static ScriptText Parse(string script) => new(script);

    private string Take(Match match)
    {
        string found = match.Value;
        if (match.Groups["literal"].Success)
        {
            return Filled(found, () => $"\"{Within(Escape(found[1..^1].Replace("''", "'", StringComparison.Ordinal), isHere: false))}\"");
        }

        if (match.Groups["here"].Success)
        {
            return Filled(found, () => $"@\"{Within(Escape(found[2..^2], isHere: true))}\"@");
        }

        if (match.Groups["quoted"].Success)
        {
            string text = Within(found);
            if (text != found && found.Contains("$(", StringComparison.Ordinal))
            {
                Obstacle ??= "a value is left open in a text with $(...) in it; use a variable there";
            }

            return text;
        }

        if (match.Groups["name"].Success)
        {
            See(match, _script);
            return found;
        }

        if (match.Groups["code"].Success)
        {
            ReadsCode ??= found.Trim();
            return found;
        }

        return match.Groups["place"].Success ? Place(match) : found;
    }

    /// <summary>In the middle of a word a variable is read as one only where the word cannot be taken for a member of it.</summary>
    private string Place(Match match)
    {
        if (Filled(match, inQuotes: false) is not { } variable)
        {
            return match.Value;
        }

        bool starts = match.Index == 0 || char.IsWhiteSpace(_script[match.Index - 1]);
        bool goesOn = match.Groups["rest"] is { Length: > 0 };
        string rest = Within(match.Groups["rest"].Value, inQuotes: false);
        return starts && goesOn ? $"\"{variable}{rest}\"" : variable + rest;
    }

    // PowerShell takes the typographic quotes for the plain one.
    private static string Escape(string text, bool isHere) =>
        (isHere ? Expanding() : ExpandingOrQuote()).Replace(text, static match => "`" + match.Value);

    /// <summary>A text that expands variables.</summary>
    private string Within(string text, bool inQuotes = true) => Expandable().Replace(text, match =>
    {
        if (match.Groups["place"].Success)
        {
            return Filled(match, inQuotes) ?? match.Value;
        }

        if (match.Groups["name"].Success)
        {
            See(match, text);
        }
        else if (match.Groups["code"].Success && text.Contains("$(", StringComparison.Ordinal))
        {
            ReadsCode ??= match.Value.Trim();
        }

        return match.Value;
    });

    /// <summary>A text that expands nothing as one that does, where it has a place in it.</summary>
    private string Filled(string literal, Func<string> expanding)
    {
        if (!literal.Contains('<', StringComparison.Ordinal) && !literal.Contains("{{", StringComparison.Ordinal))
        {
            return literal;
        }

        int before = _filled;
        string text = expanding();
        return _filled > before ? text : literal;
    }

    private string? Filled(Match match, bool inQuotes)
    {
        string name = match.Groups["place"].Value;
        bool isBraced = match.Value[0] == '{';
        if (isBraced ? !_hasBraces || ShellParser.IsTemplateWord(name) : IsMarkup(name, inQuotes))
        {
            return null;
        }

        _filled++;
        AddOnce(_places, name);
        AddOnce(_loose, name);
        return $"${{{VariableOf(name)}}}";
    }

    private bool IsMarkup(string name, bool inQuotes) =>
        inQuotes && (ShellParser.IsMarkup(name) || _script.Contains($"</{name}>", StringComparison.Ordinal));

    private void See(Match match, string text)
    {
        string name = match.Groups["name"].Value;
        string scope = match.Groups["scope"].Value;
        if (scope.Equals("env", StringComparison.OrdinalIgnoreCase))
        {
            AddOnce(_environment, name);
            if (Assignment().IsMatch(text, match.Index + match.Length))
            {
                _set.Add(name);
            }
            else
            {
                AddOnce(_loose, name);
            }

            return;
        }

        if (scope.Length > 0 && !scope.Equals("using", StringComparison.OrdinalIgnoreCase) && !scope.Equals("local", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (Assignment().IsMatch(text, match.Index + match.Length) || Loop().IsMatch(text.AsSpan(0, match.Index)))
        {
            _assigned.Add(name);
        }
        else if (!_assigned.Contains(name))
        {
            AddOnce(_variables, name);
            if (!ToEnvironment().IsMatch(text.AsSpan(0, match.Index)) || !EndOfStatement().IsMatch(text, match.Index + match.Length))
            {
                AddOnce(_loose, name);
            }
        }
    }

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(name);
        }
    }

    // Comments and texts are passed over whole; what is open to its end reaches to the end.
    [GeneratedRegex($$"""
        (?<comment><\#[\s\S]*?(?:\#>|\z)|(?<![\w`])\#[^\n]*)
        |(?<escaped>`[\s\S])
        |(?<here>@['‘’‚‛]\s*?\n[\s\S]*?\n['‘’‚‛]@)
        |(?<quoted>@["“”„]\s*?\n[\s\S]*?(?:\n["“”„]@|\z)|["“”„](?:[^"“”„`]|`[\s\S]|["“”„]{2})*(?:["“”„]|\z))
        |(?<literal>['‘’‚‛](?:[^'‘’‚‛]|['‘’‚‛]{2})*(?:['‘’‚‛]|\z))
        |{{Code}}
        |{{Variable}}
        |(?:{{Angled}}|{{Braced}})(?<rest>(?:[^\s'"`;|&(){},<>]|<[A-Za-z][\w-]*>|\{\{\s*[A-Za-z_][\w-]*\s*\}\})*)
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Token();

    // A text that becomes code: what it is put together from must not be a stranger's.
    private const string Code = """
        (?<code>(?i:
            (?<![\w-])(?:iex|invoke-expression)(?![\w-])
            |\[\s*scriptblock\s*\]\s*::\s*create
            |\.\s*(?:invokescript|newscriptblock|addscript|expandstring)\b
            |(?<![\w-])(?:pwsh|powershell|bash|sh|dash|zsh|ksh|fish|cmd|ssh|su|xargs|watch|eval|psql|mysql|sqlcmd|sqlite3|invoke-sqlcmd)(?:\.exe)?(?=[ \t"'])
            |(?<![\w-])(?:python3?|perl|ruby|node)(?:\.exe)?(?=[ \t][^\n;|]*(?<=\s)-[ceE])
        ))
        """;

    [GeneratedRegex($"`[\\s\\S]|{Variable}|{Angled}|{Braced}|{Code}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Expandable();

    [GeneratedRegex(@"[`$]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Expanding();

    [GeneratedRegex(@"[`$""“”„]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExpandingOrQuote();

    [GeneratedRegex(@"\G\s*=(?!=)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\bforeach\s*\(\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Loop();

    // $env:PGPASSWORD = $password: a value that stays one.
    [GeneratedRegex(@"(?:^|[\n;])[ \t]*\$env:\w+\s*=\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft, 1000)]
    private static partial Regex ToEnvironment();

    [GeneratedRegex(@"\G[ \t]*(?:[\r\n;]|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndOfStatement();

    [GeneratedRegex(@"\{\{-?\s*(?:[.$]|range\b|if\b|end\b|with\b|json\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoTemplate();
}
