using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>The level that a table gives to a case which it links to: "Oven cold | P1 | [what to do](#oven-cold)".</content>
internal sealed partial class ScenarioReader
{
    private Dictionary<string, string?>? _linked;

    private string? SeverityByLink(GuideSection section) =>
        (_linked ??= context.Scale.Levels.Count > 0 ? LevelsByLink() : []).GetValueOrDefault(SectionTitle.Normalise(section.Title));

    // "Kind of incident | Severity", and in it the cases that stand beside the table, in their order or by their names
    private string? SeverityByRow(GuideSection section)
    {
        if (context.Scale.Levels.Count == 0 || section.Parent!.Sections.Count > MostKnown)
        {
            return null;
        }

        string[]? named = null;
        string name = Key(NameOf(section));
        foreach (TableBlock table in BesideCases(section.Parent).SelectMany(part => part.Blocks).OfType<TableBlock>().Where(table => table.Rows.Count <= MostKnown))
        {
            int column = SeverityColumn(table);
            if (column <= 0)
            {
                continue;
            }

            string[] cases = named ??= [.. section.Parent.Sections.Where(part => part.Kind is SectionKind.Scenario).Select(part => Key(NameOf(part)))];
            string[] rows = [.. table.Rows.Select(row => Key(SectionTitle.Parse(row.Cell(0).Text).NameWithoutRemarks))];
            int at = Array.IndexOf(rows, name);
            bool inOrder = rows.Length == cases.Length && rows.Where((row, i) => row == cases[i]).Count() * 2 >= rows.Length;
            at = at < 0 && inOrder ? Array.IndexOf(cases, name) : at;
            // "Oven cold", of which the heading says more: "Oven cold (all ovens)", "Oven cold / mill stands"
            at = at < 0 && rows.Count(row => Array.Exists(cases, other => BeginsWith(other, row))) >= 2 ? Array.FindIndex(rows, row => BeginsWith(name, row)) : at;
            if (at >= 0 && context.Scale.MeantBy(table.Rows[at].Cell(column).Text) is [var only])
            {
                return only.Name;
            }
        }

        return null;
    }

    private static bool BeginsWith(string name, string row) =>
        row.Length > 3 && name.StartsWith(row, StringComparison.Ordinal) && (name.Length == row.Length || name[row.Length] == ' ');

    // The chapter of the cases, what else it holds, and the chapters beside it
    private static IEnumerable<GuideSection> BesideCases(GuideSection cases) =>
        cases.Sections.Where(part => part.Kind is not SectionKind.Scenario).Prepend(cases).Concat(cases.Parent?.Sections.Take(MostKnown).Where(chapter => chapter != cases) ?? []);

    // "Key left in logs/git", "Key left in logs or Git"
    private static string Key(string name) =>
        string.Join(' ', SectionTitle.Normalise(name).Split([' ', '-', '/', '&', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("or" or "and" or "the" or "a" or "an" or "of")));

    /// <summary>The column that says how severe what each row is about is; -1 where there is none.</summary>
    internal static int SeverityColumn(TableBlock table) =>
        table.Header is { } header ? header.Cells.ToList().FindIndex(cell => GuideWords.Fields.Is(cell.Text, GuideField.Severity)) : -1;

    private Dictionary<string, string?> LevelsByLink()
    {
        Dictionary<string, string?> levels = new(StringComparer.Ordinal);
        foreach (TableBlock table in context.Document.Root.SelfAndDescendants.SelectMany(section => section.Blocks).OfType<TableBlock>())
        {
            int column = SeverityColumn(table);
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
