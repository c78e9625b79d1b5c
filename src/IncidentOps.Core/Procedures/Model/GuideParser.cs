using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>Markdown, read by Markdig, to a <see cref="GuideDocument"/>.</summary>
internal sealed partial class GuideParser
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseListExtras().UseYamlFrontMatter().Build();

    private readonly string _text;
    private readonly GuideSection _root;
    private GuideSection _current;
    private string? _frontMatterTitle;
    private bool _afterRule;
    private int _skipUntil;
    private int _bodyStart;

    private GuideParser(string text)
    {
        _text = text;
        _root = new GuideSection(string.Empty, 0, 1, 0, null) { End = text.Length };
        _current = _root;
    }

    public static GuideDocument Parse(string text)
    {
        GuideParser parser = new(text);
        parser.ReadBareFrontMatter();
        parser.Read(ParseMarkdown(text));
        parser.CloseFrom(0, text.Length);
        BrokenList.Join(parser._root.Blocks);
        return new GuideDocument(parser._root, text, parser._frontMatterTitle);
    }

    private static MarkdownDocument ParseMarkdown(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deeply; without marks nothing is.
            return Markdown.Parse(GuideGuard.WithoutMarks(text), Pipeline);
        }
    }

    private void Read(MarkdownDocument document)
    {
        foreach (Block block in document)
        {
            if (block.Span.Start < _bodyStart || (block.Span.Start < _skipUntil && block.Span.Start > 0))
            {
                AddInsideTable(block);
                continue;
            }

            switch (block)
            {
                case YamlFrontMatterBlock yaml:
                    _frontMatterTitle = TitleOf(yaml);
                    break;
                case HeadingBlock heading:
                    Open(InlineReader.ReadText(heading), heading.Level, heading, LinksOf(heading));
                    break;
                case ThematicBreakBlock:
                    _afterRule = true;
                    continue;
                case HtmlBlock html:
                    ReadHtml(html);
                    break;
                case ParagraphBlock paragraph:
                    ReadParagraph(paragraph, quoted: false);
                    break;
                case QuoteBlock quote:
                    AddQuote(quote, _current.Blocks);
                    break;
                case Markdig.Syntax.ListBlock list:
                    ReadListWithTitles(list);
                    break;
                default:
                    Add(block, _current.Blocks);
                    break;
            }

            _afterRule = false;
        }
    }

    // Markdown between the tags of an HTML table, or in bare front matter: the words are read, but a heading or an item there is to be reported.
    private void AddInsideTable(Block block)
    {
        if (block is HeadingBlock heading)
        {
            _current.Blocks.Add(new TextBlock(heading.Line + 1, InlineReader.Read(heading), quoted: false) { IsHeading = true });
        }
        else if (block is Markdig.Syntax.ListBlock or Table)
        {
            Add(block, _current.Blocks);
        }
    }

    private static IReadOnlyList<TextLink> LinksOf(LeafBlock block) => [.. InlineReader.Read(block).SelectMany(line => line.Links)];

    // "Escalation {#path}": where links lead, and no word of the title
    [GeneratedRegex(@"\s*\{\s*[#.][\w:. #-]{1,80}\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingId();

    private void Open(string title, int level, Block block, IReadOnlyList<TextLink> links)
    {
        string text = HeadingId().Replace(Template().Replace(title, string.Empty), string.Empty).Trim();
        CloseFrom(level, block.Span.Start);
        GuideSection section = new(text, level, block.Line + 1, block.Span.Start, _current)
        {
            Links = links,
            BodyStart = Math.Min(block.Span.End + 1, _text.Length),
        };
        _current.Sections.Add(section);
        _current = section;
    }

    private void CloseFrom(int level, int end)
    {
        while (_current.Parent is not null && _current.Level >= level)
        {
            _current.End = end;
            BrokenList.Join(_current.Blocks);
            _current = _current.Parent;
        }
    }

    private void ReadParagraph(ParagraphBlock paragraph, bool quoted)
    {
        IReadOnlyList<TextLine> lines = InlineReader.Read(paragraph);
        if (lines.Count > 0 && LabelledTime.In(lines[0]) is { } time)
        {
            lines = [time, .. lines.Skip(1)];
        }

        AddLines(paragraph, lines, quoted);
    }

    private void AddLines(ParagraphBlock paragraph, IReadOnlyList<TextLine> lines, bool quoted)
    {
        if (!quoted && lines.Count > 0 && lines[0].IsBoldTitle && !lines[0].Text.StartsWith("!!!", StringComparison.Ordinal))
        {
            // After a rule a bold line stands for the headings that the document otherwise uses.
            bool top = _afterRule && GuideOutline.IsChapter(lines[0].Text);
            Open(lines[0].Text, top ? 2 : GuideSection.BoldLevel, paragraph, lines[0].Links);
            lines = lines.Skip(1).ToArray();
        }

        if (lines.Count > 0)
        {
            // "**Response Time:** 5 minutes" after the list below "**Examples:**" is not one more example; below
            // "**P1 - High**", which stands for a heading, it is the level's.
            if (_current.IsBold && _current.Blocks.Count > 0 && SeverityName.TryParse(_current.Title, loose: true) is not { IsCode: true } && lines[0] is { Bold: not null, Label: not null })
            {
                CloseFrom(GuideSection.BoldLevel, paragraph.Span.Start);
            }

            _current.Blocks.Add(new TextBlock(lines[0].Line, lines, quoted));
        }
    }

    private void ReadHtml(HtmlBlock html)
    {
        int start = html.Span.Start;
        string text = html.Lines.ToString();
        if (text.Contains("<table", StringComparison.OrdinalIgnoreCase))
        {
            int from = _text.IndexOf("<table", Math.Max(0, start), StringComparison.OrdinalIgnoreCase);
            int to = from < 0 ? -1 : _text.IndexOf("</table>", from, StringComparison.OrdinalIgnoreCase);
            if (from >= 0)
            {
                int end = to < 0 ? _text.Length : to + "</table>".Length;
                int line = html.Line + 1 + _text.AsSpan(start, from - start).Count('\n');
                if (HtmlTableReader.Read(_text, from, end, line) is { } table)
                {
                    _current.Blocks.Add(table);
                }

                _skipUntil = end;
                return;
            }
        }

        foreach (HtmlHeading heading in HtmlHeading.Find(text))
        {
            Open(heading.Title, heading.Level, html, []);
        }
    }

    private void AddQuote(QuoteBlock quote, List<GuideBlock> target)
    {
        foreach (Block block in quote)
        {
            if (block is ParagraphBlock paragraph)
            {
                IReadOnlyList<TextLine> lines = InlineReader.Read(paragraph);
                target.Add(new TextBlock(paragraph.Line + 1, lines, quoted: true));
            }
            else if (block is HeadingBlock heading)
            {
                target.Add(new TextBlock(heading.Line + 1, InlineReader.Read(heading), quoted: true) { IsHeading = true });
            }
            else
            {
                Add(block, target);
            }
        }
    }

    private static void Add(Block block, List<GuideBlock> target)
    {
        switch (block)
        {
            case Markdig.Syntax.ListBlock list:
                target.Add(ReadList(list));
                break;
            case Table table:
                target.Add(PipeTableReader.Read(table));
                break;
            case FencedCodeBlock fence:
                CodeBlock fenced = new(fence.Line + 1, Language(fence), fence.Lines.ToString(), fenced: true) { Info = $"{fence.Info} {fence.Arguments}" };
                target.Add((GuideBlock?)BoxTableReader.Read(fenced) ?? fenced);
                break;
            case Markdig.Syntax.CodeBlock code:
                target.Add(new CodeBlock(code.Line + 1, string.Empty, code.Lines.ToString(), fenced: false));
                break;
            case LeafBlock { Inline: not null } leaf:
                target.Add(new TextBlock(leaf.Line + 1, InlineReader.Read(leaf), quoted: false) { IsHeading = leaf is HeadingBlock });
                break;
            case QuoteBlock quote:
                foreach (Block inner in quote)
                {
                    Add(inner, target);
                }

                break;
            default:
                break;
        }
    }

    private static string Language(FencedCodeBlock fence) =>
        (fence.Info ?? string.Empty).Split('{', ' ', ',')[0].Trim().ToLowerInvariant();

    // ERB, Jinja and Liquid in a title: "<%= … %>", "{{ … }}", "{% … %}"
    [GeneratedRegex(@"<%.{0,200}?%>|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex Template();
}
