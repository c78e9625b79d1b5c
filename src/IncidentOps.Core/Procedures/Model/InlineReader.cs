using System.Net;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>Turns Markdig's inlines into <see cref="TextLine"/>s, one for each line as typed.</summary>
internal sealed class InlineReader
{
    private readonly List<TextLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<string> _codes = [];
    private readonly List<TextLink> _links = [];
    private int _line;
    private int _boldEnd;
    private bool _boldOpen;

    private InlineReader(int line) => _line = line;

    public static IReadOnlyList<TextLine> Read(LeafBlock block)
    {
        InlineReader reader = new(block.Line + 1);
        reader.Add(block.Inline, bold: false);
        reader.EndLine();
        return reader._lines;
    }

    public static string ReadText(LeafBlock block) => string.Join(' ', Read(block).Select(line => line.Text));

    private void Add(ContainerInline? container, bool bold)
    {
        for (Inline? inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Append(literal.Content.AsSpan(), bold);
                    break;
                case CodeInline code:
                    _codes.Add(code.Content);
                    Append(code.Content, bold);
                    break;
                case HtmlEntityInline entity:
                    Append(entity.Transcoded.AsSpan(), bold);
                    break;
                case LineBreakInline:
                    EndLine();
                    break;
                case HtmlInline html:
                    AddTag(html, bold);
                    break;
                case AutolinkInline link:
                    _links.Add(new TextLink(link.Url, link.Url, _line));
                    Append(link.Url, bold);
                    break;
                case LinkInline link:
                    AddLink(link, bold);
                    break;
                case EmphasisInline emphasis when emphasis.DelimiterCount >= 2 && BeginsLabel(emphasis):
                    EndLine(sameSourceLine: true);
                    Add(emphasis, bold: true);
                    break;
                case EmphasisInline emphasis:
                    Add(emphasis, bold || emphasis.DelimiterCount >= 2 || IsWhole(emphasis));
                    break;
                case ContainerInline other:
                    Add(other, bold);
                    break;
                default:
                    break;
            }
        }
    }

    // "*Roles:*" alone on its line is a title as much as "**Roles:**" is.
    private static bool IsWhole(EmphasisInline emphasis) =>
        emphasis.PreviousSibling is null or LineBreakInline && emphasis.NextSibling is null or LineBreakInline &&
        emphasis.LastChild is LiteralInline literal && literal.Content.Length > 0 && literal.Content.AsSpan()[^1] == ':';

    // "**Response**: 5 minutes **Updates**: hourly" are two lines in one.
    private bool BeginsLabel(EmphasisInline emphasis)
    {
        if (_boldEnd == 0 || _boldEnd >= _text.Length || !char.IsWhiteSpace(_text[^1]) || emphasis.LastChild is not LiteralInline last || last.Content.Length is 0 or > 40)
        {
            return false;
        }

        bool marked = last.Content.AsSpan()[^1] == ':' || (emphasis.NextSibling is LiteralInline { Content.Length: > 0 } next && next.Content.AsSpan()[0] == ':');
        string line = _text.ToString();
        return marked && new TextLine(line, _line, _boldEnd) is { Label: not null, Value.Length: > 0 };
    }

    private void AddLink(LinkInline link, bool bold)
    {
        int start = _text.Length;
        Add(link, bold);
        string text = start <= _text.Length ? _text.ToString(start, _text.Length - start) : string.Empty;
        _links.Add(new TextLink(text, link.Url ?? string.Empty, _line));
    }

    private void AddTag(HtmlInline html, bool bold)
    {
        string tag = html.Tag;
        if (HtmlElements.IsBlank(html))
        {
            // "Dear <name>" has something to fill in, and no element.
            Append(tag, bold);
        }
        else if (tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || (tag.StartsWith("<li>", StringComparison.OrdinalIgnoreCase) && _text.Length > 0))
        {
            EndLine(sameSourceLine: true);
        }
        else if (tag.StartsWith("<b>", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<strong", StringComparison.OrdinalIgnoreCase))
        {
            _boldOpen = true;
        }
        else if (tag.StartsWith("</b>", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("</strong", StringComparison.OrdinalIgnoreCase))
        {
            _boldOpen = false;
        }
    }

    private void Append(ReadOnlySpan<char> text, bool bold)
    {
        bool leading = _boldEnd == _text.Length || IsBlankSoFar();
        _text.Append(text);
        if ((bold || _boldOpen) && leading)
        {
            _boldEnd = _text.Length;
        }
    }

    private bool IsBlankSoFar() => _boldEnd == 0 && _text.Length < 8 && SectionTitle.StripDecoration(_text.ToString()).Length == 0;

    private void EndLine(bool sameSourceLine = false)
    {
        string text = _text.ToString();
        int lead = text.Length - text.TrimStart().Length;
        string stripped = text.TrimStart();
        int bold = Math.Max(0, _boldEnd - lead);
        if (bold > 0)
        {
            // Emoji before the bold words are not part of the label.
            string unadorned = SectionTitle.StripDecoration(stripped[..Math.Min(bold, stripped.Length)]);
            stripped = unadorned + stripped[Math.Min(bold, stripped.Length)..];
            bold = unadorned.Length;
        }

        _lines.Add(new TextLine(stripped, _line, bold, _codes.ToArray(), _links.ToArray()));
        _text.Clear();
        _codes.Clear();
        _links.Clear();
        _boldEnd = 0;
        _line += sameSourceLine ? 0 : 1;
    }

    public static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
}
