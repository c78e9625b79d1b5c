using System.Text;
using IncidentOps.Core.Text;
using IncidentOps.Notifications;

namespace IncidentOps.Core.Notifications.Writing;

/// <summary>Writes a message for a target. Text is text there: nothing that stands in an incident becomes mark-up.</summary>
/// <param name="ascii">Whether the target shows ASCII only.</param>
internal abstract class MessageWriter(bool ascii)
{
    protected bool Ascii => ascii;

    public static MessageWriter For(MessageFormat format, bool ascii) => format switch
    {
        MessageFormat.PlainText => new PlainTextWriter(ascii),
        MessageFormat.Markdown => new MarkdownWriter(ascii),
        MessageFormat.Slack => new SlackWriter(ascii),
        MessageFormat.Html => new HtmlWriter(ascii),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };

    public abstract string Write(IReadOnlyList<MessageLine> lines);

    /// <summary>A line's text in the target's mark-up: neighbours of one kind are one piece.</summary>
    protected string Inline(MessageLine line)
    {
        StringBuilder text = new();
        for (int index = 0; index < line.Spans.Count;)
        {
            MessageSpan span = line.Spans[index++];
            while (span.Address is null && index < line.Spans.Count && line.Spans[index] is { Address: null } next && next.IsBold == span.IsBold)
            {
                span = span with { Text = span.Text + next.Text };
                index++;
            }

            text.Append(Inline(span));
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Text that is neither emphasised nor a link.</summary>
    protected abstract string Escape(string text);

    protected abstract string Bold(string escaped);

    protected abstract string Link(string escaped, Uri address);

    private string Inline(MessageSpan span)
    {
        string plain = Printable.Line(span.Text);
        string text = Escape(ascii ? AsciiText.Of(plain) : plain);
        if (Target(span.Address) is { } address)
        {
            text = Link(text, address);
        }

        if (!span.IsBold || string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        // Marks hold words, not the blanks around them.
        string words = text.Trim();
        int start = text.IndexOf(words, StringComparison.Ordinal);
        return $"{text[..start]}{Bold(words)}{text[(start + words.Length)..]}";
    }

    /// <summary>Pages and mail addresses can be followed; nothing else is a link.</summary>
    private static Uri? Target(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" or "mailto" ? uri : null;
}
