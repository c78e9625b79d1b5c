using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Severities below or behind a sentence that says that one of them is to be chosen.</content>
internal sealed partial class SeveritySource
{
    // "… by the severity of the incident:", and below it "Low: …", "Medium: …", "High: …"
    private static bool RanksAll(ListBlock list, TextBlock? lead) =>
        lead is not null && lead.Lines[^1].Text.TrimEnd() is [.., ':' or '：'] said
        && (GuideWords.Fields.Find(said.Length > 100 ? said[^100..] : said).Any(match => match.Meaning is GuideField.Severity && match.Length >= 8) || Ranks().IsMatch(said))
        && AreRanks(list.Items);

    // "Classify the impact:"
    [GeneratedRegex(@"^\W*(?:classify|rate|rank|assess|determine|grade)(?: (?:the|its|each))? (?:impact|urgency|incident|risk)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ranks();

    // "1: all is lost", "2: some is lost", below "Severities": numbers without a word, which the heading gives them
    private static string? NounOfNumbers(GuideSection section, ListBlock list) =>
        section.Kind is SectionKind.Severities && list.Items.Count is >= 3 and <= 6
        && list.Items[0].Label is ['0' or '1'] first && list.Items.Select((item, i) => item.Label is [var digit] && digit == first[0] + i && item.Value.Length > 0).All(counted => counted)
            ? section.Heading.Normal.Contains("priorit", StringComparison.Ordinal) ? "Priority" : section.Heading.Normal.Contains("severit", StringComparison.Ordinal) ? "Severity" : "Level" : null;

    // 3 of "Medium: …", which says nothing but a word
    private static int? RankOf(ListItem item) =>
        item.Label is { } label && SeverityName.TryParse(label, loose: true) is { IsCode: false, Rest: "" } name ? SeverityName.WordRank(name.Name) : null;

    // "High: …", "Medium: …", "Low: …", each once
    private static bool AreRanks(IReadOnlyList<ListItem> items) =>
        items.Count >= 3 && items.All(item => RankOf(item) is not null) && items.DistinctBy(RankOf).Count() == items.Count;

    // "2. Classify the severity:", with the levels below it, in a list or a table
    private static IEnumerable<SeveritySource> Nested(GuideSection section, ListBlock steps)
    {
        foreach (SeveritySource source in steps.AllItems.SelectMany(item => item.Blocks).OfType<TableBlock>().Select(table => SeverityTables.Read(section, table)).OfType<SeveritySource>().Where(source => source.Entries.Count >= 2))
        {
            yield return source;
        }

        foreach (ListItem step in steps.AllItems.Where(item => item.Blocks.Count > 0 && item.Text.Length <= 120))
        {
            bool chooses = Fields.Among(step.Text, GuideField.Severity) is GuideField.Severity;
            foreach (ListBlock list in step.Blocks.OfType<ListBlock>().Where(list => chooses || (list.Items.Count >= 3 && list.Items.All(item => item.Label is { } label && SeverityName.TryParse(label, loose: false) is { IsCode: true, Label: not null, Rest: "" }))))
            {
                if (FromList(section, list, null, words: true) is { } source && (source.Entries.TrueForAll(entry => entry.Names[0].IsCode) || (source.Entries.Count >= 3 && source.Entries.TrueForAll(entry => entry.Names is [{ IsCode: false } name] && SeverityName.WordRank(name.Name) is not null))))
                {
                    yield return source;
                }
            }
        }

        // "… the lead assigns a severity, which says how much is done:", at the end of a long item
        foreach (ListItem step in steps.Items.Where(item => item.Text is { Length: > 120 } said && said.EndsWith(':') && Fields.Among(said[^Math.Min(160, said.Length)..], GuideField.Severity) is GuideField.Severity))
        {
            foreach (ListBlock list in step.Blocks.OfType<ListBlock>().Where(list => AreRanks(list.Items)))
            {
                if (FromList(section, list, null, words: true) is { } source)
                {
                    yield return source;
                }
            }
        }

        // "Tell how it goes:", and below it "High severity: hourly", "Medium severity: twice a day"
        foreach (ListItem step in steps.AllItems.Where(item => item.Blocks is [ListBlock list] && AreRanks(list.Items) && list.Items.All(told => SeverityWord().IsMatch(told.Label!))))
        {
            if (FromList(section, (ListBlock)step.Blocks[0], null, words: true) is { } source)
            {
                yield return source.As(source.Entries.TrueForAll(entry => entry.Texts is [(var text, _)] && DurationText.IntervalIn(text) is not null) ? GuideField.Update : GuideField.Response, namesRanks: true);
            }
        }

        foreach (ListBlock list in steps.AllItems.SelectMany(item => item.Blocks).OfType<ListBlock>().Prepend(steps))
        {
            if (BehindSentence(section, list) is { } source)
            {
                yield return source;
            }
        }
    }

    [GeneratedRegex(@"\bseverity\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeverityWord();

    // "The lead assigns a severity:", and behind it, as items of the same list, "High: …", "Medium: …", "Low: …"
    private static SeveritySource? BehindSentence(GuideSection section, ListBlock list)
    {
        for (int i = 0; i + 3 < list.Items.Count; i++)
        {
            if (list.Items[i] is { Blocks.Count: 0, Text: [.., ':' or '：'] said } && said.Length <= 160 && Fields.Among(said, GuideField.Severity) is GuideField.Severity
                && list.Items.Skip(i + 1).TakeWhile(item => RankOf(item) is not null).ToArray() is var levels && AreRanks(levels))
            {
                return FromList(section, new ListBlock(levels[0].Line, list.Ordered, levels), null, words: true);
            }
        }

        return null;
    }
}
