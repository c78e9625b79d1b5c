using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>The marks and words of levels.</content>
internal sealed partial class EscalationReader
{
    private static readonly char[] TreeMarks = ['│', '├', '└', '─', '▼', '▲', '►', '┌', '┐', '┘', '┬', '┴', '┼', '|', '+', '-', '>', '<', '*', '=', '↓', '→', '⬇', '\\', '`', ' ', '\t'];

    // What is done with the matter, and nobody who is called
    [GeneratedRegex(@"^(?:track|log|document|record|file|schedule|prioriti[sz]e|add|note)\b.{0,40}\b(?:backlog|ticket|sprint|board|issue|log|later|wiki|list)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoCall();

    [GeneratedRegex(@"\b(?:paths?|matrix|matrices|levels?|chains?|trees?|ladders?|tiers?|contacts?)\b|経路|路径|矩阵|путь|матрица", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathTitle();

    [GeneratedRegex(@"\b(?:triggers?|criteria|conditions?|when to|guidelines?|timelines?|reasons?)\b|条件|критерии|критерий", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoPathTitle();

    [GeneratedRegex(@"^(?:no|not|un\p{L}+|if|when|still|kein\p{L}*|ohne|wenn|aucun\p{L}*|si|sin|sem|se|nessun\p{L}*|nenhum\p{L}*)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    // "To the manager", "Escalate to the director"
    [GeneratedRegex(@"^(?:escalate\s+)?to\s+(?:the\s+)?(?=\p{Lu}|\p{L}+\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    // Who is told of a breach by law is no level of the path.
    [GeneratedRegex(@"\bnotif(?:y|ications?)\b(?!.*\bescalat)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoticeTitle();

    [GeneratedRegex(@"\b(?:process|procedures?|steps?|workflow|how to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcessTitle();

    [GeneratedRegex(@"\b(?:engineers?|leads?|leaders?|leadership|managers?|management|directors?|heads?|vp|vice|c[etiof]o|ciso|officers?|chief|teams?|on-?call|owners?|responders?|support|sre|dba|admins?|administrators?|executives?|founders?|maintainers?|commander|primary|secondary|backup|duty|supervisors?|president|vendor|provider|l[1-5]|level|tier|anyone|developers?|dev|ops|devops)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex People();

    internal static bool IsPerson(string text) => text.StartsWith('@') || People().IsMatch(text) || GuideWords.Terms.Has(text, GuideTerm.Person);

    [GeneratedRegex(@"^(?:n/?a|none|nobody|-+|–|—|not (?:required|applicable|needed))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^\s*(?:(?:L|T|N|Level|Tier|Step|LEVEL|TIER|ESCALATION|Escalation|(?i:" + OrdinalWords.LevelPattern + @"))\s?-?\d\b|(?:First|Second|Third|Fourth|1st|2nd|3rd|4th)(?=\s*[:(]|\s*$)|(?i:(?:" + OrdinalWords.CountPattern + @")\s+(?:" + OrdinalWords.LevelPattern + @"|línea|linea|linha|ligne|linie|lijn|линия))|第\s?[\d一二三四五]\s?[级級]|[一二三四1-4](?:次|차|线|線)(?:対応|窓口|担当)?(?=\s*[:：(（]|\s*$)|\d단계)\s*[:：.)\-–—]*\s*", RegexOptions.CultureInvariant)]
    private static partial Regex ShortLevel();

    [GeneratedRegex(@"\s+(?:responds?|in parallel|is (?:notified|paged|called|alerted)|are (?:notified|paged|called)|notified|paged|takes|handles|joins?|gets?|engaged|acknowledges?|will|should|must|if|when|after|within)\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Doing();

    // "The lead briefed", "team lead review": nouns as well, unless a person stands before them
    [GeneratedRegex(@"\s+(?:assigned|briefed|informed|alerted|assembled|involved|activated|contacted|looped in|triages?|reviews?|investigates?|decides?|confirms?|approves?|(?:is|are) (?:assigned|briefed|informed|involved|contacted))\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DoneTo();

    [GeneratedRegex(@"^\s*(?:[<>]?\s*\d+(?:\s*[-–+]\s*\d*)?\+?\s*(?:min(?:ute)?s?|hours?|hrs?|h|m)\b|\d+\+?\s*(?:min|hour|h)\w*|immediate(?:ly)?)\s*[:：\-–—|]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimePrefix();

    [GeneratedRegex(@"^\s*(?:[|│]\s*)*(?:[├└]|[|+`\\]--|--)", RegexOptions.CultureInvariant)]
    private static partial Regex Branch();

    [GeneratedRegex(@"^\s*(?:[|│]\s*)*(?:[vV▼↓⬇]\s*(?:\(|$)|[▼⬇]\s+(?=[^\s(]))|^\s*[|│▼↓]\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex DrawnArrow();

    [GeneratedRegex(@"^\s*T\s?\+\s?(\d{1,4})(?=\s*(?:$|\())", RegexOptions.CultureInvariant)]
    private static partial Regex SinceStart();

    // Boxes beside one another: which leads to which cannot be told line by line.
    [GeneratedRegex(@"│[^│\p{L}]*\p{L}[^│]*│\s*│[^│\p{L}]*\p{L}[^│]*│", RegexOptions.CultureInvariant)]
    private static partial Regex SideBySide();

    // A box with columns, "P1 │ P2 │ P3": no path either.
    private static bool HasColumns(CodeBlock code) =>
        code.TextLines.Select(line => line.Trim().Trim('│', '|').Split('│')).Count(cells => cells.Length >= 3 && Array.TrueForAll(cells, cell => cell.Any(char.IsLetterOrDigit))) >= 2;

    /// <summary>True for the head of a column of suppliers.</summary>
    internal static bool IsSupplierHead(string head) => VendorHead().IsMatch(head);

    [GeneratedRegex(@"^(?:services?|vendors?|providers?|suppliers?|resources?|companies|company|platforms?|dienst|anbieter|fournisseurs?|proveedor(?:es)?|fornecedor(?:es)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VendorHead();

    [GeneratedRegex(@"^(?:sev(?:erity)?|p(?:riority)?|level|s)[\s-]?\d\s*(?:[-–/,&+]|and|to)\s*(?:(?:sev(?:erity)?|p(?:riority)?|level|s)[\s-]?)?\d\s*(?:\([^()]{1,40}\))?\s*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeverityRange();

    [GeneratedRegex(@"\bno escalation|handles?, no\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoEscalation();

    [GeneratedRegex(@"^(?:(?:auto(?:mated|matic)?|initial|first|monitoring)\s+)?(?:alert|alarm|alerte|alarma|alerta|incident|issue|problem|event|outage|failure|anomaly|detection|détection|detección|detecção|erkennung|rilevamento|vorfall|störung|incidente)s?\b(?!\s+(?:commander|manager|lead|leader|owner|coordinator|handler|response|team|director)).{0,20}(?:triggered|detected|fires?|received|created|reported|raised|declared|occurs|occurred)?$|^(?:yes|no|not acknowledged|no response|unresolved|if)\b.{0,40}$|^[\W\d]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DrawnNoise();

    [GeneratedRegex(@"^(?:(?:(?:alerts?|pages?|incidents?) )?(?:is |are )?(?:acknowledged|handled|taken|owned|triaged|answered) by|(?:auto(?:matically)?[\s-]+)?escalate(?:s|d)? to|assign(?:s|ed)? to|notify|page|call|alert|inform|contact|activate|engage(?: with)?|involve|bring in|immediate(?:ly)? (?:notify|notification to)|immediate notification to|notifica[rt]e?|notifier|avisar|acionar|escalar (?:a|para)|informieren|benachrichtigen|alerter|prévenir|llamar a|уведомить)\s+(?:the\s+|al?\s+|le\s+|la\s+)?(?=\S)|^通知", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscalateTo();

    [GeneratedRegex(@"\b(?:escalates?|pages?|notif(?:y|ies)|calls?|alerts?|escalar?|notificar?|acionar?|notifica|avisa|benachrichtigt|ruft)(?: (?:to|para|a|an))?(?: (?:the|o|el|la|den|die))? ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex(@"\bescalat(?:e|es|ion)\b|\b(?:max(?:imum)? )?wait\b|\bno (?:response|answer|reply)|\bnot (?:acknowledged|resolved|answered)|\bunresolved\b|\btime-?out\b|응답 없|해결 안|[─-]+[▶►>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PassesOn();

    [GeneratedRegex(@"\s*(?:→|⇒|➔|➜|=>|-+>)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();

    // "Bread is burnt → call the baker", not "Baker → mayor"
    private static string Whom(string value) =>
        Arrow().Split(value) is [{ Length: > 0 } cause, { Length: > 0 } whom] && TellsCause(cause) ? EscalateTo().Replace(whom, string.Empty, 1) : value;

    // "P1 still burns → call the mayor": for which level, and whom
    private static string Cause(string value) =>
        Arrow().Split(value) is [{ Length: > 0 } cause, { Length: > 0 }] && TellsCause(cause) ? cause : string.Empty;

    // "no baker has come": what is missing is nobody to call
    private static bool TellsCause(string text) => !IsPerson(text) || Missing().IsMatch(text);

    // "First report → the security team"
    private static bool LeadsTo(ListItem item) => HasArrow(item) && !IsPerson(item.Label!);

    private static bool HasArrow(ListItem item) =>
        item is { Label: { } label, Value.Length: > 0 } && item.Text.Length > label.Length && Arrow().Match(item.Text[label.Length..]) is { Success: true, Index: 0 };

    private static string RestOfMark(string label)
    {
        string rest = ShortLevel().Replace(label, string.Empty, 1);
        return SectionTitle.Parse(rest).NameWithoutRemarks is var name && SectionTitle.Parse(label) is { OrdinalWord: not null } title && rest == label ? title.NameWithoutRemarks : name;
    }

    // "Level 2 (Head baker): answers within an hour"
    private static string? BracketedName(string label, string value) =>
        IsPerson(value) ? null : SectionTitle.Parse(ShortLevel().Replace(label, string.Empty, 1)).Remarks.FirstOrDefault(remark => IsPerson(remark) && !LooseSeverityText.IsTime(remark));
}
