using System.Globalization;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Notifications.Filling;

/// <summary>What a message says by itself, in the language of its template.</summary>
/// <param name="language">The language.</param>
internal sealed class MessagePhrases(TemplateLanguage language)
{
    // English, German, French, Spanish, Portuguese, Italian, Russian, Japanese, Chinese: as in TemplateLanguage.
    private static readonly Dictionary<MessagePhrase, string[]> Table = new()
    {
        [MessagePhrase.OurOrganisation] = ["our organisation", "unsere Organisation", "notre organisation", "nuestra organización", "a nossa organização", "la nostra organizzazione", "наша организация", "弊社", "我们"],
        [MessagePhrase.NotAssignedYet] = ["not assigned yet", "noch nicht zugewiesen", "pas encore désigné", "sin asignar todavía", "ainda não atribuído", "non ancora assegnato", "ещё не назначен", "未定", "尚未指定"],
        [MessagePhrase.NotRecorded] = ["not recorded", "nicht festgehalten", "non renseigné", "sin registrar", "não registado", "non registrato", "не записано", "記録なし", "未记录"],
        [MessagePhrase.BeingEstablished] = ["being established", "wird geklärt", "en cours de vérification", "en proceso de verificación", "em verificação", "in corso di verifica", "выясняется", "確認中", "确认中"],
        [MessagePhrase.UnderInvestigation] = ["under investigation", "wird untersucht", "en cours d'investigation", "en investigación", "em investigação", "in corso di analisi", "выясняется", "調査中", "调查中"],
        [MessagePhrase.NotKnownYet] = ["not known yet", "noch nicht bekannt", "pas encore connu", "aún no se conoce", "ainda não se sabe", "non ancora noto", "пока не известно", "現時点では不明", "尚不清楚"],
        [MessagePhrase.NotFoundYet] = ["not found yet", "noch nicht gefunden", "pas encore trouvé", "aún no se ha encontrado", "ainda não encontrado", "non ancora trovato", "пока не найдено", "対応策を検討中", "尚未找到"],
        [MessagePhrase.NotAcknowledgedYet] = ["not acknowledged yet", "noch nicht angenommen", "pas encore pris en compte", "sin confirmar todavía", "ainda não confirmado", "non ancora preso in carico", "ещё не принят", "未対応", "尚未确认"],
        [MessagePhrase.NotIdentifiedYet] = ["not identified yet", "noch nicht gefunden", "pas encore identifié", "sin identificar todavía", "ainda não identificado", "non ancora individuato", "ещё не установлено", "未特定", "尚未定位"],
        [MessagePhrase.NotResolvedYet] = ["not resolved yet", "noch nicht behoben", "pas encore résolu", "sin resolver todavía", "ainda não resolvido", "non ancora risolto", "ещё не решено", "未解決", "尚未解决"],
        [MessagePhrase.ToFollow] = ["to follow", "folgt", "à venir", "por confirmar", "a confirmar", "da comunicare", "будет сообщено", "追ってお知らせします", "稍后通知"],
        [MessagePhrase.InPostMortem] = ["to be agreed in the post-mortem", "wird in der Nachbereitung vereinbart", "à convenir lors du post-mortem", "se acordará en el post-mortem", "a acordar no post-mortem", "da concordare nel post-mortem", "будет определено при разборе", "事後検証で決定します", "将在复盘中确定"],
        [MessagePhrase.BeingWorkedOut] = ["being worked out", "wird erarbeitet", "en cours de définition", "en preparación", "em preparação", "in corso di definizione", "определяется", "検討中", "制定中"],
        [MessagePhrase.None] = ["none", "keine", "aucun", "ninguna", "nenhuma", "nessuno", "нет", "なし", "无"],
        [MessagePhrase.BeingEstimatedAnew] = ["being estimated anew", "wird neu geschätzt", "en cours de réévaluation", "en nueva estimación", "em nova estimativa", "in corso di nuova stima", "уточняется", "再見積もり中", "重新评估中"],
        [MessagePhrase.NoneSinceOver] = ["none, the incident is over", "keines, der Vorfall ist beendet", "aucune, l'incident est terminé", "ninguna, el incidente ha terminado", "nenhuma, o incidente terminou", "nessuno, l'incidente è concluso", "нет, инцидент завершён", "なし(インシデントは終了しました)", "无,事件已结束"],
        [MessagePhrase.WhenThereIsNews] = ["as soon as there is news", "sobald es Neues gibt", "dès qu'il y aura du nouveau", "en cuanto haya novedades", "assim que houver novidades", "appena ci saranno novità", "как только появятся новости", "新しい情報が入り次第", "有新消息时"],
        [MessagePhrase.NobodyYet] = ["nobody yet", "noch niemand", "personne pour l'instant", "nadie todavía", "ninguém ainda", "ancora nessuno", "пока никто", "未定", "暂无"],
        [MessagePhrase.NoDateYet] = ["no date yet", "noch kein Termin", "pas encore de date", "sin fecha todavía", "ainda sem data", "ancora senza data", "срок не назначен", "期日未定", "暂无日期"],
        [MessagePhrase.SoFar] = ["{0} so far", "bisher {0}", "{0} jusqu'ici", "{0} hasta ahora", "{0} até agora", "{0} finora", "пока {0}", "現在まで {0}", "至今 {0}"],
        [MessagePhrase.ContinuesUnder] = ["Continues under {0}", "Geht unter {0} weiter", "Se poursuit sous {0}", "Continúa en {0}", "Continua em {0}", "Prosegue in {0}", "Продолжается в {0}", "{0} に統合", "并入 {0}"],
        [MessagePhrase.Seen] = ["Seen, and not taken up yet", "Gesehen, noch nicht angenommen", "Détecté, pas encore pris en charge", "Detectado, sin atender todavía", "Detetado, ainda sem atendimento", "Rilevato, non ancora preso in carico", "Замечен, ещё не взят в работу", "検知済み、未対応", "已发现,尚未处理"],
        [MessagePhrase.TakenUp] = ["Taken up, about to be investigated", "Angenommen, die Untersuchung beginnt", "Pris en charge, l'investigation commence", "En atención, empieza la investigación", "Em atendimento, a investigação começa", "Preso in carico, inizia l'analisi", "Взят в работу, начинается разбор", "対応を開始しました", "已受理,即将调查"],
        [MessagePhrase.CauseKnown] = ["The cause is known, a fix is being worked on", "Die Ursache ist bekannt, an der Behebung wird gearbeitet", "La cause est connue, un correctif est en cours", "Se conoce la causa y se trabaja en la solución", "A causa é conhecida e a correção está em curso", "La causa è nota, si lavora alla soluzione", "Причина известна, идёт исправление", "原因が判明し、対応中です", "原因已查明,正在修复"],
        [MessagePhrase.FixWatched] = ["A fix is in place and is being watched", "Eine Behebung ist eingespielt und wird beobachtet", "Un correctif est en place et sous surveillance", "La solución está aplicada y en observación", "A correção está aplicada e em observação", "La soluzione è attiva e sotto osservazione", "Исправление внесено, идёт наблюдение", "対応済み、経過を観察中です", "已修复,正在观察"],
        [MessagePhrase.FalseAlarm] = ["This was a false alarm", "Es war ein Fehlalarm", "C'était une fausse alerte", "Fue una falsa alarma", "Foi um falso alarme", "Era un falso allarme", "Это была ложная тревога", "誤報でした", "这是误报"],
        [MessagePhrase.Merged] = ["This continues under another incident", "Dies geht unter einem anderen Vorfall weiter", "La suite est traitée dans un autre incident", "Continúa en otro incidente", "Continua noutro incidente", "Prosegue in un altro incidente", "Продолжается в другом инциденте", "別のインシデントで対応を続けます", "已并入另一事件"],
        [MessagePhrase.Resolved] = ["Resolved", "Behoben", "Résolu", "Resuelto", "Resolvido", "Risolto", "Решено", "解決済み", "已解决"],
        [MessagePhrase.CameBack] = ["It has come back: {0}", "Wieder aufgetreten: {0}", "Réapparu : {0}", "Ha vuelto: {0}", "Voltou: {0}", "Si è ripresentato: {0}", "Проблема вернулась: {0}", "再発しました: {0}", "再次发生:{0}"],
        [MessagePhrase.OpenAgain] = ["the incident is open again", "der Vorfall ist wieder offen", "l'incident est rouvert", "el incidente está abierto de nuevo", "o incidente foi reaberto", "l'incidente è riaperto", "инцидент открыт снова", "インシデントを再開しました", "事件已重新打开"],
        [MessagePhrase.DrillMark] = ["DRILL", "ÜBUNG", "EXERCICE", "SIMULACRO", "SIMULACRO", "ESERCITAZIONE", "УЧЕНИЯ", "訓練", "演练"],
        [MessagePhrase.DrillNotice] = ["This is a drill. There is no real incident.", "Dies ist eine Übung. Es gibt keinen echten Vorfall.", "Ceci est un exercice. Il n'y a pas d'incident réel.", "Esto es un simulacro. No hay ningún incidente real.", "Isto é um simulacro. Não há incidente real.", "Questa è un'esercitazione. Non c'è alcun incidente reale.", "Это учения. Настоящего инцидента нет.", "これは訓練です。実際のインシデントではありません。", "这是演练,没有真实事件。"],
    };

