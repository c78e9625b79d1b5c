using IncidentOps.Core.Text;

namespace IncidentOps.Core.Notifications.Writing;

/// <summary>Slack's mrkdwn.</summary>
internal sealed class SlackWriter(bool ascii) : MessageWriter(ascii)
{
    private string Bullet => Ascii ? "-" : "•";

    public override string Write(IReadOnlyList<MessageLine> lines) => string.Join('\n', lines.Select(line => line.IsEmpty ? "" : Line(line)));

    private string Line(MessageLine line)
    {
        string text = Inline(line.Heading > 0 ? line with { Spans = [.. line.Spans.Select(span => span with { IsBold = true })] } : line);
        string marker = line.Marker.Length == 0 ? "" : line.IsNumbered ? $"{line.Marker} " : $"{Bullet} ";
        return $"{new string(' ', line.Indent)}{marker}{text}";
    }

    protected override string Escape(string text) => EscapedSlack.Line(text, Ascii);

    protected override string Bold(string escaped) => $"*{escaped}*";

    protected override string Link(string escaped, Uri address) =>
        $"<{address.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal)}|{escaped}>";
}
