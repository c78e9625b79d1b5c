using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Runbooks.Sql;

/// <summary>
/// The SQL of a step: its statements with <c>$1</c> where a value belongs, and the names of those values. A value is only
/// ever a parameter; where SQL takes none, the step has an obstacle.
/// </summary>
internal sealed partial class SqlText
{
    private readonly StringBuilder _text = new();
    private readonly List<SqlStatement> _statements = [];
    private readonly List<string> _numbered = [];
    private readonly List<string> _names = [];

    private SqlText(string sql)
    {
        int at = 0;
        while (at < sql.Length)
        {
            Match match = Token().Match(sql, at);
            _text.Append(sql, at, (match.Success ? match.Index : sql.Length) - at);
            if (!match.Success)
            {
                break;
            }

            Take(match, sql);
            at = match.Index + match.Length;
        }

        End();
    }

    public IReadOnlyList<SqlStatement> Statements => _statements;

    /// <summary>The names of the values it needs, in the order in which it needs them.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Why it cannot run; null where it can.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>What is sent: the statements, one after the other.</summary>
    public string Sent => string.Join(";\n", _statements.Select(statement => statement.Text));

    public static SqlText Parse(string sql) => new(sql);

    private void Take(Match match, string sql)
    {
        string found = match.Value;
        if (match.Groups["end"].Success)
        {
            End();
        }
        else if (match.Groups["name"] is { Success: true, Value: var name })
        {
            bool clings = match.Index > 0 && (char.IsLetterOrDigit(sql[match.Index - 1]) || sql[match.Index - 1] is '_' or '.' or '"')
                || (match.Index + match.Length < sql.Length && sql[match.Index + match.Length] is '_' or '.' or '"');
            if (clings || NameFollows().IsMatch(_text.ToString()))
            {
                Refuse($"the value '{name}' stands where SQL wants the name of something; a value cannot be put there safely");
            }

            _text.Append(Number(name));
        }
        else if (match.Groups["literal"].Success)
        {
            TakeLiteral(found);
        }
        else if (match.Groups["quoted"].Success && Placeholder().Match(found) is { Success: true } inside)
        {
            Refuse($"the value '{inside.Groups["name"].Value}' stands in a quoted name; a value cannot be put there safely");
        }
        else if (match.Groups["number"].Success)
        {
            Refuse($"{found} is numbered; write its name, as $pid or :pid");
            _text.Append(found);
        }
        else if (match.Groups["meta"].Success)
        {
            Refuse("commands with a backslash are psql's own and no SQL; write them as a step in bash");
            _text.Append(found);
        }
        else
        {
            _text.Append(found);
        }
    }

    /// <summary>'%&lt;name&gt;%' is a text put together from what stands there and the value.</summary>
    private void TakeLiteral(string literal)
    {
        string inner = literal[1..^1];
        MatchCollection inside = Placeholder().Matches(inner);
        if (inside.Count == 0)
        {
            _text.Append(literal);
            return;
        }

        List<string> parts = [];
        int at = 0;
        foreach (Match match in inside)
        {
            if (match.Index > at)
            {
                parts.Add($"'{inner[at..match.Index]}'");
            }

            parts.Add(Number(match.Groups["name"].Value));
            at = match.Index + match.Length;
        }

        if (at < inner.Length)
        {
            parts.Add($"'{inner[at..]}'");
        }

        _text.Append(parts.Count == 1 ? parts[0] : $"({string.Join(" || ", parts)})");
    }

    private string Number(string name)
    {
        if (!_names.Contains(name, ParameterNames.Comparer))
        {
            _names.Add(name);
        }

        int at = _numbered.FindIndex(known => ParameterNames.Comparer.Equals(known, name));
        if (at < 0)
        {
            _numbered.Add(name);
            at = _numbered.Count - 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"${at + 1}");
    }

    private void End()
    {
        string text = _text.ToString().Trim();
        if (Comments().Replace(text, "").Trim().Length > 0)
        {
            if (_numbered.Count > 0 && !TakesParameters().IsMatch(Comments().Replace(text, "").TrimStart()))
            {
                Refuse($"the value '{_numbered[0]}' stands in a statement that takes no values");
            }

            _statements.Add(new SqlStatement(text, [.. _numbered]));
        }

        _text.Clear();
        _numbered.Clear();
    }

    private void Refuse(string why) => Obstacle ??= why;

    // Comments, texts and quoted names are passed over whole; what is open to its end reaches to the end.
    [GeneratedRegex("""
        (?<comment>--[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?)
        |(?<escaped>\b[eE]'(?:[^'\\]|\\.|'')*'?)
        |(?<literal>'(?:[^']|'')*')
        |(?<dollar>\$(?<tag>[A-Za-z_]*)\$[\s\S]*?(?:\$\k<tag>\$|\z))
        |(?<quoted>:?"(?:[^"]|"")*"?)
        |(?<cast>::|:=)
        |:'(?<name>[A-Za-z_]\w*)'
        |(?<![\w:]):(?<name>[A-Za-z_]\w*)
        |(?<!\$)\$\{(?<name>[A-Za-z_]\w*)\}
        |(?<!\$)\$(?<name>[A-Za-z_]\w*)
        |\{\{\s*(?<name>[A-Za-z_][\w-]*)\s*\}\}
        |<(?<name>[A-Za-z][\w-]*)>
        |(?<number>\$\d+)
        |(?<meta>\\)
        |(?<end>;)
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"<(?<name>[A-Za-z][\w-]*)>|\$\{(?<name>[A-Za-z_]\w*)\}|\$(?<name>[A-Za-z_]\w*)|\{\{\s*(?<name>[A-Za-z_][\w-]*)\s*\}\}|^:""(?<name>\w+)""$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<!\bdistinct\s+)\b(from|join|into|update|table|index|schema|database|role|user|view|sequence|extension|only|column|truncate|order\s+by|group\s+by)\s+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameFollows();

    [GeneratedRegex(@"^\(?\s*(select|insert|update|delete|merge|with|values|explain|table)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TakesParameters();

    [GeneratedRegex(@"--[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comments();
}

/// <summary>One statement, and the names of its values: the first is <c>$1</c>.</summary>
internal sealed record SqlStatement(string Text, IReadOnlyList<string> Names);
