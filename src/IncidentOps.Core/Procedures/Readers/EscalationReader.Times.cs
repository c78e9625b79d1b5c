using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Tables whose columns are times, "| Severity | First | 15 min | 1 hour |", or people, "| Severity | Watch | Lead | Director |".</content>
internal sealed partial class EscalationReader
{
    private static string[] HeadsOf(TableBlock table) => table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];

    private static bool HasLadder(GuideSection section) => section.Blocks.OfType<TableBlock>().Any(table => IsTimeTable(table) || IsPeopleTable(table));

    // Marks below the people say who is called, not whom else.
    private static bool IsPeopleTable(TableBlock table) =>
        HeadsOf(table) is { Length: >= 4 } heads && heads.Skip(1).Count(head => head.Length <= 40 && People().IsMatch(head)) is >= 3 and var people && people * 2 > heads.Length
        && table.Rows.Count > 0 && table.Rows.All(row => row.Cells.Skip(1).All(cell => cell.Text.Length <= 24 && !People().IsMatch(cell.Text)));

    private void AddPeopleTable(TableBlock table, string[] heads)
    {
        foreach (TableLine row in table.Rows)
        {
            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
        for (int column = 1; column < heads.Length; column++)
        {
            string[] called = [.. table.Rows.Where(row => !IsNobody(row.Cell(column).Text)).Select(row => row.Cell(0).Text)];
            if (called.Length > 0)
            {
                Draft level = new(LevelName(heads[column]), string.Join(", ", called), null, table.Line);
                level.Duties.AddRange(table.Rows.Where(row => !IsNobody(row.Cell(column).Text)).Select(row => $"{row.Cell(0).Text}: {row.Cell(column).Text}"));
                _levels.Add(level);
            }
        }
    }

    private static bool IsTimeTable(TableBlock table) => HeadsOf(table) is { Length: >= 3 } heads && heads.Skip(1).Count(LooseSeverityText.IsTime) >= 2 && !LooseSeverityText.IsTime(heads[0]);

    /// <summary>Whom each column calls. The row that goes furthest gives the order; a person called at another time elsewhere is a level more.</summary>
    private void AddTimeTable(TableBlock table, string[] heads)
    {
        Dictionary<(string Name, TimeSpan? After), (List<string> Remarks, int Line)> levels = [];
        foreach (TableLine row in table.Rows.OrderByDescending(row => row.Cells.Count(cell => !IsNobody(cell.Text))))
        {
            for (int column = 1; column < heads.Length; column++)
            {
                string name = LevelName(row.Cell(column).Text);
                if (IsNobody(name))
                {
                    continue;
                }

                TimeSpan? after = LooseSeverityText.IsTime(heads[column]) ? TimeIn([heads[column]]) : null;
                if (levels.TryGetValue((name, after), out (List<string> Remarks, int Line) known))
                {
                    known.Remarks.Add(row.Cell(0).Text);
                }
                else
                {
                    levels.Add((name, after), ([row.Cell(0).Text], row.Line));
                }
            }

            context.Ledger.Take(row);
        }

        _levels.AddRange(levels.Select(level => new Draft(level.Key.Name, string.Join(", ", level.Value.Remarks), level.Key.After, level.Value.Line)));
        context.Ledger.Take(table);
    }

    // "| Elapsed | SEV1 | SEV2 |": a row for each time, a column for each severity.
    private bool SeveritiesAcross(TableBlock table, string[] heads) =>
        heads.Length >= 2 && heads.Skip(1).All(head => context.Scale.MeantBy(head).Count > 0)
        && table.Rows.Count >= 2 && table.Rows.All(row => LooseSeverityText.IsTime(row.Cell(0).Text));

    private void AddLyingTable(TableBlock table, string[] heads)
    {
        Dictionary<string, (TimeSpan? After, List<string> Remarks, int Line)> levels = new(StringComparer.OrdinalIgnoreCase);
        for (int column = 1; column < heads.Length; column++)
        {
            foreach (TableLine row in table.Rows)
            {
                string name = LevelName(EscalateTo().Replace(row.Cell(column).Text.Trim(), string.Empty, 1));
                if (IsNobody(name))
                {
                    continue;
                }

                if (levels.TryGetValue(name, out (TimeSpan? After, List<string> Remarks, int Line) known))
                {
                    known.Remarks.Add(heads[column]);
                }
                else
                {
                    levels.Add(name, (TimeIn([row.Cell(0).Text]), [heads[column]], row.Line));
                }

                context.Ledger.Take(row);
            }
        }

        _levels.AddRange(levels.Select(level => new Draft(level.Key, string.Join(", ", level.Value.Remarks), level.Value.After, level.Value.Line)));
        context.Ledger.Take(table);
    }

    /// <summary>The column beside the times that says "notify the lead"; -1 where there is none.</summary>
    private static int DeedColumn(TableBlock table, string[] heads) =>
        heads.Length == 2 && table.Rows.Count >= 2 && table.Rows.All(row => LooseSeverityText.IsTime(row.Cell(0).Text) && EscalateTo().IsMatch(row.Cell(1).Text)) ? 1 : -1;

    private static bool IsNobody(string text) => text.Trim().Length == 0 || Nobody().IsMatch(text.Trim());
}
