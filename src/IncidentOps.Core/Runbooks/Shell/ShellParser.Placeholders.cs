namespace IncidentOps.Core.Runbooks.Shell;

internal sealed partial class ShellParser
{
    private const int LongestPlaceholder = 80;

    // Elements that commands print or search for; inside quotes they are not values to fill in.
    private static readonly HashSet<string> Markup = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "i", "p", "br", "hr", "li", "ul", "ol", "td", "tr", "th", "h1", "h2", "h3", "div", "span", "html",
        "head", "body", "title", "table", "script", "style", "pre", "code", "strong", "em", "img", "xml",
    };

    // Words of the Go template language, which docker, kubectl and others take between the same braces.
    private static readonly HashSet<string> TemplateWords = new(StringComparer.Ordinal)
    {
        "end", "else", "range", "if", "with", "define", "block", "template", "break", "continue", "json", "upper", "lower",
    };

    private bool? _goTemplate;

    /// <summary>Whether a name between angle brackets, in a text, is an element that commands print or search for.</summary>
    public static bool IsMarkup(string name) => Markup.Contains(name);

    /// <summary>Whether a name between double braces is a word of the Go template language.</summary>
    public static bool IsTemplateWord(string name) => TemplateWords.Contains(name);

    private (string Name, int End)? FindPlaceholder(int at, bool inQuotes) => _text[at] switch
    {
        '<' => FindAngled(at, inQuotes),
        '{' => FindBraced(at),
        _ => null,
    };

    private (string Name, int End)? FindAngled(int at, bool inQuotes)
    {
        int limit = Math.Min(_text.Length, at + LongestPlaceholder);
        if (at + 2 >= limit || !IsNameStart(_text[at + 1]) || (at > 0 && _text[at - 1] is '<' or '?'))
        {
            return null;
        }

        int end = at + 1;
        while (end < limit && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '-' or '.' or ' ' or '/' or ':' or '@' or ',' or '\''))
        {
            if (_text[end] == '\'' && (inQuotes || !char.IsLetter(_text[end - 1])))
            {
                return null;
            }

            end++;
        }

        // "<in >out" is two redirections, "P<name>" a group of a regular expression.
        if (end >= limit || _text[end] != '>' || _text[end - 1] is ' ' or '/'
            || (at > 1 && _text[at - 1] == 'P' && _text[at - 2] == '?'))
        {
            return null;
        }

        string name = _text[(at + 1)..end];
        return name.Contains("//", StringComparison.Ordinal) || (inQuotes && Markup.Contains(name)) ? null : (name, end + 1);
    }

    private (string Name, int End)? FindBraced(int at)
    {
        if (!LooksAtBraces(at) || IsGoTemplate())
        {
            return null;
        }

        int start = at + 2;
        while (start < _text.Length && _text[start] == ' ')
        {
            start++;
        }

        int end = start;
        while (end < _text.Length && (IsNamePart(_text[end]) || _text[end] is '-' or '.') && end - start < LongestPlaceholder)
        {
            end++;
        }

        int close = end;
        while (close < _text.Length && _text[close] == ' ')
        {
            close++;
        }

        string name = _text[start..end];
        return name.Length > 0 && IsNameStart(name[0]) && LooksAtClosingBraces(close) && !TemplateWords.Contains(name)
            ? (name, close + 2)
            : null;
    }

    private bool LooksAtBraces(int at) => at + 1 < _text.Length && _text[at] == '{' && _text[at + 1] == '{';

    private bool LooksAtClosingBraces(int at) => at + 1 < _text.Length && _text[at] == '}' && _text[at + 1] == '}';

    private bool IsGoTemplate() => _goTemplate ??=
        _text.Contains("{{.", StringComparison.Ordinal)
        || _text.Contains("{{ .", StringComparison.Ordinal)
        || _text.Contains("{{$", StringComparison.Ordinal)
        || _text.Contains("{{range", StringComparison.Ordinal)
        || _text.Contains("{{if", StringComparison.Ordinal)
        || _text.Contains("{{end", StringComparison.Ordinal);
}
