using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Procedures.Model;

/// <content>Bold titles that follow a list without the empty line that Markdown asks for: to the letter they belong to its last item; and the title in the front matter.</content>
internal sealed partial class GuideParser
{
    private void ReadListWithTitles(Markdig.Syntax.ListBlock list)
    {
        List<ListItem> items = [];
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            (ParagraphBlock Block, IReadOnlyList<TextLine> Lines)? title = TakeTitle(item);
            items.Add(ReadItem(item));
            if (title is not var (paragraph, lines))
            {
                continue;
            }

            _current.Blocks.Add(new ListBlock(items[0].Line, list.IsOrdered, items));
            items = [];
            _afterRule = false;
            AddLines(paragraph, lines, quoted: false);
        }

        if (items.Count > 0)
        {
            _current.Blocks.Add(new ListBlock(items[0].Line, list.IsOrdered, items));
        }
    }

    // "**Next:**" or "Next:" at the very left of a line, below the last words of an item: taken off the item, with what follows it.
    private (ParagraphBlock Block, IReadOnlyList<TextLine> Lines)? TakeTitle(ListItemBlock item)
    {
        ContainerBlock container = item;
        while (container.LastChild is ContainerBlock inner)
        {
            container = inner;
        }

        if (container.LastChild is not ParagraphBlock { Inline: { } inlines } paragraph)
        {
            return null;
        }

        ReadOnlySpan<char> text = _text.AsSpan(paragraph.Span.Start, Math.Max(0, paragraph.Span.Length));
        if (!text.Contains("\n**", StringComparison.Ordinal) && (text is not [.., ':' or '：'] || !text.Contains('\n')))
        {
            return null;
        }

        IReadOnlyList<TextLine> lines = InlineReader.Read(paragraph);
        int at = 0;
        for (Inline? mark = inlines.FirstChild; mark is not null; mark = mark.NextSibling)
        {
            if (mark is not LineBreakInline || mark.NextSibling is not (EmphasisInline { DelimiterCount: 2, Column: 0 } or LiteralInline { Column: 0 }))
            {
                continue;
            }

            while (at < lines.Count && lines[at].Line <= mark.NextSibling.Line)
            {
                at++;
            }

            bool title = at > 0 && at < lines.Count && (mark.NextSibling is LiteralInline
                ? at == lines.Count - 1 && IsPlainTitle(lines[at].Text)
                : lines[at].IsBoldTitle || (lines[at].Label is not null && lines[0] is { Bold: null, Label: null }));
            if (!title)
            {
                continue;
            }

            for (Inline? rest = mark; rest is not null;)
            {
                Inline? next = rest.NextSibling;
                rest.Remove();
                rest = next;
            }

            return (paragraph, [.. lines.Skip(at)]);
        }

        return null;
    }

    private static bool IsPlainTitle(string text) => text.Length is >= 3 and <= 32 && (char.IsUpper(text[0]) || char.GetUnicodeCategory(text[0]) is UnicodeCategory.OtherLetter) && text[^1] is ':' or '：';

    private static string? TitleOf(YamlFrontMatterBlock yaml)
    {
        Match match = YamlTitle().Match(yaml.Lines.ToString());
        return match.Success ? match.Groups[1].Value.Trim().Trim('"', '\'') : null;
    }

    // "name: Fire plan" and more of that kind, down to a rule: front matter that lacks its first three dashes
    private void ReadBareFrontMatter()
    {
        if (BareFrontMatter().Match(_text) is { Success: true } front && YamlTitle().Match(front.Value) is { Success: true } title)
        {
            _frontMatterTitle = title.Groups[1].Value.Trim('"', '\'', ' ');
            _bodyStart = front.Length;
        }
    }

    [GeneratedRegex(@"\A(?:title|name):[ \t]*[^\n]{1,200}\n(?:[A-Za-z][\w-]{0,40}:[^\n]{0,200}\n|[ \t]+[^\n]{0,200}\n){1,60}?---[ \t]*(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex BareFrontMatter();

    [GeneratedRegex(@"^(?:title|name):[ \t]*(.+?)[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex YamlTitle();
}
