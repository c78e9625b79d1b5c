using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>The words that decide.</content>
internal static partial class SectionClassifier
{
    [GeneratedRegex(@"^(?:declare|determine|assess|assign|classify|set|confirm|evaluate|establish|identify|decide|choose)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deciding();

    [GeneratedRegex(@"\b(?:format|formato|structure|outline|skeleton|aufbau|gliederung)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // "Response procedures by incident type"
    [GeneratedRegex(@"\b(?:by|per)\s+(?:(?:incident|threat|attack|failure|issue)\s*)?types?\b|\bpor\s+tipos?(?:\s+de\b|$)|\bpar\s+types?\b|\bnach\s+(?:vorfalls?art|art|typ)\b|\bper\s+tipo\b|по\s+типам|^各(?:类|類|种|種)?(?:情境|场景|場景|事件|威胁|威脅)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ByType();

    [GeneratedRegex(@"\b(?:containment|response|mitigation|remediation|recovery|actions?|procedures?|steps|measures|handling)\b|手段|措施|处置|處置|应对|應對|步骤|步驟|处理|處理", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedNoun();

    // What is said of "this runbook" is about the document.
    [GeneratedRegex(@"\b(?:this|dieses?|diesem|deste|desse|este|de este|ce|questo) (?:runbook|playbook)|\b(?:scenarios?|incidents?|issues?) (?:(?:that )?(?:this|it|we) (?:\w+ )?)?cover(?:s|ed)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutItself();

    // "Procedimentos de rollback" are of something else, as "rollback procedures" are; "Next steps" go on from what stands before.
    [GeneratedRegex(@"^(?:next|further|future) steps$|^(?:nächste|weitere) schritte$|^prochaines étapes$|^pr[oó]xim[oa]s (?:pasos|passos|etapas)$|^prossimi passi$|^(?:procedimi?entos?|procédures?|procedur[ae]) (?:de |del |di |d')(?!.*(?:incident|respost|respuest|réponse|rispost|reacci|emerg|urgenc))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureOfElse();

    [GeneratedRegex(@"^(?:reference|referenz|référence|referencia|referência)\s*:\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceTo();

    [GeneratedRegex(@"\b(?:human|personnel|staff(?:ing)?) resources?\b|\bresource (?:allocation|planning|requirements)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PeopleResources();

    // Keys and logs are rotated too.
    [GeneratedRegex(@"\b(?:key|secret|credential|log|token|password|certificate|cert)s?\b[^.]{0,24}\brotation|\brota(?:tion|ci[óo]n|ção|zione) (?:de |des |du |della? |delle |dei |of |das? |dos? )(?:l[ao]s? |le |the |all )?(?:[\p{L}/-]+ ){0,2}(?:keys?|secrets?|credentials?|tokens?|passwords?|cl[ée]s?|identifiants|mots de passe|claves?|credenciales|secretos|contraseñas|llaves|certifica\p{L}+|chaves|credenciais|senhas|segredos|chiavi|credenziali|logs?)\b|\b(?:mindset|philosophy|culture|etiquette)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoDuty();

    // In a chapter of training it is still ticked off: what is to be ready, and what is done before somebody is on call.
    [GeneratedRegex(@"^(?:(?:incident|response|team|on[- ]call|general) )*(?:preparedness|readiness|preparation) check[\s-]?list$|^(?:(?:required|needed|to do) )?before (?:the |your |a )?first (?:shift|on[- ]call(?: shift| rotation)?|rotation|page)$|^required (?:on[- ]call )?training$|^on[- ]?boarding(?: check[\s-]?list)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Readiness();

    [GeneratedRegex(@"\b(?:best|good)[\s-]practices?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BestPractice();

    [GeneratedRegex(@"^(?:instructions (?:for|on) (?:creating|writing|using|filling|adapting)|how to (?:use|write|create|adapt|read) (?:this|the|an?|your)|using this|about this)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutDocument();

    // What not to do is no part of what is done.
    [GeneratedRegex(@"\bnot to do\b|^(?:what|things?|how|when) (?:you should |we |one )?(?:never|not)\b|^(?:do['’]?s (?:and|&) )?don['’]?ts?\b|^anti[\s-]?patterns?|\b(?:mistakes|pitfalls|things) to avoid\b|^(?:common )?(?:mistakes|pitfalls)$|^out of scope|^was man nicht|^qué no hacer|^o que não fazer|^à ne pas faire|^ce qu'il ne faut pas|禁止事项|чего не делать|что не делать", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhatNot();

    [GeneratedRegex(@"\b(?:schedule|deadlines?|due|timing|sla|timeframes?|when|fristen?|plazos?|prazos?|délais?)\b|期限|时限", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Due();

    [GeneratedRegex(@"^(?:update|updating|improve|improving|revise|refresh|extend)\s+(?:the |your |our |all )?\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changing();

    // In a chapter of recovery they are no cases, but part of it; and a list alone names what is recovered.
    [GeneratedRegex(@"\brecovery procedures?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RecoveryTitle();

    // "Long-term recovery", "Order of restoration", "Checklist before going on"
    [GeneratedRegex(@"^(?:immediate|short|mid|medium|long|full|partial|gradual|phased)\b.*\b(?:recovery|restoration)$|\b(?:checklist|verification|validation|priorit(?:y|ies)|planning|order|objectives?|continuity|criteria|recovery process|recovery phases|during recovery)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartOfRecovery();

    // Who has a stake, not what they are told.
    [GeneratedRegex(@"^(?:(?:key|main|important|internal|external|incident|security|non|relevant|other)[\s-]+)*stakeholders$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stakeholders();

    // "Related runbooks" lead to further documents.
    [GeneratedRegex(@"^(?:(?:related|further|linked|associated|see also)\b|関連|関係|相关|相關|관련|verwandte|weitere\b|связанные)|\b(?:relacionad[oa]s|connexes|associés|correlat[ie]|zugehörige)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Related();

    // The list after the people to call or the tools to use is none to tick off.
    [GeneratedRegex(@"(?<!检查|任务|待办|核对|检验|步骤)清单$", RegexOptions.CultureInvariant)]
    private static partial Regex ListOf();

    [GeneratedRegex(@"^(?:when|how|why|if|for|wann|wie|quand|comment|cuándo|cómo|quando|como|когда|как)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsWhen();

    [GeneratedRegex(@"\bescalation (?:path|matrix|procedure|process|level|chain|policy|protocol|plan|contacts?)|\b(?:contact|call|escalation) (?:tree|chain)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscalationPath();

    // "Data incident", not "After the incident", "Major incident"
    [GeneratedRegex(@"^(?!(?:post|pre|after|before|during|the|an?|every|each|major|minor|critical|open|close|closing|report|declare|new|this|past|resolved|active|live|on[- ]going)\b)(?:(?!(?:of|des|de|di|da|do|to|for)\b)[\p{L}-]+[ /&]+){1,3}incidents?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindOfIncident();

    [GeneratedRegex(@"^(.{3,}?)\s*(?:&|,|/|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"incident (?:report|review|summary|record|document)|\brca\b|after[\s-]action|rapport d.incident|informe (?:de(?:l)? )?incidente|relat[óo]rio (?:de|do) incidente|vorfalls?bericht|事故报告|故障报告|事件报告|インシデント報告|障害報告|отч[её]т об инциденте|장애 보고", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IncidentReport();

    [GeneratedRegex(@"^(.{3,}?)\s(?:for|by|during|in|to|with|when|per|of|on|under|de|des|du|da|do|del|di|für|bei|à|pour|para|por)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforePreposition();

    [GeneratedRegex(@"\b(?:emergency procedures|emergency runbooks?|playbooks|runbooks|emergency scenarios|incident scenarios|procedimientos de emergencia|procedimentos de emergência|procédures d'urgence|notfallverfahren)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CasesTitle();

    [GeneratedRegex(@"^(?:recommended |useful |key |required |suggested |common |available )?tools?(?: used| needed| required| to use| (?:and|&) (?:resources|access))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToolsOnly();

    // "On-call rotation", no role among the roles
    [GeneratedRegex(@"(?: rotation|rotación|rotação|rotazione|rotasjon|ротация|ротація|로테이션|ローテーション|轮换|輪替)$", RegexOptions.CultureInvariant)]
    private static partial Regex RotationTitle();

    // "SHOP_ROLE_KEY", the name of a setting
    [GeneratedRegex(@"^[A-Z][A-Z\d]*(?:_[A-Z\d]+){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    // "Regulatory notification matrix"
    [GeneratedRegex(@"\b(?:regulat(?:ory|ors?)|statutory|authorit(?:y|ies)|data subjects?)\b.*\b(?:notification|notice|reporting|disclosure)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfLaw();
}
