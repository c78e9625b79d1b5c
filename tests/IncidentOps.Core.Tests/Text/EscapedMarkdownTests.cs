using System.Text;
using FsCheck.Xunit;
using IncidentOps.Core.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Tests.Text;

public sealed class EscapedMarkdownTests
{
    private static readonly MarkdownPipeline[] Renderers =
    [
        new MarkdownPipelineBuilder().Build(),
        new MarkdownPipelineBuilder().UseAdvancedExtensions().Build(),
    ];

    [Theory]
    [InlineData("Checkout is down", "Checkout is down")]
    [InlineData("queue_depth is 12, since 14:02", "queue_depth is 12, since 14:02")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("# not a heading", @"\# not a heading")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("99.9 % of 1.5 s", @"99\.9 % of 1.5 s")]
    [InlineData("- no list", @"\- no list")]
    [InlineData("a - b", "a - b")]
    [InlineData("![x](https://a.example)", @"!\[x\](https\://a.example)")]
    [InlineData("see www.a.example", @"see www\.a.example")]
    [InlineData("two\r\nlines\n\nand\ttabs", "two lines and tabs")]
    [InlineData("\u001B[2Jgone", @"␛\[2Jgone")]
    [InlineData("a|b `c` *d* ~e~ $(f)", @"a\|b \`c\` \*d\* \~e\~ \$(f)")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void A_line_is_escaped_no_more_than_it_must(string? text, string expected) => Assert.Equal(expected, EscapedMarkdown.Line(text));

    [Fact]
    public void A_block_keeps_lines_and_paragraphs() => Assert.Equal(
        "first\\\n  second\n\n  \\# third",
        EscapedMarkdown.Block("first\n  second\n \n\n# third\n", "  "));

    [Fact]
    public void A_fence_is_longer_than_any_in_the_text() =>
        Assert.Equal("  `````text\n  a ```` b\n\n  c\n  `````", EscapedMarkdown.Fence("a ```` b\n\nc\n", "  "));

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 2000)]
    public void A_line_reads_back_as_it_was_given(HostileText text)
    {
        string expected = Printable.Line(string.Join(' ', text.Value.Split('\n', '\r', '\t').Select(part => part.Trim(' ')).Where(part => part.Length > 0)).Trim());
        Assert.All(Renderers, renderer => Assert.Equal(expected, PlainText(EscapedMarkdown.Line(text.Value), renderer)));
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 2000)]
    public void A_block_reads_back_as_it_was_given(HostileText text)
    {
        string lines = string.Join('\n', Printable.Block(text.Value.ReplaceLineEndings("\n")).Split('\n', StringSplitOptions.TrimEntries));
        string expected = string.Join("\n\n", lines.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('\n')).Where(part => part.Length > 0));
        Assert.All(Renderers, renderer => Assert.Equal(expected, PlainText(EscapedMarkdown.Block(text.Value), renderer)));
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 1000)]
    public void A_fence_holds_the_text_and_nothing_escapes_from_it(HostileText text)
    {
        MarkdownDocument document = Markdown.Parse($"- item\n\n{EscapedMarkdown.Fence(text.Value, "  ")}\n\nafter", Renderers[1]);

        var item = Assert.IsType<ListItemBlock>(Assert.Single(Assert.IsType<ListBlock>(document[0])));
        var code = Assert.IsType<FencedCodeBlock>(item[1]);
        Assert.Equal(Lines(Printable.Block(text.Value.ReplaceLineEndings("\n"))), Lines(code.Lines.ToString()));
        Assert.Equal("after", PlainText(document[1]));
        Assert.Equal(2, document.Count);
    }

    /// <summary>Without the blanks around them: Markdig is not exact about those at the beginning of code in a list.</summary>
    private static string[] Lines(string text) => text.TrimEnd().Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>What a reader sees; fails where it is more than paragraphs of literal text.</summary>
    private static string PlainText(string markdown, MarkdownPipeline renderer) =>
        string.Join("\n\n", Markdown.Parse(markdown, renderer).Select(PlainText));

    private static string PlainText(Block block)
    {
        var text = new StringBuilder();
        foreach (Inline inline in Assert.IsType<ParagraphBlock>(block).Inline!)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline { IsHard: true } => "\n",
                _ => $"<<{inline.GetType().Name}>>",
            });
        }

        return text.ToString();
    }
}
