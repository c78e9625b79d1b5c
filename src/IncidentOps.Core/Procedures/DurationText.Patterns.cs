using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures;

/// <content>The words of time. Units of several languages, so that a guide need not be in English.</content>
internal sealed partial record DurationText
{
    private const string SecondUnits = "seconds?|secs?|sek(?:unden?)?|secondes?|segundos?|seg|secondi|секунд[ыа]?|сек|s|秒|초|giây|detik|saniye|sekund(?:y|er)?|sekunder";

    private const string MinuteUnits = "minutes?|minuten?|mins?|minutos?|minuti|minuut|минут[ыа]?|мин|دقائق|دقيقة|دقیقه|m|分钟|分鐘|分間|分|분|phút|menit|dakika(?:da|lık)?|dk|daqiqa|minut(?:er|ter|y|a|u)?|хвилин[аи]?|хв";

    private const string HourUnits = "hours?|hrs?|stunden?|std|heures?|horas?|ore|ora|uur|uren|часов|часа|час|ч|ساعات|ساعة|h|時間|小时|小時|시간|giờ|tiếng|jam|saat(?:te|lik)?|soat|godzin[ay]?|godz|hodin[ay]?|hod|timm(?:e|ar)|timer|годин[аи]?|год";

    private const string WorkdayUnits = "werktage?n?|arbeitstage?n?|jours? ouvr(?:és?|ables?)|d[ií]as? (?:h[áa]biles?|laborables?|laborales?|[úu]te?i?s)|dias? [úu]te?i?s|giorn[oi] lavorativ[oi]|werkdag(?:en)?|рабоч(?:их|ий|его) (?:дн[яей]{1,2}|день)|営業日|工作日|個工作日|个工作日|영업일|ngày làm việc|hari kerja|iş günü|dni robocz(?:ych|e)|dzień roboczy|pracovní(?:ch)? (?:dn[íůy]|den)|arbetsdag(?:ar)?|arbejdsdage?|arbeidsdag(?:er)?|virkedag(?:er)?|робоч(?:их|ий|і|ого) (?:дн[іяів]{1,2}|день)";

    private const string DayUnits = "days?|tage?n?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?|дн(?:я|ей)|день|сут(?:ки|ок)|أيام|يوم|d|日間|日|天|일|ngày|hari|gün(?:de|lük)?|kun|dni|dzień|dnia|dn[íůy]|dag(?:ar|e|er)|dygn|døgn|доб[аи]|діб|дн(?:і|ів)";

    private const string WeekUnits = "weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|недел[юиья]|w|週間|周|주|tuần|minggu|hafta|tygodni[ae]?|tydzień|týdn[yů]|týden|veckor|vecka|uger|uge|uker|uke|тиж(?:день|ні|нів)";

    private const string MonthUnits = "months?|monate?n?|mois|mes(?:es)?|mês|mesi|ヶ月|个月|개월|tháng|bulan|miesi[ąę]c[ey]?|měsíc[eů]?|månad(?:er)?|måned(?:er)?|місяц[іь]в?";

    private const string Numbers = @"\d{1,5}(?:[.,]\d{1,2})?|½";

    private const string NumberWords = "half an|half a|a couple of|an|a|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|thirty|eine|einer|zwei|drei|une|un|deux|trois|una|dos|tres|uma|um|dois|duas|três";

    private const string Every = @"(?<every>every|each|mỗi|setiap|her|co|var(?:je)?|hver|každ(?:ou|ých|é)|кожн(?:і|у|их)|alle|jede|toutes les|tous les|chaque|cada|ogni|elke|per|раз в|каждые|每|ogni|at least every)\s*";

