using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>The names that guides give to the phases of a response.</summary>
internal static partial class PhaseWords
{
    /// <summary>From here on, scripts without blanks between their words.</summary>
    public const char FirstIdeograph = '\u2E80';

    private static readonly PhraseBook<IncidentPhase> Book = new PhraseBook<IncidentPhase>()
        .Add(
            IncidentPhase.Detection,
            "detection", "detect", "identification", "identify", "alert", "alerting", "report", "reporting", "discovery", "preparation", "notice", "detecting", "identifying", "preparing", "erkennung", "erkennen", "détection", "détecter", "detectar", "identificar", "identifier", "rilevare", "detección", "detecção", "rilevamento", "検知", "发现", "检测", "감지", "обнаружение")
        .Add(
            IncidentPhase.Triage,
            "triage", "assessment", "assess", "analysis", "analyze", "analyse", "classification", "classify", "acknowledge", "acknowledgement", "acknowledgment", "initial response", "immediate response", "declaration", "declare", "initiate", "initiation", "mobilization", "evaluation", "evaluate", "verification and triage", "triaging", "assessing", "classifying", "declaring", "analyzing", "analysing",
            "bewertung", "bewerten", "analyse", "analysieren", "évaluation", "évaluer", "evaluar", "avaliar", "analizar", "analisar", "qualification", "evaluación", "clasificación", "análisis", "avaliação", "classificação", "triagem", "トリアージ", "评估", "分诊", "확인", "оценка", "анализ")
        .Add(
            IncidentPhase.Response,
            "response", "respond", "investigation", "investigate", "diagnosis", "diagnose", "containment", "contain", "mitigation", "mitigate", "communication", "communicate", "coordination", "coordinate", "escalation", "escalate", "eradication", "eradicate", "remediation", "remediate", "stabilize", "stabilization", "assemble", "notification", "disclosure", "disclose", "public disclosure", "publish", "publication", "immediate actions", "responding", "investigating", "diagnosing", "containing", "mitigating", "communicating", "coordinating", "eradicating", "stabilizing",
            "reaktion", "eindämmung", "eindämmen", "confinement", "contenir", "éradication", "éradiquer", "contención", "contener", "conter", "erradicación", "erradicar", "erradicação", "mitigar", "investigar", "investigación", "investigação", "contenere", "respuesta", "mitigación", "contenção", "resposta", "mitigação", "contenimento", "対応", "调查", "响应", "遏制", "대응", "сдерживание", "реагирование", "расследование")
        .Add(
            IncidentPhase.Resolution,
            "resolution", "resolve", "recovery", "recover", "fix", "restoration", "restore", "closure", "close", "monitoring", "verification", "verify", "fix and recover", "resolving", "recovering", "restoring", "wiederherstellung", "wiederherstellen", "behebung", "beheben", "verifizieren", "récupération", "récupérer", "rétablir", "recuperar", "resolver", "restaurar", "ripristinare", "résolution", "rétablissement", "resolución", "recuperación", "resolução", "recuperação", "ripristino", "復旧", "解決", "恢复", "解决", "복구", "해결", "восстановление", "устранение", "решение")
        .Add(
            IncidentPhase.PostIncident,
            "post incident", "postincident", "post mortem", "postmortem", "lessons learned", "follow up", "review", "retrospective", "retrospect", "learn", "learning", "reviewing", "after action", "post incident review", "post incident activity", "nachbereitung", "nachbereiten", "retour d'expérience", "lecciones aprendidas", "post incidente", "lições aprendidas", "pós incidente", "事後対応", "振り返り", "复盘", "总结", "사후", "разбор", "постмортем")
        .WithLanguages("phase");

    /// <summary>True for the word before a number that counts phases or steps: "Phase 1", "Schritt 2".</summary>
    public static bool IsOrdinal(string? word) => OrdinalWords.IsPhase(word);

    public static bool IsPhase(SectionTitle heading) => heading.NameWithoutRemarks.Length <= 48 && (Book.Best(heading.NameWithoutRemarks) is not null || IsGlossed(heading));

    // "封じ込め（Containment）": the bracket says it once more, in words that are known.
    private static bool IsGlossed(SectionTitle heading) =>
        heading.Remarks.Count > 0 && heading.Name.Any(c => c > FirstIdeograph) && heading.Remarks.Any(remark => Book.Find(remark).Any(match => match.At == 0));

    /// <summary>True where the heading's first words name a phase: "Containment", "Detection and Triage", not "Alert Runbooks".</summary>
    public static bool BeginsWithPhase(SectionTitle heading)
    {
        string name = LeadingNoun().Replace(heading.NameWithoutRemarks, string.Empty, 1);
        return name.Length <= 48 && (Book.Find(name).Any(match => match.At == 0) || IsGlossed(heading)) && !GuideWords.Sections.Find(name).Any(match =>
            match.Meaning is SectionKind.Tools or SectionKind.Scenarios or SectionKind.Roles or SectionKind.Rotation or SectionKind.Contacts or SectionKind.Templates or SectionKind.Severities);
    }

    // "Incident detection" is detection; "incident response" and "incident report" are things of their own. "Initial
    // triage", "five-minute triage" and "short-term containment" are what they are called after.
    [GeneratedRegex(@"^(?:(?:security )?incident|initial|immediate|first|quick|rapid|early|(?:short|mid|medium|long)[\s-]term|(?:\d{1,3}|two|three|five|ten|fifteen|twenty|thirty|sixty)[\s-]minutes?)\s+(?=(?:detection|identification|triage|assessment|analysis|investigation|diagnosis|containment|mitigation|eradication|remediation|stabili[sz]ation|recovery|resolution|closure)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNoun();

    /// <summary>True for "Detect → Contain → Recover".</summary>
    public static bool IsChain(string name) =>
        name.Split(['→', '⇒', '➔', '➜']) is { Length: >= 3 } parts && Array.TrueForAll(parts, part => Book.Find(part).Count > 0);

    /// <summary>True for a name that is a phase's and nothing more: "Response".</summary>
    public static bool IsNamed(string name) => Book.Find(name).Any(match => match.Whole);

    /// <summary>The standard phase that a name means; null where it means none.</summary>
    public static IncidentPhase? Meaning(string name) => Book.Best(name);

    /// <summary>The standard phases that a sentence mentions.</summary>
    public static IEnumerable<IncidentPhase> Meanings(string text) => Book.Find(text).Select(match => match.Meaning);
}
