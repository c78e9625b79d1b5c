using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures;

/// <content>
/// The words of time. Units of several languages, so that a guide need not be in English; Latin letters stand here
/// without their accents, as they do in the text that is searched.
/// </content>
internal sealed partial record DurationText
{
    private const string SecondUnits = "seconds?|secs?|sek(?:unden?)?|secondes?|segundos?|seg|secondi|seconden|секунд[ыауи]?|сек|s|秒|초|giay|detik|saniye|sekund(?:y|er)?|sekunder|sekuntia?|ثانية|ثوان|วินาที";

    private const string MinuteUnits = "minutes?|minuten?|mins?|minutos?|minuti|minuto|minuut|минут[ыау]?|мин|دقائق|دقيقة|دقیقه|m|分钟|分鐘|分間|分|분간?|phut|menit|dakika(?:da|lik)?|dk|daqiqa|minut(?:er|ter|t|y|a|u|ach|ami)?|minuut(?:tia?|in)|хвилин[аиу]?|хв|นาที";

    private const string BusinessHourUnits = "(?:arbeits|geschafts|buro|service)stunden?|werkuren|kantooruren|arbetstimm(?:e|ar)|(?:arbejds|arbeids|virke|kontor)timer?|[個个]?工作小[时時]|営業時間";

    private const string HourUnits = BusinessHourUnits + @"|hours?|hrs?|stunden?|std|heures?|horas?|ore|ora|uur|uren|uurs?|часов|часа|час|ч|ساعات|ساعة|h|時間|小时|小時|시간|gio|tieng|jam|saat(?:te|lik|i|leri)?|soat|godzin(?:[aye]|ach)?|godz|hodin(?:[ayu]|ach)?|hod|timm(?:e|ar)|timers?|(?<=\d\.? |fj[ae]rde )time(?=\s*(?:$|[,;]|\(\p{L}{4}))|tunti|tunti?a|tunnin|годин[аиу]?|год|ชั่วโมง|ชม\.?";

    private const string WorkdayUnits = @"werktage?n?|(?:bank)?geschaftstage?n?|bankarbeitstage?n?|giorn[oi] ferial[ei]|zi(?:le)? lucratoare|arbeitstage?n?|jours? ouvr(?:es?|ables?)|dias? (?:habil(?:es)?|laborables?|laborales?|uteis|util|de trabalho|de expediente)|giorn[oi] lavorativ[oi]|werkdag(?:en)?|рабоч(?:их|ий|его) (?:дн[яей]{1,2}|день)|раб\.? ?дн(?:я|ей)?|営業日|稼働日|工作日|個工作日|个工作日|[個个]?(?:工作天|營業日|营业日|上班日)|(?:영업|업무|근무)일|ngay lam viec|hari kerja|is gunu|dni robocz(?:ych|e)|dzien roboczy|dnia roboczego|pracovni(?:ch|ho)? (?:dn[iuye]|den)|arbetsdag(?:ar)?|arbejdsdage?|hverdage?|arbeidsdag(?:er)?|virkedag(?:er)?|tyopaiv(?:aa?|an)|робоч(?:их|ий|і|ого) (?:дн[іяів]{1,2}|день)|أيام عمل|يوم عمل|วันทำการ|วันทำงาน";

    private const string DayUnits = "days?|tage?n?|jours?|dias?|giorn[oi]|dag(?:en)?|дн(?:я|ей)|день|сут(?:ки|ок)|أيام|يوم|วัน|d|日間|日|天|일|ngay|hari|gun(?:de|luk)?|kun|dni|dzien|dnia|dn[iuy]|dag(?:ar|e|er)|dygn|dogn|paiv(?:aa?|an)|доб[аи]|діб|дн(?:і|ів)|zi(?:le)?";

    private const string WeekUnits = "weeks?|wks?|wochen?|saptaman[ai]|semaines?|semanas?|settiman[ae]|weken|week|недел[юиья]|w|週間|周|주|tuan|minggu|hafta(?:da|lik)?|tygodni[ae]?|tydzien|tydn[yu]|tyden|veckor|vecka|uger|uge|uker|uke|viik(?:ko|on|koa)|тиж(?:день|ні|нів)|أسبوع|أسابيع|สัปดาห์";

    private const string MonthUnits = "months?|monate?n?|mois|mes(?:es)?|mesi|ヶ月|カ月|か月|个月|個月|개월|thang|bulan|miesi[ae]c[ey]?|mesic[eu]?|manad(?:er)?|maned(?:er)?|kuukau(?:si|den|tta)|місяц[іь]в?|เดือน";

