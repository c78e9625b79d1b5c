using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Tables with a column for each severity.</content>
internal static partial class SeverityTables
{
    /// <summary>| | P0 | P1 | …: a column for each severity, a row for each fact.</summary>
    private static SeveritySource? Lying(GuideSection section, TableBlock table, string[] heads)
    {
        SeverityEntry?[] entries = new SeverityEntry?[Math.Min(heads.Length, WidestTable)];
        for (int i = 1; i < entries.Length; i++)
        {
            IReadOnlyList<SeverityName> names = Names(heads[i], section.Kind == SectionKind.Severities);
            entries[i] = names.Count == 0 ? null : new SeverityEntry(names, table.Line, table.Header!);
        }

        AddOwnWords(section, table, heads, entries);

        if (entries.Count(entry => entry is not null) < 2)
        {
            return null;
        }

        SeveritySource source = new(section, table.Line, GuideField.None) { Block = table };
        AddMarks(table, entries, source);
        foreach (TableLine row in table.Rows.Where(row => !IsMarked(row)))
        {
            GuideField field = Fields.Among(row.Cell(0).Text, ColumnFields);
            if (field is GuideField.None or GuideField.After)
            {
                continue;
            }

            source.FieldsSeen.Add(field);
            for (int i = 1; i < entries.Length; i++)
            {
                entries[i]?.Values.Add(new SeverityValue(field, row.Cell(i).Text, row.Cell(i).Items, row.Line) { Label = row.Cell(0).Text });
                entries[i]?.Parts.Add(row);
            }
        }

        source.Entries.AddRange(entries.OfType<SeverityEntry>());
        return source.FieldsSeen.Count > 0 ? source : null;
    }

    // "| Data is lost | yes | no | no |": what holds for a level defines it.
    private static void AddMarks(TableBlock table, SeverityEntry?[] entries, SeveritySource source)
    {
        TableLine[] marked = [.. table.Rows.Where(IsMarked)];
        for (int i = 1; i < entries.Length && marked.Length > 0; i++)
        {
            TableLine[] holds = [.. marked.Where(row => Holds().IsMatch(row.Cell(i).Text))];
            entries[i]?.Parts.AddRange(marked);
            if (entries[i] is { } entry && holds.Length > 0)
            {
                source.FieldsSeen.Add(GuideField.Definition);
                entry.Values.Add(new SeverityValue(GuideField.Definition, string.Join("; ", holds.Select(row => row.Cell(0).Text)), [], holds[0].Line));
            }
        }
    }

    private static bool IsMarked(TableLine row) =>
        row.Cells.Skip(1).All(cell => Mark().IsMatch(cell.Text)) && row.Cells.Skip(1).Any(cell => Holds().IsMatch(cell.Text));

    [GeneratedRegex(@"^\W*(?:yes|y|true|x|partial(?:ly)?|ja|oui|s[ií]|sim|да|はい|有|是|예|部分的|一部|[✓✔✅☑○●])\W*$|^[✓✔✅☑○●]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Holds();

    [GeneratedRegex(@"^\W*(?:yes|y|true|x|partial(?:ly)?|ja|oui|s[ií]|sim|да|はい|有|是|예|部分的|一部|no|n|false|none|nein|non|não|нет|いいえ|無|否|아니오)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // "Production down" beside "Urgent", in a table that says how soon each is answered.
    private static void AddOwnWords(GuideSection section, TableBlock table, string[] heads, SeverityEntry?[] entries)
    {
        if (section.Kind != SectionKind.Severities || heads.Length == 0 || heads[0].Length > 0
            || !table.Rows.Any(row => Fields.Among(row.Cell(0).Text, ColumnFields) is GuideField.Response or GuideField.Acknowledge or GuideField.Resolve))
        {
            return;
        }

        for (int i = 1; i < entries.Length; i++)
        {
            entries[i] ??= ShortName(heads[i]) is { } name ? new SeverityEntry([name], table.Line, table.Header!) : null;
        }
    }
}
