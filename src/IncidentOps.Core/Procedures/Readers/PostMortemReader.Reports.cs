using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Templates of the report that are not called after the post-mortem, and those whose chapters are chapters of the guide.</content>
internal sealed partial class PostMortemReader
{
    // "Incident template", and in its fence the cause and what follows from it: the report that is kept, and no message
    private string? InTemplates()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Templates))
        {
            if (section.Blocks.OfType<CodeBlock>().FirstOrDefault(IsReport) is { } fence)
            {
                context.Ledger.Take(section);
                context.Ledger.Take(fence);
                return fence.Text.TrimEnd();
            }
        }

        return null;
    }

    private static bool IsReport(CodeBlock code) =>
        code.Fenced && !ShellText.IsShell(code) && Chapters().Count(code.Text) >= 3 && CauseChapter().IsMatch(code.Text) && LaterChapter().IsMatch(code.Text);

    // "Root cause:" and "Prevention:", each on a line of its own
    private static bool HasLabelledChapters(CodeBlock code) => CauseLabel().IsMatch(code.Text) && LaterLabel().IsMatch(code.Text);

    [GeneratedRegex(@"^\W{0,4}(?:root[\s-]causes?|causes?|causa ra[ií]z|cause racine|ursache)\W{0,3}:\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CauseLabel();

    [GeneratedRegex(@"^\W{0,4}(?:prevention|follow[\s-]?ups?|action items?|corrective actions?|lessons(?: learned)?|next steps)\W{0,3}:\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LaterLabel();

    /// <summary>
    /// The chapters beside the heading that are the template's, "[What happened, in a sentence]", where nothing stands
    /// below the heading itself; none where it is no report.
    /// </summary>
    internal static GuideSection[] PartsBeside(GuideSection section)
    {
        if (section is not { IsBold: false, Level: > 1, Blocks.Count: 0, Sections.Count: 0, Parent: { } parent, Kind: SectionKind.Templates or SectionKind.PostMortemTemplate })
        {
            return [];
        }

        GuideSection[] parts = [.. parent.Sections.SkipWhile(other => other != section).Skip(1).TakeWhile(part => !part.IsBold && IsBlank(part))];
        return parts.Length >= 4 && parts.Count(part => TemplateParts().IsMatch(part.Title)) >= 3 ? parts : [];
    }

    // "[How it was noticed.]", "Led by: [name]"
    private static bool IsBlank(GuideSection section) =>
        section.Blocks is [TextBlock { Quoted: false } text, ..] ? text.Text is ['[', .., ']'] || Unfilled.IsForm(text.Text) : section is { Blocks.Count: 0, Sections.Count: > 0 } && section.Sections.TrueForAll(IsBlank);

    // "Full post-mortem: [link]": a message that leads to it
    [GeneratedRegex(@"^\W{0,4}(?:full|complete|detailed) (?:post-?mortem|report|incident report)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LeadsToReport();

    [GeneratedRegex(@"^#{1,4}\s+\W{0,4}(?:\d+[.)]\s*)?(?:root[\s-]causes?|causa ra[ií]z|cause racine|ursache|causes?|根本原因|原因)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CauseChapter();

    [GeneratedRegex(@"^#{1,4}\s+\W{0,4}(?:\d+[.)]\s*)?(?:follow[\s-]?ups?|action items?|corrective actions?|prevent\p{L}*|lessons|what we learned|lecciones|lições|leçons|maßnahmen|再発防止|改进措施)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LaterChapter();

    // "Timeline: within 48 hours of resolution", below the review's heading
    [GeneratedRegex(@"\b(?:within|up to)\b.{1,24}\b(?:of|after|from)\b.{0,12}\b(?:resolution|incident|closure|recovery)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterIncident();

    [GeneratedRegex(@"^[^,;]{0,40}\b(?:this|it|that)\b[^,;]{0,12}\bwithin\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Referring();

    // "within [5] business days": to be changed perhaps, and set until then
    [GeneratedRegex(@"\[(\d{1,3})\](?=\s\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex SetNumber();

    // "7. REVIEW → write it within 48 hours", the last of the course in a fence
    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+\S.*(?:→|->|:)", RegexOptions.CultureInvariant)]
    private static partial Regex CountedLine();

    // "Post-mortem process" beside the form
    [GeneratedRegex(@"\b(?:post[\s-]?mortem|post[\s-]?incident|review|retrospective)\b.{0,20}\b(?:process|procedure|meeting|schedule|timeline|deadline|steps)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsProcess();

    // Chapters with their headings, in any language
    private static bool IsDocument(CodeBlock code) =>
        !ShellText.IsShell(code) && (code.TextLines.Count(line => line.StartsWith("## ", StringComparison.Ordinal)) >= 4 || (code.Language is "markdown" or "md" && Chapters().Count(code.Text) >= 3));

    // "Start:", "Cause:", "Mended by:", and nothing after them yet
    private static bool IsBlankForm(CodeBlock code) =>
        code.TextLines.Where(line => line.Trim().Length > 0).ToArray() is { Length: >= 5 } lines && lines.Count(line => line.TrimEnd().EndsWith(':')) * 5 >= lines.Length * 4;

    // "Nach der Störung": as a title it is about what is done then, in a sentence only when something is.
    private static bool IsTitle(SectionTitle title) =>
        GuideWords.Sections.Find(title.NameWithoutRemarks).Any(match => match is { Whole: true, Meaning: SectionKind.PostMortem });
}
