namespace IncidentOps.Core.Procedures.Model;

/// <summary>What stands under one heading, or under a bold line that serves as one.</summary>
internal sealed class GuideSection(string title, int level, int line, int start, GuideSection? parent)
{
    /// <summary>The level of a bold line: below every heading.</summary>
    public const int BoldLevel = 7;

    /// <summary>The heading as written, formatting taken away.</summary>
    public string Title { get; } = title;

    /// <summary>The heading taken apart: number, words, remarks in brackets.</summary>
    public SectionTitle Heading { get; } = SectionTitle.Parse(title);

    /// <summary>1 to 6 for headings, 7 for bold lines, 0 for the document itself.</summary>
    public int Level { get; } = level;

    public int Line { get; } = line;

    public GuideSection? Parent { get; } = parent;

    public List<GuideBlock> Blocks { get; } = [];

    public List<GuideSection> Sections { get; } = [];

    /// <summary>Links in the heading itself.</summary>
    public IReadOnlyList<TextLink> Links { get; init; } = [];

    public SectionKind Kind { get; set; }

    /// <summary>Where the section begins in the text, heading included.</summary>
    public int Start { get; } = start;

    /// <summary>Where it ends, subsections included.</summary>
    public int End { get; set; }

    /// <summary>Where the text after the heading begins.</summary>
    public int BodyStart { get; init; }

    public bool IsBold => Level == BoldLevel;

    public IEnumerable<GuideSection> Ancestors
    {
        get
        {
            for (GuideSection? section = Parent; section is not null; section = section.Parent)
            {
                yield return section;
            }
        }
    }

    /// <summary>This section and all below it, in the order of the text.</summary>
    public IEnumerable<GuideSection> SelfAndDescendants
    {
        get
        {
            Stack<GuideSection> open = new([this]);
            while (open.TryPop(out GuideSection? section))
            {
                yield return section;
                for (int i = section.Sections.Count - 1; i >= 0; i--)
                {
                    open.Push(section.Sections[i]);
                }
            }
        }
    }

    public IEnumerable<GuideSection> Descendants => SelfAndDescendants.Skip(1);

    public bool IsUnder(SectionKind kind) => Ancestors.Any(section => section.Kind == kind);

    public override string ToString() => $"{new string('#', Level)} {Title}";
}
