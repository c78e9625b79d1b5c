using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>A guide as a tree of sections, before anything is understood.</summary>
/// <param name="Root">The document; its blocks are what stands before the first heading.</param>
/// <param name="Text">The text that the tree was read from.</param>
/// <param name="FrontMatterTitle">The title that the front matter gives; null where there is none.</param>
internal sealed partial record GuideDocument(GuideSection Root, string Text, string? FrontMatterTitle)
{
    public IEnumerable<GuideSection> Sections => Root.Descendants;

    public string? Title
    {
        get
        {
            GuideSection? heading = Sections.FirstOrDefault(section => section.Level == 1 && section.Heading.Normal.Length > 0);
            // Where every chapter has a heading of the first level, the front matter names the whole.
            heading = FrontMatterTitle is not null && Sections.Where(section => section is { Level: 1, IsBold: false }).Skip(1).Any() ? null : heading;
            return (heading ?? (FrontMatterTitle is null ? TopHeading : null)) is { } title ? BareTitle(title.Title) : FrontMatterTitle;
        }
    }

    /// <summary>"## Oven incident response plan", where the document begins with it and has no heading above it; or whatever it says, where all stands below it.</summary>
    public GuideSection? TopHeading =>
        Root.Sections is [{ IsBold: false, Level: > 1 } first, ..] && Root.Sections.TrueForAll(section => section.Level >= first.Level && section.Level > 1) && (HoldsAll(first) || NamesGuide().IsMatch(first.Title)) ? first : null;

    // "Handling of incidents", with chapters below it and nothing beside it; "Severities" alone is a chapter.
    private bool HoldsAll(GuideSection first) =>
        Root.Sections.Count == 1 && first.Sections.Where(part => !part.IsBold).Take(3).Count() == 3
        && GuideWords.Sections.Find(first.Heading.NameWithoutRemarks).All(match => !match.Whole || match.Meaning is SectionKind.Workflow);

    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex ChapterNumber();

    [GeneratedRegex(@"\b(?:incidents?|emergency|on-?call|runbook|playbook)\b.*\b(?:plan|process|procedures?|response|management|guide|policy|handbook|runbook|playbook)\b|\b(?:runbook|playbook)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesGuide();

    // "🚨 Fire plan" is called Fire plan, and so is "11. Fire plan", a chapter of a larger book.
    private static string BareTitle(string title) =>
        ChapterNumber().Match(title) is { Success: true } number ? title[number.Length..]
        : title.IndexOf(SectionTitle.StripDecoration(title), StringComparison.Ordinal) is > 0 and var start ? title[start..]
        : title;
}
