using System.Text.RegularExpressions;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.Notifications;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Notifications.Filling;

/// <summary>What an incident and its procedure know for a message. What they do not know yet, they say so in words.</summary>
internal sealed partial class IncidentFacts
{
    /// <summary>How much of the news a message repeats.</summary>
    private const int MostNews = 10;

    private readonly Incident _incident;
    private readonly MessageKind _kind;

    /// <param name="incident">The incident.</param>
    /// <param name="kind">What the message tells.</param>
    public IncidentFacts(Incident incident, MessageKind kind)
    {
        _incident = incident;
        _kind = kind;
    }

    public required IReadOnlyList<NewsItem> News { get; init; }

    public required IReadOnlyList<IncidentDeadline> Deadlines { get; init; }

    public required Procedure Procedure { get; init; }

    public required string? Organisation { get; init; }

    private bool IsOver => !_incident.IsActive;

    /// <summary>The news that a message repeats, the oldest first; where there is none, where the incident stands.</summary>
    public IReadOnlyList<NewsItem> Story => News.Count > 0 ? [.. News.TakeLast(MostNews)] : [new NewsItem(_incident.DetectedAt, NewsItem.Say(_incident.Status))];

    /// <summary>What fills the blank; null where nothing here can.</summary>
    public Fact? For(TemplateBlank blank, BlankMeaning meaning) => meaning.Field switch
    {
        MessageField.Severity => Fact.Known(Severity(meaning.Choices)),
        MessageField.SeverityCode => Fact.Known(_incident.Severity),
        MessageField.Status => Fact.Known(Status(meaning.Choices)),
        MessageField.Id => Fact.Known(_incident.Id),
        MessageField.Component => Names(_incident.Components, _incident.Services, "component"),
        MessageField.Service => Names(_incident.Services, _incident.Components, "service"),
        MessageField.Organisation => Text(Organisation) ?? Fact.Unknown("our organisation"),
        MessageField.Commander => Text(_incident.Commander) ?? Fact.Unknown("not assigned yet", "somebody"),
        MessageField.Role => Role(blank),
        MessageField.Source => Text(_incident.Source) ?? Fact.Unknown("not recorded", "a source"),
        MessageField.Title or MessageField.AnyText => Fact.Known(_incident.Title),
        MessageField.Symptom => Text(_incident.Symptom) ?? Text(_incident.Impact) ?? Fact.Unknown("being established", "symptoms"),
        MessageField.Impact => Text(_incident.Impact) ?? Fact.Unknown(IsOver ? "not recorded" : "under investigation", "an impact"),
        MessageField.Affected => Text(_incident.Affected) ?? Names(IsPeople(blank) ? [] : _incident.Services, [], "an extent"),
        MessageField.Progress => blank.IsValue ? Fact.Known([.. Story.Select(item => item.Text)]) : Fact.Known(Latest),
        MessageField.RootCause => Text(_incident.RootCause) ?? Fact.Unknown(IsOver ? "not recorded" : "under investigation", "a cause"),
        MessageField.Resolution => Text(_incident.Resolution) ?? Fact.Unknown(IsOver ? "not recorded" : "not found yet", "a solution"),
        MessageField.NextSteps => NextSteps,
        MessageField.DataLoss => Fact.Unknown("being established", "an effect on data"),
        MessageField.StartedAt => Fact.At(_incident.DetectedAt),
        MessageField.AcknowledgedAt => Moment(_incident.AcknowledgedAt, "not acknowledged yet"),
        MessageField.IdentifiedAt => Moment(_incident.IdentifiedAt, "not identified yet"),
        MessageField.ResolvedAt => Moment(_incident.ResolvedAt, "not resolved yet"),
        MessageField.Eta => Eta(),
        MessageField.NextUpdate => NextUpdate(),
        MessageField.PostMortem => Due(DeadlineKind.PostMortem) is { } due ? Fact.At(due) : Fact.Unknown("to follow") with { InSentence = "a time to be agreed" },
        MessageField.Duration => Fact.Known(ReadableDuration.Format(_incident.Duration) + (IsOver ? "" : " so far")),
        MessageField.AnyTime => Fact.At(Time()),
        MessageField.AnyLink => Tool(blank),
        _ => null,
    };

    private string Latest => News.Count > 0 ? News[^1].Text : NewsItem.Say(_incident.Status);

    private static Fact? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : Fact.Known(text);

    private static Fact Names(IReadOnlyList<string> names, IReadOnlyList<string> otherwise, string noun) =>
        names.Count > 0 ? Fact.Known(string.Join(", ", names))
        : otherwise.Count > 0 ? Fact.Known(string.Join(", ", otherwise))
        : Fact.Unknown("not known yet", noun);

