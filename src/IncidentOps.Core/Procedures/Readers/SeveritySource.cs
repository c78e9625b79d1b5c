using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>One place of a guide that speaks of several severities: a table, a run of headings, a list, lines.</summary>
internal sealed class SeveritySource(GuideSection section, int line, GuideField about)
{
    public GuideSection Section { get; } = section;

    public int Line { get; } = line;

    /// <summary>What the place is about as a whole, where its heading says so: response times, updates, escalation.</summary>
    public GuideField About { get; } = about;

    public List<SeverityEntry> Entries { get; } = [];

    /// <summary>What the place says of each: columns, labels.</summary>
    public HashSet<GuideField> FieldsSeen { get; } = [];

    public bool Used { get; set; }

    /// <summary>The block it was found in, to be marked as compiled.</summary>
    public GuideBlock? Block { get; init; }

    public bool Defines =>
        Section.Kind is not (SectionKind.PostMortem or SectionKind.Contacts or SectionKind.Rotation or SectionKind.Tools)
        && (Section.Kind is not (SectionKind.Escalation or SectionKind.Communication) || FieldsSeen.Contains(GuideField.Definition))
        && Entries.Select(entry => entry.Names[0].Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= (InSeverities ? 1 : 2)
        && (About is GuideField.None || InSeverities)
        && (InSeverities || IsFacts);

    /// <summary>True where each severity has one entry, so that the place states facts and does not merely mention them.</summary>
    public bool IsFacts =>
        Entries.Select(entry => entry.Names[0].Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= Entries.Count * 0.7;

    public int Weight =>
        (InSeverities ? 40 : 0) + (FieldsSeen.Contains(GuideField.Definition) || FieldsSeen.Contains(GuideField.Impact) ? 20 : 0)
        + (FieldsSeen.Contains(GuideField.Response) ? 10 : 0) + (FieldsSeen.Contains(GuideField.Example) ? 5 : 0)
        + (Entries.Count >= 3 ? 5 : 0) + (About is GuideField.None ? 8 : 0) + (Entries.Exists(entry => entry.Texts.Count > 0) ? 3 : 0)
        + (Entries.TrueForAll(entry => entry.Names.Count == 1) ? 2 : 0);

    private bool InSeverities => Section.Kind == SectionKind.Severities;

    public void Take(CoverageLedger ledger)
    {
        if (Block is not null)
        {
            ledger.Take(Block);
        }

        for (GuideSection? part = Section; part is { Level: > 0, Kind: SectionKind.Severities }; part = part.Parent)
        {
            ledger.Take(part);
        }
    }

    public static List<SeveritySource> FindAll(GuideDocument document)
    {
        List<SeveritySource> found = [];
        foreach (GuideSection section in document.Root.SelfAndDescendants)
        {
            if (section.Kind is SectionKind.PostMortemTemplate or SectionKind.Templates or SectionKind.Exercise or SectionKind.Scenario or SectionKind.Checklist)
            {
                continue;
            }

            AddHeadings(section, found);
            for (int i = 0; i < section.Blocks.Count; i++)
            {
                SeveritySource? source = section.Blocks[i] switch
                {
                    TableBlock table => SeverityTables.Read(section, table),
                    ListBlock list => FromList(section, list, i > 0 ? section.Blocks[i - 1] as TextBlock : null),
                    TextBlock text when text == section.Blocks.OfType<TextBlock>().First() => FromLines(section, text),
                    CodeBlock code when section.Kind is SectionKind.Severities or SectionKind.Escalation or SectionKind.Communication => FromCode(section, code),
                    _ => null,
                };
                if (source is { Entries.Count: > 0 })
                {
                    found.Add(source);
                }
            }
        }

        return found;
    }

    /// <summary>The field that a heading or a lead-in line announces for a whole list.</summary>
    public static GuideField AboutOf(GuideSection section, TextBlock? lead)
    {
        foreach (string? text in (ReadOnlySpan<string?>)[lead?.Lines[^1].Text, section.Heading.Name])
        {
            GuideField field = Fields.Among(
                text, GuideField.Update, GuideField.Acknowledge, GuideField.Response, GuideField.Resolve, GuideField.Escalation, GuideField.Example, GuideField.Severity, GuideField.Definition, GuideField.PostMortem);
            if (field is GuideField.Severity or GuideField.Definition)
            {
                return GuideField.None;
            }

            if (field is not GuideField.None)
            {
                return field;
            }
        }

        return section.Kind is SectionKind.Escalation ? GuideField.Escalation : GuideField.None;
    }

    private static void AddHeadings(GuideSection parent, List<SeveritySource> found)
    {
        bool loose = parent.Kind == SectionKind.Severities;
        GuideField about = AboutOf(parent, null);
        SeveritySource source = new(parent, parent.Line, parent.Level == 0 ? GuideField.None : about);
        foreach (GuideSection section in parent.Sections)
        {
            if (section.Kind is SectionKind.Scenarios or SectionKind.Scenario or SectionKind.PostMortemTemplate or SectionKind.Exercise)
            {
                continue;
            }

            IReadOnlyList<SeverityName> names = SeverityNames.ParseAll(section.Title, loose);
            if (names.Count == 0)
            {
                names = SeverityNames.ParseAll(section.Heading.Name, loose);
            }

            if (names.Count > 0 && IsShortRest(names[0].Rest))
            {
                source.Entries.Add(FromHeading(section, names, source));
            }
        }

        if (source.Entries.Count >= (loose ? 1 : 2))
        {
            found.Add(source);
        }
    }

    // "P1 - Critical (15 min)" is a level; "P1 drills we ran in spring" is not.
    private static bool IsShortRest(string rest) => rest.Length <= 90;

    private static SeverityEntry FromHeading(GuideSection section, IReadOnlyList<SeverityName> names, SeveritySource source)
    {
        string rest = names[0].Rest;
        SeverityName[] labelled = [.. names.Select(name => WithHeadingLabel(name, rest))];
        SeverityEntry entry = new(labelled, section.Line, section);
        foreach (string remark in section.Heading.Remarks.Where(remark => SeverityName.TryParse(remark, loose: true) is not { Rest: "" }))
        {
            AddRemark(entry, remark, section.Line);
        }

        string unbracketed = SectionTitle.Parse(rest).NameWithoutRemarks;
        if (labelled[0].Label != unbracketed && unbracketed.Length > 0)
        {
            entry.Texts.Add((unbracketed, section.Line));
        }

        IReadOnlyList<GuideAttribute> attributes = GuideAttribute.Of(section);
        entry.AddAttributes(attributes);
        foreach (GuideBlock block in section.Blocks)
        {
            AddBlock(entry, block);
        }

        source.FieldsSeen.UnionWith(entry.Values.Select(value => value.Field));
        return entry;
    }

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

    private static void AddBlock(SeverityEntry entry, GuideBlock block)
    {
        if (block is CodeBlock code && !ShellText.IsShell(code))
        {
            entry.AddAttributes(CodeAttributes.Of(code));
            entry.Parts.Add(code);
            return;
        }

        if (block is TextBlock text)
        {
            string unlabelled = string.Join(' ', text.Lines.TakeWhile(line => line.Label is null).Select(line => line.Text)).Trim();
            if (unlabelled.Length > 0)
            {
                entry.Texts.Add((unlabelled, text.Line));
            }
        }
        else if (block is ListBlock list)
        {
            AddList(entry, list);
        }
    }

    // What has no label that is known tells what the level is, be it labelled ("Data breach: …") or not.
    private static void AddList(SeverityEntry entry, ListBlock list)
    {
        entry.Parts.Add(list);
        entry.Parts.AddRange(list.Items);
        bool facts = list.Items.Any(SeverityEntry.IsFact);
        string[] plain = [.. list.Items.Where(item => item.Label is null || (!facts && !SeverityEntry.IsFact(item))).Select(item => item.Text)];
        foreach (string item in plain.Where(item => item.Length < 80 && LooseSeverityText.Parse(item).Times.Count > 0))
        {
            entry.Texts.Add((item, list.Line));
        }

        if (plain.Length > 0)
        {
            entry.Values.Add(new SeverityValue(GuideField.Definition, string.Join("; ", plain), [], list.Line));
        }

        foreach (ListItem item in list.Items.Where(item => facts && item.Label is not null && !SeverityEntry.IsFact(item)))
        {
            entry.Values.Add(new SeverityValue(GuideField.None, item.Text, [.. item.Descendants.Select(below => below.Text)], item.Line));
        }
    }

    private static SeveritySource? FromList(GuideSection section, ListBlock list, TextBlock? lead)
    {
        bool loose = section.Kind == SectionKind.Severities;
        GuideField about = AboutOf(section, lead);
        SeveritySource source = new(section, list.Line, about) { Block = list };
        foreach (ListItem item in list.Items)
        {
            IReadOnlyList<SeverityName> names = SeverityNames.ParseAll(item.Text, loose || about is not GuideField.None);
            if (names.Count == 0)
            {
                continue;
            }

            SeverityEntry entry = new(names, item.Line, item);
            if (names[0].Rest.Length > 0)
            {
                entry.Texts.Add((names[0].Rest, item.Line));
            }

            entry.AddAttributes(GuideAttribute.Of(item));
            foreach (GuideBlock block in item.Blocks)
            {
                AddBlock(entry, block);
            }

            source.FieldsSeen.UnionWith(entry.Values.Select(value => value.Field));
            source.Entries.Add(entry);
        }

        return source.Entries.Count >= 2 && source.Entries.Count * 2 >= list.Items.Count ? source : null;
    }

    private static SeveritySource? FromLines(GuideSection section, TextBlock text)
    {
        SeveritySource source = new(section, text.Line, AboutOf(section, null)) { Block = text };
        foreach (TextLine line in section.Blocks.OfType<TextBlock>().SelectMany(block => block.Lines))
        {
            IReadOnlyList<SeverityName> names = line.Label is null && line.Bold is null ? [] : SeverityNames.ParseAll(line.Text, section.Kind == SectionKind.Severities);
            if (names.Count > 0)
            {
                SeverityEntry entry = new(names, line.Line, text);
                if (names[0].Rest.Length > 0)
                {
                    entry.Texts.Add((names[0].Rest, line.Line));
                }

                source.Entries.Add(entry);
            }
        }

        return source.Entries.Count >= 2 ? source : null;
    }

    private static SeveritySource? FromCode(GuideSection section, CodeBlock code)
    {
        SeveritySource source = new(section, code.Line, AboutOf(section, null)) { Block = code };
        string[] lines = code.TextLines;
        for (int i = 0; i < lines.Length; i++)
        {
            string text = lines[i].TrimStart('│', '├', '└', '─', '|', '-', '+', '*', ' ', '>');
            IReadOnlyList<SeverityName> names = SeverityNames.ParseAll(text, loose: false);
            if (names.Count > 0 && names[0].Rest.Length > 0)
            {
                SeverityEntry entry = new(names, code.Line + 1 + i, code);
                entry.Texts.Add((names[0].Rest, code.Line + 1 + i));
                source.Entries.Add(entry);
            }
        }

        return source.Entries.Count >= 2 ? source : null;
    }
}
