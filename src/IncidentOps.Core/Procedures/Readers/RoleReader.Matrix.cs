using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Tables of who is responsible, accountable, consulted and informed.</content>
internal sealed partial class RoleReader
{
    private const int MostColumns = 24;

    /// <summary>True for a table with columns "Responsible" and "Accountable".</summary>
    internal static bool HasInvolvementColumns(TableBlock table) =>
        table.Header is { } header && header.Cells.Skip(1).Count(cell => InvolvementHead().IsMatch(cell.Text)) >= 2;

    // R, A, C, I: a column for each role.
    private static bool IsMatrix(TableBlock table)
    {
        string[] cells = [.. table.Rows.SelectMany(row => row.Cells.Skip(1)).Select(cell => cell.Text)];
        return table.Header is { Cells.Count: >= 3 } && cells.Length > 0 && cells.Count(cell => Involvement().IsMatch(cell)) * 10 >= cells.Length * 9;
    }

    private void AddMatrix(TableBlock table, List<ResponseRole> found)
    {
        context.Ledger.TakeAll(table);
        for (int i = 1; i < Math.Min(table.Header!.Cells.Count, MostColumns); i++)
        {
            string[] duties = [.. table.Rows.Where(row => row.Cell(i).Text.AsSpan().IndexOfAny('R', 'A') >= 0).Select(row => row.Cell(0).Text)];
            found.Add(new ResponseRole { Name = table.Header.Cell(i).Text, Duties = duties, Line = table.Line });
        }
    }

    // "Role | Responsible | Accountable", with crosses, or "Task | Responsible | Accountable", with who it is
    private void AddInvolved(TableBlock table, List<ResponseRole> found)
    {
        context.Ledger.TakeAll(table);
        int[] columns = [.. Enumerable.Range(1, Math.Min(table.Header!.Cells.Count, MostColumns) - 1).Where(i => InvolvementHead().IsMatch(table.Header.Cell(i).Text))];
        if (table.Rows.All(row => columns.All(i => Cross().IsMatch(row.Cell(i).Text))))
        {
            found.AddRange(table.Rows.Where(row => row.Cell(0).Text.Length > 0).Select(row => new ResponseRole
            {
                Name = row.Cell(0).Text,
                Duties = [.. columns.Where(i => row.Cell(i).Text.Any(char.IsLetterOrDigit) || MarkOfYes().IsMatch(row.Cell(i).Text)).Select(i => table.Header.Cell(i).Text)],
                Line = row.Line,
            }));
            return;
        }

        // "Role | Responsible | Accountable", and in the cells for what: the first column names them.
        if (GuideWords.Fields.Is(table.Header.Cell(0).Text, GuideField.Role))
        {
            found.AddRange(table.Rows.Where(row => IsName(row.Cell(0).Text)).Select(row => new ResponseRole
            {
                Name = row.Cell(0).Text,
                Duties = [.. columns.Where(i => ActingHead().IsMatch(table.Header.Cell(i).Text)).Select(i => row.Cell(i).Text).Where(duty => duty.Any(char.IsLetter) && !Cross().IsMatch(duty))],
                Line = row.Line,
            }));
            return;
        }

        foreach (TableLine row in table.Rows)
        {
            foreach (int i in columns)
            {
                bool acts = ActingHead().IsMatch(table.Header.Cell(i).Text);
                foreach (string name in row.Cell(i).Text.Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(IsName))
                {
                    found.Add(new ResponseRole { Name = name, Duties = acts ? [row.Cell(0).Text] : [], Line = row.Line });
                }
            }
        }
    }

    // "Decision | Authority": who may do what, and what is decided is no role
    private bool AddDeciding(TableBlock table, string[] heads, List<ResponseRole> found)
    {
        int who = DeedHead().IsMatch(heads[0]) ? Array.FindIndex(heads, DecidingHead().IsMatch) : -1;
        if (who < 1)
        {
            return false;
        }

        foreach (TableLine row in table.Rows)
        {
            foreach (string name in Several().Split(SectionTitle.Parse(row.Cell(who).Text).NameWithoutRemarks).Select(part => Only().Replace(part.Trim(), string.Empty, 1)).Where(name => IsName(name) && RoleNoun().IsMatch(name)))
            {
                found.Add(new ResponseRole { Name = char.ToUpperInvariant(name[0]) + name[1..], Duties = [row.Cell(0).Text], Line = row.Line });
            }

            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
        return true;
    }

    [GeneratedRegex(@"^(?:decisions?|actions?|activit(?:y|ies)|tasks?|deliverables?|what)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedHead();

    [GeneratedRegex(@"^(?:authority|authori[sz]ed by|decided by|decision maker|decides|approver|approved by|owner|who|who decides|responsible(?: role| party)?|role)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DecidingHead();

    [GeneratedRegex(@"[,;/+&]|\s(?:and|or)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex(@"\s+(?:only|alone)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Only();

    [GeneratedRegex(@"^(?:[RACI](?:\s*[/,]\s*[RACI])*|-|–|—)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Involvement();

    [GeneratedRegex(@"^(?:responsible|accountable|consulted|informed)(?:\s*\([RACI]\))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InvolvementHead();

    [GeneratedRegex(@"^(?:responsible|accountable)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActingHead();

    [GeneratedRegex(@"^(?:[xXRACI✓✔✅☑●•-]|yes|no|–|—|\uFE0F)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cross();

    [GeneratedRegex(@"[✓✔✅☑●•]", RegexOptions.CultureInvariant)]
    private static partial Regex MarkOfYes();
}
