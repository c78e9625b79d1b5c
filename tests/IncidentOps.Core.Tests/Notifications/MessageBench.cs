using System.Collections;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Deadlines;
using IncidentOps.Core.Notifications;
using IncidentOps.Core.Tests.Incidents;
using IncidentOps.Incidents;
using IncidentOps.Notifications;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Notifications;

/// <summary>Composes messages from a story, without a store and without the built-in guide.</summary>
internal sealed class MessageBench
{
    /// <summary>A guide with the three usual templates.</summary>
    public static Procedure Guide { get; } = IncidentStory.Guide with
    {
        Path = "/guides/guide.md",
        PostMortemWithin = TimeSpan.FromHours(48),
        Severities = [.. IncidentStory.Guide.Severities.Select(level => level with { UpdateInterval = level.Rank <= 1 ? TimeSpan.FromMinutes(30) : null })],
        Tools = [new Tool { Name = "Status Page", Value = "https://status.example.com" }, new Tool { Name = "Monitoring" }],
        Templates =
        [
            Template("Initial Alert", "🚨 ALERT - [Severity] - [Component]\nTime: [Timestamp]\nImpact: [Description]\nAffected: [Users/Features]"),
            Template("Status Update", "📊 UPDATE - [Ticket #]\nStatus: [Investigating/Resolved]\nProgress: [Description]\nETA: [Estimated time]"),
            Template("Resolution", "✅ RESOLVED - [Ticket #]\nDuration: [Time]\nRoot Cause: [Description]\nNext Steps: [Follow-up actions]"),
        ],
    };

    public Procedure Procedure { get; init; } = Guide;

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static MessageTemplate Template(string name, string body, int line = 1) => new()
    {
        Name = name,
        Body = body,
        Placeholders = Core.Procedures.Readers.TemplateReader.PlaceholdersOf(body),
        Line = line,
    };

    /// <summary>The body that a template becomes, its blanks filled from the story.</summary>
    public static string Body(string template, IncidentStory? story = null, MessageFormat format = MessageFormat.PlainText, IDictionary? values = null) =>
        Fill(template, story, format, values).Body;

    /// <summary>The message that a template becomes, its blanks filled from the story.</summary>
    public static IncidentMessage Fill(string template, IncidentStory? story = null, MessageFormat format = MessageFormat.PlainText, IDictionary? values = null, bool ascii = false) =>
        new MessageBench { Procedure = Guide with { Templates = [.. Guide.Templates, Template("It", template)] } }
            .Compose(story ?? new IncidentStory(), new MessageRequest { Template = "It", Format = format, Values = values, Ascii = ascii })
            .Message;

    public MessageResult Compose(IncidentStory story, MessageRequest? request = null)
    {
        IncidentPolicy policy = IncidentStory.Policy(Procedure).Value;
        IReadOnlyList<TimelineEntry> timeline = [.. story.Events.Select(stored => IncidentTimeline.Read(IncidentStory.Id, stored))];
        IReadOnlyList<IncidentDeadline> deadlines = [.. new DeadlineClock(new IncidentRecord(1, story.State), policy, story.Now).All()];
        var configuration = new OrganisationConfiguration { Organisation = "Example Ltd", TimeZone = TimeZone };
        return new MessageComposer(new TemplateBook(Procedure, () => Guide), Procedure, configuration)
            .Compose(story.Incident, timeline, deadlines, request ?? new MessageRequest());
    }
}
