using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Scenarios in tables: one a row, or one whose facts are the rows.</content>
internal sealed partial class ScenarioReader
{
    /// <summary>A table of scenarios: the first column names it, others say how it shows and what to do.</summary>
    private void AddRows(TableBlock table, List<Scenario> found, int named = 0)
    {
        string[] heads = table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];
        GuideField[] fields = Fields.OfColumns([.. heads.Select(head => NoDeedHead().IsMatch(head) ? string.Empty : head)], GuideField.Symptom, GuideField.Severity, GuideField.Step);
        fields = fields.Contains(GuideField.Step) ? fields : Fields.OfColumns(heads, GuideField.Symptom, GuideField.Severity, GuideField.Step);
        if (!fields.Contains(GuideField.Step) && TellsTroublesAndDeeds(table))
        {
            fields[^1] = GuideField.Step;
        }

        if (!fields.Contains(GuideField.Step) && heads.Length >= 3 && Array.FindIndex(heads, head => head.EndsWith("book", StringComparison.OrdinalIgnoreCase)) is > 0 and var book && table.Rows.All(row => row.Cell(book).Text.AsSpan().Count(' ') >= 4))
        {
            // "Alert | Severity | Runbook", with what to do in the cell and no page to look it up in
            fields[book] = GuideField.Step;
        }

        // "Containment | Recovery": each column that says what to do gives a step.
        int main = Array.IndexOf(fields, GuideField.Step);
        int[] deeds = [.. Enumerable.Range(named, heads.Length - named).Where(i => (i == main && i >= named) || (main > 0 && i > 0 && fields[i] is GuideField.None && !NoDeedHead().IsMatch(heads[i]) && (NextHead().IsMatch(heads[i]) || Fields.Among(heads[i], GuideField.Symptom, GuideField.Cause, GuideField.Step) is GuideField.Step)))];
        foreach (TableLine row in table.Rows.Where(row => row.Cell(named).Text.Length > 0))
        {
            context.Ledger.Take(row);
            context.Ledger.Take(table);
            TableText Cell(GuideField field) => row.Cell(Array.IndexOf(fields, field));
            TableText[] steps = [.. deeds.Select(row.Cell).Where(cell => cell.Text.Length > 0)];
            string[] parts = [.. steps.SelectMany(cell => cell.Items.Count > 0 ? cell.Items : DeedsIn(cell.Text)).Where(text => !Unfilled.IsOnly(text))];
            IEnumerable<string> CodesIn(string text) => steps.SelectMany(cell => cell.Codes).Where(code => text.Contains(code, StringComparison.Ordinal));
            Scenario scenario = new()
            {
                Name = named > 0 && row.Cell(named).Text.IndexOf("; ", StringComparison.Ordinal) is > 2 and var told ? row.Cell(named).Text[..told] : row.Cell(named).Text,
                Severity = context.Scale.MeantBy(Cell(GuideField.Severity).Text) is [var level, ..] ? level.Name : null,
                Symptoms = [.. ExampleText.Split(Cell(GuideField.Symptom).Text)],
                Steps = [.. parts.Select((text, i) => new ScenarioStep { Number = i + 1, Text = Array.TrueForAll(parts, part => Counted().IsMatch(part)) ? Counted().Replace(text, string.Empty, 1) : text, Commands = [.. CodesIn(text).Where(ShellText.IsCommand)], Code = [.. CodesIn(text).Select(code => new ScenarioCode { Text = code, Line = row.Line })], Line = row.Line })],
                Link = row.Cells.SelectMany(cell => cell.Links).FirstOrDefault()?.Target,
                Line = row.Line,
            };
            int known = named > 0 && IsIndex(table) && found.Count <= MostKnown ? found.FindIndex(one => string.Equals(one.Name, scenario.Name, StringComparison.OrdinalIgnoreCase)) : -1;
            if (known >= 0)
            {
                // The index only adds where to read on.
                found[known] = found[known] with { Link = found[known].Link ?? scenario.Link, Severity = found[known].Severity ?? scenario.Severity };
                continue;
            }

            found.Add(scenario);
        }
    }

    [GeneratedRegex(@"^(?:and )?(?:then|next|after(?:wards?)?|finally|last(?:ly)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextHead();

    // "1. Change the lock", a line of a cell
    [GeneratedRegex(@"^\d{1,2}[.)]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    // "Detection | …", "Remediation | …", a fact a row
    private void AddRecord(TableBlock table, List<string> symptoms, List<string> remarks, ScenarioSteps steps)
    {
        context.Ledger.Take(table);
        foreach (TableLine row in table.Rows)
        {
            context.Ledger.Take(row);
            TableText told = row.Cell(1);
            string[] parts = told.Text.Length == 0 ? [] : told.Items.Count > 0 ? [.. told.Items] : DeedsIn(told.Text);
            switch (TellsBeyond().IsMatch(row.Cell(0).Text) ? GuideField.None : FieldOf(row.Cell(0).Text))
            {
                case GuideField.Symptom:
                    symptoms.AddRange(parts);
                    break;
                case GuideField.Step:
                    AddDeeds(parts, told.Codes, row.Line, steps);
                    break;
                default:
                    remarks.AddRange(parts.Length == 0 ? [] : [$"{row.Cell(0).Text}: {told.Text}"]);
                    break;
            }
        }
    }
}
