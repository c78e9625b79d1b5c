using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Notifications.Templates;

/// <summary>The words that guides use in their message templates: the one place to add to.</summary>
internal static class MessageWords
{
    /// <summary>Blanks and labels.</summary>
    public static PhraseBook<MessageField> Fields { get; } = new PhraseBook<MessageField>()
        .Add(
            MessageField.Severity,
            "severity", "sev", "severity level", "sev level", "incident severity", "priority", "priority level", "incident priority", "incident level", "level",
            "schweregrad", "priorität", "gravité", "sévérité", "priorité", "severidad", "gravedad", "prioridad", "severidade", "prioridade", "gravidade", "gravità", "priorità",
            "критичность", "приоритет", "重大度", "深刻度", "優先度", "严重程度", "严重级别", "优先级", "심각도")
        .Add(
            MessageField.Status,
            "status", "current status", "incident status", "state", "current state", "resolution status", "aktueller stand", "statut", "état", "estado", "estado actual", "estado atual", "stato",
            "статус", "ステータス", "状況", "状态", "当前状态", "상태")
        .Add(
            MessageField.Id,
            "ticket", "ticket number", "ticket no", "ticket id", "incident id", "incident number", "incident no", "incident reference", "case number", "case id", "sev id", "incident key", "id", "number of the incident",
            "ticketnummer", "vorfallnummer", "número de ticket", "numéro de ticket", "número do ticket", "номер инцидента", "インシデント番号", "事件编号", "工单号")
        .Add(
            MessageField.Component,
            "component", "components", "affected component", "affected components", "system", "systems", "system name", "system names", "affected system", "affected systems", "impacted systems", "subsystem", "module", "list of systems",
            "komponente", "betroffene systeme", "composant", "componente", "sistema", "sistemas afectados", "sistemas afetados", "компонент", "система", "コンポーネント", "システム", "组件", "系统", "受影响系统", "구성 요소")
        .Add(
            MessageField.Service,
            "service", "services", "service name", "affected service", "affected services", "impacted service", "impacted services", "services affected", "list of services", "product", "product name", "application", "application name", "app",
            "dienst", "betroffene dienste", "servicio", "servicios afectados", "serviço", "serviços afetados", "servizio", "сервис", "サービス", "サービス名", "服务", "受影响服务", "서비스")
        .Add(
            MessageField.Organisation,
            "organisation", "organization", "company", "company name", "organisation name", "organization name", "team name", "our company", "unternehmen", "empresa", "entreprise", "компания", "会社名", "公司")
        .Add(
            MessageField.Commander,
            "incident commander", "commander", "ic", "incident lead", "incident manager", "incident owner", "lead", "owner", "dri", "responder", "incident responder", "engineer", "engineer name", "on call engineer", "assigned to", "assignee", "managed by", "who is managing this",
            "einsatzleiter", "einsatzleitung", "verantwortlich", "responsable", "responsável", "responsabile", "ответственный", "担当者", "负责人", "담당자")
        .Add(
            MessageField.Role,
            "tech lead", "technical lead", "technical owner", "communications lead", "comms lead", "communication lead", "comms", "communications", "communications manager", "scribe", "operations lead", "ops lead", "customer liaison", "role")
        .Add(
            MessageField.Source,
            "reporter", "reported by", "detected by", "source", "detection source", "alert source", "gemeldet von", "signalé par", "reportado por")
        .Add(
            MessageField.Title,
            "incident", "incident name", "incident title", "title", "subject", "issue", "issue description", "problem", "alert name",
            "störung", "vorfall", "incidente", "инцидент", "описание проблемы", "障害概要", "事件", "故障", "事件描述")
        .Add(MessageField.Symptom, "symptom", "symptoms", "error", "error message", "symptome", "symptôme", "síntoma", "síntomas", "sintoma", "симптом", "症状", "증상")
        .Add(
            MessageField.Impact,
            "impact", "user impact", "customer impact", "business impact", "current impact", "impact description", "impact summary", "specific impact", "brief impact", "final impact", "whats broken", "what is broken", "what broke", "consequences",
            "auswirkung", "auswirkungen", "impacto", "impacto actual", "impatto", "влияние", "影響", "影响", "영향")
        .Add(
            MessageField.Affected,
            "affected", "affected users", "users affected", "users", "customers", "affected customers", "customers affected", "who is affected", "whos affected", "affected features", "feature", "features", "users features", "scope", "known scope", "number of users", "regions", "affected region",
            "betroffen", "betroffene nutzer", "concerné", "utilisateurs concernés", "afectados", "usuarios afectados", "afetados", "usuários afetados", "utenti interessati", "затронуто", "影響範囲", "対象ユーザー", "影响范围", "受影响用户", "영향 범위")
        .Add(
            MessageField.Progress,
            "progress", "update", "latest update", "latest information", "latest", "current situation", "current understanding", "current action", "current actions", "actions taken", "action taken", "actions", "action", "actions in progress", "immediate actions", "what has been done", "whats been done", "what we know", "what we have done", "weve done", "what changed", "change", "findings", "finding", "investigation", "current investigation", "working on", "were doing", "we are doing", "is being done", "being done", "has been accomplished", "mitigation", "mitigation steps", "workaround", "containment", "steps taken", "remediation steps", "latest status",
            "fortschritt", "stand", "maßnahmen", "progrès", "avancement", "actions menées", "progreso", "avance", "acciones", "progresso", "ações", "azioni", "прогресс", "ход работ", "進捗", "対応状況", "进展", "当前进展", "处理进展", "진행 상황")
        .Add(
            MessageField.RootCause,
            "root cause", "cause", "what caused it", "what caused the issue", "caused", "reason", "technical explanation", "brief root cause", "preliminary cause",
            "ursache", "grundursache", "cause racine", "causa", "causa raíz", "causa raiz", "causa principale", "причина", "коренная причина", "原因", "根本原因", "원인")
        .Add(
            MessageField.Resolution,
            "resolution", "solution", "fix", "final fix", "what fixed it", "fixed", "what was done", "was done", "how it was fixed", "what was fixed", "remediation", "actions taken to resolve", "resolution summary",
            "lösung", "behebung", "résolution", "solución", "resolución", "solução", "resolução", "risoluzione", "решение", "解決策", "対応内容", "解决方案", "해결")
        .Add(
            MessageField.NextSteps,
            "next step", "next steps", "follow up", "follow ups", "followup", "followups", "follow up action", "follow up actions", "follow up items", "action item", "action items", "prevention", "preventive measures", "preventative measures", "doing next", "happening next", "happens next", "were doing next", "we are doing next", "next action", "next actions", "planned actions",
            "nächste schritte", "weiteres vorgehen", "prochaines étapes", "próximos pasos", "próximos passos", "prossimi passi", "следующие шаги", "今後の対応", "次のステップ", "后续措施", "下一步", "다음 단계")
        .Add(MessageField.DataLoss, "data loss", "data impact", "data affected", "data involved", "data types affected", "what data was involved", "what information was involved", "datenverlust", "perte de données", "pérdida de datos", "perda de dados")
        .Add(
            MessageField.StartedAt,
            "start time", "start", "started", "started at", "time started", "start date", "begin", "began", "since", "incident start", "incident time", "time detected", "detected", "detected at", "detection time", "time of detection", "time of incident", "discovered", "discovery date", "declared", "declared at", "opened", "reported at", "when it started",
            "beginn", "seit", "début", "inicio", "início", "inizio", "начало", "発生日時", "発生時刻", "開始時刻", "开始时间", "发生时间", "시작 시간")
        .Add(MessageField.AcknowledgedAt, "acknowledged", "acknowledged at", "time acknowledged", "acknowledgement time")
        .Add(MessageField.IdentifiedAt, "identified at", "time identified", "root cause identified", "cause identified")
        .Add(
            MessageField.ResolvedAt,
            "end time", "end", "ended", "end date", "resolved", "resolved at", "resolution time", "time resolved", "time of resolution", "closed at", "restored at", "service restored", "recovery time", "mitigated at",
            "ende", "behoben", "fin", "fim", "fine", "resuelto", "resolvido", "решено", "復旧時刻", "終了時刻", "恢复时间", "结束时间", "해결 시간")
        .Add(
            MessageField.Eta,
            "eta", "estimated time", "estimated resolution", "estimated resolution time", "estimated time to resolution", "estimated time of resolution", "eta for resolution", "eta to resolution", "eta for fix", "expected resolution", "expected resolution time", "expected recovery", "expected by", "time estimate", "estimated", "time to resolution",
            "voraussichtlich", "voraussichtliche lösung", "estimation", "tiempo estimado", "resolución estimada", "tempo estimado", "previsão", "previsão de resolução", "heure estimée", "heure de résolution estimée", "résolution estimée", "rétablissement estimé", "rétablissement prévu", "voraussichtliche behebung", "voraussichtliches ende", "geschätzte behebung", "geschätzte dauer", "hora estimada", "tiempo estimado de resolución", "recuperación estimada", "tempo estimado de resolução", "resolução estimada", "tempo stimato", "risoluzione prevista", "ripristino previsto", "ориентировочное время", "復旧見込み", "復旧予定", "预计恢复时间", "预计时间", "예상 시간")
        .Add(
            MessageField.NextUpdate,
            "next update", "next update time", "next status update", "next communication", "next report", "eta for update", "time of next update", "update by", "another update",
            "nächstes update", "nächste aktualisierung", "prochaine mise à jour", "próxima actualización", "próxima atualização", "prossimo aggiornamento", "следующее обновление", "次回更新", "次回報告", "下次更新", "다음 업데이트")
        .Add(MessageField.PostMortem, "post mortem", "postmortem", "post mortem scheduled", "post incident review", "post incident report", "incident review", "retrospective", "pir", "rca", "incident report", "review scheduled")
        .Add(
            MessageField.Duration,
            "duration", "total duration", "incident duration", "how long", "how long it lasted", "downtime", "total downtime", "outage duration", "total outage time", "total time", "time to resolve", "elapsed", "x hour", "x hours", "x minutes", "x min", "y minutes",
            "dauer", "durée", "duración", "duração", "durata", "длительность", "продолжительность", "所要時間", "停止時間", "持续时间", "지속 시간")
        .Add(
            MessageField.AnyText,
            "description", "brief description", "short description", "detailed description", "details", "detail", "text", "explanation", "brief explanation", "summary", "executive summary", "incident summary", "brief summary", "what happened", "event", "one line description", "information", "message", "what", "list", "describe",
            "beschreibung", "zusammenfassung", "résumé", "resumen", "resumo", "riepilogo", "概要", "개요", "description courte", "descripción", "descrição", "descrizione", "описание", "内容", "説明", "描述", "说明", "설명")
        .Add(
            MessageField.AnyTime,
            "time", "timestamp", "date", "date time", "datetime", "date and time", "current time", "when", "hh mm", "yyyy mm dd", "dd mm yyyy", "mm dd yyyy", "utc", "zeit", "uhrzeit", "datum", "zeitpunkt", "heure", "date et heure", "hora", "fecha", "data", "ora", "время", "дата", "時刻", "日時", "时间", "日期", "시간")
        .Add(MessageField.AnyPerson, "name", "person", "team member", "team member name", "handle", "contact", "who", "nombre", "nom", "nome", "名前", "姓名", "имя")
        .Add(MessageField.AnyNumber, "x", "n", "xx", "estimate", "best estimate", "updated estimate", "number", "count", "percentage", "percent", "amount", "how many")
        .Add(
            MessageField.AnyLink,
            "link", "url", "address", "bridge", "conference", "conference line", "war room", "warroom", "meeting link", "zoom", "channel", "slack channel", "incident channel", "doc", "document", "incident doc", "incident document", "dashboard", "status page", "status page url", "runbook", "runbook link", "ticket link", "sentry link")
        .Add(
            MessageField.Outside,
            "phone", "phone number", "email", "signature", "customer name", "user name", "contact information", "contact email", "recommended action", "recommended actions", "recommended customer actions", "recommended user actions", "actions required", "action required", "what you can do", "you should do",
            "blocker", "blockers", "impediment", "impediments", "update n", "update number", "version", "commit hash", "last deploy", "kundenname", "nom du client", "nombre del cliente");

