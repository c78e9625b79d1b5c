using System.Text;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// Keeps hostile documents from costing more than they are worth. Markdown has constructs whose reading costs the square
/// of their number; no guide that people write comes near the limits here, and what is cut is reported.
/// </summary>
internal sealed class GuideGuard
{
    /// <summary>Lines beyond this are not read.</summary>
    public const int MostLines = 10_000;

    /// <summary>Headings, and bold lines that serve as such, beyond this are not read: each is looked at beside its neighbours.</summary>
    private const int MostHeadings = 3_000;

    /// <summary>Columns of indentation, and nested quotes or list markers on one line.</summary>
    private const int DeepestIndent = 40;

    private const int DeepestMarkers = 8;

    /// <summary>
    /// Marks that may open something, times the length of what they may open: what a paragraph, and the document, may
    /// cost.
    /// </summary>
    private const long ParagraphBudget = 15_000_000;

    private const long DocumentBudget = 25_000_000;

    private const long BudgetWhenSpent = 4_000;

    private const int MostCells = 20_000;

    private readonly string? _path;
    private readonly List<Finding> _findings;
    private readonly StringBuilder _text;
    private long _spent;
    private int _cells;
    private int _headings;
    private Fence? _open;
    private bool _reported;

    private GuideGuard(int length, string? path, List<Finding> findings)
    {
        _text = new StringBuilder(length);
        _path = path;
        _findings = findings;
    }

    public static string Tame(string text, string? path, List<Finding> findings)
    {
        GuideGuard guard = new(text.Length, path, findings);
        guard.Run(text);
        return guard._text.ToString();
    }

    /// <summary>The text with everything taken out that Markdown could nest; as long as before, line by line.</summary>
    public static string WithoutMarks(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                target[i] = IsMark(source[i]) || source[i] is '>' or '\t' ? ' ' : source[i];
            }
        });

    private void Run(string text)
    {
        int line = 0;
        int at = 0;
        int paragraph = 0;
        int paragraphLine = 1;
        int marks = 0;
        while (at < text.Length)
        {
            line++;
            int stop = text.IndexOf('\n', at);
            stop = stop < 0 ? text.Length : stop;
            if (line > MostLines)
            {
                Report(line, $"The guide has more than {MostLines:N0} lines; the rest is not read.");
                break;
            }

            ReadOnlySpan<char> content = text.AsSpan(at, stop - at);
            if (MayBeHeading(content) && ++_headings > MostHeadings)
            {
                Report(line, $"The guide has more than {MostHeadings:N0} headings; the rest is not read.");
                break;
            }

            if (content.IsWhiteSpace())
            {
                CloseParagraph(paragraph, marks, paragraphLine);
                _text.Append('\n');
                (paragraph, paragraphLine, marks) = (_text.Length, line + 1, 0);
            }
            else
            {
                marks += AppendLine(content, line);
                _text.Append('\n');
            }

            at = stop + 1;
        }

        CloseParagraph(paragraph, marks, paragraphLine);
    }

    // "# Oven", "====" below a line, "**Oven**", but no comment in a fence
    private bool MayBeHeading(ReadOnlySpan<char> content)
    {
        ReadOnlySpan<char> text = content.Trim();
        if (text is ['`' or '~', ..] && Fence.Of(content.ToString()) is { } fence)
        {
            _open = fence.After(_open);
        }

        return _open is null && (text is ['#', ..] || (text is ['=', ..] && text.Trim('=').IsEmpty) || (text is ['*', '*', ..] && text.TrimEnd(':').EndsWith("**")));
    }

    /// <summary>Appends a line, not nested deeper than the limits, and counts its marks.</summary>
    private int AppendLine(ReadOnlySpan<char> content, int line)
    {
        int indent = 0;
        int markers = 0;
        int i = 0;
        for (; i < content.Length; i++)
        {
            char c = content[i];
            if (c is ' ' or '\t')
            {
                indent += c == '\t' ? 4 : 1;
                if (indent <= DeepestIndent)
                {
                    _text.Append(c);
                }
            }
            else if (c == '>' || (c is '-' or '*' or '+' && i + 1 < content.Length && content[i + 1] == ' '))
            {
                markers++;
                if (markers > DeepestMarkers)
                {
                    Report(line, "Quotes or lists are nested too deeply; the inner ones are read as text.");
                    break;
                }

                _text.Append(c);
            }
            else
            {
                break;
            }
        }

        content = markers > DeepestMarkers ? content[i..].TrimStart(" \t>-*+") : content[i..];
        if (content.Length > 2 && content[0] == '=' && content.Trim('=').IsWhiteSpace())
        {
            // An underlined title costs the reader a search among all that came before.
            _spent += 20_000;
        }

        int marks = 0;
        foreach (char c in content)
        {
            marks += IsMark(c) ? 1 : 0;
            _cells += c == '|' ? 1 : 0;
        }

        if (_cells > MostCells && content.Contains('|'))
        {
            Report(line, "The guide has more table cells than any guide needs; further tables are read as text.");
            foreach (char c in content)
            {
                _text.Append(c == '|' ? ' ' : c);
            }
        }
        else
        {
            _text.Append(content);
        }

        return marks;
    }

    private void CloseParagraph(int start, int marks, int line)
    {
        long length = Math.Max(1, _text.Length - start);
        long limit = Math.Max(4, (_spent > DocumentBudget ? BudgetWhenSpent : ParagraphBudget) / length);
        _spent += Math.Min(marks, limit) * length;
        if (marks <= limit)
        {
            return;
        }

        // Beyond the limit the marks go and the words stay.
        int seen = 0;
        int to = start;
        for (int from = start; from < _text.Length; from++)
        {
            char c = _text[from];
            if (IsMark(c) && ++seen > limit)
            {
                continue;
            }

            _text[to++] = c;
        }

        _text.Length = to;
        Report(line, "The paragraph has more brackets or emphasis than can be meant; what is beyond is read as plain text.");
    }

    private static bool IsMark(char c) => c is '[' or ']' or '*' or '_' or '<' or '`' or '!' or '~';

    private void Report(int line, string message)
    {
        if (_reported)
        {
            return;
        }

        _reported = true;
        _findings.Add(new Finding
        {
            RuleId = GuideRules.TooComplex,
            Severity = FindingSeverity.Warning,
            Path = _path,
            Line = line,
            Message = message,
            Remedy = "Split the guide, or check that it is the right file.",
        });
    }
}
