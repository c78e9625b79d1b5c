using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>One line of running text as a reader sees it: formatting taken away, label and codes picked out.</summary>
internal sealed partial class TextLine
{
    private const int LongestLabel = 70;
    private const int LongestQuestion = 40;

    public TextLine(string text, int line, int boldLength = 0, IReadOnlyList<string>? codes = null, IReadOnlyList<TextLink>? links = null)
    {
        Text = text.Trim();
        Line = line;
        Codes = codes ?? [];
        Links = links ?? [];
        Bold = boldLength > 0 ? text[..Math.Min(boldLength, text.Length)].Trim() : null;
        (Label, Value) = Split(Text, Bold);
    }

    /// <summary>The line without formatting.</summary>
    public string Text { get; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; }

    /// <summary>The bold words that it begins with; null where it does not.</summary>
    public string? Bold { get; }

    /// <summary>"Response Time" in "**Response Time**: 5 minutes"; null where the line has no label.</summary>
    public string? Label { get; }

    /// <summary>What follows the label; the whole line where there is none.</summary>
    public string Value { get; }

    /// <summary>What is written as inline code.</summary>
    public IReadOnlyList<string> Codes { get; }

    public IReadOnlyList<TextLink> Links { get; }

    /// <summary>True where the line is a title in bold, with at most a bracketed remark, a colon and signs such as a red dot after it.</summary>
    public bool IsBoldTitle =>
        Bold is not null && Text.Length <= 120 && Bold.AsSpan().Count('→') < 2 && !(Bold.EndsWith('.') && BoldSentence().IsMatch(Bold)) && BoldTail().IsMatch(Text[Math.Min(Bold.Length, Text.Length)..]);

    public override string ToString() => Text;

    private static (string? Label, string Value) Split(string text, string? bold)
    {
        if (bold is not null && bold.Length <= LongestLabel && !BoldSentence().IsMatch(bold) && text.StartsWith(bold, StringComparison.Ordinal))
        {
            string rest = text[bold.Length..];
            Match tail = LabelTail().Match(rest);
            if (tail.Success || EndsInMark(bold) || rest.Length == 0)
            {
                return (bold.TrimEnd(':', '：', '.', '。', ' '), rest[tail.Length..].Trim());
            }
        }

        if (text is [.., '?' or '？'] && text.Length <= LongestQuestion && GuideWords.Fields.Find(text).Any(match => match is { Whole: true, Meaning: GuideField.Symptom or GuideField.Step }))
        {
            // "Hoe merk je het?", above the signs
            return (text[..^1].TrimEnd(), string.Empty);
        }

        Match plain = PlainLabel().Match(text);
        return plain.Success && plain.Groups[1].Length <= LongestLabel && CountWords(plain.Groups[1].ValueSpan) <= 8
            ? (plain.Groups[1].Value.Trim(), plain.Groups[2].Value.Trim())
            : (null, text);
    }

    private static bool EndsInMark(string text) => text[^1] is ':' or '：' or '.' or '。';

    private static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 1;
        foreach (char c in text)
        {
            words += c == ' ' ? 1 : 0;
        }

        return words;
    }

    // "Severity: P0. The worst of all.": said, and no title
    [GeneratedRegex(@"^[^:：.]{2,30}[:：]\s[^.]+\.\s+\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex BoldSentence();

    // A dash after bold words separates as a colon does: "**P0** - all is lost".
    [GeneratedRegex(@"^\s*(?:\([^()]{0,60}\)\s*)?(?:[:：]|[-–—→=]+>?(?=\s))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LabelTail();

    [GeneratedRegex(@"^\s*(?:\([^()]{0,80}\))?\s*[:：]?\s*(?:\([^()]{0,80}\))?\s*[:：]?[\s\p{So}\p{Cs}\uFE0F]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BoldTail();

    // No label: an address (https://…), a clock time (09:30), a sentence. Behind a wide colon there is no space.
    [GeneratedRegex(@"^([^:：.!?;。！？；""`|]{1,70}?(?:\([^()]{0,60}\))?)\s*(?::(?!//|\d\d\b|\w)|：(?<!\d：(?=\d)))\s*(.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex PlainLabel();
}
