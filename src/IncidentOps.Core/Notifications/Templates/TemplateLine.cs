namespace IncidentOps.Core.Notifications.Templates;

/// <summary>A line of a template, taken apart.</summary>
/// <param name="Indent">The blanks before it.</param>
/// <param name="Marker">What makes it an item of a list: "-", "2."; empty where it is none.</param>
/// <param name="Heading">The level of a heading, from 1; 0 for any other line.</param>
/// <param name="Spans">The text in pieces; none for an empty line.</param>
internal sealed record TemplateLine(int Indent, string Marker, int Heading, IReadOnlyList<TemplateSpan> Spans)
{
    public bool IsEmpty => Spans.Count == 0 && Marker.Length == 0;

    public IEnumerable<TemplateBlank> Blanks => Spans.Select(span => span.Blank).OfType<TemplateBlank>();

    /// <summary>The blank that the line is there for; null where it holds other words, or several blanks.</summary>
    public TemplateBlank? OnlyBlank =>
        Blanks.Count() == 1 && !Spans.Any(span => span.Blank is null && span.Text.Any(char.IsLetterOrDigit)) ? Blanks.First() : null;
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">Its text; a blank's name.</param>
/// <param name="IsBold">Whether it is emphasised.</param>
/// <param name="Blank">The blank that it is; null for text.</param>
/// <param name="Address">Where it leads; null where it is no link.</param>
internal sealed record TemplateSpan(string Text, bool IsBold, TemplateBlank? Blank = null, string? Address = null);
