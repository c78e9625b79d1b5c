using System.Text.RegularExpressions;

namespace IncidentOps.Core.Notifications.Templates;

/// <summary>The notations.</summary>
internal static partial class TemplateParser
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>P[X], SEV-[1-4], SEV-X: the brackets are only a part of the blank.</summary>
    private const string SeverityCode =
        @"(?<severity>(?<![\w-])(?:SEV|Sev|sev|P|S)[-_ ]?\[(?:[XxNn\#]|\d(?:\s?[-–/|,]\s?\d){0,5})\]|(?<![\w-])(?:SEV|P)-?[XN](?![\w-]))";

    /// <summary>INC-YYYY-NNNN, INC-[ID], INC-XXX.</summary>
    private const string IncidentCode =
        @"(?<id>(?<![\w-])INC(?:-(?:\[[^\[\]\n]{1,20}\]|[YMDNXHS\#]{2,10})){1,3}(?!\w))";

    private const string DatePattern =
        @"(?<date>(?<![\w-])(?:(?:YYYY-MM-DD|DD[/.]MM[/.]YYYY|MM/DD/YYYY)(?:[ T]HH:MM(?::SS)?)?|HH:MM(?::SS)?)(?!\w))";

    /// <summary>[Name], &lt;name&gt;, {{name}}, {name}, ${NAME}, $NAME; a box to tick is none.</summary>
    private const string Bracketed =
        @"\{\{\s*(?<name>[^{}\n]{1,80}?)\s*\}\}|\$?\{(?<name>[A-Za-z_][^{}\n]{0,79})\}|\[(?<name>(?![ xX]?\])[^\[\]\n]{1,120})\]|<(?<name>[\p{L}_\#][^<>\n]{0,80})>|(?<![\w$])\$(?<name>[A-Z][A-Z0-9_]{1,40})(?!\w)";

    private const string Link = @"\[(?<words>[^\[\]\n]{1,120})\]\((?<address>[^()\s]{1,500})\)";

    /// <summary>Two stars as in Markdown, or one as in Slack where words begin and end.</summary>
    private const string Mark = @"(?<mark>\*\*|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]))";

    [GeneratedRegex($"{SeverityCode}|{IncidentCode}|{DatePattern}|(?<line>_{{3,}})|{Link}|{Bracketed}|{Mark}", Options)]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?:(?<heading>\#{1,6})[ \t]+|(?<marker>[-*•+‣◦]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?)?(?<text>.*)$", Options)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"^\W{0,8}(?:subject|title|headline|betreff|titel|objet|titre|asunto|título|assunto|oggetto|onderwerp|тема|件名|主题|标题|제목)\s*\*{0,2}\s*[:：]\s*\*{0,2}\s*(?<text>\S.*)$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex SubjectLine();

    /// <summary>The last label before a blank: what follows the colon is still in its sentence.</summary>
    [GeneratedRegex(@"(?:^|[.;|•!]\s|\s[-–—]\s)\s*(?<label>[^.:：;|•\n]{1,60}?)\s*[:：](?<between>(?:[^.:：;|\n]|[.](?!\s)){0,200})$", Options)]
    private static partial Regex LabelBefore();

    /// <summary>Status: Investigating / Identified / Resolved.</summary>
    [GeneratedRegex(@"^(?<head>(?<label>[^:：/|\[\]<>{}\n]{1,40})[:：]\**\s*)(?<choice>[^:：/|\[\]<>{}\n]{1,40}(?:\s?[/|]\s?[^:：/|\[\]<>{}\n]{1,40}){1,7})$", Options)]
    private static partial Regex LabelledChoice();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_-]{1,15}$", Options)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*\(?(?:UTC|GMT)\b\)?", Options)]
    private static partial Regex UtcBehind();

    [GeneratedRegex(@"[.;](?:\s|$)", Options)]
    private static partial Regex SentenceEnd();

    /// <summary>The last words of a sentence.</summary>
    [GeneratedRegex(@"[^.;,()\uFFFC\n]{1,60}$", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:UTC|GMT)\b", Options)]
    private static partial Regex UtcInside();
}