    public bool IsEnglish => language == TemplateLanguage.English;

    public string this[MessagePhrase phrase] => Table[phrase][(int)language];

    public string With(MessagePhrase phrase, string value) => string.Format(CultureInfo.InvariantCulture, this[phrase], value);

    /// <summary>Says that something is not known.</summary>
    /// <param name="phrase">How.</param>
    /// <param name="noun">What it is, for an English sentence; null where the phrase reads well in one.</param>
    public Fact Unknown(MessagePhrase phrase, string? noun = null) => Fact.Unknown(this[phrase]) with
    {
        // Other languages would have to bend the noun: set apart, the phrase reads well in any sentence.
        InSentence = noun is null ? null : IsEnglish ? $"{noun} {this[phrase]}" : $"({this[phrase]})",
    };

    /// <summary>What a status means.</summary>
    public string Say(IncidentStatus status)
    {
        string said = this[status switch
        {
            IncidentStatus.Detected => MessagePhrase.Seen,
            IncidentStatus.Acknowledged => MessagePhrase.TakenUp,
            IncidentStatus.Investigating => MessagePhrase.UnderInvestigation,
            IncidentStatus.Identified => MessagePhrase.CauseKnown,
            IncidentStatus.Monitoring => MessagePhrase.FixWatched,
            IncidentStatus.Dismissed => MessagePhrase.FalseAlarm,
            IncidentStatus.Merged => MessagePhrase.Merged,
            _ => MessagePhrase.Resolved,
        }];
        return char.ToUpperInvariant(said[0]) + said[1..];
    }
}
