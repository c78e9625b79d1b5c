using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Times of a severity told line by line, one fact a line: "P0 response: 15 minutes", "Acknowledge (P1) | 10 min"; and the time in a level's own timetable at which it is acknowledged.</content>
internal sealed partial class SeveritySource
{
    /// <summary>True for a place that only fills what no other has said.</summary>
    public bool FillsGaps { get; private init; }

    private static SeveritySource? Targets(GuideSection section, GuideBlock block)
    {
        if (block is ListBlock times && TimesFirst(section, times) is { } first)
        {
            return first;
        }

        SeveritySource source = new(section, block.Line, GuideField.Response) { Block = block, FillsGaps = true };
        switch (block)
        {
            case ListBlock list:
                foreach (ListItem item in list.Items.Where(item => item.Label is not null))
                {
                    source.AddTarget(item.Label!, item.Value, item.Line, item);
                }

                break;
            case TableBlock table:
                foreach (TableLine row in table.Rows.Where(row => row.Cells.Count >= 2))
                {
                    source.AddTarget(row.Cell(0).Text, row.Cell(1).Text, row.Line, row);
                }

                break;
            default:
                break;
        }

        return source.Entries.Count >= 2 ? source : source.Entries.Count == 0 ? Timetable(section, block) : null;
    }

    // "… respond within:", and below it "15 minutes for SEV-1 (pager)", "4 hours for SEV-3/4"
    private static SeveritySource? TimesFirst(GuideSection section, ListBlock list)
    {
        if (section.Blocks.IndexOf(list) is not (> 0 and var at) || section.Blocks[at - 1] is not TextBlock { Lines: [.., var lead] } || !RespondLead().IsMatch(lead.Text))
        {
            return null;
        }

        SeveritySource source = new(section, list.Line, GuideField.Response) { Block = list, FillsGaps = true };
        foreach (ListItem item in list.Items)
        {
            Match told = TimeFor().Match(item.Text);
            SeverityName[] names = told.Success ? [.. SeverityNames.ParseAll(told.Groups["level"].Value, loose: false).Select(name => name with { Label = null, Rest = string.Empty })] : [];
            if (names.Length == 0 || !LooseSeverityText.IsTime(told.Groups["time"].Value))
            {
                return null;
            }

            SeverityEntry entry = new(names, item.Line, item);
            entry.Values.Add(new SeverityValue(GuideField.Response, told.Groups["time"].Value, [], item.Line));
            source.Entries.Add(entry);
        }

        return source.Entries.Count >= 2 ? source : null;
    }

    [GeneratedRegex(@"\b(?:respond|answer|react|acknowledge|response|reply)\b[^.]*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RespondLead();

    [GeneratedRegex(@"^(?<time>[^,;:]{2,30}?)\s+for\s+(?<level>(?:P|SEV|Sev)[-_ ]?\d(?:\s*[/,&]\s*(?:P|SEV|Sev)?[-_ ]?\d)*).{0,60}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeFor();

    // "Response time (P1)" in the rows: what is told leads, and not the level.
    private static bool NamesBehind(GuideBlock block) =>
        block is TableBlock table && table.Rows.Count(row => SeverityName.Mentions(row.Cell(0).Text).FirstOrDefault() is { Index: > 2 }) * 2 > table.Rows.Count;

    private void AddTarget(string label, string value, int line, object part)
    {
        if (label.Length > 60 || !LooseSeverityText.IsTime(value) || SeverityName.Mentions(label).ToArray() is not [{ } code])
        {
            return;
        }

        string what = label.Remove(code.Index, code.Length).Trim(' ', '(', ')', '[', ']', ':', '-', '–', '#');
        GuideField field = Fields.Among(what, GuideField.Acknowledge, GuideField.Response, GuideField.Resolve, GuideField.Update);
        if (field is GuideField.None || SeverityName.TryParse(code.Value, loose: false) is not { } name)
        {
            return;
        }

        SeverityEntry? entry = Entries.Find(known => string.Equals(known.Names[0].Name, name.Name, StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            entry = new SeverityEntry([name with { Label = null, Rest = string.Empty }], line, part);
            Entries.Add(entry);
        }

        entry.Values.Add(new SeverityValue(field, value, [], line) { Label = what });
        entry.Parts.Add(part);
        FieldsSeen.Add(field);
    }

    // "SEV1", and below it "0 min | Alert | …", "5 min | Acknowledged | …"
    private static SeveritySource? Timetable(GuideSection section, GuideBlock block)
    {
        if (section.Level == 0 || block is not TableBlock { Rows.Count: >= 2 } table
            || SeverityNames.ParseAll(section.Heading.Name, loose: false) is not { Count: > 0 } names || !names[0].IsCode
            || !table.Rows.All(row => LooseSeverityText.IsTime(row.Cell(0).Text)))
        {
            return null;
        }

        TableLine? acknowledged = table.Rows.FirstOrDefault(row => row.Cells.Skip(1).Any(cell => cell.Text.Length <= 60 && Acknowledged().IsMatch(cell.Text)));
        if (acknowledged is null)
        {
            return null;
        }

        SeveritySource source = new(section, block.Line, GuideField.Acknowledge) { FillsGaps = true };
        SeverityEntry entry = new(names, acknowledged.Line, acknowledged);
        entry.Values.Add(new SeverityValue(GuideField.Acknowledge, acknowledged.Cell(0).Text, [], acknowledged.Line));
        source.Entries.Add(entry);
        return source;
    }

    [GeneratedRegex(@"(?<!\b(?:not|un|if not) ?)acknowledge(?:d|ment)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Acknowledged();
}
