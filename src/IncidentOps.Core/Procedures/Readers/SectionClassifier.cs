using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Says of every section what it is about: by its heading, by where it stands, by what it holds.</summary>
internal static partial class SectionClassifier
{
    /// <summary>A bold line beyond is a sentence that mentions this and that.</summary>
    private const int LongestBoldTitle = 70;

    public static void Classify(GuideDocument document)
    {
        int all = document.Sections.Count();
        GuideSection? top = document.TopHeading;
        foreach (GuideSection section in document.Root.SelfAndDescendants)
        {
            section.Kind = section.Level == 0 ? SectionKind.Unknown : IsTitle(section, all) || section == top ? KindOfPage(section) : KindOf(section);
        }

        foreach (GuideSection section in document.Sections)
        {
            // A list of links to the guide's own headings is a table of contents whatever it is called.
            if (section.Kind is not SectionKind.Prose && IsContents(section))
            {
                section.Kind = SectionKind.Prose;
            }
        }

        MarkCases(document);
        MarkNamedCases(document);
        MarkTroubles(document);
        MarkOddCase(document);
        MarkLikeCases(document);
        MarkTroubleBeside(document);
        MarkLevelBeside(document);
        MarkCasesByLevel(document);
        MarkChapterBeside(document);
        MarkLevelledBeside(document);
        MarkCountedCases(document);
        MarkBoldCases(document);
        MarkCasesOfPhase(document);
        MarkCasesBesideType(document);
        MarkAnnouncedAlone(document);
        MarkRollbacks(document);
        MarkConditions(document);
        MarkResponses(document);
        MarkIncidents(document);
        MarkKinds(document);
        MarkEmergencies(document);
        MarkOneCase(document);
        MarkPathInCase(document);
        MarkSkeletons(document);
        MarkReports(document);
        MarkReportsBeside(document);
        MarkRoles(document);
    }

    // A heading that most of the document stands under is its title, and says nothing of the parts.
    private static bool IsTitle(GuideSection section, int all) =>
        section.Level == 1 && (section.SelfAndDescendants.Count() * 2 > all || section.Parent!.Sections.TakeWhile(other => other != section).All(other => other.Level > 1));

    // A heading proposes, what stands below it may know better, and the chapter around it decides.
    private static SectionKind KindOf(GuideSection section) =>
        TellsOfDocument(section) ? SectionKind.Prose : ByPlace(section, ByContent(section, ByTitle(section.Heading)));

    // "Version: 1.0", written as a heading
    private static bool TellsOfDocument(GuideSection section) =>
        section is { Blocks.Count: 0, Sections.Count: 0, IsBold: false, Heading.Ordinal: null } && VersionTitle().IsMatch(section.Heading.Name)
        || section is { Blocks.Count: 0, Sections.Count: 0, IsBold: false, Heading.Ordinal: null } && new TextLine(section.Title, section.Line) is { Label: { } label, Value.Length: > 0 }
        && (DocumentWords.IsMetadata(label) || (section.Parent!.Kind is SectionKind.Scenarios && !label.Contains(' ', StringComparison.Ordinal) && !TellsOfTrouble(section.Heading.Name) && SeverityName.TryParse(label, loose: true) is null));

    // "Version 1.0 (final)", "Rev. 3", "v2.1 — draft", in the place of a subtitle
    [GeneratedRegex(@"^(?:(?:document )?version|versión|versão|versione|v|rev(?:ision)?|release|edition|draft|entwurf|ausgabe|版本|버전|версия)\.?\s*:?\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VersionTitle();

    private static bool IsWhole(GuideSection section, SectionKind kind) =>
        GuideWords.Sections.Is(section.Heading.NameWithoutRemarks, kind);
}