    /// <summary>Words for where an incident stands.</summary>
    public static PhraseBook<StatusWord> Statuses { get; } = new PhraseBook<StatusWord>()
        .Add(StatusWord.New, "new", "open", "opened", "detected", "declared", "detection", "reported", "neu", "offen", "nouveau", "ouvert", "abierto", "aberto", "nuevo", "novo", "обнаружен", "検知", "新建")
        .Add(StatusWord.Acknowledged, "acknowledged", "triage", "triaging", "assigned", "angenommen", "reconnu", "reconocido", "reconhecido")
        .Add(StatusWord.Investigating, "investigating", "investigation", "under investigation", "analysing", "analyzing", "diagnosing", "looking into", "untersuchung", "in untersuchung", "wird untersucht", "investigation en cours", "en cours d'investigation", "investigando", "en investigación", "em investigação", "расследуется", "調査中", "调查中", "排查中", "조사 중")
        .Add(StatusWord.Identified, "identified", "cause identified", "cause known", "ursache bekannt", "identifié", "identificado", "identificato", "原因特定", "已定位")
        .Add(StatusWord.Mitigating, "mitigating", "mitigated", "mitigation", "containing", "contained", "containment", "fixing", "fix in progress", "implementing fix", "rolling back", "resolving", "resolution in progress", "recovering", "recovery", "eradication", "yellow", "eindämmung", "mitigando", "対応中", "处理中")
        .Add(StatusWord.Monitoring, "monitoring", "watching", "observing", "fixed", "fix deployed", "beobachtung", "surveillance", "monitoreando", "monitorando", "経過観察", "监控中", "모니터링")
        .Add(StatusWord.Resolved, "resolved", "recovered", "restored", "fully restored", "solved", "green", "behoben", "gelöst", "résolu", "resuelto", "resolvido", "risolto", "решен", "решён", "解決", "復旧", "已解决", "已恢复", "해결됨")
        .Add(StatusWord.Closed, "closed", "done", "geschlossen", "clos", "fermé", "cerrado", "fechado", "закрыт", "完了", "已关闭")
        .Add(StatusWord.Dismissed, "dismissed", "false alarm", "false positive", "fehlalarm", "fausse alerte", "falsa alarma", "falso positivo", "誤報", "误报")
        .Add(StatusWord.Ongoing, "ongoing", "active", "in progress", "degraded", "outage", "red", "laufend", "aktiv", "en cours", "en curso", "em andamento", "進行中", "进行中");
}