    private static Fact Moment(DateTimeOffset? at, string unknown) => at is { } moment ? Fact.At(moment) : Fact.Unknown(unknown);

    /// <summary>"P1 High"; where the template offers choices, the one that is meant, as it is written there.</summary>
    private string Severity(IReadOnlyList<string> choices)
    {
        SeverityScale scale = new(Procedure);
        SeverityLevel? level = scale.Find(_incident.Severity);
        return choices.FirstOrDefault(choice => level is not null && scale.Find(choice) == level)
            ?? choices.FirstOrDefault(choice => string.Equals(choice, _incident.Severity, StringComparison.OrdinalIgnoreCase))
            ?? (choices.Count > 0 ? _incident.Severity : level?.ToString() ?? _incident.Severity);
    }

    private string Status(IReadOnlyList<string> choices)
    {
        foreach (StatusWord word in StatusWords.For(_incident.Status))
        {
            if (choices.FirstOrDefault(choice => MessageWords.Statuses.Best(choice) == word) is { } fitting)
            {
                return fitting;
            }
        }

        return _incident.Status == IncidentStatus.Merged ? $"Continues under {_incident.MergedInto}" : _incident.Status.ToString();
    }

    /// <summary>A service is no user: it stands for what is affected only where things may be named.</summary>
    private static bool IsPeople(TemplateBlank blank) => $"{blank.Label} {blank.Name}" is var asked && People().IsMatch(asked) && !Things().IsMatch(asked);

    /// <summary>Whoever holds the role that the blank or its label names: "Comms lead" is Communications.</summary>
    private Fact Role(TemplateBlank blank)
    {
        string[] asked = RoleWords($"{blank.Label} {BlankMeaning.Words(blank.Name)}");
        return _incident.Roles.FirstOrDefault(role => RoleWords(role.Key) is { Length: > 0 } words && Array.TrueForAll(words, asked.Contains)) is { Value: { } holder }
            ? Fact.Known(holder)
            : Fact.Unknown("not assigned yet", "somebody");
    }

    private static string[] RoleWords(string text) =>
    [
        .. SectionTitle.Normalise(text).Split(' ').Select(word => word switch
        {
            "comms" or "communication" => "communications",
            "ops" => "operations",
            "technical" => "tech",
            _ => word,
        }).Where(word => word is not ("lead" or "manager" or "incident" or "the" or "of" or "")),
    ];

    public Fact NextSteps => _incident.NextSteps.Where(step => !string.IsNullOrWhiteSpace(step)).ToList() is { Count: > 0 } steps
        ? Fact.Known(steps)
        : Fact.Unknown(IsOver ? "to be agreed in the post-mortem" : "being worked out");

    /// <summary>The moment that the message is about: the detection, the end, or now.</summary>
    private DateTimeOffset Time() => _kind switch
    {
        MessageKind.InitialAlert => _incident.DetectedAt,
        MessageKind.Resolution when IsOver => _incident.ResolvedAt ?? _incident.DetectedAt + _incident.Duration,
        _ => _incident.AsOf,
    };

    /// <summary>An estimate that has passed is none.</summary>
    private Fact Eta() => _incident.Eta switch
    {
        _ when IsOver => _incident.ResolvedAt is { } resolved ? Fact.At(resolved) : Fact.Unknown("none"),
        { } eta when eta > _incident.AsOf => Fact.At(eta, near: true),
        { } => Fact.Unknown("being estimated anew", "a time"),
        null => Fact.Unknown("not known yet", "a time"),
    };

    private Fact NextUpdate()
    {
        if (IsOver)
        {
            return Fact.Known("none, the incident is over");
        }

        // News that is late is promised anew, counted from now.
        return Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.Update) is not { DueAt: { } due, StartedAt: { } start } ? Fact.Known("as soon as there is news")
            : due > _incident.AsOf ? Fact.At(due, near: true)
            : Fact.At(_incident.AsOf + (due - start), near: true);
    }

    private DateTimeOffset? Due(DeadlineKind kind) => Deadlines.FirstOrDefault(deadline => deadline.Kind == kind)?.DueAt;

    /// <summary>"Status page: [URL]" where the guide lists a status page among its tools.</summary>
    private Fact? Tool(TemplateBlank blank)
    {
        string asked = $"{blank.Label} {BlankMeaning.Words(blank.Name)}";
        return Procedure.Tools.FirstOrDefault(tool => tool.Value is not null && asked.Contains(tool.Name, StringComparison.OrdinalIgnoreCase)) is { Value: { } value }
            ? Fact.Known(value)
            : null;
    }

    [GeneratedRegex(@"user|customer|client|people|nutzer|kunden|usuari|utilisateur|ユーザー|用户", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex People();

    [GeneratedRegex(@"feature|service|system|component|scope|what", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Things();
}
