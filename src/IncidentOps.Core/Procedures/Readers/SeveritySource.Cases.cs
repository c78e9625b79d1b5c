using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What a level is like: a table of its cases, and a list with the words that lead to it.</content>
internal sealed partial class SeveritySource
{
    // "| Symptom | Impact | Action |" below a level: what shows is an example of it, what is said of that a detail.
    private static void AddCases(SeverityEntry entry, TableBlock table)
    {
        entry.Parts.Add(table);
        entry.Parts.AddRange(table.Rows);
        TableLine[] rows = [.. table.Rows.Where(row => row.Cell(0).Text.Length > 0)];
        entry.Values.Add(new SeverityValue(GuideField.Example, string.Empty, [.. rows.Select(row => row.Cell(0).Text)], table.Line) { ItemLines = [.. rows.Select(row => row.Line)] });
        foreach (TableLine row in rows.Where(row => row.Cells.Count > 1))
        {
            entry.Values.Add(new SeverityValue(GuideField.None, string.Join(": ", row.Cells.Select(cell => cell.Text).Where(cell => cell.Length > 0)), [], row.Line));
        }
    }

    /// <summary>"CRITICAL — drop everything", "LOW — within a day", chapters of cases: where nothing else names the levels.</summary>
    public static SeveritySource? FromChapters(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants)
        {
            (GuideSection Chapter, SeverityName Level)[] told = [.. parent.Sections.Where(part => part is { IsBold: false, Kind: SectionKind.Scenarios }).Select(part => (part, SectionClassifier.LevelOf(part)!)).Where(one => one.Item2 is not null)];
            if (told.DistinctBy(one => one.Level.Name, StringComparer.OrdinalIgnoreCase).Count() < 2)
            {
                continue;
            }

            SeveritySource source = new(parent, told[0].Chapter.Line, GuideField.None);
            foreach ((GuideSection chapter, SeverityName level) in told)
            {
                SeverityEntry entry = new([level with { Rest = string.Empty }], chapter.Line, chapter);
                if (LooseSeverityText.AnswerIn(level.Rest) is { } time)
                {
                    entry.Values.Add(new SeverityValue(GuideField.Response, time, [], chapter.Line));
                }

                source.Entries.Add(entry);
            }

            return source;
        }

        return null;
    }

    [GeneratedRegex(@"^(?:symptoms?|examples?|conditions?|issues?|incidents?|scenarios?|events?|situations?|problems?|failures?|indicators?|beispiele?|störung|vorfall|exemples?|symptômes?|ejemplos?|síntomas?|exemplos?|sintomas?|症状|例|现象|示例)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExampleHead();

    // "Oven notifications: …" among "Flour trouble: …" and "Yeast trouble: …": the one that seems to tell whom is like the others.
    private static ListItem? SeemingFact(ListBlock list) =>
        list is { HasBoxes: false, Items.Count: >= 3 } && list.Items.All(item => item is { Label: not null, Value.Length: > 0 })
        && list.Items.Where(SeverityEntry.IsFact).Take(2).ToArray() is [var only] && !GuideWords.Fields.Find(only.Label!).Any(match => match.Whole || match.At == 0) && DurationText.FindAll(only.Value).Count == 0 ? only : null;

    // "The worst cases hold up everybody:", and below it which: the words that lead to the list begin what the level is.
    private static string? LeadOf(GuideSection section, int at, SeverityName name) =>
        at == 1 && section.Blocks is [TextBlock { Lines: [{ Bold: null, Text: [.., ':'] said }] }, ListBlock { Ordered: false, HasBoxes: false }, ..]
        && said.AsSpan().Count(' ') >= 3 && (said.StartsWith(name.Name, StringComparison.OrdinalIgnoreCase) || (name.Label is { Length: > 0 } label && said.StartsWith(label, StringComparison.OrdinalIgnoreCase))) ? said : null;
}
