using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>One place of a guide that speaks of several severities: a table, a run of headings, a list, lines.</summary>
internal sealed partial class SeveritySource(GuideSection section, int line, GuideField about)
{
    private int? _namesCount;

    public GuideSection Section { get; } = section;

    public int Line { get; } = line;

    /// <summary>What the place is about as a whole, where its heading says so: response times, updates, escalation.</summary>
    public GuideField About { get; } = about;

    public List<SeverityEntry> Entries { get; } = [];

    /// <summary>What the place says of each: columns, labels.</summary>
    public HashSet<GuideField> FieldsSeen { get; } = [];

    public bool Used { get; set; }

    /// <summary>True for a table of cases, each with its severity: it exemplifies what another place defines.</summary>
    public bool SortsCases { get; init; }

    /// <summary>The block it was found in, to be marked as compiled.</summary>
    public GuideBlock? Block { get; init; }

    /// <summary>True for a place that defines severities; asked only once all its entries are read.</summary>
    public bool Defines =>
        Section.Kind is not (SectionKind.PostMortem or SectionKind.Contacts or SectionKind.Rotation or SectionKind.Tools)
        && (Section.Kind is not (SectionKind.Escalation or SectionKind.Communication) || FieldsSeen.Contains(GuideField.Definition))
        && NamesCount >= (InSeverities ? 1 : 2)
        && (About is GuideField.None || InSeverities)
        && (InSeverities || IsFacts);

    /// <summary>True for a place that names the severities though it is about what follows from them: where nothing defines them.</summary>
    public bool Lists => Section.Kind is SectionKind.Escalation or SectionKind.Communication && IsFacts && !Entries.TrueForAll(entry => OrdinalWords.IsLevel(entry.Names[0].Code.Family.ToLowerInvariant()))
        && ((Entries.Count >= 3 && Entries.TrueForAll(entry => entry.Names.All(name => name.IsCode))) || (Entries.Count >= 2 && (FieldsSeen.Contains(GuideField.Response) || FieldsSeen.Contains(GuideField.Acknowledge)) && Entries.TrueForAll(entry => entry.Names.Count == 1)));

    /// <summary>True for a list of how soon each is answered: where nothing else names the severities.</summary>
    public bool TellsTimes => Section.Kind is not (SectionKind.PostMortem or SectionKind.Tools) && IsFacts && Entries.Count >= 3 && ((About is GuideField.Response && Entries.TrueForAll(entry => entry.Names.All(name => name.IsCode))) || NamesRanks);

    /// <summary>True for "High severity: hourly", "Low severity: daily".</summary>
    public bool NamesRanks { get; private init; }

    /// <summary>True where each severity has one entry, so that the place states facts and does not merely mention them.</summary>
    public bool IsFacts => NamesCount >= Entries.Count * 0.7;

    public int Weight =>
        (InSeverities && !SortsCases ? 40 : 0) + (FieldsSeen.Contains(GuideField.Definition) || FieldsSeen.Contains(GuideField.Impact) ? 20 : 0)
        + (FieldsSeen.Contains(GuideField.Response) ? 10 : 0) + (FieldsSeen.Contains(GuideField.Example) ? 5 : 0)
        + (Entries.Count >= 3 ? 5 : 0) + (About is GuideField.None ? 8 : 0) + (Entries.Exists(entry => entry.Texts.Count > 0) ? 3 : 0)
        + (Entries.TrueForAll(entry => entry.Names.Count == 1) ? 2 : 0) + (Entries.TrueForAll(entry => entry.Names.All(name => name.Label is not null || !name.IsCode)) ? 1 : 0);

