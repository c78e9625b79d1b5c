using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Severities that are only named in passing: "Classify it (`SEV-1` critical, `SEV-2` high, `SEV-3` medium)".</content>
internal sealed partial class SeveritySource
{
    // The first that finds any counts.
    private static readonly Func<string, int, IEnumerable<SeverityEntry>>[] OtherNotations = [WordsIn, Bracketed, WordsWithBrackets, CountedIn, ListedIn];

    /// <summary>The sentences that name three severities or more, each with its word. What else they say stays to be reported.</summary>
    public static IEnumerable<SeveritySource> FromSentences(GuideDocument document)
    {
        foreach (GuideSection section in document.Root.SelfAndDescendants.Where(section => section.Kind is not (SectionKind.PostMortemTemplate or SectionKind.Templates or SectionKind.Exercise or SectionKind.Scenario)))
        {
            IEnumerable<(string Text, int Line)> texts = section.Blocks.SelectMany(block => block switch
            {
                TextBlock text => text.Lines.Select(line => (line.Text, line.Line)),
                ListBlock list => list.AllItems.SelectMany(item => item.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Select(line => (line.Text, line.Line)).Prepend((item.Text, item.Line))),
                _ => [],
            });
            foreach (SeveritySource conditions in section.Blocks.OfType<ListBlock>().SelectMany(list => list.AllItems.SelectMany(item => item.Blocks.OfType<ListBlock>()).Prepend(list)).Select(list => Conditions(section, list)).OfType<SeveritySource>())
            {
                yield return conditions;
            }

            foreach ((string text, int line) in texts)
            {
                SeveritySource source = new(section, line, GuideField.None);
                source.Entries.AddRange(Equated(text, line));
                source.FieldsSeen.UnionWith(source.Entries.SelectMany(entry => entry.Values).Select(value => value.Field));
                source.Entries.AddRange(source.Entries.Count > 0 ? [] : NamesIn(text).Select(name => new SeverityEntry([name], line, name)));
                foreach (Func<string, int, IEnumerable<SeverityEntry>> read in OtherNotations)
                {
                    source.Entries.AddRange(source.Entries.Count > 0 ? [] : read(text, line));
                }

                int levels = source.Entries.Select(entry => entry.Names[0].Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
                if (levels >= (CountsLevels().IsMatch(text) ? 2 : 3))
                {
                    yield return source;
                }
            }
        }
    }

    // "There are two severities, critical (P1) and routine (P2)": whatever the words, it says that these are they.
    private static IEnumerable<SeverityEntry> CountedIn(string text, int line)
    {
        foreach (Match match in CountsLevels().IsMatch(text) ? WordWithCode().Matches(text.Length > 1_000 ? text[..1_000] : text) : Enumerable.Empty<Match>())
        {
            if (SeverityName.TryParse(match.Groups["code"].Value, loose: false) is { IsCode: true, Rest: "" } name)
            {
                yield return new SeverityEntry([name with { Label = match.Groups["word"].Value }], line, match);
            }
        }
    }

    // "… on one of the levels: minor, major, critical."
    private static IEnumerable<SeverityEntry> ListedIn(string text, int line)
    {
        SeverityName?[] names = ListedLevels().Match(text.Length > 1_000 ? text[..1_000] : text) is { Success: true } listed
            ? [.. listed.Groups["word"].Captures.Select(word => SeverityName.TryParse(word.Value, loose: true))] : [];
        return Array.TrueForAll(names, name => name is { IsCode: false, Rest: "" }) ? names.Select(name => new SeverityEntry([name!], line, name!)) : [];
    }

    [GeneratedRegex(@"\b(?:levels?|severit(?:y|ies)|priorit(?:y|ies)|niveaux|gravités?|stufen|schweregrade|niveles|níveis|livelli)\s*[:：]\s*(?<word>\p{L}{3,14})(?:\s*(?:,|/|\b(?:and|or|et|ou|und|oder|y|o|e)\b)\s*(?<word>\p{L}{3,14})){2,4}\s*(?:\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ListedLevels();

    [GeneratedRegex(@"\b(?:two|three|four|five|[2-5])\s+(?:(?:different|distinct)\s+)?(?:(?:severity|priority)\s+)?(?:levels|severit(?:y|ies)|priorities)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountsLevels();

    [GeneratedRegex(@"(?:^|[:,;]\s*|\b(?:or|and)\s+)(?<word>\p{L}{3,14})\s*\(\s*(?<code>[A-Za-z]{1,8}[- ]?\d)\s*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WordWithCode();

    // "Nobody gets in → critical", "one oven is cold → low": what has happened, and what it is then, item by item
    private static SeveritySource? Conditions(GuideSection section, ListBlock list)
    {
        (Match Said, SeverityName? Name, ListItem Item)[] told = [.. list.Items.Take(MostConditions).Select(item => ToLevel().Match(item.Text) is { Success: true } said ? (said, SeverityName.TryParse(said.Groups["level"].Value, loose: true), item) : (Match.Empty, null, item))];
        if (told.Length < 3 || told.Length != list.Items.Count || !Array.TrueForAll(told, one => one.Name is { Rest: "" }) || told.Select(one => one.Name!.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != told.Length)
        {
            return null;
        }

        SeveritySource source = new(section, list.Line, GuideField.None) { Block = list };
        foreach ((Match said, SeverityName? name, ListItem item) in told)
        {
            SeverityEntry entry = new([name!], item.Line, item);
            entry.Values.Add(new SeverityValue(GuideField.Definition, said.Groups["text"].Value.Trim(), [], item.Line));
            source.Entries.Add(entry);
        }

        return source;
    }

    private const int MostConditions = 10;

    [GeneratedRegex(@"^(?<text>\S.{3,160}?)\s*(?:→|⇒|➔|=>|->)\s*(?<level>[\p{L}\d -]{1,20}?)\.?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToLevel();

    // "Loss of data is critical; a broken flow is high; the rest is low"
    private static IEnumerable<SeverityEntry> WordsIn(string text, int line)
    {
        foreach (string clause in text.Length > 1_000 ? [] : text.Split(';', '；'))
        {
            Match said = IsWord().Match(clause);
            if (said.Success && SeverityName.TryParse(said.Groups["word"].Value, loose: true) is { IsCode: false, Rest: "" } name)
            {
                SeverityEntry entry = new([name], line, name);
                entry.Values.Add(new SeverityValue(GuideField.Definition, clause[(clause[..said.Index].LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var label ? label + 2 : 0)..said.Index].Trim(), [], line));
                yield return entry;
            }
        }
    }

    [GeneratedRegex(@"(?<=\S)\s+(?:is|are|ist|sind|est|sont|es|son|é|são|è|sono)\s+(?<word>\p{L}+)\s*\.?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsWord();

    // "P0 = Critical (all is lost), P1 = High (much is lost)"
    private static IEnumerable<SeverityEntry> Equated(string text, int line)
    {
        foreach (Match match in Equation().Matches(text.Length > 1_000 ? text[..1_000] : text))
        {
            if (SeverityName.TryParse(match.Groups["code"].Value, loose: false) is { IsCode: true, Rest: "" } name && SeverityName.TryParse(match.Groups["word"].Value, loose: true) is { IsCode: false, Rest: "" } word)
            {
                SeverityEntry entry = new([name with { Label = word.Name }], line, match);
                entry.Values.Add(new SeverityValue(GuideField.Definition, match.Groups["text"].Value.Trim(), [], line));
                yield return entry;
            }
        }
    }

    [GeneratedRegex(@"(?<![\w-])(?<code>[A-Za-z]{1,8}[- ]?\d)\s*(?:=|:|-|–|—|is)\s*(?<word>\p{L}+)\s*\((?<text>[^()]{3,120})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Equation();

    // "P0 (all is lost), P1 (much is lost), P2 (little is lost)"
    private static IEnumerable<SeverityEntry> Bracketed(string text, int line)
    {
        Match[] codes = [.. SeverityName.Mentions(text)];
        foreach (Match code in codes)
        {
            if (InBrackets().Match(text, code.Index + code.Length) is { Success: true } said && SeverityName.TryParse(code.Value, loose: false) is { IsCode: true, Rest: "" } name)
            {
                SeverityEntry entry = new([name with { Label = null }], line, code);
                string what = said.Groups["text"].Value.Trim();
                entry.Values.Add(new SeverityValue(LooseSeverityText.IsTime(what) ? GuideField.Response : GuideField.Definition, what, [], line));
                yield return entry;
            }
        }
    }

    [GeneratedRegex(@"\G\s*[(（](?<text>[^()（）]{2,80})[)）]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InBrackets();

    // "Low (a page is slow) / Medium (a page is lost) / High (all is lost)"
    private static IEnumerable<SeverityEntry> WordsWithBrackets(string text, int line)
    {
        foreach (Match match in WordWithBracket().Matches(text.Length > 1_000 ? text[..1_000] : text))
        {
            if (SeverityName.TryParse(match.Groups["word"].Value, loose: true) is { IsCode: false, Rest: "" } name)
            {
                SeverityEntry entry = new([name], line, match);
                entry.Values.Add(new SeverityValue(GuideField.Definition, match.Groups["text"].Value.Trim(), [], line));
                yield return entry;
            }
        }
    }

    [GeneratedRegex(@"(?:^|[:/,;|]\s*|\b(?:or|and)\s+)(?<word>\p{L}{3,14})\s*\((?<text>[^()]{3,120})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WordWithBracket();

    private static IEnumerable<SeverityName> NamesIn(string text)
    {
        Match[] codes = [.. SeverityName.Mentions(text)];
        for (int i = 0; i < codes.Length; i++)
        {
            string piece = text[codes[i].Index..(i + 1 < codes.Length ? codes[i + 1].Index : text.Length)];
            int stop = piece.IndexOfAny([',', ';', ')', '）', '.', '、'], codes[i].Length);
            if (SeverityName.TryParse((stop < 0 ? piece : piece[..stop]).Replace('(', ' ').TrimEnd(' ', '/', '|', '·'), loose: false) is { IsCode: true, Label: { } label, Rest: "" } name && SeverityName.WordRank(label) is not null)
            {
                yield return name;
            }
        }
    }

    // "**All customers are locked out.**", a paragraph of its own, and below it what that is like
    private static GuideSection? SentenceBelow(GuideSection section) =>
        section.Sections.Find(part => part is { IsBold: true, Title: [.., '.' or '。'] } && part.Title.Contains(' ', StringComparison.Ordinal) && !SeverityEntry.IsFact(part.Heading.NameWithoutRemarks.TrimEnd('.')));

    private static void AddSentence(SeverityEntry entry, GuideSection sentence)
    {
        ListItem[] items = [.. sentence.Blocks.OfType<ListBlock>().SelectMany(list => list.AllItems)];
        entry.Values.Add(new SeverityValue(GuideField.Definition, sentence.Title.TrimEnd('.', '。'), [.. items.Select(item => item.Text)], sentence.Line) { ItemLines = [.. items.Select(item => item.Line)] });
        entry.Parts.AddRange([sentence, .. sentence.Blocks.OfType<ListBlock>(), .. items]);
        foreach (GuideBlock block in sentence.Blocks.Where(block => block is not ListBlock))
        {
            AddBlock(entry, block);
        }
    }

    // "Urgent response": how it is met, in a word or two
    [GeneratedRegex(@"^(?:\p{L}+[ -]){1,2}response(?: required)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesResponse();

    // "Severity 1 means that all is lost.", "P1 (today) - much is lost", in plain words below the heading of the levels
    private static IReadOnlyList<SeverityName> Told(GuideSection section, TextLine line) =>
        section.Kind is SectionKind.Severities && SeverityName.TryParse(line.Text, loose: false) is { IsCode: true, Rest.Length: > 3 } name && !SeverityName.Mentions(name.Rest).Any()
            ? [name with { Rest = Means().Replace(name.Rest, string.Empty, 1) }] : [];

    [GeneratedRegex(@"^(?:means? (?:that )?|is (?:when |for )?|are |covers? |(?:incidents? )?(?:where|when) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Means();
}
