using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>
/// The unlabelled text about a severity taken apart: "Data breach → Immediate", "All is lost (response within 15 min)",
/// "outage - 1 hour", "broken. Response: 2h, updates every 30 min".
/// </summary>
internal sealed partial record LooseSeverityText(string Definition, IReadOnlyList<(GuideField Field, string Value)> Times)
{
    public static LooseSeverityText Parse(string text)
    {
        List<(GuideField, string)> times = [];
        string definition = text;
        foreach (Match part in Labelled().Matches(text))
        {
            GuideField field = Fields.Among(
                part.Groups["label"].Value, GuideField.Update, GuideField.Acknowledge, GuideField.Response, GuideField.Resolve);
            string value = part.Groups["value"].Value.Trim();
            if (field != GuideField.None && DurationText.TryParse(value, out _))
            {
                times.Add((field, value));
                definition = definition.Replace(part.Value, " ", StringComparison.Ordinal);
            }
        }

        if (times.Count == 0)
        {
            Match tail = Tail().Match(text);
            if (!tail.Success && Arrow().Match(text) is { Success: true } arrow && DurationText.BeginsAtOnce(arrow.Groups["time"].Value))
            {
                // "Data is lost → at once, by telephone to whoever is in charge"
                tail = arrow;
            }

            if (tail.Success && (IsTime(tail.Groups["time"].Value) || tail.Value.AsSpan().IndexOfAny('→', '⇒') >= 0 && DurationText.BeginsAtOnce(tail.Groups["time"].Value)))
            {
                times.Add((GuideField.Response, tail.Groups["time"].Value));
                definition = text[..tail.Index];
            }
            else if (Bracket().Match(text) is { Success: true } bracket && IsTime(bracket.Groups["time"].Value))
            {
                times.Add((GuideField.Response, bracket.Groups["time"].Value));
                definition = text.Remove(bracket.Index, bracket.Length);
            }
            else if (ResponseTarget().Match(text) is { Success: true } target)
            {
                times.Add((GuideField.Response, target.Groups["time"].Value));
                definition = definition.Remove(target.Index, target.Length);
            }
            else if (Leading().Match(text) is { Success: true } leading && IsTime(leading.Groups["time"].Value))
            {
                times.Add((GuideField.Response, leading.Groups["time"].Value));
                definition = text[leading.Length..];
            }
            else if (ClosingTime(text) is var (before, last))
            {
                times.Add((GuideField.Response, last));
                definition = before;
            }
            else if (IsTime(text))
            {
                times.Add((GuideField.Response, text));
                definition = string.Empty;
            }
            else if (RespondWithin().Match(text) is { Success: true } within)
            {
                times.Add((GuideField.Response, within.Groups["time"].Value));
            }
            else
            {
                definition = TakeClauses(text, times);
            }
        }

        return new LooseSeverityText(Bare(definition), times);
    }

    // "Nadie puede pagar. Atender en 15 minutos; novedades cada hora.": clauses that begin with the word for it
    private static string TakeClauses(string text, List<(GuideField, string)> times)
    {
        string[] clauses = Clauses().Split(text);
        if (clauses.Length is < 2 or > 12)
        {
            return text;
        }

        List<string> rest = [];
        foreach (string clause in clauses)
        {
            GuideField field = clause.Length <= 60 && DurationText.FindAll(clause) is [{ Start: >= 4 and <= 32 } time, ..] ? Opening(clause[..time.Start]) : GuideField.None;
            if (field is GuideField.None)
            {
                rest.Add(clause);
            }
            else
            {
                times.Add((field, clause.TrimEnd('.', '。', ' ')));
            }
        }

        return times.Count == 0 ? text : string.Join(' ', rest);
    }

    private static GuideField Opening(string words) =>
        GuideWords.Fields.Find(words).Where(match => match is { At: 0, Meaning: GuideField.Response or GuideField.Acknowledge or GuideField.Update }).OrderByDescending(match => match.Length).Select(match => match.Meaning).FirstOrDefault();

