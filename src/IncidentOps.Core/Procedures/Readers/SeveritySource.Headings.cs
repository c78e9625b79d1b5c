using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Severities that are headings, each with all that stands below it.</content>
internal sealed partial class SeveritySource
{
    private static void AddHeadings(GuideSection parent, List<SeveritySource> found)
    {
        bool loose = parent.Kind == SectionKind.Severities;
        GuideField about = AboutOf(parent, null);
        SeveritySource source = new(parent, parent.Line, parent.Level == 0 ? GuideField.None : about);
        foreach (GuideSection section in parent.Sections)
        {
            if (section.Kind is SectionKind.Scenarios or SectionKind.Scenario or SectionKind.PostMortemTemplate or SectionKind.Exercise || TellsDeedsOfLevel(parent, section))
            {
                continue;
            }

            if (source.Entries.Count > 0 && section is { IsBold: false, Sections: [] or [{ IsBold: true }, ..] } && IsExamples(section.Heading.NameWithoutRemarks) && source.Entries[^1].Line < section.Line)
            {
                // "Examples", as high as the level above it
                foreach (ListBlock list in section.Blocks.OfType<ListBlock>())
                {
                    AddItems(source.Entries[^1], list, GuideField.Example);
                }

                source.Entries[^1].Parts.Add(section);
                continue;
            }

            IReadOnlyList<SeverityName> names = SeverityNames.ParseAll(section.Title, loose);
            if (names.Count == 0 && loose && OrdinalWords.IsLevel(section.Heading.OrdinalWord))
            {
                // "2.1 Level 1 - Critical"
                names = SeverityNames.ParseAll(ChapterNumber().Replace(section.Title, string.Empty, 1), loose);
            }

            if (names.Count == 0)
            {
                names = SeverityNames.ParseAll(loose ? SeverityName.WithoutNoun(section.Heading.Name) : section.Heading.Name, loose);
            }

            if (names.Count > 0 && IsShortRest(names[0].Rest) && !IsCompound(section.Heading.Name, names[0]))
            {
                source.Entries.Add(FromHeading(section, names, source));
            }
        }

        // Codes in headings define them, though the heading above speaks of examples.
        if (about is GuideField.Example && !loose && source.Entries.Count >= 3 && source.Entries.TrueForAll(entry => entry.Names is [{ IsCode: true }]))
        {
            source = source.As(GuideField.None);
        }

        if (source.Entries.Count >= (loose ? 1 : 2))
        {
            found.Add(source);
        }
    }

