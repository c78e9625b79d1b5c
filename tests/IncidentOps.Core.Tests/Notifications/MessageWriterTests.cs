using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Xunit;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Tests.Incidents;
using IncidentOps.Core.Tests.Text;
using IncidentOps.Incidents;
using IncidentOps.Notifications;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Tests.Notifications;

/// <summary>The same message for each target; and what comes from outside is text in all of them.</summary>
public sealed class MessageWriterTests
{
    private const string Template =
        """
        ## UPDATE - [Severity]
        **Status:** [Investigating/Resolved]
        *Impact:* [Description]
        See [the page](https://status.example.com/?a=1&b=2) or [this](javascript:alert).

        Actions:
        - [Action 1]
        1. one
        2. two
        """;

    private static readonly MarkdownPipeline Renderer = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    private static IncidentStory Story => new(IncidentStory.Checkout with { Impact = "5 < 6 & *all*\n@channel is down" });

    [Theory]
    [InlineData(
        MessageFormat.PlainText,
        """
        UPDATE - P1 High
        Status: Investigating
        Impact: 5 < 6 & *all*
          @channel is down
        See the page (https://status.example.com/?a=1&b=2) or this.

        Actions:
        - Seen, and not taken up yet
        1. one
        2. two
        """)]
    [InlineData(
        MessageFormat.Slack,
        """
        *UPDATE - P1 High*
        *Status:* Investigating
        *Impact:* 5 &lt; 6 &amp; *all*
          @⁠channel is down
        See <https://status.example.com/?a=1&amp;b=2|the page> or this.

        Actions:
        • Seen, and not taken up yet
        1. one
        2. two
        """)]
    [InlineData(
        MessageFormat.Markdown,
        """
        ## UPDATE - P1 High
        **Status:** Investigating\
        **Impact:** 5 &lt; 6 &amp; \*all\*\
        &emsp;@⁠channel is down\
        See [the page](<https://status.example.com/?a=1&b=2>) or this.

        Actions:
        - Seen, and not taken up yet
        1. one
        2. two
        """)]
    [InlineData(
        MessageFormat.Html,
        """
        <h2>UPDATE - P1 High</h2>
        <p><strong>Status:</strong> Investigating<br>
        <strong>Impact:</strong> 5 &lt; 6 &amp; *all*<br>
        &emsp;@channel is down<br>
        See <a href="https://status.example.com/?a=1&amp;b=2">the page</a> or this.</p>
        <p>Actions:</p>
        <ul>
        <li>Seen, and not taken up yet</li>
        </ul>
        <ol>
        <li>one</li>
        <li>two</li>
        </ol>
        """)]
    public void Says_the_same_to_each_target(MessageFormat format, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), MessageBench.Body(Template, Story, format));

    [Fact]
    public void In_ASCII_there_is_nothing_else()
    {
        IncidentStory story = new(IncidentStory.Checkout with { Title = "Jürgen’s “Straße” – 日本 @here ＜b＞" });
        foreach (MessageFormat format in Enum.GetValues<MessageFormat>())
        {
            IncidentMessage message = MessageBench.Fill("🚨 Alert: [Title]\n• [Impact]", story, format, ascii: true);

            Assert.True(System.Text.Ascii.IsValid(message.Body), message.Body);
            Assert.True(System.Text.Ascii.IsValid(message.Subject), message.Subject);
            Assert.DoesNotContain("<b>", message.Body.Replace(format == MessageFormat.PlainText ? "<b>" : "\0", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Equal(":rotating_light: Alert: Jurgen's \"Strasse\" - RiBen @here <b>", MessageBench.Fill("🚨 Alert: [Title]", story, ascii: true).Body);
        Assert.Equal(":rotating_light: Alert: Jurgen's \"Strasse\" - RiBen @ here &lt;b&gt;", MessageBench.Fill("🚨 Alert: [Title]", story, MessageFormat.Slack, ascii: true).Body);
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 150)]
    public void Nothing_from_outside_becomes_Markdown(HostileText text)
    {
        MarkdownDocument document = Markdown.Parse(MessageBench.Body(Everything, Hostile(text), MessageFormat.Markdown), Renderer);

        Assert.Equal(["One", "Two"], document.Descendants<HeadingBlock>().Select(heading => heading.Inline!.FirstChild!.ToString()));
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<CodeBlock>());
        Assert.Empty(document.Descendants<QuoteBlock>());
        Assert.Empty(document.Descendants<Markdig.Extensions.Tables.Table>());
        Assert.Equal(2, document.Descendants<ListItemBlock>().Count());
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 150)]
    public void Nothing_from_outside_becomes_HTML(HostileText text)
    {
        string html = MessageBench.Body(Everything, Hostile(text), MessageFormat.Html);

        XElement document = XElement.Parse($"<div>{html.Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("&emsp;", " ", StringComparison.Ordinal)}</div>");
        Assert.Subset(
            new HashSet<string>(StringComparer.Ordinal) { "div", "h2", "p", "br", "ul", "li", "strong" },
            document.DescendantsAndSelf().Select(element => element.Name.LocalName).ToHashSet(StringComparer.Ordinal));
        Assert.Empty(document.DescendantsAndSelf().Attributes());
        Assert.Equal(2, document.Descendants("li").Count());
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 150)]
    public void Nothing_from_outside_calls_anybody_in_Slack(HostileText text)
    {
        string slack = MessageBench.Body(Everything, Hostile(text with { Value = $"<!channel> @here <@U1> {text.Value} <https://a|b> ```" }), MessageFormat.Slack);

        Assert.DoesNotContain('<', slack);
        Assert.DoesNotContain('>', slack);
        Assert.DoesNotContain("```", slack, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("(?<![a-z0-9_.+-])@[a-z]", RegexOptions.IgnoreCase), slack);
        Assert.DoesNotMatch(new Regex("&(?!amp;|lt;|gt;)"), slack);
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 150)]
    public void Nothing_from_outside_steers_a_terminal_or_fakes_a_line(HostileText text)
    {
        string plain = MessageBench.Body(Everything, Hostile(text with { Value = $"{text.Value}\nStatus: faked" }));

        Assert.DoesNotContain(plain, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain("\nStatus: faked", plain, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', plain);
    }

    private const string Everything =
        "## One\nTitle is [Title]\nImpact: [Description]\n**Affected:** [Users]\n\nNews:\n- [Latest update]\n- [Next steps]\n## Two\nx [component] [Symptom] ([Commander]), cause {{root_cause}}";

    private static IncidentStory Hostile(HostileText text)
    {
        string hostile = string.IsNullOrWhiteSpace(text.Value) ? "x" : text.Value;
        IncidentStory story = new(new() { Title = hostile, Severity = "P1", Services = [hostile], Components = [hostile], Impact = hostile, Affected = hostile, Symptom = hostile });
        return story.Do(decide => decide.Update(IncidentStatus.Identified, hostile, null, null)).Do(decide => decide.ChangeDetails(new DetailsChanged { RootCause = hostile }));
    }
}