    /// <summary>How many severities the entries are about; counted once, as it is asked for each entry of a source that is complete.</summary>
    private int NamesCount => _namesCount ??= Entries.Select(entry => entry.Names[0].Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private bool InSeverities => Section.Kind == SectionKind.Severities;

    /// <summary>The same place, taken to be about something else.</summary>
    public SeveritySource As(GuideField about, bool namesRanks = false)
    {
        SeveritySource same = new(Section, Line, about) { Block = Block, SortsCases = SortsCases, NamesRanks = namesRanks };
        same.Entries.AddRange(Entries);
        same.FieldsSeen.UnionWith(FieldsSeen);
        return same;
    }

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
                    TableBlock table when section.Kind is SectionKind.Scenarios && ScenarioReader.IsCounted(table) => null,
                    TableBlock table => SeverityTables.Read(section, table),
                    ListBlock list => FromList(section, list, i > 0 ? section.Blocks[i - 1] as TextBlock : null),
                    TextBlock text when text == section.Blocks.OfType<TextBlock>().First() => FromRecords(section) ?? FromLines(section, text),
                    CodeBlock code when section.Kind is SectionKind.Severities or SectionKind.Escalation or SectionKind.Communication && code.Language is not ("bash" or "sh" or "shell" or "zsh") => FromCode(section, code),
                    _ => null,
                };
                source = source is not null && TellsDeeds(section, source) ? null : source;
                SeveritySource? targets = source is { Entries.Count: > 0, IsFacts: true } && !NamesBehind(section.Blocks[i]) ? null : Targets(section, section.Blocks[i]);
                if (targets is not null)
                {
                    found.Add(targets);
                }
                else if (source is { Entries.Count: > 0 })
                {
                    found.Add(source);
                }
                else if (section.Blocks[i] is ListBlock steps)
                {
                    found.AddRange(Nested(section, steps));
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
                // "Review cadence": how soon it is looked back at
                return field is GuideField.Update && CadenceReader.TellsOfReviews(text) ? GuideField.PostMortem : field;
            }
        }

        return section.Kind is SectionKind.Escalation ? GuideField.Escalation : GuideField.None;
    }

    private static SeveritySource? FromList(GuideSection section, ListBlock list, TextBlock? lead, bool words = false)
    {
        bool ranked = RanksAll(list, lead);
        bool loose = words || ranked || section.Kind == SectionKind.Severities;
        GuideField about = ranked || words ? GuideField.None : AboutOf(section, lead);
        SeveritySource source = new(section, list.Line, about) { Block = list };
        string? noun = NounOfNumbers(section, list);
        foreach (ListItem item in list.Items)
        {
            IReadOnlyList<SeverityName> names = noun is null ? SeverityNames.ParseAll(item.Text, loose || about is not GuideField.None) : [new SeverityName($"{noun} {item.Label}", null, item.Value) { IsCode = true }];
            if (names.Count == 0)
            {
                continue;
            }

            names = InBold(item, names);
            SeverityEntry entry = new(names, item.Line, item);
            if (names[0].Rest.Length > 0 && IsExamples(names[0].Rest) && item.Blocks is [ListBlock examples])
            {
                // "P1 examples:" with the examples below
                AddItems(entry, examples, GuideField.Example);
                source.FieldsSeen.Add(GuideField.Example);
                source.Entries.Add(entry);
                continue;
            }

            if (about is GuideField.Escalation && Graded().Match(names[0].Rest) is { Success: true } graded && LooseSeverityText.IsTime(graded.Groups["time"].Value))
            {
                // "Critical (all is lost): 15 min response, the baker"
                entry.Values.Add(new SeverityValue(GuideField.Definition, graded.Groups["what"].Value, [], item.Line));
                entry.Values.Add(new SeverityValue(GuideField.Response, graded.Groups["time"].Value, [], item.Line));
                entry.Values.Add(new SeverityValue(GuideField.Escalation, graded.Groups["who"].Value, [], item.Line));
            }
            else if (item.Label is { } label && names.Count == 1 && MeaningInBrackets().Match(label) is { Success: true } meant && meant.Groups["word"].Value == names[0].Label)
            {
                // "P0 (Critical — all is lost): call the baker"
                entry.Values.Add(new SeverityValue(GuideField.Definition, meant.Groups["what"].Value, [], item.Line));
                if (item.Value.Length > 0)
                {
                    entry.Texts.Add((item.Value, item.Line));
                }
            }
            else if (names[0].Rest.Length > 0)
            {
                entry.Texts.Add((names[0].Rest, item.Line));
            }

            entry.AddAttributes(GuideAttribute.Of(item));
            foreach (GuideBlock block in item.Blocks)
            {
                AddBlock(entry, block, told: LooseSeverityText.Parse(names[0].Rest).Definition.Length > 0);
            }

            source.FieldsSeen.UnionWith(entry.Values.Select(value => value.Field));
            source.Entries.Add(entry);
        }

        // Below "Response procedures" and without a time: what the levels are.
        source = about is GuideField.Response && lead is null && source.Entries.TrueForAll(entry => entry.Values.Count == 0 && entry.Names[0] is { IsCode: true, Label: not null } && entry.Texts.TrueForAll(text => DurationText.FindAll(text.Text).Count == 0)) ? source.As(GuideField.None) : source;
        return source.Entries.Count >= 2 && source.Entries.Count * 2 >= list.Items.Count ? source : null;
    }

    // "**P0 - All is lost** (no bread, no flour):", "**P0 - All is lost.** No bread.", of which the bold words name the level
    // and the others say what it is
    private static IReadOnlyList<SeverityName> InBold(ListItem item, IReadOnlyList<SeverityName> names)
    {
        if (names is not [{ IsCode: true }] || item.Bold is not { Length: <= 60 } bold || bold.Length >= item.Text.Length || !item.Text.StartsWith(bold, StringComparison.Ordinal)
            || SeverityName.TryParse(bold, loose: false) is not { IsCode: true } named || (named.Label ?? named.Rest).TrimEnd(':', '.', ' ') is not { Length: > 0 and <= 40 } label || (named.Label is not null && named.Rest.Length > 0) || LooseSeverityText.IsTime(label))
        {
            return names;
        }

        return InBrackets().Match(item.Text, bold.Length) is { Success: true } said ? [named with { Label = label, Rest = said.Groups["text"].Value.Trim() }]
            : bold[^1] is '.' ? [named with { Label = label, Rest = item.Text[bold.Length..].Trim() }] : names;
    }

    private static SeveritySource? FromLines(GuideSection section, TextBlock text)
    {
        SeveritySource source = new(section, text.Line, AboutOf(section, null)) { Block = text };
        foreach (GuideBlock block in section.Blocks)
        {
            if (block is ListBlock { Ordered: false, HasBoxes: false } list && source.Entries is [.., { } above])
            {
                // "**High** - answered within an hour", and below it what that is like
                AddBlock(above, list);
                continue;
            }

            foreach (TextLine line in block is TextBlock lines ? lines.Lines : [])
            {
                IReadOnlyList<SeverityName> names = line.Label is null && line.Bold is null ? Told(section, line) : SeverityNames.ParseAll(line.Text, section.Kind == SectionKind.Severities);
                if (names.Count > 0 && (line.Label is not null || line.Bold is not null || source.Entries.Count < MostConditions))
                {
                    SeverityEntry entry = new(names, line.Line, text);
                    if (names[0].Rest.Length > 0)
                    {
                        entry.Texts.Add((names[0].Rest, line.Line));
                    }

                    source.Entries.Add(entry);
                }
            }
        }

        return source.Entries.Count >= 2 ? source : null;
    }

    [GeneratedRegex(@"\((?<word>\p{L}+)\s*[:：–—-]\s+(?<what>[^()]{3,80})\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MeaningInBrackets();

    [GeneratedRegex(@"^\((?<what>[^()]{3,80})\)\s*[:：–—-]\s*(?<time>[^,;]{2,40})(?:[,;]\s*(?<who>.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Graded();

    [GeneratedRegex(@"\s{2,}|\t", RegexOptions.CultureInvariant)]
    private static partial Regex Wide();

    private static SeveritySource? FromCode(GuideSection section, CodeBlock code)
    {
        SeveritySource source = new(section, code.Line, AboutOf(section, null)) { Block = code };
        string[] lines = code.TextLines;
        if (section.Kind == SectionKind.Severities && FromKeys(source, code) is { Entries.Count: >= 2 } keyed)
        {
            return keyed;
        }

        for (int i = 0; i < lines.Length; i++)
        {
            string text = lines[i].TrimStart('│', '├', '└', '─', '|', '-', '+', '*', ' ', '>');
            IReadOnlyList<SeverityName> names = SeverityNames.ParseAll(text, loose: false);
            if (Wide().Split(text.TrimEnd()) is { Length: >= 3 } columns && SeverityNames.ParseAll(columns[0], loose: false) is [{ IsCode: true, Rest: "" } first])
            {
                // "SEV1  Critical   all is lost      15 min"
                string? word = SeverityName.TryParse(columns[1], loose: true) is { IsCode: false, Rest: "" } ? columns[1] : null;
                SeverityEntry row = new([first with { Label = first.Label ?? word }], code.Line + 1 + i, code);
                row.Values.AddRange(columns.Skip(word is null ? 1 : 2).Select(column => new SeverityValue(LooseSeverityText.IsTime(column) ? GuideField.Response : GuideField.Definition, column, [], row.Line)));
                source.FieldsSeen.UnionWith(row.Values.Select(value => value.Field));
                source.Entries.Add(row);
            }
            else if (names.Count > 0 && names[0].Rest.Length > 0)
            {
                SeverityEntry entry = new(names, code.Line + 1 + i, code);
                entry.Texts.Add((names[0].Rest, code.Line + 1 + i));
                source.Entries.Add(entry);
            }
        }

        return source.Entries.Count >= 2 ? source : null;
    }
}
