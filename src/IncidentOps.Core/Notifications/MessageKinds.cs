using System.Text.RegularExpressions;
using IncidentOps.Core.Notifications.Filling;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Notifications;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Notifications;

/// <summary>What templates tell, by what they are called and how they begin.</summary>
internal static partial class MessageKinds
{
    private const int HeadLines = 4;

    private static readonly PhraseBook<MessageKind> Names = new PhraseBook<MessageKind>()
        .Add(
            MessageKind.InitialAlert,
            "initial", "initial alert", "initial notification", "initial announcement", "initial update", "initial status update", "initial message", "initial post", "initial communication", "alert", "internal alert", "announcement", "incident announcement", "incident declared", "declared", "declaration", "incident start", "start", "new incident", "first notification", "detected", "detection", "investigating", "acknowledgement", "outage notification", "notification",
            "erstmeldung", "alarm", "alarmierung", "meldung", "alerte", "alerte initiale", "notification initiale", "alerta", "alerta inicial", "notificación inicial", "notificação inicial", "avviso iniziale", "первичное уведомление", "оповещение", "初報", "第一報", "発生報告", "初始通知", "告警", "故障通知", "초기 알림")
        .Add(
            MessageKind.StatusUpdate,
            "update", "status update", "progress", "progress update", "incident update", "hourly update", "ongoing", "identified", "monitoring", "status",
            "zwischenstand", "statusmeldung", "aktualisierung", "mise à jour", "point de situation", "actualización", "actualización de estado", "atualização", "atualização de status", "aggiornamento", "обновление", "обновление статуса", "続報", "経過報告", "状況報告", "进展通报", "状态更新", "更新", "상태 업데이트")
        .Add(
            MessageKind.Resolution,
            "resolution", "resolution notice", "resolution notification", "resolution update", "resolution announcement", "resolved", "incident resolved", "all clear", "recovery", "recovered", "restored", "service restored", "closure", "incident closed", "closed",
            "entwarnung", "abschluss", "abschlussmeldung", "behoben", "résolution", "incident résolu", "clôture", "resolución", "incidente resuelto", "resolução", "incidente resolvido", "risoluzione", "решение", "инцидент решен", "復旧報告", "解決報告", "恢复通知", "解决通知", "해결 알림")
        .Add(
            MessageKind.Other,
            "post mortem", "postmortem", "post incident review", "post incident report", "post incident summary", "incident report", "executive briefing", "breach notification", "regulatory notification", "handoff", "shift handoff", "escalation request");

    /// <summary>What a template tells.</summary>
    public static MessageKind Of(MessageTemplate template)
    {
        // A text that says that it is resolved tells just that, whatever it is called.
        if (SaysResolved().IsMatch(template.Body))
        {
            return MessageKind.Resolution;
        }

        string head = string.Join(' ', template.Body.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(HeadLines));
        return Names.Best(template.Name) ?? Names.Best(head.Length > 160 ? head[..160] : head) ?? MessageKind.Other;
    }

    /// <summary>What is to be told of an incident as it stands.</summary>
    public static MessageKind For(IncidentStatus status, IReadOnlyList<TimelineEntry> timeline) => status switch
    {
        IncidentStatus.Resolved or IncidentStatus.Closed => MessageKind.Resolution,
        _ => NewsItem.IsAny(timeline) ? MessageKind.StatusUpdate : MessageKind.InitialAlert,
    };

    [GeneratedRegex(@"^[\s*_]*status[\s*_]*:[\s*_]*resolved\b(?!\s*[/|])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex SaysResolved();
}
