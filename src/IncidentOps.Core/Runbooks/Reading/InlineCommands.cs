using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>Finds the code in running text that its reader is meant to run.</summary>
internal static partial class InlineCommands
{
    /// <summary>The commands of a paragraph: what stands alone or at the end, and what the sentence says to run.</summary>
    public static IEnumerable<CodeInline> Of(ParagraphBlock paragraph)
    {
        List<CodeInline> codes = [.. MarkdownText.Codes(paragraph)];
        return EndsWithCode(paragraph) ? codes : codes.Where(static code => StandsAlone(code) || IsToldToRun(code));
    }

    /// <summary>Whether the sentence says outright to run the code, which then need not be a program that is known.</summary>
    public static bool IsOrdered(CodeInline code) => Ordered().IsMatch(Sentence(code)) && !Denied().IsMatch(Sentence(code));

    /// <summary>A paragraph of a list that is one command: some documents set a block's four blanks where they do not count.</summary>
    public static string? Whole(ParagraphBlock paragraph)
    {
        if (paragraph.Column < 4 || paragraph.Inline?.FirstChild is not LiteralInline)
        {
            return null;
        }

        string text = "";
        foreach (Inline inline in paragraph.Inline)
        {
            // A placeholder is a tag for Markdown.
            string? part = inline switch { LiteralInline literal => literal.Content.ToString(), HtmlInline tag => tag.Tag, _ => null };
            if (part is null)
            {
                return null;
            }

            text += part;
        }

        return (text.Contains(" -", StringComparison.Ordinal) || text.Contains('<', StringComparison.Ordinal))
            && CommandRecognizer.IsInlineCommand(text) && CommandRecognizer.Knows(CommandRecognizer.FirstWord(text))
            ? text
            : null;
    }

    /// <summary>What stands at the end, as after "Run:", is meant to be run.</summary>
    private static bool EndsWithCode(ParagraphBlock paragraph)
    {
        Inline? last = paragraph.Inline?.LastChild;
        while (last is LiteralInline literal && literal.Content.AsSpan().Trim(" .;)").Length == 0)
        {
            last = last.PreviousSibling;
        }

        return last is CodeInline code
            && (code.PreviousSibling is null or LineBreakInline
                || (code.PreviousSibling is LiteralInline before && before.Content.AsSpan().TrimEnd().EndsWith(":")));
    }

    private static bool StandsAlone(CodeInline code) =>
        code.PreviousSibling is null or LineBreakInline && code.NextSibling is null or LineBreakInline;

    private static bool IsToldToRun(CodeInline code) => Told().IsMatch(Sentence(code)) && !Denied().IsMatch(Sentence(code));

    /// <summary>What stands in front of the code in its sentence.</summary>
    private static string Sentence(CodeInline code)
    {
        string before = "";
        for (Inline? each = code.PreviousSibling; each is not null && before.Length < 200; each = each.PreviousSibling)
        {
            before = each switch
            {
                LiteralInline literal => literal.Content.ToString(),
                LineBreakInline => " ",
                CodeInline => "`",
                _ => "…",
            } + before;
        }

        return LastSentence().Match(before).Value;
    }

    [GeneratedRegex(@"(?:^|(?<=[.!?:;]\s))(?:(?![.!?:;]\s).)*$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex LastSentence();

    [GeneratedRegex(@"(?:(?:^|[,;(—–]\s*|\)\s+|\b(?:and|then|can|may|must|should|to|or|by|please|first|you|also|simply|just|now)\s+)(?:(?:re-?)?run|(?:re-?)?running|execute|executing|use|using|try|issue|invoke|enter|type)(?:\s+(?:a|an|the|this|following|commands?))*(?:\s+`(?:,|\s+(?:or|and|then))+)*|\b(?:can|could|may)\b.*\s(?:via|with|using|through))\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Told();

    [GeneratedRegex(@"(?:^|[,;(—–]\s*|\)\s+|\b(?:and|then|can|must|should|to|or|by|please|first|you|also|simply|just|now)\s+)(?:(?:re-?)?run|(?:re-?)?running|execute|executing|invoke)(?:\s+`(?:,|\s+(?:or|and|then))+)*\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Ordered();

    [GeneratedRegex(@"\b(?:not|never|don't|doesn't|won't|cannot|can't|avoid|without|instead of|unless|used to|no need)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Denied();
}
