using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>The words that guides use for the things a <c>Procedure</c> is made of: the one place to add to.</summary>
internal static class GuideWords
{
    /// <summary>Headings: what a section is about.</summary>
    public static PhraseBook<SectionKind> Sections { get; } = new PhraseBook<SectionKind>()
        .Add(
            SectionKind.Severities,
            "severity", "severities", "severity level", "severity levels", "severity classification", "severity definitions", "severity matrix",
            "incident severity", "incident severities", "sev level", "sev levels", "sevs", "priority", "priority level", "priority levels",
            "priorities", "incident priority", "incident levels", "incident level", "levels of incident", "levels of incidents", "levels of emergency", "levels of emergencies", "emergency levels", "emergency level", "disaster levels", "incident classification", "classification",
            "classifying incidents", "classify", "criticality", "incident criticality", "criticality levels", "criticality ratings", "impact level", "alert levels", "threat levels", "urgency", "triage matrix", "priority matrix",
            "response times", "response time", "sla", "slas", "response targets", "service level", "incident categories and severity",
            "schweregrad", "schweregrade", "prioritäten", "priorität", "priorisierung", "klassifizierung", "klassifikation", "vorfallklassifikation", "störungsklassen", "kategorisierung", "kategorisierung und priorisierung", "einstufung",
            "gravité", "niveaux de gravité", "sévérité", "priorité", "priorités", "classification des incidents",
            "severidad", "niveles de severidad", "gravedad", "prioridad", "prioridades", "clasificación",
            "severidade", "níveis de severidade", "prioridade", "classificação", "gravidade", "gravità", "priorità", "livelli di gravità",
            "ernst", "prioriteit", "重大度", "深刻度", "優先度", "严重程度", "严重级别", "严重性", "事故级别", "事故等级", "事件级别", "事件等级", "事件分级", "故障等级", "故障级别", "优先级", "分级", "심각도", "우선순위",
            "تصنيف الحوادث", "مستويات الخطورة", "критичность", "серьезность", "серьёзность", "уровни критичности", "приоритет", "приоритеты", "классификация")
        .Add(
            SectionKind.Workflow,
            "workflow", "general pattern", "general approach", "general steps", "incident workflow", "response workflow", "incident response workflow", "incident response process", "response process",
            "process", "incident process", "lifecycle", "life cycle", "incident lifecycle", "response phases", "phases", "incident phases",
            "response procedure", "response procedures", "incident response procedure", "incident response procedures", "response steps",
            "incident response steps", "incident steps", "steps", "response plan", "response flow", "incident flow", "incident handling",
            "handling process", "handling an incident", "response stages", "stages", "emergency steps", "incident management process", "during an incident", "running an incident", "managing an incident", "working an incident",
            "responding to an incident", "what to do", "how we respond", "how we respond to incidents", "how we handle incidents", "how incidents are handled", "what happens in an incident", "what happens during an incident", "when an incident happens", "step by step", "incident response timeline", "response timeline", "response path", "response sequence", "response protocol",
            "general response", "standard response", "response framework", "first response", "incident procedures",
            "ablauf", "ablaufdiagramm", "prozessablauf", "prozessschritte", "vorgehen", "prozess", "phasen", "processus", "déroulement", "étapes", "procédure générale", "procédure de réponse", "procédures de réponse", "procédure d'intervention", "gestion des incidents", "procedimiento", "procedimientos", "procedimiento de respuesta", "procedimento", "procedimentos", "procedura", "verfahren", "flujo", "flujo de trabajo", "proceso", "proceso de respuesta", "fases",
            "fluxo", "processo", "ciclo", "ciclo de vida", "ciclo do incidente", "ciclo del incidente", "cycle de vie", "cycle de vie des incidents", "ciclo di vita", "etapas", "fasi", "processo di risposta", "werkwijze", "対応フロー", "対応手順", "対応プロセス", "フロー", "手順", "ワークフロー", "プロセス",
            "流程", "响应流程", "处理流程", "应急流程", "处理步骤", "响应步骤", "절차", "대응 절차", "إجراءات الاستجابة", "процесс", "порядок действий", "этапы", "порядок реагирования")
        .Add(
            SectionKind.Checklist,
            "checklist", "checklists", "check list", "check lists", "to do list", "task list", "checkliste", "liste de contrôle", "lista de verificación", "lista de verificação", "lista de control",
            "チェックリスト", "检查清单", "检查表", "清单", "체크리스트", "чек лист", "чеклист")
        .Add(
            SectionKind.Scenarios,
            "scenario", "scenarios", "common scenarios", "incident scenarios", "common incident scenarios", "playbook", "playbooks", "specific playbooks",
            "runbook", "runbooks", "common incidents", "common incident types", "incident types", "types of incidents", "common issues", "known issues", "common problems", "common symptoms", "common errors", "typical problems",
            "common failures", "common alerts", "alert playbooks", "alert runbooks", "failure modes", "failure scenarios", "what can go wrong", "when things go wrong", "when things break", "specific incidents", "specific procedures", "incident specific procedures", "specific response procedures",
            "troubleshooting", "troubleshooting guide", "incident playbooks", "response playbooks", "recovery procedures", "incident runbooks", "emergency scenarios",
            "critical incidents", "critical severity incidents", "high severity incidents", "medium severity incidents", "low severity incidents", "high priority incidents", "priority incidents", "medium priority incidents", "low priority incidents", "incident type",
            "szenarien", "szenario", "störungsszenarien", "playbook per scenario", "häufige störungen", "scénarios", "scénario", "incidents courants", "par type d'incident", "escenarios", "escenarios comunes", "por tipo de incidente", "tipos de incidente", "cenários", "cenários comuns", "scenari",
            "シナリオ", "よくあるインシデント", "プレイブック", "場景", "场景", "常见故障", "常见场景", "常见问题", "시나리오", "خطط الطوارئ", "действия по типам инцидентов", "типы инцидентов", "сценарии", "типовые инциденты", "типовые сценарии")
        .Add(
            SectionKind.Escalation,
            "escalation playbook", "escalation runbook", "escalation", "escalations", "escalation path", "escalation paths", "escalation matrix", "escalation procedure", "escalation procedures", "escalation policy", "escalation levels",
            "escalation chain", "escalation protocol", "escalation plan", "escalation contacts", "escalation process", "escalating", "when to escalate", "how to escalate", "how we escalate", "who to escalate to", "internal escalation",
            "notification matrix", "notification chain", "call tree", "contact tree", "contact chain", "call chain", "paging order", "escalation tree", "chain of command", "call order", "who to notify",
            "eskalation", "eskalationen", "eskalationswege", "eskalationspfad", "eskalationsstufen", "eskalationsmatrix", "escalade", "chemin d'escalade", "escalamiento", "escalado", "escalación", "matriz de escalamiento", "ruta de escalamiento",
            "escalonamento", "escalação", "acionamento", "fluxo de acionamento", "matriz de escalonamento", "níveis de escalonamento", "エスカレーション", "升级", "升级路径", "上报", "升级流程", "에스컬레이션", "эскалация", "эскалации")
        .Add(
            SectionKind.Templates,
            "template", "templates", "wording", "message wording", "status page wording", "canned messages", "ready-made messages", "communication template", "communication templates", "message template", "message templates", "notification template", "notification templates",
            "status page template", "email template", "sample message", "sample messages", "sample communication", "boilerplate", "canned responses", "announcement template",
            "vorlage", "vorlagen", "kommunikationsvorlagen", "nachrichtenvorlagen", "modèle", "modèles", "modèles de communication", "plantilla", "plantillas", "plantillas de comunicación",
            "modelos de comunicação", "modelo de comunicação", "modelos", "modelli", "modelli di comunicazione", "sjabloon", "sjablonen",
            "テンプレート", "連絡テンプレート", "模板", "通知模板", "沟通模板", "템플릿", "шаблон", "шаблоны", "шаблоны сообщений", "шаблоны коммуникаций")
        .Add(
            SectionKind.Rotation,
            "on call", "oncall", "on call rotation", "on call schedule", "rotation", "on call roster", "on call duties", "pager duty rotation", "on call responsibilities", "handoff", "shift handoff", "on call handoff", "on call handover", "on call handover process", "on call handoff process", "shift handover", "handover",
            "rufbereitschaft", "bereitschaft", "astreinte", "astreintes", "guardia", "guardias", "rotación", "turnos", "plantão", "rotação", "reperibilità", "オンコール", "当番", "值班", "轮值", "온콜", "당직", "дежурство", "дежурства", "график дежурств")
        .Add(
            SectionKind.Tools,
            "tool", "tools", "tooling", "tools and resources", "resource", "resources", "useful resources", "useful links", "links", "dashboards", "dashboard", "monitoring dashboards", "quick links", "key links",
            "references", "reference", "related documents", "related documentation", "related runbooks", "further reading", "see also", "monitoring tools", "useful tools", "additional resources",
            "links and resources", "quick reference", "important links",
            "werkzeuge", "hilfsmittel", "referenzen", "verweise", "referanser", "referencias", "referências", "références", "riferimenti", "outils", "outils et ressources", "ressources", "liens utiles", "herramientas", "recursos", "enlaces", "ferramentas", "strumenti", "risorse", "ツール", "リソース", "参考", "工具", "资源", "参考资料", "도구", "أدوات المراقبة والاستجابة", "инструменты", "ресурсы", "ссылки")
        .Add(
            SectionKind.Contacts,
            "escalation contact list", "escalation handles", "contact", "contacts", "contact information", "contact info", "contact list", "emergency contacts", "emergency contact", "key contacts", "important contacts", "external contacts", "internal contacts", "contact details",
            "who to contact", "whom to contact", "call list", "vendor contacts", "support contacts", "team contacts", "security contacts", "phone numbers", "important numbers", "emergency numbers", "useful numbers", "phone list", "directory", "contact directory", "contact matrix",
            "kontakt", "kontakte", "kontaktinformationen", "kontaktliste", "kontaktdaten", "notfallkontakte", "notfallnummern", "ansprechpartner", "notfallkontakte", "contacts d'urgence", "coordonnées", "contacto", "contactos", "contactos de emergencia", "contato", "contatos", "contatos de emergência", "contatti",
            "contacten", "contactpersonen", "連絡先", "緊急連絡先", "联系人", "联系方式", "紧急联系", "연락처", "비상 연락처", "جهات الاتصال", "контакты", "контактная информация")
        .Add(
            SectionKind.Roles,
            "role", "roles", "roles and responsibilities", "role definitions", "role descriptions", "incident roles", "responsibilities", "response team", "incident response team", "core team", "extended team", "team roles", "incident team", "team structure", "team members", "communication roles", "response roles",
            "key roles", "schlüsselrollen", "rollen", "rollen und verantwortlichkeiten", "verantwortlichkeiten", "rôles", "rôles et responsabilités", "roles y responsabilidades", "responsabilidades", "equipe de resposta", "equipe de resposta a incidentes", "equipo de respuesta", "equipo de respuesta a incidentes", "équipe de réponse", "équipe de réponse aux incidents", "papéis", "papéis e responsabilidades", "funções", "ruoli", "役割", "体制", "角色", "职责", "响应团队", "应急团队", "团队", "角色与职责", "角色职责", "职责分工", "团队职责", "团队架构", "组织架构", "역할", "فريق الاستجابة للحوادث", "роли", "роли и ответственность")
        .Add(
            SectionKind.PostMortem,
            "post mortem", "post mortems", "postmortem", "postmortems", "post mortem process", "post incident process", "post incident procedure", "post incident workflow", "post incident", "post incident review", "post incident analysis", "post incident report", "post incident activities", "post incident actions", "postincident",
            "retrospective", "retro", "lessons learned", "incident review", "after action review", "after action report", "after action", "pir", "rca", "root cause analysis", "incident report", "learning review", "follow up", "blameless", "incident documentation",
            "nachbereitung", "nachbesprechung", "rétrospective", "retour d'expérience", "rex", "post incidente", "análisis post mortem", "revisión post incidente", "lecciones aprendidas", "pós incidente", "pos incidente", "pós mortem", "lições aprendidas", "dopo l'incidente",
            "ポストモーテム", "振り返り", "事後", "复盘", "事后", "事后分析", "故障复盘", "포스트모템", "사후", "постмортем", "разбор инцидента", "после инцидента")
        .Add(
            SectionKind.Communication,
            "communication", "communications", "comms", "customer comms", "external comms", "internal comms", "communication plan", "communication protocol", "communication protocols", "communication guidelines", "communication channels", "internal communication", "external communication", "status update", "status updates",
            "status page", "status page updates", "stakeholder communication", "customer communication", "communication cadence", "update frequency", "update cadence", "notification", "notifications", "channels", "internal channels", "external channels", "stakeholder updates", "customer notification",
            "kommunikation", "comunicación", "comunicação", "comunicazione", "communicatie", "コミュニケーション", "連絡", "沟通", "通知", "通报", "커뮤니케이션", "коммуникация", "коммуникации")
        .Add(
            SectionKind.Exercise,
            "tabletop", "table top", "tabletop exercise", "tabletop exercises", "tabletop scenarios", "exercise", "exercises", "drill", "drills", "training", "testing", "testing and training", "game day", "game days", "simulation", "simulations", "practice scenarios", "practice", "chaos engineering",
            "übung", "übungen", "exercices", "simulacro", "simulacros", "exercícios", "演練", "演练", "訓練", "훈련", "учения")
        .Add(
            SectionKind.Prose,
            "table of contents", "contents", "toc", "index", "purpose", "scope", "introduction", "overview", "background", "about", "document history", "document control", "revision history", "version history", "change log", "changelog", "changes", "history", "metadata",
            "best practices", "practices", "good practices", "cross cutting practices", "working practices", "glossary", "terminology", "definitions", "definition", "principles", "key principles", "guiding principles", "blameless culture", "appendix", "appendices", "goals", "objectives", "objective", "summary", "legal", "compliance", "references and standards", "audience", "policy statement", "metrics", "kpis", "review", "maintenance", "document maintenance", "review schedule",
            "inhaltsverzeichnis", "zweck", "geltungsbereich", "dokumentenhistorie", "einleitung", "überblick", "sommaire", "table des matières", "objectif", "índice", "propósito", "objetivo", "alcance", "introducción", "introdução", "escopo", "目次", "概要", "はじめに", "目的", "目录", "概述", "简介", "목차", "개요", "содержание", "введение", "цель", "обзор")
        .WithLanguages("section");

