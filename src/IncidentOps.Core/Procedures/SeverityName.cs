using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures;

/// <summary>
/// A severity as guides write it: "P0 - Critical", "SEV-1 (Critical)", "Critical (P1)", "#P2", "🔴 High". What follows
/// name and label is the rest: "P0: Critical - all is lost" leaves "all is lost".
/// </summary>
/// <param name="Name">The short name as written, without "#".</param>
/// <param name="Label">The word; null where there is none.</param>
/// <param name="Rest">What follows.</param>
internal sealed partial record SeverityName(string Name, string? Label, string Rest)
{
    /// <summary>True where the name is a code with a number, not a word.</summary>
    public bool IsCode { get; init; }

    /// <summary>The letters and the number of a code: "SEV", 1.</summary>
    public (string Family, int Number) Code => CodeOf(Name) ?? ("", -1);

    /// <summary>Reads a text that begins with a severity (or holds one in brackets at its end).</summary>
    /// <param name="text">The text, formatting taken away.</param>
    /// <param name="loose">True where severities are expected, so that bare words ("High") and "Level 1" count.</param>
    public static SeverityName? TryParse(string text, bool loose)
    {
        string trimmed = Model.SectionTitle.StripDecoration(text);
        if (trimmed.Length is 0 or > 2000)
        {
            return null;
        }

        trimmed = LeadingNoun().Replace(trimmed, string.Empty, 1);
        Match code = LeadingCode().Match(trimmed);
        if (!code.Success && loose)
        {
            code = LooseCode().Match(trimmed);
        }

        if (code.Success)
        {
            // "Priority 1 (P1)" says it twice.
            string name = code.Groups["code"].Value.Trim();
            string behind = trimmed[code.Length..];
            return BracketedCode().Match(behind) is { Success: true } shorter && CodeOf(shorter.Groups["code"].Value) is { } twice && CodeOf(name)?.Number == twice.Number
                ? WithLabel(shorter.Groups["code"].Value.Trim(), behind[shorter.Length..])
                : WithLabel(name, behind);
        }

        if (loose && BareNumber().Match(trimmed) is { Success: true } bare)
        {
            trimmed = ClosingBracket().Replace(trimmed[bare.Length..], "$1", 1);
        }

        Match word = LeadingWord().Match(trimmed);
        if (!word.Success)
        {
            return null;
        }

        string after = trimmed[word.Length..];
        Match inner = InnerCode().Match(after);
        if (inner.Success)
        {
            return new SeverityName(inner.Groups["code"].Value, word.Groups["word"].Value, Separator().Replace(after[inner.Length..], string.Empty, 1)) { IsCode = true };
        }

        if (loose && InnerLevel().Match(after) is { Success: true } level)
        {
            return new SeverityName(level.Groups["code"].Value, word.Groups["word"].Value, Separator().Replace(after[level.Length..], string.Empty, 1)) { IsCode = true };
        }

        after = Score().Replace(after, string.Empty, 1);
        return loose && WordEnds(after)
            ? new SeverityName(word.Groups["word"].Value, null, Separator().Replace(SeverityNoun().Replace(after, string.Empty, 1), string.Empty, 1))
            : null;
    }

    /// <summary>"Critical (P1)", of a heading "Severity: Critical (P1)".</summary>
    public static string WithoutNoun(string title) => NounColon().Replace(Model.SectionTitle.StripDecoration(title), string.Empty, 1);

    /// <summary>The severity codes that a text mentions.</summary>
    public static IEnumerable<Match> Mentions(string text) => AnyCode().Matches(text.Length > 4000 ? text[..4000] : text);

    /// <summary>"SEV-1", "sev 1", "Severity 1" are one family and number; null for words.</summary>
    public static (string Family, int Number)? CodeOf(string name)
    {
        Match match = CodeParts().Match(name);
        if (!match.Success)
        {
            return null;
        }

        string family = match.Groups["letters"].Value.ToUpperInvariant() switch
        {
            "P" or "PRIO" or "PRIORITY" or "PRI" or "PRIORITÄT" or "PRIORITÉ" or "PRIORIDAD" or "PRIORIDADE" => "P",
            "S" or "SEV" or "SEVERITY" or "SEVERITY LEVEL" or "SCHWEREGRAD" or "SEVERIDAD" or "SEVERIDADE" or "GRAVITÉ" or "重大度" => "SEV",
            var other => other,
        };
        string number = match.Groups["number"].Value;
        return (family, Roman(number) ?? OrdinalWords.Number(number) ?? (char.IsAsciiDigit(number[0]) ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : char.ToUpperInvariant(number[0]) - 'A' + 1));
    }

