using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What is done for each severity within a phase: the phase's, and nothing that a severity is.</content>
internal sealed partial class SeveritySource
{
    // "Containment", and in it "P0/P1:" with what is done for these
    private static bool TellsDeedsOfLevel(GuideSection parent, GuideSection section) =>
        section is { IsBold: true, Sections.Count: 0, Blocks: [ListBlock { HasBoxes: false } list] } && parent is { IsBold: false, Kind: SectionKind.Phase or SectionKind.Unknown }
        && IsPastTriage(parent) && SeverityNames.ParseAll(section.Title, loose: false) is [{ IsCode: true, Rest.Length: <= 1 }, ..]
        && list.Items.All(item => (item.Label is null || !SeverityEntry.IsFact(item.Label)) && !LooseSeverityText.IsTime(item.Text));

    // "P0/P1: Activate the whole team at once": no level is answered in this time.
    private static bool TellsDeeds(GuideSection section, SeveritySource source) =>
        (section.Kind is SectionKind.Phase || section.Parent is { Kind: SectionKind.Phase }) && source.Block is ListBlock
        && source.Entries.TrueForAll(entry => entry.Values.Count == 0 && entry.Texts.Count == 1)
        && source.Entries.Exists(entry => Deed().IsMatch(entry.Texts[0].Text));

    // "Response targets", a title below the level, and in its table "Acknowledgement | 20 minutes", "Oven cleaned | 1 hour"
    private static void AddTargets(SeverityEntry entry, GuideSection level)
    {
        foreach (TableBlock table in level.Sections.Where(part => Fields.Among(part.Heading.NameWithoutRemarks, GuideField.Response, GuideField.Acknowledge) is not GuideField.None).SelectMany(part => part.Blocks).OfType<TableBlock>().Where(table => table.Header is { Cells.Count: 2 }))
        {
            entry.Parts.Add(table);
            foreach (TableLine row in table.Rows)
            {
                GuideField field = LooseSeverityText.IsTime(row.Cell(1).Text) ? Fields.Among(row.Cell(0).Text, GuideField.Acknowledge, GuideField.Response) : GuideField.None;
                entry.Values.Add(new SeverityValue(field, row.Cell(1).Text, [], row.Line) { Label = row.Cell(0).Text });
                entry.Parts.Add(row);
            }
        }
    }

    private static bool IsPastTriage(GuideSection phase) =>
        PhaseWords.BeginsWithPhase(phase.Heading) && PhaseWords.Meaning(phase.Heading.NameWithoutRemarks) is IncidentPhase.Response or IncidentPhase.Resolution or IncidentPhase.PostIncident
        && Fields.Among(phase.Heading.NameWithoutRemarks, GuideField.Update, GuideField.Escalation) is GuideField.None;

    [GeneratedRegex(@"^(?:activate|assemble|engage|mobili[sz]e|convene|involve|isolate|rotate|revoke|roll|shut|disable|freeze|bring|open|start|form|pull)\s+\S+\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deed();
}
