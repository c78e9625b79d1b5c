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

    /// <summary>What the message says by itself.</summary>
    public required MessagePhrases Words { get; init; }

    private bool IsOver => !_incident.IsActive;

    /// <summary>The news that a message repeats, the oldest first; where there is none, where the incident stands.</summary>
    public IReadOnlyList<NewsItem> Story => News.Count > 0 ? [.. News.TakeLast(MostNews)] : [new NewsItem(_incident.DetectedAt, Words.Say(_incident.Status))];

    /// <summary>What fills the blank; null where nothing here can.</summary>
    public Fact? For(TemplateBlank blank, BlankMeaning meaning) => meaning.Field switch
    {
        MessageField.Severity => Fact.Known(Severity(meaning.Choices)),
        MessageField.SeverityCode => Fact.Known(_incident.Severity),
        MessageField.Status => Fact.Known(Status(meaning.Choices)),
        MessageField.Id => Fact.Known(_incident.Id),
        MessageField.Component => Names(_incident.Components, _incident.Services, "component"),
        MessageField.Service => Names(_incident.Services, _incident.Components, "service"),
        MessageField.Organisation => Text(Organisation) ?? Words.Unknown(MessagePhrase.OurOrganisation),
        MessageField.Commander => Text(_incident.Commander) ?? Words.Unknown(MessagePhrase.NotAssignedYet, "somebody"),
        MessageField.Role => Role(blank),
        MessageField.Source => Text(_incident.Source) ?? Words.Unknown(MessagePhrase.NotRecorded, "a source"),
        MessageField.Title or MessageField.AnyText => Fact.Known(_incident.Title),
        MessageField.Symptom => Text(_incident.Symptom) ?? Text(_incident.Impact) ?? Words.Unknown(MessagePhrase.BeingEstablished, "symptoms"),
        MessageField.Impact => Text(_incident.Impact) ?? Words.Unknown(IsOver ? MessagePhrase.NotRecorded : MessagePhrase.UnderInvestigation, "an impact"),
        MessageField.Affected => Text(_incident.Affected) ?? Names(IsPeople(blank) ? [] : _incident.Services, [], "an extent"),
        MessageField.Progress => blank.IsValue ? Fact.Known([.. Story.Select(item => item.Text)]) : Fact.Known(Latest),
        MessageField.RootCause => Text(_incident.RootCause) ?? Words.Unknown(IsOver ? MessagePhrase.NotRecorded : MessagePhrase.UnderInvestigation, "a cause"),
        MessageField.Resolution => Text(_incident.Resolution) ?? Words.Unknown(IsOver ? MessagePhrase.NotRecorded : MessagePhrase.NotFoundYet, "a solution"),
        MessageField.NextSteps => NextSteps,
        MessageField.DataLoss => Words.Unknown(MessagePhrase.BeingEstablished, "an effect on data"),
        MessageField.StartedAt => Fact.At(_incident.DetectedAt),
        MessageField.AcknowledgedAt => Moment(_incident.AcknowledgedAt, MessagePhrase.NotAcknowledgedYet),
        MessageField.IdentifiedAt => Moment(_incident.IdentifiedAt, MessagePhrase.NotIdentifiedYet),
        MessageField.ResolvedAt => Moment(_incident.ResolvedAt, MessagePhrase.NotResolvedYet),
        MessageField.Eta => Eta(),
        MessageField.NextUpdate => NextUpdate(),
        MessageField.PostMortem => Due(DeadlineKind.PostMortem) is { } due ? Fact.At(due) : Words.Unknown(MessagePhrase.ToFollow) with { InSentence = Words.IsEnglish ? "a time to be agreed" : null },
        MessageField.Duration => Fact.Known(ReadableDuration.Format(_incident.Duration) is var lasted && IsOver ? lasted : Words.With(MessagePhrase.SoFar, lasted)),
        MessageField.AnyTime => Fact.At(Time()),
        MessageField.AnyLink => Tool(blank),
        _ => null,
    };

    private string Latest => News.Count > 0 ? News[^1].Text : Words.Say(_incident.Status);

    private static Fact? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : Fact.Known(text);

    private Fact Names(IReadOnlyList<string> names, IReadOnlyList<string> otherwise, string noun) =>
        names.Count > 0 ? Fact.Known(string.Join(", ", names))
        : otherwise.Count > 0 ? Fact.Known(string.Join(", ", otherwise))
        : Words.Unknown(MessagePhrase.NotKnownYet, noun);

    private Fact Moment(DateTimeOffset? at, MessagePhrase unknown) => at is { } moment ? Fact.At(moment) : Words.Unknown(unknown);

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

        return _incident.Status == IncidentStatus.Merged ? Words.With(MessagePhrase.ContinuesUnder, _incident.MergedInto ?? "") : Words.IsEnglish ? _incident.Status.ToString() : Words.Say(_incident.Status);
    }

    /// <summary>A service is no user: it stands for what is affected only where things may be named.</summary>
    private static bool IsPeople(TemplateBlank blank) => $"{blank.Label} {blank.Name}" is var asked && People().IsMatch(asked) && !Things().IsMatch(asked);

    /// <summary>Whoever holds the role that the blank or its label names: "Comms lead" is Communications.</summary>
    private Fact Role(TemplateBlank blank)
    {
        string[] asked = RoleWords($"{blank.Label} {BlankMeaning.Words(blank.Name)}");
        return _incident.Roles.FirstOrDefault(role => RoleWords(role.Key) is { Length: > 0 } words && Array.TrueForAll(words, asked.Contains)) is { Value: { } holder }
            ? Fact.Known(holder)
            : Words.Unknown(MessagePhrase.NotAssignedYet, "somebody");
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
        : Words.Unknown(IsOver ? MessagePhrase.InPostMortem : MessagePhrase.BeingWorkedOut);

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
        _ when IsOver => _incident.ResolvedAt is { } resolved ? Fact.At(resolved) : Words.Unknown(MessagePhrase.None),
        { } eta when eta > _incident.AsOf => Fact.At(eta, near: true),
        { } => Words.Unknown(MessagePhrase.BeingEstimatedAnew, "a time"),
        null => Words.Unknown(MessagePhrase.NotKnownYet, "a time"),
    };

    private Fact NextUpdate()
    {
        if (IsOver)
        {
            return Fact.Known(Words[MessagePhrase.NoneSinceOver]);
        }

        // News that is late is promised anew, counted from now.
        return Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.Update) is not { DueAt: { } due, StartedAt: { } start } ? Fact.Known(Words[MessagePhrase.WhenThereIsNews])
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
