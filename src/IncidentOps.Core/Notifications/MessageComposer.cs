using IncidentOps.Core.Configuration;
using IncidentOps.Core.Notifications.Filling;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Notifications.Writing;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.Notifications;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Notifications;

/// <summary>An incident and a template → a message. Pure.</summary>
/// <param name="templates">The templates there are.</param>
/// <param name="procedure">The guide.</param>
/// <param name="configuration">The organisation.</param>
internal sealed class MessageComposer(TemplateBook templates, Procedure procedure, OrganisationConfiguration configuration)
{
    private const int LongestSubject = 150;

    /// <summary>A first line that is longer, or a sentence, is no subject.</summary>
    private const int LongestHead = 100;

    public MessageResult Compose(
        Incident incident, IReadOnlyList<TimelineEntry> timeline, IReadOnlyList<IncidentDeadline> deadlines, MessageRequest request)
    {
        BookedTemplate template = request.Template is { } name
            ? templates.Find(name)
            : templates.For(MessageKinds.For(incident.Status, timeline), incident.Severity);
        MessagePhrases words = new(TemplateLanguages.Of(template.Text));
        IncidentFacts facts = new(incident, template.Kind)
        {
            Words = words,
            News = NewsItem.Of(timeline, words),
            Deadlines = deadlines,
            Procedure = procedure,
            Organisation = configuration.Organisation,
        };
        GivenValues given = new(request.Values);
        TemplateFiller filler = new(facts, given, new ZonedTime(configuration.TimeZone), incident.AsOf);
        IReadOnlyList<MessageLine> subject = template.Text.Subject is { } line ? filler.Fill([line]) : [];
        IReadOnlyList<MessageLine> body = filler.Fill(template.Text.Lines);
        IncidentMessage message = new()
        {
            Incident = incident.Id,
            Template = template.Name,
            Kind = template.Kind,
            Format = request.Format,
            Subject = Subject(subject.Count > 0 ? subject[0] : body.FirstOrDefault(IsHead), incident, words, request.Ascii),
            Body = MessageWriter.For(request.Format, request.Ascii).Write(incident.IsDrill ? [DrillNotice(words), MessageLine.Empty, .. body] : body),
            NotKnownYet = filler.NotKnownYet,
            Unresolved = filler.Unresolved,
            AsOf = incident.AsOf,
            Path = template.Path,
            Line = template.Template.Line,
        };
        return new MessageResult(message, template, incident.IsActive, [.. given.Unused]);
    }

    /// <summary>Nobody may take an exercise for the real thing.</summary>
    private static MessageLine DrillNotice(MessagePhrases words) => new(0, "", 0, [new MessageSpan(words[MessagePhrase.DrillNotice], IsBold: true)]);

    private static string Subject(MessageLine? line, Incident incident, MessagePhrases words, bool ascii)
    {
        MessageLine subject = line ?? new MessageLine(0, "", 0, [new MessageSpan($"{incident.Id} {incident.Severity}: {incident.Title}")]);
        string text = new PlainTextWriter(ascii).Write([subject with { Indent = 0, Marker = "" }]);
        string mark = new PlainTextWriter(ascii).Write([new MessageLine(0, "", 0, [new MessageSpan(words[MessagePhrase.DrillMark])])]);
        return Excerpt.Cut(incident.IsDrill ? $"{mark}: {text}" : text, LongestSubject);
    }

    private static bool IsHead(MessageLine line)
    {
        string text = string.Concat(line.Spans.Select(span => span.Text)).Trim();
        return !line.IsEmpty && text.Length <= LongestHead && text[^1] is not ('.' or ',' or ':' or '!');
    }
}