    private const string Numbers = @"\d{1,5}(?:[.,]\d{1,2})?|½";

    private const string NumberWords = @"half an|half a|a couple of|an|a(?!\s+(?:jours?|heures?|semaines?)\b)|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|thirty|eine|einer|zwei|drei|une|un|deux|trois|una|dos|tres|uma|um|dois|duas|fjarde|fjerde";

    private const string Every = @"(?<every>every|each|moi|setiap|tiap|her|co|var(?:je)?|hver(?:t)?|kazd(?:ou|ych|e)|кожн(?:і|у|их)|раз на|alle|jede|toutes les|tous les|chaque|a cada|cada|ogni|elke?|iedere?|om de|per|раз в|каждые|каждый|joka|毎|每隔|每|매|كل|ทุกๆ|ทุก|at least every)\s*";

    // "4 saatte bir", "30分ごと": what says that it recurs may stand behind.
    private const string EveryBehind = @"\s?(?:ごと|おき|毎|に\s?[1一]回|[1一]回|一次|마다|간격|에 한 번|bir\b|mot lan|valein|sekali)";

    // "Every hour", "once a day", in as many languages: no number is said.
    private const string Hourly = @"\bhourly\b|\bstundlich\b|\bjede stunde\b|\btoutes les heures\b|\bchaque heure\b|\bcada hora\b|\bde hora em hora\b|\bogni ora\b|\b(?:elk|ieder) uur\b|\bco godzine\b|\bkazdou hodinu\b|\bco hodinu\b|\bvarje timme\b|\bhver time\b|\btunnin valein\b|\bjoka tunti\b|\bher saat\b|\bsaatte bir\b|\bsaatlik\b|ежечасно|каждый час|раз в час|щогодини|кожну годину|раз на годину|毎時|每小时|每小時|매시간|\b(?:moi|hang) gio\b|\b(?:setiap|tiap) jam\b|كل ساعة|รายชั่วโมง|ทุกชั่วโมง";

    private const string Daily = @"\bdaily\b|\bonce (?:a|per) day\b|\bevery (?:business |working )?day\b|\btaglich\b|\bjeden tag\b|\bune fois par jour\b|\b(?:chaque|tous les) jours?\b|\bquotidien(?:ne(?:ment)?)?\b|\bdiari(?:o|amente)\b|\buna vez al dia\b|\bcada dia\b|\btodos (?:los|os) dias\b|\buma vez (?:por|ao) dia\b|\bogni giorno\b|\buna volta al giorno\b|\bgiornaliero\b|\bquotidiano\b|\bdagelijks\b|\b(?:elke|iedere) dag\b|\braz dziennie\b|\bdziennie\b|\bcodziennie\b|\bdenne\b|\bkazdy den\b|\bdagligen\b|\bvarje dag\b|\b(?:en gang|een keer) (?:om dagen|per dag)\b|\bdaglig[te]?\b|\bhver dag\b|\bpaivittain\b|\bjoka paiva\b|\bkerran paivassa\b|\bgunluk\b|\bher gun\b|\bgunde bir(?: kez)?\b|1日に?[1一]回|ежедневно|раз в (?:день|сутки)|каждый день|щодня|щоденно|раз на (?:день|добу)|кожного дня|毎日|日次|每日|每天|매일|하루 한 번|\b(?:hang|moi) ngay\b|\b(?:setiap|tiap) hari\b|\bharian\b|يومي|كل يوم|รายวัน|ทุกวัน";

    private const string Weekly = @"\bweekly\b|\bonce (?:a|per) week\b|\bevery week\b|\bwochentlich\b|\bjede woche\b|\bhebdomadaire\b|\b(?:chaque|toutes les) semaines?\b|\bsemanal(?:mente)?\b|\b(?:cada|toda) semana\b|\bsettimanal[ei]?\b|\bogni settimana\b|\bwekelijkse?\b|\b(?:elke|iedere) week\b|\bco tydzien\b|\btygodniow[aoey]\b|\btydenn[eiy]\b|\btydne\b|\bkazdy tyden\b|\bveckovis\b|\bvarje vecka\b|\bukentlig\b|\bhver uke\b|\bugentlig[te]?\b|\bhver uge\b|\bviikoittain\b|\bjoka viikko\b|\bhaftalik\b|\bher hafta\b|еженедельн|каждую неделю|раз в неделю|щотижн|кожного тижня|раз на тиждень|毎週|週替わり|每周|每週|매주|주간 교대|\b(?:hang|moi) tuan\b|\bmingguan\b|\b(?:setiap|tiap) minggu\b|أسبوعي|كل أسبوع|รายสัปดาห์|ทุกสัปดาห์";