    [GeneratedRegex(@"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex ChapterNumber();

    // "P1 - Critical (15 min)" is a level; "P1 drills we ran in spring" is not.
    private static bool IsShortRest(string rest) => rest.Length <= 90;

    // "P1-triggers" are not what the level is called.
    private static bool IsCompound(string title, SeverityName name) =>
        Compound().Match(title) is { Success: true } match && SeverityName.WordRank(match.Groups["word"].Value) is null && name.IsCode;

    [GeneratedRegex(@"^\W*(?:P|SEV|S)[-_ ]?\d-(?<word>\p{Ll}\p{L}*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Compound();

    private static SeverityEntry FromHeading(GuideSection section, IReadOnlyList<SeverityName> names, SeveritySource source)
    {
        string rest = names[0].Rest;
        if (IsExamples(rest.Length > 0 ? rest : names[0].Label ?? string.Empty))
        {
            return ExamplesOf(section, names, source);
        }

        SeverityName[] labelled = [.. names.Select(name => WithHeadingLabel(name, rest))];
        SeverityEntry entry = new(labelled, section.Line, section);
        foreach (string remark in section.Heading.Remarks.Where(remark => SeverityName.TryParse(remark, loose: true) is not { Rest: "" } && !IsLabelAndRest(remark, labelled[0].Label, rest) && !IsInitial(remark, labelled[0].Label)))
        {
            AddRemark(entry, remark, section.Line);
        }

        string unbracketed = SectionTitle.Parse(rest).NameWithoutRemarks;
        if (labelled[0].Label != unbracketed && unbracketed.Length > 0)
        {
            entry.Texts.Add((unbracketed, section.Line));
        }

        IReadOnlyList<GuideAttribute> attributes = GuideAttribute.Of(section);
        bool opens = section.Blocks is [TextBlock { Lines: [{ Label: null } first, ..] }, ..] && first.Text.Contains(' ', StringComparison.Ordinal);
        GuideSection? sentence = SentenceBelow(section);
        if (sentence is not null)
        {
            AddSentence(entry, sentence);
        }

        AddTargets(entry, section);
        ILookup<bool, GuideAttribute> told = attributes.Where(attribute => (sentence is null || attribute.Section != sentence) && !section.Blocks.OfType<ListBlock>().Any(list => SeemingFact(list) == attribute.Source)).ToLookup(attribute => opens && Handling().IsMatch(attribute.Label));
        entry.AddAttributes(told[false]);
        entry.AddDetails(told[true].Where(attribute => attribute.Section is not null));
        // "P1 examples", or below "Examples by level"
        bool examples = (rest.Length <= 24 && Fields.Among(rest, GuideField.Example) is GuideField.Example) || source is { About: GuideField.Example, Section.Kind: SectionKind.Severities };
        for (int i = 0; i < section.Blocks.Count; i++)
        {
            if (section.Blocks[i] is ListBlock list && (examples || (i > 0 && section.Blocks[i - 1] is TextBlock lead && (AnnouncesExamples(lead.Lines[^1]) || IsBareExamples(lead)))))
            {
                AddItems(entry, list, GuideField.Example);
                continue;
            }

            if (section.Blocks[i] is TextBlock bare && IsBareExamples(bare))
            {
                entry.Parts.Add(bare);
                continue;
            }

            // "Guidelines for the worst:", below a text that says what the level is
            if (section.Blocks[i] is ListBlock said && i > 0 && opens && section.Blocks[i - 1] is TextBlock { Lines: [.., { Value.Length: 0, Label: { } of }] } && (!SeverityEntry.IsFact(of) || Handling().IsMatch(of)))
            {
                AddList(entry, said, GuideField.None);
                continue;
            }

            // "P1 response steps": what is done for it defines nothing.
            if (section.Blocks[i] is ListBlock { Ordered: true, HasBoxes: false } steps && TellsSteps().IsMatch(section.Heading.NameWithoutRemarks))
            {
                AddItems(entry, steps, GuideField.None);
                continue;
            }

            // What stands below a label that is known is that label's.
            bool example = section.Blocks[i] is ListBlock && i > 0 && section.Blocks[i - 1] is TextBlock { Lines: [.., { Value.Length: 0, Label: { } label }] } && (Fields.Among(label, GuideField.Example) is GuideField.Example || (opens && Fields.Among(label, GuideField.Response, GuideField.Escalation) is not GuideField.None));
            if (!example)
            {
                int before = entry.Values.Count;
                AddBlock(entry, section.Blocks[i]);
                if (entry.Values.Count > before && entry.Values[before] is { Field: GuideField.Definition, Text.Length: > 0 } defined && LeadOf(section, i, labelled[0]) is { } leading)
                {
                    entry.Values[before] = defined with { Text = $"{leading} {defined.Text}" };
                    entry.Texts.RemoveAll(text => text.Text == leading);
                }
            }
        }

        // "(urgent)", "- Urgent response" beside what the impact is do not define it.
        if (entry.Values.Exists(value => value.Field is GuideField.Impact or GuideField.Definition))
        {
            foreach ((string remark, int line) in entry.Texts.Where(text => (section.Heading.Remarks.Contains(text.Text, StringComparer.Ordinal) || (text.Text == unbracketed && NamesResponse().IsMatch(unbracketed))) && LooseSeverityText.Parse(text.Text).Times.Count == 0).ToArray())
            {
                entry.Texts.Remove((remark, line));
                entry.Values.Add(new SeverityValue(GuideField.None, remark, [], line));
            }
        }

        source.FieldsSeen.UnionWith(entry.Values.Select(value => value.Field));
        return entry;
    }

    // "P1 - Critical Examples:"
    private static SeverityEntry ExamplesOf(GuideSection section, IReadOnlyList<SeverityName> names, SeveritySource source)
    {
        SeverityEntry entry = new([.. names.Select(name => name with { Label = name.Label?.Split(' ')[0], Rest = string.Empty })], section.Line, section);
        ListBlock[] lists = [.. section.Blocks.OfType<ListBlock>()];
        ListItem[] items = [.. lists.SelectMany(list => list.Items)];
        entry.Values.Add(new SeverityValue(GuideField.Example, string.Empty, [.. items.Select(item => item.Text)], section.Line) { ItemLines = [.. items.Select(item => item.Line)] });
        entry.Parts.AddRange([.. lists, .. items]);
        source.FieldsSeen.Add(GuideField.Example);
        return entry;
    }

    private static bool IsExamples(string rest) =>
        rest.Length <= 32 && rest.TrimEnd(':', '：', ' ').Split(' ') is [.. var before, var last]
        && GuideWords.Fields.Is(last, GuideField.Example)
        && (before.Length == 0 || (before.Length == 1 && SeverityName.WordRank(before[0]) is not null));

    // "… no customer is harmed. Examples include:" at the end of a paragraph; a label of its own is an attribute already.
    private static bool AnnouncesExamples(TextLine line) =>
        line.Text.EndsWith(':')
        && line.Text.LastIndexOf(". ", StringComparison.Ordinal) is > 0 and var stop
        && line.Text.Length - stop <= 60
        && Fields.Among(line.Text[(stop + 2)..].TrimEnd(':'), GuideField.Example) is GuideField.Example;

    private static void AddItems(SeverityEntry entry, ListBlock list, GuideField field)
    {
        entry.Values.Add(new SeverityValue(field, string.Empty, [.. list.Items.Select(item => item.Text)], list.Line) { ItemLines = [.. list.Items.Select(item => item.Line)] });
        entry.Parts.AddRange([list, .. list.Items]);
    }

    // How a level is handled says nothing of what it is.
    [GeneratedRegex(@"^(?:guidelines?|guidance|advice|instructions?|rules|tips|what to do|how to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Handling();

    private static bool IsBareExamples(TextBlock block) => block.Lines is [{ Label: null } line] && IsExamples(line.Text);

    // "(Critical - all customers)", of which the word is the label and the rest the rest
    private static bool IsLabelAndRest(string remark, string? label, string rest) =>
        label is not null && remark.StartsWith(label, StringComparison.Ordinal) && remark[label.Length..].Trim(' ', '-', '–', '—', ':') is { Length: > 0 } tail && rest.Contains(tail, StringComparison.Ordinal);

    // "High (H)"
    private static bool IsInitial(string remark, string? label) => remark.Length == 1 && label?.StartsWith(remark, StringComparison.OrdinalIgnoreCase) == true;

    // "(Response Time: 15 minutes)"
    private static void AddRemark(SeverityEntry entry, string remark, int line)
    {
        TextLine text = new(remark, line);
        GuideField field = text.Label is null ? GuideField.None : Fields.Among(text.Label, GuideField.Update, GuideField.Acknowledge, GuideField.Response, GuideField.Resolve);
        if (field is GuideField.None)
        {
            entry.Texts.Add((remark, line));
        }
        else
        {
            entry.Values.Add(new SeverityValue(field, text.Value, [], line) { Label = text.Label! });
        }
    }

    // In a heading the words after the code are its label, known word or not: "SEV1 - Total outage".
    private static SeverityName WithHeadingLabel(SeverityName name, string rest)
    {
        string words = SectionTitle.Parse(rest).NameWithoutRemarks;
        return name.Label is null && words.Length is > 0 and <= 40 && !LooseSeverityText.IsTime(words) ? name with { Label = words, Rest = string.Empty } : name;
    }

    private static void AddBlock(SeverityEntry entry, GuideBlock block, bool told = false)
    {
        if (block is CodeBlock code && !ShellText.IsShell(code))
        {
            entry.AddAttributes(CodeAttributes.Of(code));
            entry.Parts.Add(code);
            return;
        }

        if (block is TextBlock text)
        {
            string unlabelled = string.Join(' ', text.Lines.TakeWhile(line => line.Label is null).Select(line => AnnouncesExamples(line) ? line.Text[..(line.Text.LastIndexOf(". ", StringComparison.Ordinal) + 1)] : line.Text)).Trim();
            if (unlabelled.Length > 0)
            {
                entry.Texts.Add((unlabelled, text.Line));
            }
        }
        else if (block is ListBlock list)
        {
            AddList(entry, list, told);
        }
        else if (block is TableBlock { Header: { } header } table && ExampleHead().IsMatch(header.Cells[0].Text))
        {
            AddCases(entry, table);
        }
    }

    // What has no label that is known tells what the level is, be it labelled ("Data breach: …") or not; where that is
    // told already, labelled ones are details.
    private static void AddList(SeverityEntry entry, ListBlock list, bool told) => AddList(entry, list, GuideField.Definition, told);

    // "- **All is lost**"
    private static bool IsWhollyBold(ListItem item) => item.Bold is { } bold && bold.Length == item.Text.Length && item.Text[^1] is not (':' or '：') && item.Blocks.Count == 0;

    private static void AddList(SeverityEntry entry, ListBlock list, GuideField field, bool told = false)
    {
        entry.Parts.Add(list);
        entry.Parts.AddRange(list.Items);
        ListItem? seeming = SeemingFact(list);
        bool facts = told || list.Items.Any(item => item != seeming && SeverityEntry.IsFact(item));
        ListItem[] deeds = [.. list.Items.Where(item => item.Label is { } label && GuideWords.Fields.Is(label, GuideField.Step))];
        ListItem[] plain = [.. list.Items.Where(item => !deeds.Contains(item) && (IsWhollyBold(item) || item.Label is null || (!facts && (item == seeming || !SeverityEntry.IsFact(item)))))];
        foreach (ListItem item in plain.Where(item => item.Text.Length < 80 && LooseSeverityText.Parse(item.Text).Times.Count > 0))
        {
            entry.Texts.Add((item.Text, list.Line));
        }

        if (told && plain.Length > 0)
        {
            // Below a text that says what the level is, bullets say what it is like.
            entry.Values.Add(new SeverityValue(GuideField.Example, string.Empty, [.. plain.Select(item => item.Text)], list.Line) { ItemLines = [.. plain.Select(item => item.Line)], Suggested = true });
        }
        else if (plain.Length > 0)
        {
            // Bullets without a word before them say what the level is, together, and what it is like, each.
            ListItem[] alike = !list.Ordered && plain.Length > 1 && field is GuideField.Definition ? plain : [];
            entry.Values.Add(new SeverityValue(field, string.Join("; ", plain.Select(item => item.Text)), [.. alike.Select(item => item.Text)], list.Line) { ItemLines = [.. alike.Select(item => item.Line)] });
        }

        foreach (ListItem item in list.Items.Where(item => (facts || deeds.Contains(item)) && item.Label is not null && !SeverityEntry.IsFact(item) && !IsWhollyBold(item)))
        {
            entry.Values.Add(new SeverityValue(GuideField.None, item.Text, [.. item.Descendants.Select(below => below.Text)], item.Line));
        }
    }

    [GeneratedRegex(@"\b(?:response|resolution|handling|recovery|incident) (?:steps?|procedures?|actions?|workflow|process)$|\bsteps$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsSteps();
}
