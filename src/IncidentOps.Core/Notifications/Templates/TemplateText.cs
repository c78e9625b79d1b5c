namespace IncidentOps.Core.Notifications.Templates;

/// <summary>A template, taken apart.</summary>
/// <param name="Subject">The line that gives the subject, without its label; null where the template has none.</param>
/// <param name="Lines">The lines of the body.</param>
internal sealed record TemplateText(TemplateLine? Subject, IReadOnlyList<TemplateLine> Lines)
{
    public IEnumerable<TemplateSpan> Spans => (Subject?.Spans ?? []).Concat(Lines.SelectMany(line => line.Spans));

    public IEnumerable<TemplateBlank> Blanks => Spans.Select(span => span.Blank).OfType<TemplateBlank>();
}
