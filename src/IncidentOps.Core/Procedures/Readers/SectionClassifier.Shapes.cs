using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Chapters that their shape tells, whatever the language of their heading.</content>
internal static partial class SectionClassifier
{
    private const int LongestCall = 80;

    // "1 | Night baker | at once", "2 | Master baker | 20 min": people and times that grow, and nothing else
    private static bool HoldsLadder(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && (section.Blocks.OfType<TableBlock>().ToArray() is [var table] ? IsLadder(table) : section.Blocks.OfType<ListBlock>().ToArray() is [var list] && IsLadder(list));

    private static bool IsLadder(TableBlock table)
    {
        int width = table.Header?.Cells.Count ?? 0;
        if (width is < 2 or > 3 || table.Rows.Count is < 3 or > 8)
        {
            return false;
        }

        int[] columns = [.. Enumerable.Range(0, width)];
        int when = Array.FindIndex(columns, i => table.Rows.All(row => LooseSeverityText.IsTime(row.Cell(i).Text)) && Grow(table.Rows.Select(row => row.Cell(i).Text)));
        int who = Array.FindIndex(columns, i => i != when && table.Rows.Count(row => row.Cell(i).Text.Length <= 40 && EscalationReader.IsPerson(row.Cell(i).Text)) * 3 >= table.Rows.Count * 2);
        return when >= 0 && who >= 0 && Array.TrueForAll(columns, i => i == when || i == who || table.Rows.All(row => row.Cell(i).Text is [>= '0' and <= '9'] || EscalationReader.IsLevelMark(row.Cell(i).Text)));
    }

    private static bool IsLadder(ListBlock list) =>
        list is { HasBoxes: false, Items.Count: >= 3 and <= 8 }
        && list.Items.All(item => item is { Text.Length: <= LongestCall, Blocks.Count: 0 } && EscalationReader.IsPerson(item.Text))
        && Grow(list.Items.Select(item => item.Text));

    // From at once, or soon, to later
    private static bool Grow(IEnumerable<string> texts)
    {
        TimeSpan?[] times = [.. texts.Select(text => DurationText.FindAll(text) is [{ Recurring: false } time] ? time.Value : (TimeSpan?)null)];
        return Array.TrueForAll(times, time => time is not null) && times[0] <= TimeSpan.FromMinutes(30) && times[^1] > times[0]
            && times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second);
    }

    // "P2 response", with one or two cases, beside "P1 response", which holds several
    private static bool IsLikeTroubleChapter(GuideSection section) =>
        SeverityName.TryParse(section.Title, loose: false) is { IsCode: true, Label: null, Rest: { Length: > 0 } rest }
        && section.Parent!.Sections.Exists(other => other != section && SeverityName.TryParse(other.Title, loose: false) is { IsCode: true, Label: null } name && name.Rest == rest && HoldsTroubleChapters(other))
        && section.Sections.Where(part => !part.IsBold).ToArray() is { Length: > 0 } parts && Array.TrueForAll(parts, part => part.Blocks.Exists(block => block is CodeBlock or ListBlock { HasBoxes: false })) && Array.Exists(parts, part => TellsOfTrouble(part.Heading.NameWithoutRemarks));

    // Names, and in the last column or behind the colon nothing but numbers and addresses; a few may be blank.
    private static bool HoldsDirectory(GuideSection section)
    {
        if (section is not { IsBold: false, Sections.Count: 0 })
        {
            return false;
        }

        string[] reached = section.Blocks.OfType<TableBlock>().ToArray() is [{ Header.Cells.Count: >= 2 and <= 5, Rows.Count: >= 2 } table]
            ? [.. table.Rows.Select(row => row.Cell(table.Header.Cells.Count - 1).Text)]
            : section.Blocks.OfType<ListBlock>().ToArray() is [{ HasBoxes: false, Items: { Count: >= 2 and <= MostCases } items }] && items.All(item => item is { Label.Length: > 0, Blocks.Count: 0 }) ? [.. items.Select(item => item.Value)] : [];
        return reached.Length >= 2 && Array.TrueForAll(reached, text => Address().IsMatch(text) || Unfilled.IsOnly(text)) && reached.Count(Address().IsMatch) * 2 >= reached.Length;
    }

    [GeneratedRegex(@"^(?!\d{4}[-./]\d\d?[-./]\d\d?$|\d\d?[-./]\d\d?[-./](?:\d\d)?\d\d$)(?:\+?[\d(][\d().\s/-]{6,22}|\S+@\S+\.\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
