using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>
/// A heading taken apart. "Phase 2: 🔍 Assessment (5-15 minutes)" has the ordinal word "phase", the ordinal "2", the
/// name "Assessment" and the remark "5-15 minutes".
/// </summary>
internal sealed partial record SectionTitle(string? OrdinalWord, string? Ordinal, string Name, IReadOnlyList<string> Remarks)
{
    /// <summary>The name in lower case, words parted by single blanks, nothing else; for comparing with known words.</summary>
    public string Normal { get; } = Normalise(Name);

    public static SectionTitle Parse(string title)
    {
        string text = StripDecoration(title).TrimEnd(':', '：', ' ');
        string? word = null;
        string? number = null;
        for (int i = 0; i < 2 && word is null; i++)
        {
            // "4.1 Step 1: Contain", "4.1 a) Contain" count twice; the word tells what.
            Match ordinal = OrdinalPrefix().Match(text);
            if (!ordinal.Success || ordinal.Length >= text.Length || (i > 0 && !ordinal.Groups["word"].Success && ordinal.Groups["number"].Value is not [>= 'a' and <= 'z']))
            {
                break;
            }

            word = ordinal.Groups["word"].Success ? ordinal.Groups["word"].Value.ToLowerInvariant() : null;
            number = i > 0 && word is null ? number : Digits(ordinal.Groups["number"].Value.TrimEnd('.', ')'));
            text = StripDecoration(text[ordinal.Length..]);
            // "4.1 Playbook: Phase 2 – Contain"
            text = word is null && OfPlaybook().Match(text) is { Success: true } book ? text[book.Length..] : text;
        }

        List<string> remarks = [];
        foreach (Match remark in Brackets().Matches(text))
        {
            remarks.Add(remark.Groups[1].Value.Trim());
        }

        return new SectionTitle(word, number, text.Trim(), remarks);
    }

    [GeneratedRegex(@"^(?:playbook|runbook|process|prozess|plan)\s*[:–—-]\s*(?=(?:phase|step|stage|schritt|fase|étape|etapa)\s*\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfPlaybook();

    // "一、检测", "Step two: Contain"
    private static string Digits(string number) =>
        OrdinalWords.Number(number) is { } counted ? counted.ToString(CultureInfo.InvariantCulture) :
        "一二三四五六七八九十".IndexOf(number, StringComparison.Ordinal) is >= 0 and var at && number.Length == 1 ? (at + 1).ToString(CultureInfo.InvariantCulture) : number;

    /// <summary>The name without its bracketed remarks.</summary>
    public string NameWithoutRemarks => NameWithout(_ => true);

    /// <summary>The name without some of its bracketed remarks.</summary>
    public string NameWithout(Predicate<string> remark) =>
        Blanks().Replace(Brackets().Replace(Name, match => remark(match.Groups[1].Value.Trim()) ? " " : match.Value), " ").Trim().TrimEnd(':', '-', '–', '—', '.', '。', ' ');

    public static string Normalise(string text)
    {
        StringBuilder normal = new(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                if (gap && normal.Length > 0)
                {
                    normal.Append(' ');
                }

                normal.Append(c == 'İ' ? 'i' : char.ToLowerInvariant(c));
                gap = false;
            }
            else if (c is not ('\'' or '’'))
            {
                gap = true;
            }
        }

        return normal.ToString();
    }

    /// <summary>Takes emoji, bullets and blanks off the front and the end.</summary>
    public static string StripDecoration(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsDecoration(text[start]))
        {
            start++;
        }

        while (end > start && IsDecoration(text[end - 1]) && text[end - 1] is not (')' or ']'))
        {
            end--;
        }

        // "=4 Fire": what is left of an emoji of which only every other byte was kept
        start += Damaged().Match(text[start..end]).Length;
        // "1️⃣ Detect": the keycap's marks go with it
        return text[start..end].Replace("\uFE0F", string.Empty, StringComparison.Ordinal).Replace("\u20E3", ".", StringComparison.Ordinal);
    }

    private static bool IsDecoration(char c) =>
        char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '\uFE0F' or '\u200D' or '*' or '•' or '·' or '|' ||
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol or UnicodeCategory.Format;

    [GeneratedRegex(
        "^(?:(?<word>(?i:" + OrdinalWords.Pattern + @"))(?:\s*#?\s*(?=[0-9一二三四五六七八九十])|\s+#?\s*)(?<number>[0-9]+(?:\.[0-9]+)*|[A-Z]{2,5}-[0-9]{1,4}|[A-Z](?:-?[0-9]{1,2})?|[IVX]{1,4}|[一二三四五六七八九十]|(?i:" + OrdinalWords.NumberPattern + @")\b(?!\s+\p{Ll}))(?:\s*[:.)：]\s*|\s+[-–—]\s+|\s+(?=\S)|(?=$))|(?:第?(?<number>[0-9]+)|第(?<number>[一二三四五六七八九十]))\s*(?:(?<word>段階|阶段|階段|フェーズ|단계)|章|步)\s*[:：.]?\s*|第\s*(?<number>[0-9]+|[一二三四五六七八九十])\s*(?<word>级|級)\s*[:：.]?\s*|(?<number>[一二三四五六七八九十]|[0-9]{1,2}(?=、))[、.．:：]\s*|§?\s*(?<number>[0-9]+(?:\.[0-9]+)+|[A-Z](?:\.[0-9]{1,2})+|[0-9]{1,2}\.[A-Z]|[0-9]{1,2}[a-z]|[0-9]+|[A-Z]|[a-z](?=[.)])|[ivx]{2,4}(?=[.)])|[IVX]{1,4})[.):]\s+|\((?<number>[0-9]{1,2}|[A-Za-z]|[ivx]{2,4})\)\s+(?=\p{L})|(?<number>[0-9]+(?:\.[0-9]+)+|[A-Z](?:\.[0-9]{1,2})+|[0-9]{1,2}\.[A-Z])\s+(?:[-–—]\s+)?|(?<number>[0-9]{1,2}|[IVX]{1,4})\s+[-–—]\s+|(?<number>[0-9]{1,2})\s+(?=\p{Lu}))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OrdinalPrefix();

    [GeneratedRegex(@"^[=<][^\p{L}\s]?\s+(?=[\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Damaged();

    [GeneratedRegex(@"[(（\[]([^()（）\[\]]{1,200})[)）\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