    [GeneratedRegex(@"(?<=[.;])\s+|(?<=[。；])", RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    // "All is lost. Respond within 15 minutes, at any hour.", "Much is lost. Next business day."
    private static (string Before, string Time)? ClosingTime(string text)
    {
        string whole = text.TrimEnd('.', ' ');
        int stop = whole.AsSpan().LastIndexOfAny(['.', '!', ';']);
        string said = stop < 3 || stop + 1 >= whole.Length || whole[stop + 1] is not ' ' || !char.IsLetter(whole[stop - 1]) ? string.Empty : whole[(stop + 1)..].Trim();
        return said.Length is < 4 or > 80 ? null
            : RespondWithin().Match(said) is { Success: true } within && DurationText.TryParse(within.Groups["time"].Value, out _) ? (whole[..(stop + 1)], within.Groups["time"].Value)
            : IsTime(said) && !DurationText.FindAll(said).Any(time => time.Recurring) ? (whole[..(stop + 1)], said) : null;
    }

    // What joined the time to the rest, brackets that have lost their other half among it
    private static string Bare(string text)
    {
        text = Remains().Replace(text, string.Empty).Trim(' ', '-', '–', '—', '→', ',', ';');
        text = text is [.., '('] || (text is ['(', ..] && !text.Contains(')', StringComparison.Ordinal)) ? text.Trim('(') : text;
        text = text is [')', ..] || (text is [.., ')'] && !text.Contains('(', StringComparison.Ordinal)) ? text.Trim(')') : text;
        return text.Trim(' ', '-', '–', '—', '→', ',', ';').TrimStart('.', ' ');
    }

    // ".  .", where labelled times stood
    [GeneratedRegex(@"(?:\s*[.;,|/。；，]\s*){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Remains();

    /// <summary>True for a text that is a time and little else.</summary>
    public static bool IsTime(string text)
    {
        IReadOnlyList<DurationText> all = DurationText.FindAll(text);
        return all.Count > 0 && text.Length - all[0].Length <= 32 && text.Length <= 60 && !Qualifies().IsMatch(text) && !HowLong().IsMatch(text);
    }

    /// <summary>True for "response begins within 1 hour of the report": when, and not what is done.</summary>
    public static bool TellsWhen(string text) => text.Length <= 90 && RespondWithin().Match(text) is { Success: true } within && DurationText.TryParse(within.Groups["time"].Value, out _);

    [GeneratedRegex(@"(?<=^|[-–—→.;,(|/。；，（]\s*)(?<label>\p{L}[\p{L} ]{1,30}?)\s*[:：]\s*(?<value>[^.;,|()。；，]{1,60}(?:\([^()]{1,40}\))?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s*(?:→|⇒|=>|->|—|–|\s-|[|])\s*(?<time>[^→⇒—–|]{2,60})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*(?:→|⇒|=>|->)\s*(?<time>[^→⇒]{2,300})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[(（\[](?<time>[^()（）\[\]]{2,60})[)）\]]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\b(?:respon[ds]e?d?|response|acknowledged?|react|addressed|attended|action|ação|acción)\b[^.;]{0,40}?\b(?<time>(?:within|in|under|<|em até|en)\s[^.;,]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RespondWithin();

    // "All is lost. 15-minute response target."
    [GeneratedRegex(@"(?<=^|[.;,]\s+)(?<time>\d{1,3}[\s-](?:minutes?|min|hours?|h|(?:business |working )?days?))[\s-]+(?:first |initial )?response(?: time)?(?: target| sla| goal)?\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ResponseTarget();

    // "within 24 hours. One oven is out."
    [GeneratedRegex(@"^(?<time>(?:within|in|innerhalb von|sous|en) [^.]{2,30})\.\s+(?=\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();

    // "The shop is down > 1 hour": how long it has lasted
    [GeneratedRegex(@"[\p{L}\d]{2,}\s+(?:for\s+)?(?:[>≥]|more than|longer than|over)\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowLong();

    /// <summary>The time of "… needs immediate action" or "… respond within 4 hours" in a sentence that tells something else; null where it gives none.</summary>
    public static string? AnswerIn(string text) =>
        RespondWithin().Match(text) is { Success: true } within && DurationText.TryParse(within.Groups["time"].Value, out _) ? within.Groups["time"].Value
        : NeedsAtOnce().Match(text) is { Success: true } now ? now.Value
        : null;

    [GeneratedRegex(@"\b(?:requires?|needs?|demands?|requer|exige|requiere|nécessite|erfordert)\s+(?:an?\s+|une\s+)?(?:immediate\s+(?:action|response|attention)|aç[ãa]o imediata|resposta imediata|acci[óo]n inmediata|respuesta inmediata|action immédiate|sofortige\w*\s+\p{L}+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NeedsAtOnce();

    // "Immediate threat to safety" is no time.
    [GeneratedRegex(@"^\W*immediate\s+(?!response|action|attention|acknowledge|notif|escalat|pag(?:e|ing)\b|call|alert|resolution|fix|mobili[sz]|all[\s-]hands)\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Qualifies();
}

/// <summary>Splits a cell or a line of examples: "Complete outage, data loss" are two.</summary>
internal static partial class ExampleText
{
    public static IEnumerable<string> Split(string text) =>
        (Marks().Split(text) is { Length: >= 3 } marked ? marked : Sentences().Split(text) is { Length: >= 2 } sentences && Array.TrueForAll(sentences, sentence => sentence.AsSpan().Count(' ') >= 1) ? sentences : (text.Contains("; ", StringComparison.Ordinal) ? Larger() : Parts()).Split(text)).Select(part => part.Trim().TrimEnd('.')).Where(part => part.Length > 0);

    // "• Keys, or what opens the safe • The safe itself"
    [GeneratedRegex(@"(?:^|\s)[•·▪]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    // "Keys leaked to the street. The safe stands open."
    [GeneratedRegex(@"(?<=\p{Ll}{3}\.)\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    // Where semicolons part them, commas stand within one.
    [GeneratedRegex(@";\s+(?:(?:or|and|oder|und|ou|et|o|y|e)\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Larger();

    // "still usable, but slow" is one.
    [GeneratedRegex(@"(?:;\s|\s[·•]\s|,(?=\s|\p{IsCJKUnifiedIdeographs})(?!\s+(?:but|which|who|where|so|because|yet|although|though|while|resulting|causing|including|such as|e\.g\.|i\.e\.|even|especially|unless)\b)(?![^()]{0,80}\))|[、،](?![^（）]{0,80}）)|；)\s*(?:(?:or|and|oder|und|ou|et|o|y|e)\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