    /// <summary>How severe a word is in itself, 0 most; null for words that say nothing.</summary>
    public static int? WordRank(string? word)
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        Match match = KnownWord().Match(word);
        return !match.Success ? null
            : match.Groups["r0"].Success ? 0
            : match.Groups["r1"].Success ? 1
            : match.Groups["r2"].Success ? 2
            : match.Groups["r3"].Success ? 3
            : 4;
    }

    private static SeverityName WithLabel(string name, string after)
    {
        after = NounBeforeBracket().Replace(after, string.Empty, 1);
        bool bracketed = after.TrimStart() is ['(' or '（' or '[', ..];
        Match bracket = BracketedLabel().Match(after);
        if (bracketed && bracket.Success && !DurationText.TryParse(bracket.Groups["label"].Value, out _))
        {
            // "P0 (Critical - all customers)": the word is the label, what follows tells what it means.
            string label = bracket.Groups["label"].Value.Trim();
            string behind = Separator().Replace(after[bracket.Length..], string.Empty, 1);
            Match known = LeadingWord().Match(label);
            if (!known.Success && label.IndexOfAny(['/', '／', ',', '，', '、']) > 0 && Arrow().IsMatch(after[bracket.Length..]))
            {
                // "P0 (data leak / account taken) → at once": no label, but what it means.
                return new SeverityName(name, null, $"{label} → {behind}") { IsCode = true };
            }

            return known.Success && Dash().Match(label[known.Length..]) is { Success: true } dash
                ? new SeverityName(name, known.Groups["word"].Value, behind.Length == 0 ? label[(known.Length + dash.Length)..] : $"{behind} ({label[(known.Length + dash.Length)..]})") { IsCode = true }
                : new SeverityName(name, label, behind) { IsCode = true };
        }

        string rest = Separator().Replace(after, string.Empty, 1);
        Match word = LeadingWord().Match(Model.SectionTitle.StripDecoration(rest));
        if (word.Success && (WordEnds(Model.SectionTitle.StripDecoration(rest)[word.Length..]) || rest.Length <= 30))
        {
            string stripped = Model.SectionTitle.StripDecoration(rest);
            if (Impact().Match(stripped[word.Length..]) is { Success: true } impact)
            {
                // "SEV-2: High Impact"
                return new SeverityName(name, stripped[..(word.Length + impact.Length)], Separator().Replace(stripped[(word.Length + impact.Length)..], string.Empty, 1)) { IsCode = true };
            }

            string tail = SeverityNoun().Replace(stripped[word.Length..], string.Empty, 1);
            bool prose = tail.StartsWith(',') && tail.Length < stripped.Length - word.Length;
            if (prose)
            {
                return new SeverityName(name, null, rest) { IsCode = true };
            }

            if (rest.Length <= 40 && SecondWord().IsMatch(tail))
            {
                // "P4 - Cosmetic / Minor"
                return new SeverityName(name, stripped.TrimEnd(':', ' '), string.Empty) { IsCode = true };
            }

            if (tail.Length == 0 || !char.IsLetter(tail.TrimStart().FirstOrDefault('.')) || tail.TrimStart() != tail)
            {
                return tail.TrimStart() is { Length: > 0 } more && char.IsLetter(more[0]) && rest.Length <= 40
                    ? new SeverityName(name, stripped.TrimEnd(':', ' '), string.Empty) { IsCode = true }
                    : new SeverityName(name, word.Groups["word"].Value, Separator().Replace(tail.TrimStart('.'), string.Empty, 1)) { IsCode = true };
            }
        }

        return new SeverityName(name, null, Incidents().Replace(rest, string.Empty, 1)) { IsCode = true };
    }

    [GeneratedRegex(@"^\s+impact\b(?=\s*(?:$|[:(–—-]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Impact();

    [GeneratedRegex(@"^\s?[/／]\s?(?:" + Words + @"|service requests?|questions?|requests?)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecondWord();

    // "Severidade Crítica", "Gravité majeure": what it is comes first
    [GeneratedRegex("^(?:" + Nouns + @")\s+(?=(?:" + Words + @")(?!\p{L}|[-'’]\p{L}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNoun();

    [GeneratedRegex("^(?:" + Nouns + @")\s*[:：]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NounColon();

    // "P1 incidents (critical)"
    [GeneratedRegex(@"^\s+(?:incidents?|issues?|events?|alerts?)(?=\s*[(（]\p{L}+[)）]\s*:?$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NounBeforeBracket();

    // "P1 incidents: at once"
    [GeneratedRegex(@"^(?:incidents?|issues?|events?|alerts?)\s*[:：]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Incidents();

    // "High" is a severity, "High Error Rate" is not.
    private static bool WordEnds(string after)
    {
        string tail = SeverityNoun().Replace(after, string.Empty, 1).TrimStart();
        return tail.Length == 0 || !(char.IsLetter(tail[0]) && after.Length > 0 && (after[0] == ' ' || char.IsLetter(after[0])));
    }

    private static int? Roman(string text) => text.ToUpperInvariant() switch
    {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        _ => null,
    };

    private const string Words =
        "critical|extreme|catastrophic|blocker|emergency|disaster|severe|urgent|high|major|significant|serious|important|medium|moderate|mid|normal|standard|elevated|warning|low|minor|small|minimal|cosmetic|trivial|informational|info|negligible|planning"
        + "|kritisch|hoch|mittel|niedrig|gering|critique|élevée?|majeure?|haute?|moyen(?:ne)?|modérée?|faible|basse|mineure?|crític[ao]|alt[ao]|medi[ao]|médi[ao]|moderad[ao]|baj[ao]|baix[ao]|menor|mayor|maior|leve|grave|urgente|critic[ao]|bass[ao]"
        + "|nghiêm trọng|rất cao|cao|trung bình|thấp|kritis|tinggi|sedang|rendah|kritik|yüksek|orta|düşük|krytyczn[yae]|wysok[iae]|średni[ae]?|nisk[iae]|kritick[ýáé]|vysok[ýáéya]|střední|nízk[ýáéya]|kritiskt?|hög|medel|låg|høj|høy|mellem|middels|lav|критичний|критична|високий|висока|середній|середня|низький|низька"
        + "|notfall|schwerwiegend|m[äa](?:ß|ss)ig|bloquante?|majeure?|[eé]lev[eé]e?|mod[eé]r[eé]e?|cr[ií]tic[ao]|m[eé]di[ao]|grave|lieve|moderat[ao]|elevat[ao]|kritiek|middel|spoed|ernstig|normaal|licht|gering|powa[żz]n[yae]|umiarkowan[yae]|drobn[yae]|krytyczn[yae]|[śs]redni[ae]?|kriticka|kriticky|z[áa]va[žz]n[ýáéya]|mal[ýáéya]|st[řr]edn[íi]|n[íi]zk[ýáéya]|h[öo]gt|l[åa]gt?|h[öo]g|allvarligt?|m[åa]ttligt?|mindre|alvorligt?|moderat|kriittinen|korkea|keskitaso|keskim[äa][äa]r[äa]inen|matala|vakava|kohtalainen|v[äa]h[äa]inen|ciddi|hafif|y[üu]ksek|d[üu][şs][üu]k"
        + "|nghi[eê]m tr[oọ]ng|kh[aẩ]n c[aấ]p|trung b[iì]nh|th[aấ]p|nh[eẹ]|darurat|ringan|серь[её]зн(?:ый|ая)|умеренн(?:ый|ая)|незначительн(?:ый|ая)|критичн(?:ый|ая)|серйозн(?:ий|а)|помірн(?:ий|а)|незначн(?:ий|а)"
        + "|cosm[ée]tique|cosm[ée]tic[ao]|estetic[ao]|kosmetisch|kosmetyczn[yae]|косметическ(?:ий|ая)"
        + "|dringend|bloqueante|bloccante|blokuj[ąa]c[yea]|acil|piln[yea]|срочн(?:ый|ая)|аварийн(?:ый|ая)|特别重大|特別重大|特别严重|特別嚴重|特大|较大|較大|普通|クリティカル|中程度|嚴重|緊急|輕微|較低|치명적|치명|중대|حرجة?|عالية?|متوسطة?|منخفضة?|خطيرة?"
        + "|hoog|gemiddeld|laag|критический|критичный|критическая|высокий|высокая|средний|средняя|низкий|низкая|緊急|致命的|重大|重要|高|中|低|軽微|严重|紧急|致命|一般|较低|轻微|긴급|심각|높음|중간|보통|낮음|경미";

    private const string Nouns =
        "(?:incident )?(?:severity|priority)(?: level)?|incidentes? de (?:severidade?|gravedad|prioridade?)|(?:n[ií]vel|niveau|livello)(?: (?:de|di) (?:severidade?|gravedad|gravidade|gravité|gravità|sévérité|prioridade?|priorité|criticidade?|criticidad|criticité|risco|impacto))?|severidade?|gravedad|gravidade|gravité|gravità|sévérité|prioridade?|priorité|priorità|criticidade?|criticité|schweregrad|schweregradstufe|stufe|priorität|dringlichkeit|ernst|prioriteit|ernstniveau|prioriteitsniveau|gravità|livello|poziom ważności|závažnost|allvarlighetsgrad|alvorlighetsgrad|alvorlighedsgrad|alvorlighed|nivå|taso|vakavuus|önem derecesi|öncelik|критичность|приоритет|уровень|критичність|пріоритет|рівень|mức độ|muc do|tingkat|poziom|priorytet|seviye|úroveň";

    private const string CodePattern =
        @"#?(?<code>(?:P|SEV|S|Sev|Prio|PRI)[-_ ]?[0-5](?!\d|\.\d|%)|(?:Severity|SEVERITY|severity|Priority|PRIORITY|priority)(?:[ -](?:Level|level))?[-_ :]?(?:[0-5](?!\d|\.\d|%)|(?:I{1,3}|IV|V)\b|(?i:one|two|three|four|five)\b)|(?:SEV|Sev|Severity)[- ]?[A-D]\b|重大度[0-5]|优先级[0-5])";

    [GeneratedRegex(@"^[\[(]?" + CodePattern + @"(?![A-Za-z])[\])]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingCode();

    [GeneratedRegex(@"^#?(?<code>(?i:level|tier|type|class|category|cat|impact|stufe|niveau|nivel|nível|livello|schweregrad|priorität|priorité|prioridad|prioridade|gravité|severidad|severidade|уровень|приоритет|mức(?: độ)?|muc(?: do)?|cấp(?: độ)?|cap do|tingkat|seviye|poziom|úroveň|nivå|рівень|пріоритет|等级|级别|等級|級別|レベル|ランク|레벨|المستوى|مستوى|klasse|classe|clase|kategor(?:ie|ia|i)|categor[ií]a|catégorie|grado|grau|degré|stopień|klasa|sınıf|derece|класс|категория|степень|ранг|sev)\s?[-_#]?\s?(?:[0-5](?!\d|\.\d|%)|(?:I{1,3}|IV|V|(?i:one|two|three|four|five))\b)|[LlCcTtPpSsGgNnKkПпСсКкУу](?:\s?[-_#]?\s?[0-5](?!\d|\.\d|%)|[-_# ](?:I{1,3}|IV|V)\b)|[A-Z]{2,5}-[A-Z]?[0-5](?!\d|\.\d|%)|第?[一二三四五1-5][级級]|第?[1-5]단계|[SABCD](?=\s*(?:[-–—:：]\s*|[(（]\s*)(?i:" + Words + @")(?!\p{L}))|[SABCD]ランク|ランク[SABCD]|레벨 ?[1-5]|[1-5]등급)(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LooseCode();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.=])" + CodePattern + @"(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyCode();

    [GeneratedRegex(@"^(?<letters>[^\d\s#_:-][^\d#_:-]*?(?:-[A-Z])?)[\s#_:-]*(?<number>\d{1,2}|I{1,3}|IV|V|[A-D]|one|two|three|four|five)$|^(?<number>[1-5])(?<letters>级|級|등급|단계)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CodeParts();

    // "1 - Low"
    [GeneratedRegex(@"^[0-5]\s*(?:[-–—:.)=]|(?=\())\s*\(?(?=(?:" + Words + @")(?!\p{L}|[-'’]\p{L}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^([^()]{0,40})\)", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingBracket();

    [GeneratedRegex(@"^(?<word>" + Words + @")(?!\p{L}|[-'’]\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingWord();

    [GeneratedRegex(@"^\s*(?:severity|priority|incident)?\s*(?:[(（\[]\s*" + CodePattern + @"\s*[)）\]]|[-–—/:]\s*" + CodePattern + @"(?![A-Za-z]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InnerCode();

    // "Critical (Level 1)"
    [GeneratedRegex(@"^\s*(?:severity|priority|incident)?\s*[(（\[]\s*(?<code>(?i:level|tier|stufe|niveau|nivel|nível|livello)\s?-?[0-5])\s*[)）\]]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InnerLevel();

    [GeneratedRegex(@"^\s*[(（\[]\s*" + CodePattern + @"\s*[)）\]]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedCode();

    [GeneratedRegex(@"^\s*[(（\[](?<label>[^()（）\[\]]{1,60})[)）\]]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedLabel();

    [GeneratedRegex(@"^\s*(?:[→⇒➔]|[-=]+>)", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();

    // "Critical (9.0-10.0): …"
    [GeneratedRegex(@"^\s*[(（\[](?:CVSS|score)?[\d.\s<>≥≤=+–-]{1,16}[)）\]](?=\s*[:：–—-]\s*\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Score();

    [GeneratedRegex(@"^\s*(?:[-–—]\s+|[:：]\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^\s*(?:(?:[:：|]|[-–—→⇒]+>?|=>|=|/|\.(?=\s))\s*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:\s+(?:severity|priority|incidents?|issues?|problems?|events?|level|impact|sev)\b)+(?!\s+\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeverityNoun();

    [GeneratedRegex(
        @"(?<r0>\b(?:notfall|bloquant|cr[ií]tic[ao]|kritiek|spoed|kriittinen|kritick|nghi[eê]m tr[oọ]ng|kh[aẩ]n c[aấ]p|darurat|критичн|حرج)|特别重大|特別重大|特大|嚴重|クリティカル|치명|\b(?:bloque|blocc|blokuj|acil|аварийн|critical|extreme|catastrophic|blocker|emergency|disaster|kritisch|critique|crític[ao]|critic[ao]|критич|nghiêm trọng|kriti[skc]|krytyczn)|緊急|致命|严重|紧急|긴급|심각)|(?<r1>\b(?:dringend|piln|срочн|schwerwiegend|majeure?|[eé]lev[eé]e?|grave|elevat[ao]|ernstig|powa[żz]n|z[áa]va[žz]n|allvarlig|alvorlig|h[öo]g|korkea|vakava|ciddi|y[üu]ksek|серь[её]зн|серйозн|عالي|خطير)|중대|\b(?:high|major|severe|urgent|serious|hoch|haute?|élevée?|majeure?|alt[ao]|mayor|maior|hoog|высок|cao|tinggi|yüksek|wysok|vysok|hög|høj|høy|висок)|重大|高|높음)|(?<r2>\b(?:warnings?\b|m[äa](?:ß|ss)ig|mod[eé]r[eé]e?|m[eé]di[ao]|moderat[ao]?\b|middel|normaal|umiarkowan|[śs]redni|st[řr]edn|m[åa]ttlig|keskitaso|keskim|kohtalainen|trung b[iì]nh|умеренн|помірн|متوسط)|\b(?:medium|moderate|mid|significant|important|mittel|moyen(?:ne)?|modérée?|medi[ao]|médi[ao]|moderad|gemiddeld|normal|средн|trung bình|sedang|orta|średni|střední|medel|mellem|middels|середн)|重要|中|一般|较大|較大|普通|보통|중간)|(?<r3>\b(?:lieve|licht|drobn|mal[ýáéya]\b|n[íi]zk|mindre|l[åa]gt?\b|matala|v[äa]h[äa]|hafif|d[üu][şs][üu]k|th[aấ]p|nh[eẹ]\b|ringan|незначн|незначит|منخفض)|輕微|較低|\b(?:low|minor|small|niedrig|gering|faible|basse|mineure?|baj[ao]|baix[ao]|menor|leve|laag|bass[ao]|низк|thấp|rendah|düşük|nisk|nízk|låg|lav\b|низьк)|低|轻微|軽微|낮음|경미)|(?<r4>\b(?:informational|info|cosm[eé]ti|kosmet|космет|estetic[ao]|trivial|negligible|minimal|planning))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KnownWord();
}