    private const string NextWorkday = @"(?:urmatoarea|prima) zi lucratoare|ziua lucratoare urmatoare|nachste[rnms]* (?:werk|arbeits|geschafts)tag|folge(?:werk|arbeits)tag|prochain jour ouvr\w*|premier jour ouvr\w*|jour ouvr\w+ suivant|lendemain ouvr\w*|[dj]\s?\+\s?1 (?:jour )?ouvr\w*|(?:siguiente|proximo|primer) dia (?:habil|laborable|laboral|util)|dia (?:habil|laborable) siguiente|siguiente jornada(?: laboral)?|proximo dia util|dia util (?:seguinte|subsequente)|следующ\w+ рабоч\w+ д\w+|ngay lam viec (?:tiep theo|ke tiep|sau)|hari kerja (?:berikutnya|selanjutnya)|(?:sonraki|ertesi|bir sonraki|takip eden|izleyen) is gunu|(?:nastepn\w+|kolejn\w+) d(?:zien|nia) robocz\w+|(?:dalsi|nasledujici|pristi) pracovni den|(?:nasta|nastkommande) arbetsdag|naeste (?:arbejdsdag|hverdag)|næste (?:arbejdsdag|hverdag)|neste (?:arbeids|virke)dag|seuraava(?:na)? (?:tyopaiva|arkipaiva)|наступн\w+ робоч\w+ д\w+|(?:eerst)?volgende werkdag|giorno (?:lavorativo|feriale) (?:successivo|seguente)|(?:prossimo|primo) giorno (?:lavorativo|feriale)(?: utile)?|[翌次]の?(?:営業|稼働)日|[翌次]の?平日|(?:下一?|次一?|隔|翌)[个個]?(?:工作[日天]|營業日|营业日|上班日)|(?:次日|隔天)[（(]工作[日天][)）]|(?:다음|익|차) ?(?:영업|업무|근무)일|다음 ?평일|\bnbd\b|يوم العمل التالي|วันทำการถัดไป";

    private const string HalfHour = @"\bhalf[\s-]+hour(?:ly)?\b|\b(?:halbe|halben) stunde\b|\bdemi[\s-]heure\b|\bmedia hora\b|\bmeia hora\b|\bmezz'?\s?ora\b|\bhalf uur\b|\bpol godziny\b|\bpulhodin\w+|\bpul hodiny\b|\bhalvtimme\b|\bhalve? time\b|\bpuolen tunnin\b|\bpuoli tuntia\b|\byarim saat(?:te)?\b|полчаса|півгодини|半小时|半小時|반시간|nua (?:gio|tieng)|setengah jam|نصف ساعة";

