using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Build.Help;

/// <summary>Turns Markdown into the plain paragraphs that Get-Help prints.</summary>
internal static class HelpText
{
    /// <summary>One text for each block; a list is one text of several lines, as is code.</summary>
    internal static IReadOnlyList<string> Paragraphs(string path, IEnumerable<Block> blocks) =>
        [.. blocks.Select(block => Paragraph(path, block)).OfType<string>()];

    internal static string Inline(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            Append(text, inline);
        }

        return text.ToString().Trim();
    }

    internal static string Code(CodeBlock block) => block.Lines.ToString().TrimEnd();

    private static string? Paragraph(string path, Block block) => block switch
    {
        ParagraphBlock paragraph => Inline(paragraph.Inline),
        ListBlock list => List(path, list),
        CodeBlock code => Code(code),
        HtmlBlock { Type: HtmlBlockType.Comment } or LinkReferenceDefinitionGroup => null,
        Table => throw new HelpException(path, block.Line + 1, "Get-Help cannot show a table. Write a list."),
        _ => throw new HelpException(
            path,
            block.Line + 1,
            $"Get-Help cannot show a {block.GetType().Name}. Write paragraphs, lists or code."),
    };

    private static string List(string path, ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var lines = new List<string>();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{number++}. " : "- ";
            var own = Paragraphs(path, item).SelectMany(text => text.Split('\n'));
            lines.AddRange(own.Select((line, index) => (index == 0 ? mark : new string(' ', mark.Length)) + line));
        }

        return string.Join('\n', lines);
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline { IsHard: true }:
                text.Append('\n');
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LinkInline link:
                text.Append(Inline(link));
                AppendAddress(text, link.Url);
                break;
            case ContainerInline container:
                text.Append(Inline(container));
                break;
        }
    }

    private static void AppendAddress(StringBuilder text, string? url)
    {
        // Links to other pages of the documentation read well without their path.
        if (url is not null && Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            text.Append(" (").Append(url).Append(')');
        }
    }
}