    [GeneratedRegex(
        @"(?:(?<![A-Za-z\d.,:#])|(?<=\d[hd]))(?:" + Every + @")?(?:(?<number>" + Numbers + @")(?:\s*(?:-|–|—|〜|～|~|\bto\b|\bbis\b|\bor\b|\bà\b|\bao?\b|\bou\b|до)\s*(?<to>" + Numbers + @"))?\+?[\s-]*|\b(?<number>" + NumberWords + @")\s+)"
        + @"(?<business>(?:full )?(?:business|working|office|work|normal)[\s-]+)?(?:个|個|か|ヶ)?(?<unit>" + WorkdayUnits + "|" + SecondUnits + "|" + MinuteUnits + "|" + HourUnits + "|" + DayUnits + "|" + WeekUnits + "|" + MonthUnits + @")(?![A-Za-zÀ-ɏḀ-ỿ/]|[а-яіїє]|\d(?!\d?\s?m))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"(?<nextworkday>\b(?:next|following|same|(?:by[\s-]+)?(?:the[\s-]+)?end[\s-]+of(?:[\s-]+the)?|1st|first|within the)[\s-]+(?:business|working|work)[\s-]+day\b|nächster (?:werk|arbeits)tag|nächsten (?:werk|arbeits)tag|prochain jour ouvr|jour ouvr\w+ suivant|(?:siguiente|próximo) d[ií]a (?:hábil|laborable|laboral|útil)|d[ií]a hábil siguiente|próximo dia útil|dia útil seguinte|следующ\w+ рабоч\w+ д\w+|ngày làm việc (?:tiếp theo|kế tiếp)|hari kerja berikutnya|(?:sonraki|ertesi) iş günü|(?:następny|kolejny) dzień roboczy|(?:další|následující|příští) pracovní den|nästa arbetsdag|næste arbejdsdag|neste (?:arbeids|virke)dag|наступн\w+ робоч\w+ д\w+|volgende werkdag|giorno lavorativo successivo|prossimo giorno lavorativo|翌営業日|下一个工作日|次一工作日|다음 영업일)"
        + @"|(?<nextday>\b(?:next|following|same|within the)[\s-]+day\b|\bend[\s-]of[\s-](?:the[\s-])?day\b|\beod\b|\btomorrow\b|\b[DJ]\+1\b|翌日|次日|当日|当天)"
        + @"|(?<nextweek>\bnext week\b|\bwithin the week\b|来週|下周)"
        + @"|(?<every>every )?(?<halfhour>\bhalf[\s-]+hour(?:ly)?\b)"
        + @"|(?<every>every |each )?(?<thehour>(?<=every |each |within the |the next )hour\b)"
        + @"|(?<hourly>\bhourly\b|\bstündlich\b|毎時|每小时|ежечасно)"
        + @"|(?<twicedaily>\btwice (?:daily|a day|per day)\b)"
        + @"|(?<daily>\bdaily\b|\bonce (?:a|per) day\b|\bevery day\b|\btäglich\b|\bdziennie\b|\bcodziennie\b|\bsetiap hari\b|\bher gün\b|\bdagligen\b|\bdaglig[te]?\b|\bdenně\b|hàng ngày|щодня|\bdiariamente\b|\bquotidien(?:nement)?\b|毎日|每日|每天|매일|ежедневно)"
        + @"|(?<weekly>\bweekly\b|\bonce (?:a|per) week\b|\bevery week\b|wöchentlich|毎週|每周|매주|еженедельно)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Worded();

    [GeneratedRegex(
        @"(?<!\b(?:no|not|non|without|than) |non-)(?:\bimmediate(?:ly)?\b|\binstant(?:ly)?\b|\bright away\b|\bat once\b|\bsofort(?:ige?)?\b|\bimmédiate?(?:ment)?\b|\binmediat[oa](?:mente)?\b|\bimediat[oa](?:mente)?\b|\bimmediat[oa](?:mente)?\b|\bonmiddellijk\b|ngay lập tức|\bsegera\b|\bderhal\b|\bhemen\b|\bdarhol\b|\bnatychmiast\w*|\bokamžit\w+|\bomedelbart\b|\bomgående\b|\bumiddelbart\b|\bstraks\b|негайн\w*|немедленн\w*|فوري\w*|即時|即座|直ちに|立即|马上|즉시)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImmediateWord();

    [GeneratedRegex(
        @"\b(?:best[\s-]effort|as needed|as required|as appropriate|when possible|if needed|asap|as soon as possible|when available|n/?a|none|not (?:applicable|required|defined)|no sla|no (?:response )?(?:time|requirement|target|escalation|updates?)|no immediate (?:action|response)|within (?:minutes|hours|days|weeks)|same[\s-]day|next (?:deploy(?:ment)?|sprint|release|standup|stand-up|planning|maintenance|on-?call|iteration|cycle|window|planned|available|scheduled)|backlog|scheduled|planned|discretion|varies|variable|tbd|ad[\s-]hoc|on request|at resolution|real[\s-]?time|continuous(?:ly)?|24[x/]7|nach bedarf|selon (?:le )?besoin|según)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenEnded();

    [GeneratedRegex(@"\brespon[ds]\w*|\back", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RespondsIn();

    [GeneratedRegex(@"\b(?:updates?|resol\w+|fix(?:ed)?|then|escalat\w+|every)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherMatter();

    [GeneratedRegex(@"\b(?:min|hour|hr|day|week|month|sec|stunde|tag|heure|jour|hora|d[ií]a)|[分時日週周]|小时|мин|час|시간|분", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeWord();

    [GeneratedRegex(@"\b(?:business|office|working|work)[\s-]+(?:hours?|days?|time)\b|geschäftszeit|arbeitszeit|bürozeit|heures (?:ouvr|de bureau)|hor[aá]rio (?:laboral|comercial|de oficina)|営業時間|業務時間|工作时间|업무 ?시간|рабоч\w+ (?:врем|час)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BusinessTime();

    [GeneratedRegex(@"\b(?:out of|outside|after|non|off)[\s-]+(?:of )?(?:business|office|working|work)?[\s-]*hours\b|\band out of\b|\b24[x/]7\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotOnlyBusinessTime();

    [GeneratedRegex(@"^\s*(?:and|und|et|y|e|,)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:once|twice|times)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex("^(?:" + SecondUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();

    [GeneratedRegex("^(?:" + MinuteUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Minutes();

    [GeneratedRegex("^(?:" + HourUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();

    [GeneratedRegex("^(?:" + WorkdayUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Workdays();

    [GeneratedRegex("^(?:" + DayUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex("^(?:" + WeekUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();
}
