using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>The level that a table gives to a case which it links to: "Oven cold | P1 | [what to do](#oven-cold)".</content>
internal sealed partial class ScenarioReader
{
    private Dictionary<string, string?>? _linked;

    private string? SeverityByLink(GuideSection section) =>
        (_linked ??= context.Scale.Levels.Count > 0 ? LevelsByLink() : []).GetValueOrDefault(SectionTitle.Normalise(section.Title));

    private Dictionary<string, string?> LevelsByLink()
    {
        Dictionary<string, string?> levels = new(StringComparer.Ordinal);
        foreach (TableBlock table in context.Document.Root.SelfAndDescendants.SelectMany(section => section.Blocks).OfType<TableBlock>())
        {
            int column = table.Header is { } header ? header.Cells.ToList().FindIndex(cell => GuideWords.Fields.Is(cell.Text, GuideField.Severity)) : -1;
            foreach (TableLine row in column >= 0 ? table.Rows : [])
            {
                string? level = context.Scale.MeantBy(row.Cell(column).Text) is [var only] ? only.Name : null;
                foreach (TextLink link in row.Cells.SelectMany(cell => cell.Links).Where(link => link.Target is ['#', _, ..]))
                {
                    // Two alerts of different levels may lead to the same case.
                    string heading = SectionTitle.Normalise(Uri.UnescapeDataString(link.Target[1..]));
                    levels[heading] = levels.TryGetValue(heading, out string? before) && before != level ? null : level;
                }
            }
        }

        return levels;
    }
}