    /// <summary>Labels and columns: what a value is.</summary>
    public static PhraseBook<GuideField> Fields { get; } = new PhraseBook<GuideField>()
        .Add(
            GuideField.Severity,
            "severity", "sev", "severity level", "criticality", "incident criticality", "priority", "priority level", "level", "incident level", "classification", "class", "severity code", "rating", "incident severity", "sev level", "p level", "category", "code", "tier", "applies to", "for severity", "severities",
            "schweregrad", "priorität", "stufe", "gravité", "sévérité", "priorité", "niveau", "severidad", "gravedad", "prioridad", "nivel", "severidade", "prioridade", "nível", "gravità", "priorità", "livello", "重大度", "深刻度", "優先度", "レベル", "级别", "等级", "严重程度", "优先级", "严重级别", "심각도", "등급", "уровень", "приоритет", "критичность")
        .Add(
            GuideField.Label,
            "name", "label", "type", "title", "designation", "severity name", "level name", "bezeichnung", "nom", "nombre", "nome", "名称", "名前", "이름", "название")
        .Add(
            GuideField.Definition,
            "definition", "def", "description", "threshold", "thresholds", "meaning", "criteria", "what it means", "details", "what", "when to use", "characteristics", "classification criteria", "scope", "situation", "condition", "conditions", "when", "explanation", "guidelines", "indicators", "what it looks like", "state", "summary",
            "significado", "signification", "significato", "beschreibung", "bedeutung", "kriterien", "définition", "critères", "definición", "descripción", "criterios", "descrição", "definição", "critérios", "definizione", "descrizione", "criteri", "beschrijving", "内容", "定義", "説明", "基準", "定义", "描述", "说明", "标准", "정의", "설명", "기준", "المعايير", "الوصف", "описание", "определение", "критерии")
        .Add(
            GuideField.Impact,
            "impact", "business impact", "user impact", "customer impact", "effect", "auswirkung", "auswirkungen", "impacto", "impacto no negócio", "impatto", "影響", "影响", "影响范围", "영향", "влияние")
        .Add(
            GuideField.Example,
            "example", "examples", "example incidents", "examples include", "typical examples", "sample", "e g", "for example", "scenarios", "example scenarios",
            "beispiel", "beispiele", "exemple", "exemples", "ejemplo", "ejemplos", "exemplo", "exemplos", "esempio", "esempi", "voorbeeld", "voorbeelden", "例", "具体例", "示例", "例子", "举例", "예", "예시", "пример", "примеры")
        .Add(
            GuideField.Response,
            "response time", "response", "response sla", "initial response", "initial response time", "time to respond", "respond within", "target response", "target response time", "response target", "first response", "first response time", "triage sla", "triage time", "time to triage", "start triage", "max response time", "maximum response time", "response window",
            "reaction time", "reaction", "react within", "when to answer", "answer within", "time to answer", "expected response time", "required response time", "sla", "response time sla", "mttr target response", "respond", "response within", "time to engage", "response timeframe", "response deadline", "response goal", "when we respond", "start of work", "response time target", "responding time", "target time",
            "reaktionszeit", "antwortzeit", "erstreaktion", "responstid", "svarstid", "temps de réponse", "délai de réponse", "délai d'intervention", "délai", "tiempo de respuesta", "tiempo de reacción", "tiempo de atención", "tiempo", "tempo de resposta", "prazo de resposta", "tempo di risposta", "responstijd", "reactietijd",
            "対応時間", "応答時間", "初動", "初動時間", "対応開始", "响应时间", "响应时限", "响应时效", "响应", "응답 시간", "대응 시간", "وقت الاستجابة", "время реакции", "время ответа", "время отклика")
        .AddAlone(GuideField.Response, "target")
        .AddAlone(GuideField.Resolve, "mitigate")
        .AddAlone(GuideField.Update, "comms")
        .Add(
            GuideField.Acknowledge,
            "acknowledge", "acknowledged", "target acknowledge", "target acknowledgement", "acknowledgement", "acknowledgment", "ack", "ack time", "time to acknowledge", "acknowledge within", "acknowledgement time", "acknowledgment time", "time to ack", "mtta", "mtta target", "target mtta", "ack sla", "ack within", "bestätigung", "prise en compte", "確認", "确认", "確認時間", "подтверждение")
        .Add(
            GuideField.Resolve,
            "resolution", "resolution time", "resolve", "resolved", "resolve within", "time to resolve", "target resolution", "target resolution time", "resolution target", "resolution sla", "resolution goal", "mttr", "mttr target", "target mttr", "target recovery time", "target rto", "fix within", "fix time", "time to fix", "time to resolution", "ttr", "target ttr", "recovery time", "mitigation time", "mitigation target", "time to mitigate", "rto", "max resolution time", "fix target", "target fix", "target fix time", "mitigation", "target mitigation", "mitigate within", "target resolve",
            "lösungszeit", "wiederherstellungszeit", "temps de résolution", "délai de résolution", "tiempo de resolución", "tempo de resolução", "prazo de resolução", "tempo di risoluzione", "oplostijd", "解決時間", "復旧目標", "解决时间", "恢复时间", "解决目标", "恢复目标", "해결 시간", "وقت الحل", "время решения", "время устранения")
        .Add(
            GuideField.Update,
            "update", "updates", "update frequency", "update interval", "update cadence", "status updates", "status update frequency", "communication frequency", "communication cadence", "update every", "frequency", "cadence", "reporting frequency", "reporting interval", "how often to report", "how often to update", "how often we update", "notification frequency", "stakeholder updates", "customer updates", "status update", "status cadence", "comms cadence", "comms frequency", "status page updates", "internal updates",
            "aktualisierung", "aktualisierungsintervall", "fréquence", "fréquence de mise à jour", "fréquence des mises à jour", "frecuencia", "frecuencia de actualización", "frequência", "frequência de atualização", "frequenza", "更新頻度", "更新间隔", "更新频率", "通报频率", "업데이트", "업데이트 주기", "частота обновлений", "обновления", "частота")
        .Add(
            GuideField.Escalation,
            "escalation", "escalate", "escalates", "escalation path", "escalation policy", "eskalation", "escalade", "escalamiento", "escalonamento", "エスカレーション", "升级", "上报", "에스컬레이션", "الاستدعاء", "эскалация")
        .Add(
            GuideField.EscalationTarget,
            "escalate to", "escalates to", "escalation to", "notify", "notified", "who", "who to notify", "who is notified", "notification", "notifications", "recipient", "recipients", "notify who", "page", "who to page", "responder", "responders", "escalation contact", "who to contact", "who to call", "informed", "notification list", "stakeholders", "team", "people", "audience", "escalation point", "responsible", "owner", "escalated to", "first responder", "required responders",
            "empfänger", "wer", "qui", "quién", "notificar", "notificar a", "quem", "通知先", "通知", "通知对象", "通知人", "알림 대상", "кому", "кого уведомить", "кто")
        .Add(
            GuideField.After,
            "escalate after", "after", "notify within", "within", "time", "timeframe", "time frame", "delay", "escalation time", "time to escalate", "timing", "deadline", "timeline", "trigger time", "time elapsed", "elapsed", "escalation timeline", "escalate within", "wait", "timeout", "notification time", "notification timeline", "time window", "elapsed time", "time since incident", "if not resolved in", "escalation timeframe",
            "zeit", "nach", "frist", "quand", "cuándo", "plazo", "quando", "prazo", "tempo", "時間", "时间", "时限", "시간", "время", "срок")
        .Add(
            GuideField.Level,
            "level", "tier", "step", "order", "escalation level", "stage", "line", "support level", "stufe", "niveau", "nivel", "nível", "段階", "级别", "단계", "уровень")
        .Add(
            GuideField.Role,
            "role", "position", "function", "title", "job title", "team", "organization", "organisation", "service", "vendor", "provider", "department", "company", "party", "agency", "entity", "group", "rolle", "rôle", "rol", "papel", "função", "cargo", "ruolo", "equipe", "equipo", "役割", "担当", "角色", "职位", "역할", "роль", "должность")
        .Add(
            GuideField.Person,
            "name", "person", "contact name", "who", "primary", "primary contact", "lead", "owner", "contact person", "assignee", "individual", "member", "assigned to", "nom", "nombre", "nome", "名前", "氏名", "姓名", "이름", "имя", "фио")
        .Add(GuideField.Backup, "backup", "secondary", "secondary contact", "alternate", "deputy", "backup contact", "vertretung", "suplente", "代理", "备份", "备用")
        .Add(
            GuideField.Channel,
            "contact", "contact info", "contact information", "contact method", "contact details", "phone", "phone number", "telephone", "tel", "mobile", "cell", "email", "e mail", "mail", "slack", "slack handle", "teams", "chat", "channel", "pager", "pagerduty", "url", "link", "access", "address", "handle", "hotline", "method", "telegram", "discord", "signal", "github", "location", "how to reach", "how to contact", "reach via", "value", "support", "number", "sms", "whatsapp", "after hours", "portal", "support url", "support portal", "emergency",
            "telefon", "kontakt", "téléphone", "courriel", "teléfono", "correo", "contacto", "telefone", "contato", "telefono", "canal", "canale", "meio de contato", "medio de contacto", "moyen de contact", "kontaktweg", "電話", "連絡先", "メール", "电话", "邮箱", "联系方式", "전화", "이메일", "연락처", "телефон", "почта", "контакт")
        .Add(GuideField.Purpose, "purpose", "use", "used for", "when to contact", "usage", "use case", "contact type", "use for", "for", "reason", "zweck", "objet", "propósito", "uso", "用途", "目的", "용도", "назначение")
        .Add(
            GuideField.Duty,
            "responsibilities", "responsibility", "duties", "tasks", "focus", "authority", "verantwortlichkeiten", "aufgaben", "responsabilités", "responsabilidades", "責務", "责任", "职责", "책임", "обязанности", "ответственность")
        .Add(
            GuideField.Symptom,
            "symptom", "symptoms", "signs", "indicators", "detect", "how it shows", "detection", "alerts", "alert", "what you see", "what users see", "what customers see", "what the user sees", "trigger", "triggers", "signals", "detection signals", "detection signal", "detection signs", "signs of compromise", "signs of attack", "signs and symptoms", "warning signs", "indications", "you may see", "observed", "manifestation", "how to detect", "how to recognize", "indicators of compromise", "indicators of attack", "detection indicators", "attack indicators", "early indicators", "key indicators", "common indicators", "typical indicators", "possible indicators", "early warning signs", "telltale signs", "red flags", "common symptoms", "typical symptoms", "observable symptoms",
            "indicadores", "indicateurs", "indikatoren", "indicatori", "偵測訊號", "检测信号", "symptome", "anzeichen", "symptômes", "signes", "síntomas", "síntoma", "sintomas", "sintomi", "segnali", "señales", "sinais", "signaux", "detección", "detecção", "détection", "rilevamento", "erkennung", "检测", "检测方式", "обнаружение", "症状", "兆候", "现象", "故障现象", "증상", "симптомы", "признаки")
        .Add(
            GuideField.Cause,
            "cause", "causes", "possible causes", "common causes", "likely causes", "root causes", "potential causes", "why", "impact", "severity", "priority", "affected", "owner", "ursachen", "causes possibles", "causas", "causas comunes", "cause possibili", "原因", "考えられる原因", "可能原因", "원인", "причины", "возможные причины")
        .Add(
            GuideField.Step,
            "response", "response steps", "steps", "actions", "immediate actions", "immediate action", "immediate steps", "immediate response", "recovery", "recovery steps", "recovery actions", "resolution", "resolution steps", "mitigation", "mitigation steps", "remediation", "remediation steps", "investigation", "investigation steps", "diagnosis", "diagnostic steps", "diagnostics", "diagnose", "triage", "triage steps", "response actions", "procedure", "what to do", "fix", "fixes", "solution", "solutions", "verification", "verify", "containment", "eradication", "rollback", "workaround", "first steps", "initial response", "actions to take", "quick checks", "checks", "debug", "debugging", "troubleshooting", "troubleshooting steps", "action items", "quick fix", "quick response", "next steps", "playbook", "action plan", "do", "assess", "contain", "follow up", "post incident", "post recovery", "prevention", "communication", "escalation", "short term", "long term", "confirm", "restore", "communicate", "notify", "mitigate", "resolve", "investigate", "respond",
            "reaktion", "maßnahmen", "massnahmen", "schritte", "sofortmaßnahmen", "behebung", "réponse", "étapes", "actions immédiates", "respuesta", "pasos", "acciones", "acciones inmediatas", "resolución", "resposta", "passos", "ações", "ações imediatas", "resolução", "risposta", "azioni", "passi", "対応", "対応手順", "手順", "対処", "対処法", "步骤", "处理步骤", "应对", "响应步骤", "处理", "解决方案", "대응", "조치", "действия", "шаги", "решение", "порядок действий")
        .Add(GuideField.Trigger, "escalate if", "escalate when", "when", "criteria", "condition", "trigger", "triggers", "signal", "signals", "eskalationskriterien", "auslöser", "escalation trigger", "escalation triggers", "escalation criteria", "conditions", "wann", "si", "cuándo", "条件", "触发条件")
        .Add(GuideField.Schedule, "schedule", "rotation", "rotation schedule", "rotation period", "shift", "shifts", "shift length", "duration", "frequency", "rotation length", "cadence", "zeitplan", "planning", "horario", "rotación", "turno", "escala", "rotação", "スケジュール", "排班", "일정", "график", "ротация")
        .Add(GuideField.Handoff, "handoff", "hand off", "handover", "handoff time", "hand over", "rotation change", "shift change", "übergabe", "passation", "traspaso", "passagem", "cambio de turno", "troca de turno", "引き継ぎ", "引継ぎ", "交接", "인수인계", "передача", "передача смены")
        .Add(GuideField.Primary, "primary", "primary on call", "first", "first line", "primär", "primaire", "principal", "primario", "primário", "primair", "プライマリ", "主值班", "主", "주", "основной")
        .Add(GuideField.Secondary, "secondary", "secondary on call", "backup", "second", "second line", "tertiary", "sekundär", "secondaire", "secundario", "secundário", "respaldo", "セカンダリ", "备", "备值班", "보조", "резервный", "запасной")
        .Add(GuideField.Template, "template", "message", "example", "sample", "format", "vorlage", "modèle", "plantilla", "modelo", "テンプレート", "模板", "템플릿", "шаблон")
        .Add(GuideField.PostMortem, "post mortem", "postmortem", "复盘会议", "复盘时间", "复盘会议时间", "post incident review", "retrospective", "post mortem required", "pir", "rca", "rca required")
        .Add(GuideField.Task, "task", "tasks", "item", "action", "check", "aufgabe", "tâche", "tarea", "tarefa", "タスク", "任务", "작업", "задача")
        .Add(GuideField.Phase, "phase", "stage", "step", "status", "phase name", "fase", "étape", "etapa", "フェーズ", "阶段", "단계", "этап", "фаза")
        .WithLanguages("field");

    /// <summary>Words in running text, of other languages than English; the readers know the English ones.</summary>
    public static PhraseBook<GuideTerm> Terms { get; } = new PhraseBook<GuideTerm>().WithLanguages("term");

    /// <summary>The days of the week in other languages than English.</summary>
    public static PhraseBook<DayOfWeek> Days { get; } = LanguageFile.Days();
}
