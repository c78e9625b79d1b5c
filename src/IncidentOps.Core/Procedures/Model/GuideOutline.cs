using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>Questions about titles that the parser has to answer before sections have kinds.</summary>
internal static class GuideOutline
{
    /// <summary>True for titles that name a part of the guide of their own, "Emergency Contacts".</summary>
    public static bool IsChapter(string title) =>
        DocumentWords.IsMetadata(title.TrimEnd(':'))
        || GuideWords.Sections.Best(SectionTitle.Parse(title).Name)
            is SectionKind.Contacts or SectionKind.Escalation or SectionKind.Rotation or SectionKind.Tools;
}
