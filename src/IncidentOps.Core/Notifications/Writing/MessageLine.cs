namespace IncidentOps.Core.Notifications.Writing;

/// <summary>A line of a message, filled in.</summary>
/// <param name="Indent">The blanks before it.</param>
/// <param name="Marker">What makes it an item of a list: "-", "2."; empty where it is none.</param>
/// <param name="Heading">The level of a heading, from 1; 0 for any other line.</param>
/// <param name="Spans">The text in pieces; none for an empty line.</param>
internal sealed record MessageLine(int Indent, string Marker, int Heading, IReadOnlyList<MessageSpan> Spans)
{
    public static MessageLine Empty { get; } = new(0, "", 0, []);

    /// <summary>True where a value goes on in a further line: indented, so that it passes for no line of the template.</summary>
    public bool GoesOn { get; init; }

    public bool IsEmpty => Marker.Length == 0 && Spans.All(span => string.IsNullOrWhiteSpace(span.Text));

    public bool IsNumbered => Marker.Length > 0 && char.IsAsciiDigit(Marker[0]);
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">Its text, as it is meant.</param>
/// <param name="IsBold">Whether it is emphasised.</param>
/// <param name="Address">Where it leads; null where it is no link.</param>
internal sealed record MessageSpan(string Text, bool IsBold = false, string? Address = null);
