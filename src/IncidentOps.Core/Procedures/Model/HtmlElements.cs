using System.Collections.Frozen;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>Tells the elements of HTML from blanks to fill in, which look the same to Markdown: "&lt;b&gt;" and "&lt;name&gt;".</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup",
            "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
            "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "link", "main", "map", "mark", "meta", "nav", "ol", "option", "p", "picture", "pre", "q", "s", "samp", "script", "section",
            "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "tr",
            "tt", "u", "ul", "var", "video", "wbr",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a tag that is no element, has no attributes with values, and is never closed.</summary>
    public static bool IsBlank(HtmlInline html)
    {
        string tag = html.Tag;
        if (tag.Length < 3 || !char.IsAsciiLetter(tag[1]) || tag.EndsWith("/>", StringComparison.Ordinal) || tag.Contains('=', StringComparison.Ordinal))
        {
            return false;
        }

        int end = tag.AsSpan(1).IndexOfAny(' ', '>', '\n');
        string name = tag.Substring(1, end < 0 ? tag.Length - 2 : end);
        return !Known.Contains(name) && !IsClosed(html, name);
    }

    private static bool IsClosed(HtmlInline html, string name)
    {
        int left = 64;
        for (Inline? inline = html.NextSibling; inline is not null && left > 0; inline = inline.NextSibling, left--)
        {
            if (inline is HtmlInline { Tag: ['<', '/', ..] } other && other.Tag.AsSpan(2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
