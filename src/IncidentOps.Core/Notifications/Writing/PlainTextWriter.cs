namespace IncidentOps.Core.Notifications.Writing;

/// <summary>Text without any marks.</summary>
internal sealed class PlainTextWriter(bool ascii) : MessageWriter(ascii)
{
    public override string Write(IReadOnlyList<MessageLine> lines) => string.Join('\n', lines.Select(line => line.IsEmpty
        ? ""
        : $"{new string(' ', line.Indent)}{line.Marker}{(line.Marker.Length > 0 ? " " : "")}{Inline(line)}"));

    protected override string Escape(string text) => text;

    protected override string Bold(string escaped) => escaped;

    protected override string Link(string escaped, Uri address) =>
        escaped == address.OriginalString ? escaped : $"{escaped} ({address.AbsoluteUri})";
}
