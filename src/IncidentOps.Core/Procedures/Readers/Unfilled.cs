using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The notations of blanks that nobody has filled in yet.</summary>
internal static partial class Unfilled
{
    private const string Sample = @"\(?555\)?[- .]?0?1\d\d\b|[\w.+-]+@example\.\w+";

    private const string KindOfAddress = @"(?:(?:full )?name|e-?mail(?: address)?|phone(?: number)?|telephone|tel\.?|mobile|cell|telefoon|telefon|handy|téléphone|teléfono|telefone|correo|courriel|電話|メール|电话|邮箱)";

    private const int LongestBlank = 40;

    /// <summary>True for a value that is nothing but a blank: "[Contact]", "TBD", "xxx", "&lt;phone&gt;", "@[handle]", "(à compléter)".</summary>
    public static bool IsOnly(string text)
    {
        if (text.Length <= LongestBlank && GuideWords.Terms.Is(text, GuideTerm.Blank))
        {
            return true;
        }

        string rest = Blank().Replace(text, string.Empty);
        return rest.Length < text.Length && !rest.Any(char.IsLetterOrDigit);
    }

    /// <summary>True for an address or a number that is kept free for examples: written, though nobody answers there.</summary>
    public static bool IsExample(string text) => text.Length <= 80 && OnlySample().IsMatch(text);

    /// <summary>True for blanks with nothing but their labels: "[Action] - Owner: ____ - Due: ____".</summary>
    public static bool IsForm(string text) => IsOnly(BlankLabel().Replace(text, string.Empty));

    /// <summary>True for what only says what is to be written there: "Name / email / phone", "Telephone + mail".</summary>
    public static bool IsKindsOfAddress(string text) => text.Length <= 60 && KindsOfAddress().IsMatch(text);

    [GeneratedRegex(@"^[\[(<_]?" + KindOfAddress + @"(?:\s*(?:[/,+&|]|\b(?:and|or|und|oder|en|of|et|ou|y|o|e)\b)\s*" + KindOfAddress + @")+[\])>_]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindsOfAddress();

    /// <summary>True for labels with nothing behind them: "Chat: @ · Phone:".</summary>
    public static bool IsLabels(string text) => text.Length <= 120 && OnlyLabels().IsMatch(text);

    /// <summary>True for a sample to be adapted, not a blank: "[Step 2: Restart the workers]".</summary>
    public static bool IsSample(string text) =>
        text is ['[', .., not (>= '0' and <= '9'), ']'] && text.LastIndexOf('[') == 0 && text.AsSpan().Count(' ') >= 2 && !Describes().IsMatch(text);

    /// <summary>The blanks in a text; example addresses and numbers count.</summary>
    public static IEnumerable<Match> Find(string text) => Blank().Matches(text.Length > 2000 ? text[..2000] : text);

    [GeneratedRegex(@"^\[(?:(?:brief|short|specific|one)\s)?(?:description|name|details?|insert|enter|date|time|who|what|your|link|person|owner|action item)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Describes();

    /// <summary>True for "see the rota (to be added)".</summary>
    public static bool IsToCome(string text) => text is [.., ')' or ']'] && ToCome().IsMatch(text);

    [GeneratedRegex(@"[(\[](?:to be (?:added|defined|determined|confirmed|completed|announced|filled in)|coming soon|not yet (?:set|known|assigned))[)\]]$|^[(\[](?:configured?|(?:to be )?(?:set|filled|added|defined|maintained) (?:in|by)|add|fill in|insert|enter|specify|your)\b[^()\[\]]{1,60}[)\]]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToCome();

    [GeneratedRegex(@"\p{L}[\p{L} ]{0,20}[:：]\s*(?=[\[<_{?])", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLabel();

    [GeneratedRegex(@"^(?:\p{L}[\p{L} -]{0,19}[:：]\s*(?:[@#]\s*)?(?:[·•|,;/]\s*)?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyLabels();

    [GeneratedRegex(
        @"\[(?![ xX]?\])[^\[\]\n]{1,80}\](?![(\[:])|<(?!/|https?:|mailto:)[A-Za-z_][^<>@\n]{0,60}>|\{\{[^{}\n]{1,60}\}\}|(?<![\w$])\{[A-Za-z_][^{}\n]{0,60}\}|\b(?:TBD|TODO|TBA|T\.B\.D\.|FIXME|CHANGEME|PLACEHOLDER|(?:REPLACE|CHANGE|FILL|EDIT)_(?:ME|THIS|IN)(?:_[A-Z]+)*)\b|_{3,}|\?{3,}|[◯○〇]{2,}(?:[（(]記入[)）])?|\.{3,}(?=$)|\+?[\d(][\d() .-]*[Xx]{3}[\dXx() .-]*|\+?\b[Xx]{2,}(?:[- ][Xx]{2,})+\b|\bN/A\b|^(?:n/a|none|(?:to )?(?:configure|be configured|fill in|assign|set)(?: me)?|-|–|—|…|xxx+)$|\b(?:your|my)[-_](?:company|team|org|domain|name|email)\b[\w.@-]*|[\w.+-]+@your-?(?:company|domain|org)\.\w+|" + Sample,
        RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[\w.+-]+@your-?domain\.\w+$|^(?:[^@\d]{0,12}(?:" + Sample + @"|(?:\+?\d{1,3}[- .])?(?:\(?\d{3}\)?[- .])?\(?555\)?[- .]?0?1\d\d)){1,3}\W{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlySample();
}
