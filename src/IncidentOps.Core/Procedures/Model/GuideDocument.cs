namespace IncidentOps.Core.Procedures.Model;

/// <summary>A guide as a tree of sections, before anything is understood.</summary>
/// <param name="Root">The document; its blocks are what stands before the first heading.</param>
/// <param name="Text">The text that the tree was read from.</param>
/// <param name="FrontMatterTitle">The title that the front matter gives; null where there is none.</param>
internal sealed record GuideDocument(GuideSection Root, string Text, string? FrontMatterTitle)
{
    public IEnumerable<GuideSection> Sections => Root.Descendants;

    public string? Title
    {
        get
        {
            GuideSection? heading = Sections.FirstOrDefault(section => section.Level == 1 && section.Heading.Normal.Length > 0);
            return heading is null ? FrontMatterTitle : WithoutPicture(heading.Title);
        }
    }

    // "🚨 Fire plan" is called Fire plan.
    private static string WithoutPicture(string title) =>
        title.IndexOf(SectionTitle.StripDecoration(title), StringComparison.Ordinal) is > 0 and var start ? title[start..] : title;
}