    [GeneratedRegex(
        @"(?:(?<![A-Za-z\d.,:#])|(?<=\d[hd]))(?:" + Every + @")?(?:(?<number>" + Numbers + @")(?:\s*(?:-|–|—|〜|～|~|\bto\b|\bbis\b|\bor\b|\bà\b|\bao?\b|\bou\b|до)\s*(?<to>" + Numbers + @"))?(?:\+|(?(every)(?:\.|:e)))?[\s-]*|\b(?<number>" + NumberWords + @")\s+)"
        + @"(?<business>(?:(?:full )?(?:business|working|office|work|normal)[\s-]+|рабоч(?:их|ий|его)\s+(?=час)|раб\.\s*(?=ч)|робоч\w+\s+(?=годин)|pracovni(?:ch)?\s+(?=hod)|(?:mesai|is)\s+(?=saat)))?(?:个|個|か|ヶ)?(?<unit>" + WorkdayUnits + "|" + SecondUnits + "|" + MinuteUnits + "|" + HourUnits + "|" + DayUnits + "|" + WeekUnits + "|" + MonthUnits + @")(?![A-Za-zÀ-ɏḀ-ỿ/]|[а-яіїє]|\d(?!\d?\s?m))(?<every>" + EveryBehind + ")?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"(?<nextworkday>\b(?:next|following|same|(?:by[\s-]+)?(?:the[\s-]+)?end[\s-]+of(?:[\s-]+the)?|1st|first|within the)[\s-]+(?:business|working|work)[\s-]+day\b|" + NextWorkday + ")"
        + @"|(?<nextday>\b(?:next|following|same|within the)[\s-]+day\b|\bend[\s-]of[\s-](?:the[\s-])?day\b|\beod\b|\btomorrow\b|\b[DJ]\+1\b|\b(?:am )?(?:nachste[rnms]* tag|folgetag|selben tag|gleichen tag)\b|\ble lendemain\b|\bdans la journee\b|\b(?:al )?dia siguiente\b|\b(?:no )?dia seguinte\b|\bgiorno (?:successivo|seguente|dopo)\b|\b(?:de )?volgende dag\b|\bnastepn(?:ego|y) d(?:nia|zien)(?! robocz)\b|\bertesi gun\b|на следующий день|翌日|次日|当日|当天|當日|當天|隔天|隔日|당일|익일|다음\s?날)"
        + @"|(?<nextweek>\bnext week\b|\bwithin the week\b|来週|下周)"
        + @"|(?<every>(?:every|each|jede|toutes les|chaque|cada|a cada|ogni|elk|ieder|co|kazdou|kazde|varje|hver|joka|her|каждые|кожні|每|매|moi|setiap|tiap|كل)\s?)?(?<halfhour>" + HalfHour + ")"
        + @"|(?<every>every |each )?(?<thehour>(?<=every |each |within the |the next )hour\b)"
        + @"|(?<onehour>ساعة واحدة|ساعة(?=$|\)))|(?<twohours>ساعتين|ساعتان)"
        + "|(?<hourly>" + Hourly + ")"
        + @"|(?<twicedaily>\b(?:twice|2 ?x|2 times|two times|zweimal|2 ?mal|deux fois|2 fois|dos veces|2 veces|duas vezes|2 vezes|due volte|2 volte|twee ?maal|2 ?keer|dwa razy|2 razy|два раза|2 раза|gunde iki|gunde 2) (?:daily|a day|per day|taglich|am tag|pro tag|par jour|al dia|por dia|ao dia|al giorno|per dag|daags|dziennie|na dzien|в день|kez|kere|defa)\b|1日2回|每[日天](?:两|兩|2)次|하루 (?:두 ?번|2회))"
        + "|(?<daily>" + Daily + ")"
        + "|(?<weekly>" + Weekly + ")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Worded();

    [GeneratedRegex(
        @"(?<!\b(?:no|not|non|without|than) |non-)(?:\bimmediate(?:ly)?\b|^now\b(?=\s*(?:$|[,;.(]))|^(?:start|begin|act|respond)s? now\b|\binstant(?:ly)?\b|\bna hora\b|\bde suite\b|\bper direct\b|\bterstond\b|\bod reki\b|\bbezzwlocznie\b|\bniezwlocznie\b|незамедлительн\w*|\bright away\b|\bat once\b|\bsofort(?:ige?)?\b|\bunverzuglich\b|\bumgehend\b|\bimmediate?(?:ment)?\b|\btout de suite\b|\binmediat[oa](?:mente)?\b|\bimediat[oa](?:mente)?\b|\bimmediat[oa](?:mente)?\b|\bsubito\b|\bonmiddellijk\b|\bmeteen\b|\bngay lap tuc\b|\bsegera\b|\bderhal\b|\bhemen\b|\baninda\b|\bdarhol\b|\bnatychmiast\w*|\bod razu\b|\bokamzit\w+|\bihned\b|\bomedelbart\b|\bgenast\b|\bomgaende\b|\bumiddelbart\b|\bstraks\b|\bmed (?:det samme|en gang)\b|\bheti\b|\bvalittomasti\b|негайн\w*|одразу|немедленн\w*|сразу|فور[اًيى]\w*|即時|即座|直ちに|すぐに|立即|马上|馬上|即刻|즉시|ทันที|(?<=^|[(（])(?:direct|direkt|langsung|ngay)(?=$|[)）:：]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImmediateWord();

    [GeneratedRegex(
        @"\b(?:best[\s-]effort|as needed|as required|as appropriate|when possible|if needed|asap|as soon as possible|when available|n/?a|none|not (?:applicable|required|defined)|no sla|no (?:response )?(?:time|requirement|target|escalation|updates?)|no immediate (?:action|response)|within (?:minutes|hours|days|weeks)|same[\s-]day|next (?:deploy(?:ment)?|sprint|release|standup|stand-up|planning|maintenance|on-?call|iteration|cycle|window|planned|available|scheduled)|backlog|scheduled|planned|discretion|varies|variable|tbd|ad[\s-]hoc|on request|at resolution|real[\s-]?time|continuous(?:ly)?|24[x/]7|nach bedarf|selon (?:le )?besoin|según)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenEnded();

    [GeneratedRegex(@"\brespon[ds]\w*|\back", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RespondsIn();

    [GeneratedRegex(@"\b(?:updates?|resol\w+|fix(?:ed)?|contain|mitigate|then|escalat\w+|every)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherMatter();

    [GeneratedRegex(@"\b(?:min|hour|hr|day|week|month|sec|stunde|tag|heure|jour|hora|dia|ora\b|ore\b|giorn|uur|uren|dag|godz|dni|hodin|dnu|timm|timer|dygn|tunti|tunni|paiva|saat|dakika|gun\b|phut|gio|ngay|menit|jam\b|hari)|[分時时日週周]|小时|мин|час|хвил|годин|시간|분|دقيقة|ساع|นาที|ชั่วโมง|ชม|วัน", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeWord();

    [GeneratedRegex(@"\b(?:business|office|working|work)[\s-]+(?:hours?|days?|time)\b|geschaftszeit|arbeitszeit|burozeit|servicezeit|dienstzeit|kernzeit|\b(?:arbeits|geschafts|buro)stunden?\b|\b(?:an )?werktag(?:s|en)\b|heures? (?:ouvr|de bureau|de travail)|jours ouvr|horarios? (?:laboral|comercial|de oficina|de trabajo|de trabalho|de expediente|habil|util)|\b(?:en|dentro del?|no) (?:horario|expediente)\b|\bhoras? (?:habil|laboral|laborable|de oficina|ute?i[sl]|util|comercia)|\b(?:em |en )?dias (?:habiles|laborables|uteis)|jornada laboral|\bore (?:lavorativ|d.ufficio|di lavoro)|orari[oi] (?:di lavoro|di ufficio)|giorni (?:lavorativi|feriali)|werkuren|werktijd|op werkdagen|dni robocz|is saat(?:i|leri)|calisma saat|mesai saat|orele de (?:lucru|program)|programul(?:ui)? de lucru|orari[oi] (?:d.ufficio|lavorativ)|kantooruren|kantoortijd|godzin\w+ (?:pracy|robocz)|pracovni (?:dob|hodin)|kontorstid|arbetstid|kontortid|arbeidstid|arbejdstid|toimistoaik|tyoaik|mesai (?:saat|ici)|gio hanh chinh|jam kerja|営業時間|業務時間|勤務時間|就業時間|平日日中|工作(?:小?时|小?時)[间間]?|上班[时時][间間]|营业时间|營業時間|[（(]工作[日天][)）]|[（(]平日[)）]|gio lam viec|(?:업무|영업|근무) ?시간|(?:업무|영업|근무)일 ?기준|раб(?:оч\w+|\.) (?:врем|час|дн)|робоч\w+ (?:час|годин|дн)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BusinessTime();

    // The hours or days themselves, in languages that say behind the unit which ones they are
    [GeneratedRegex("^(?:" + BusinessHourUnits + @")|^\w+\.?\s*[(（]?\s*(?:horas? |heures? |ore |h |hrs? )?(?:ouvr(?:ee?s?|ables?)|habiles|laborables|laborales|laboral|uteis|util|comercial|comerciais|lavorativ[eai]|lucratoare|robocz(?:e|ych|a|y)|служебн\w+|рабоч\w+|робоч\w+|werktags?|(?:in )?mesai|勤務|営業|平日|工作日)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BusinessUnit();

    [GeneratedRegex(@"\b(?:out of|outside|after|non|off)[\s-]+(?:of )?(?:business|office|working|work)?[\s-]*hours\b|\band out of\b|\b24\s?(?:h|std\.?|uur|ore)?\s?[x/×]\s?7\b|au(?:ß|ss)erhalb|\bauch (?:an|am|nachts|werk)|\bfuera de|\bhors\b|\ben dehors|\bfora d[oe]\b|\bfuori\b|\bbuiten\b|\bpoza\b|\bmimo\b|\butanfor\b|\buden ?for\b|mesai disi|\bвне\b|поза |時間外|时间外|非工作|시간 ?외|不分", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotOnlyBusinessTime();

    [GeneratedRegex(@"^\s*(?:and|und|et|y|e|,)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:once|twice|times)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(?:within|in under|no later than|innerhalb|dans les|dentro de|entro)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ByWhen();

    [GeneratedRegex("^(?:" + SecondUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();

    [GeneratedRegex("^(?:" + MinuteUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Minutes();

    [GeneratedRegex("^(?:" + HourUnits + "|time)$", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();

    [GeneratedRegex("^(?:" + WorkdayUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Workdays();

    [GeneratedRegex("^(?:" + DayUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex("^(?:" + WeekUnits + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();
}
