using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Tables whose columns are times, "| Severity | First | 15 min | 1 hour |", or people, "| Severity | Watch | Lead | Director |".</content>
internal sealed partial class EscalationReader
{
    private static string[] HeadsOf(TableBlock table) => table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];

    private bool HasLadder(GuideSection section) =>
        HoldsLadder(section) || PartsOfSeverities(section).Length > 0
        || section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Any(line => Arrow().Split(line.Text) is { Length: >= 3 } parts && parts.Count(IsPerson) * 2 > parts.Length);

    /// <summary>True for a table whose columns are times or people.</summary>
    internal static bool HoldsLadder(GuideSection section) => section.Blocks.OfType<TableBlock>().Any(table => IsTimeTable(table) || IsPeopleTable(table));

    // Marks below the people say who is called, not whom else.
    private static bool IsPeopleTable(TableBlock table) =>
        NamesLevelsAcross(table) ||
        HeadsOf(table) is { Length: >= 4 } heads && heads.Skip(1).Count(head => head.Length <= 40 && IsPerson(head)) is >= 3 and var people && people * 2 > heads.Length
        && table.Rows.Count > 0 && table.Rows.All(row => row.Cells.Skip(1).All(cell => cell.Text.Length <= 24 && !IsPerson(cell.Text)));

    // "Severity | L1 (watch) | L2 (bakers)": the heads name the levels, whoever is called below them.
    private static bool NamesLevelsAcross(TableBlock table) =>
        HeadsOf(table) is { Length: >= 3 } heads && table.Rows.Count >= 2 && heads.Skip(1).All(head => LevelAcross().IsMatch(head));

    [GeneratedRegex(@"^(?:L|T|Level |Tier )\d\s*(?:\((?<name>[^()]{2,40})\)|[:–-]\s*(?<name>\S.{1,40}))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LevelAcross();

    private void AddPeopleTable(TableBlock table, string[] heads)
    {
        foreach (TableLine row in table.Rows)
        {
            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
        // The times of the most severe, where the marks are times.
        TableLine? first = table.Rows.FirstOrDefault(row => row.Cells.Skip(1).Count(cell => LooseSeverityText.IsTime(cell.Text)) >= 2);
        for (int column = 1; column < heads.Length; column++)
        {
            string[] called = [.. table.Rows.Where(row => !IsNobody(row.Cell(column).Text)).Select(row => row.Cell(0).Text)];
            if (called.Length > 0)
            {
                Draft level = new(LevelAcross().Match(heads[column]) is { Success: true } mark && NamesLevelsAcross(table) ? LevelName(mark.Groups["name"].Value) : LevelName(heads[column]), string.Join(", ", called), first is null || !LooseSeverityText.IsTime(first.Cell(column).Text) ? null : TimeIn([first.Cell(column).Text]), table.Line);
                level.Duties.AddRange(table.Rows.Where(row => !IsNobody(row.Cell(column).Text)).Select(row => $"{row.Cell(0).Text}: {row.Cell(column).Text}"));
                _levels.Add(level);
            }
        }
    }

    private static bool IsTimeTable(TableBlock table) => HeadsOf(table) is { Length: >= 3 } heads && heads.Skip(1).Count(head => LooseSeverityText.IsTime(head) || StageHead().IsMatch(head)) >= 2 && !LooseSeverityText.IsTime(heads[0])
        && (heads.Skip(1).Any(LooseSeverityText.IsTime) || table.Rows.All(row => row.Cells.Skip(1).All(cell => IsNobody(cell.Text) || (IsPerson(cell.Text) && cell.Text.Length <= 60))));

    // "First call | Escalation 1 | Escalation 2"
    [GeneratedRegex(@"^(?:initial (?:response|contact|call|responder)|first (?:contact|call|responder)|(?:escalation|escalate|level|tier|stage)(?: to)?(?: level| tier)? ?\d)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StageHead();

    /// <summary>The column whose cells say who calls whom: "Watch → Lead → Director"; -1 where there is none.</summary>
    private static int ChainColumn(TableBlock table) =>
        table.Rows.Count == 0 ? -1
        : Enumerable.Range(1, Math.Max(0, HeadsOf(table).Length - 1)).FirstOrDefault(i => table.Rows.Count(row => Arrow().Split(row.Cell(i).Text).Length >= 2) * 2 >= table.Rows.Count && table.Rows.All(row => Arrow().Split(row.Cell(i).Text).All(name => IsNobody(name) || (name.Length <= 40 && IsPerson(name)))), -1);

    private void AddChains(TableBlock table, int column)
    {
        AddLongest([.. table.Rows.Select(row => new CallPath(row.Cell(0).Text, [.. Arrow().Split(row.Cell(column).Text).Select(name => new CallLink(name.Trim(), LevelName(name), TimeIn([name]), table.Line))]))]);
        foreach (TableLine row in table.Rows)
        {
            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
    }

    // "0 min | Alert | Duty engineer": people in every row of one column and times in another, whatever their heads.
    private static int PeopleColumn(TableBlock table, int width) =>
        Enumerable.Range(0, width).Any(i => table.Rows.All(row => LooseSeverityText.IsTime(row.Cell(i).Text)))
            ? Enumerable.Range(0, width).FirstOrDefault(i => table.Rows.All(row => row.Cell(i).Text.Length <= 60 && IsPerson(row.Cell(i).Text) && !LooseSeverityText.IsTime(row.Cell(i).Text)), -1)
            : -1;

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
        heads.Length == 2 && table.Rows.Count >= 2
        && (table.Rows.All(row => LooseSeverityText.IsTime(row.Cell(0).Text) && EscalateTo().IsMatch(row.Cell(1).Text))
            || (table.Rows.All(row => PointsTo(row.Cell(1).Text)) && table.Rows.Count(row => TellsCase(row.Cell(0).Text)) * 2 >= table.Rows.Count)) ? 1 : -1;

    // "→ the lead"
    private static bool PointsTo(string text) => text.Length <= 60 && Arrow().Match(text) is { Success: true, Index: 0 } arrow && arrow.Length < text.Length && !Arrow().IsMatch(text[arrow.Length..]);

    // "P1 not solved in 30 min"
    private static bool TellsCase(string text) => SeverityName.TryParse(text, loose: false) is { IsCode: true } || DurationText.TryParse(text, out _);

    private static int IndexOf(GuideField[] fields, params ReadOnlySpan<GuideField> wanted)
    {
        foreach (GuideField field in wanted)
        {
            int at = Array.IndexOf(fields, field);
            if (at >= 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsNobody(string text) => text.Trim().Length == 0 || Nobody().IsMatch(text.Trim());
}
