using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>A path in a chapter of something else: "Escalation order:", and a numbered list; "Escalation: watch → lead → head".</content>
internal sealed partial class EscalationReader
{
    /// <summary>True for a numbered list that the line above calls the path.</summary>
    internal static bool IsAnnounced(GuideSection section, ListBlock list) =>
        list.Ordered && section.Blocks.IndexOf(list) is > 0 and var at
        && section.Blocks[at - 1] is TextBlock { Lines: [.., { } lead] } && PathLead().IsMatch(lead.Text);

    private void AddAnnounced()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind == SectionKind.Roles))
        {
            if (_levels.Count == 0 && section.Blocks.OfType<ListBlock>().FirstOrDefault(list => IsAnnounced(section, list)) is { } path)
            {
                AddList(path, section.Title, marked: false);
            }
        }

        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Roles or SectionKind.Contacts))
        {
            foreach (CodeBlock code in _levels.Count == 0 ? section.Blocks.OfType<CodeBlock>().Where(code => !ShellText.IsShell(code)) : [])
            {
                if (!GuideWords.Sections.Has(section.Heading.Name, SectionKind.Escalation) || !AddRecords(code))
                {
                    AddAnnounced(code);
                }
            }
        }

        foreach (GuideSection section in context.Document.Sections.Where(section => MayNamePath(section) || section.Level == 1))
        {
            if (_levels.Count == 0)
            {
                AddBelowLead(section.Blocks, null);
            }
        }
    }

    // "Escalation path", an item among others, with the path below it; "Role | Duties | Escalation order", a table of roles
    private void AddPathsElsewhere()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is not (SectionKind.Scenario or SectionKind.Exercise or SectionKind.PostMortemTemplate or SectionKind.Checklist)))
        {
            foreach (TableBlock table in section.Blocks.OfType<TableBlock>().Where(_ => _levels.Count == 0))
            {
                AddOrdered(table);
                AddCounted(section, table);
            }

            foreach (ListBlock list in section.Blocks.OfType<ListBlock>().Where(_ => _levels.Count == 0))
            {
                AddCounted(section, list);
            }

            foreach (ListItem item in section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Where(item => _levels.Count == 0 && PathItem().IsMatch(item.Text)))
            {
                if (item.Blocks is [CodeBlock code])
                {
                    AddChain(code.TextLines.Select((line, i) => (line.Trim(), code.Line + 1 + i)), code);
                }
                else if (item.Blocks is [ListBlock { HasBoxes: false, Items.Count: >= 3 } path] && path.Items.All(level => level.Text.Length <= 60) && path.Items.Count(level => IsPerson(level.Text)) * 2 >= path.Items.Count)
                {
                    _levels.AddRange(path.Items.Select(level => FromItem(level, mayLead: false)));
                    context.Ledger.TakeAll(path);
                }

                if (_levels.Count > 0)
                {
                    context.Ledger.Take(item);
                }
            }
        }
    }

    /// <summary>True for a table in which a number tells who is called after whom, and nothing how.</summary>
    internal static bool TellsOrder(TableBlock table) =>
        table.Rows.Count > 0 && Array.FindIndex(HeadsOf(table), head => OrderHead().IsMatch(head)) is > 0 and var order && table.Rows.Count(row => LeadingNumber().IsMatch(row.Cell(order).Text)) * 2 >= table.Rows.Count
        && !HeadsOf(table).Skip(1).Any(head => Fields.Among(head, GuideField.Channel) is not GuideField.None);

    private void AddOrdered(TableBlock table)
    {
        string[] heads = HeadsOf(table);
        int order = Array.FindIndex(heads, head => OrderHead().IsMatch(head));
        (TableLine Row, int Order)[] rows = order < 1 ? [] : [.. table.Rows.Select(row => (row, LeadingNumber().Match(row.Cell(order).Text) is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : 0)).Where(row => row.Item2 > 0).OrderBy(row => row.Item2)];
        if (rows.Length < 2 || rows.Length * 2 < table.Rows.Count)
        {
            return;
        }

        foreach ((TableLine row, _) in rows)
        {
            _levels.Add(new Draft(LevelName(row.Cell(0).Text), string.Join(' ', SectionTitle.Parse(row.Cell(order).Text).Remarks), null, row.Line));
            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
    }

    // "1st line | Duty baker | …", "2nd line | Head baker | …", in a chapter that is about the escalation too; "L1 | …" anyway
    private void AddCounted(GuideSection section, TableBlock table)
    {
        string[] heads = HeadsOf(table);
        bool path = section.Ancestors.Prepend(section).Any(part => part.Kind is SectionKind.Escalation || GuideWords.Sections.Has(part.Heading.Name, SectionKind.Escalation)) || table.Rows.All(row => IsLevelMark(row.Cell(0).Text));
        if (_levels.Count > 0 || section.Kind is not SectionKind.Contacts || !path
            || heads.Length < 2 || table.Rows.Count < 2 || !table.Rows.Select((row, i) => MarkLength(row.Cell(0).Text, i)).All(length => length > 0))
        {
            return;
        }

        int who = Array.FindIndex(heads, 1, head => Fields.Among(head, GuideField.Person, GuideField.Role, GuideField.EscalationTarget) is not GuideField.None);
        who = who < 0 ? 1 : who;
        foreach (TableLine row in table.Rows)
        {
            string named = ContactReader.Filled(row.Cell(who).Text) ?? string.Empty;
            string name = LevelName(named.Length > 0 ? named : CountedLevel().Replace(row.Cell(0).Text, string.Empty, 1));
            string[] remarks = [.. row.Cells.Where((_, i) => i != who).Select(cell => cell.Text)];
            if (name.Length > 0)
            {
                _levels.Add(new Draft(name, string.Join(' ', remarks), TimeIn(remarks), row.Line));
                context.Ledger.Take(row);
            }
        }

        context.Ledger.Take(table);
    }

    // "L1 | when an alarm rings | what is done": who is called is nowhere said, the level has only its mark.
    private static bool IsCountedByMarks(TableBlock table) =>
        table.Rows.Count >= 2 && table.Rows.Select((row, i) => MarkLength(row.Cell(0).Text, i) is > 0 and var length && length == row.Cell(0).Text.Length && char.IsAsciiLetter(row.Cell(0).Text[0])).All(marked => marked);

    /// <summary>How much of a text is the mark of the level that stands at this place of the run, "L2" at the second; 0 where it is another's or none.</summary>
    private static int MarkLength(string text, int at) =>
        CountedLevel().Match(text) is { Success: true } mark && mark.Groups["number"].Value == (at + 1).ToString(CultureInfo.InvariantCulture) ? mark.Length : 0;

    private void AddMarks(TableBlock table, string[] heads)
    {
        int deed = Array.FindIndex(heads, head => Fields.Among(head, GuideField.Step, GuideField.Task, GuideField.Duty) is not GuideField.None);
        foreach (TableLine row in table.Rows)
        {
            string[] told = [.. row.Cells.Skip(1).Where((_, i) => i + 1 != deed).Select(cell => cell.Text)];
            Draft level = new(row.Cell(0).Text, string.Join(' ', told), TimeIn(told), row.Line);
            level.Duties.AddRange(row.Cell(deed).Text is { Length: > 0 } duty ? [duty] : []);
            _levels.Add(level);
            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
    }

    // "L1 Bakers: …", "L2 Millers: …", and others behind them who are on no level, in a list of whom to reach
    private void AddCounted(GuideSection section, ListBlock list)
    {
        ListItem[] counted = section.Kind is not SectionKind.Contacts || list.HasBoxes ? [] : [.. list.Items.TakeWhile((item, i) => item.Label is { } label && MarkLength(label, i) is > 0 and var length && length < label.Length && char.IsAsciiLetter(label[0]))];
        foreach (ListItem item in counted.Length >= 2 ? counted : [])
        {
            _levels.Add(new Draft(LevelName(CountedLevel().Replace(item.Label!, string.Empty, 1)), string.Join(' ', SectionTitle.Parse(item.Text).Remarks), TimeIn([item.Text]), item.Line));
        }
    }

    [GeneratedRegex(@"^(?:(?:L|T|Level|Tier|Line|Stufe|Niveau|Nivel|Nível|Livello)\s?-?(?<number>[1-9])|(?<number>[1-9])(?:st|nd|rd|th|\.|차|次|º|ª|er|re|e)?(?:\s*(?:line|level|tier|stage|responder|contact|escalation|stufe|eskalation|niveau|nivel|대응|에스컬레이션|対応|线))?)(?![\d\p{L}])\s*[:：.)–—-]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CountedLevel();

    [GeneratedRegex(@"^escalation (?:order|level|sequence|step|tier)$|^(?:order|sequence) of escalation$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderHead();

    [GeneratedRegex(@"^\d{1,2}(?=$|[\s.()])", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^escalation (?:path|chain|order|process|levels?|procedure|matrix)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathItem();

    // What is said of one severity or one scenario is no path for all.
    private static bool MayNamePath(GuideSection section) =>
        section.Kind is not (SectionKind.Severities or SectionKind.Scenario or SectionKind.Scenarios or SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.PostMortem or SectionKind.Exercise or SectionKind.Escalation);

    /// <summary>Reads what stands beside or below the words that announce a path, in lines and items however deep.</summary>
    private void AddBelowLead(IReadOnlyList<GuideBlock> blocks, string? lead)
    {
        bool announced = lead is not null && AnnouncesPath(lead);
        foreach (GuideBlock block in blocks)
        {
            if (_levels.Count > 0)
            {
                return;
            }

            switch (block)
            {
                case TextBlock text:
                    foreach (TextLine line in text.Lines.Where(line => _levels.Count == 0 && ((line.Label is { } label && (AnnouncesPath(label) || (DocumentWords.IsMetadata(label) && Arrow().Split(line.Value).Length >= 3))) || announced)))
                    {
                        AddPeopleChain(announced ? line.Text : line.Value, line.Line, text);
                    }

                    announced = text.Lines is [.., { Label: { } last, Value.Length: 0 }] && AnnouncesPath(last);
                    continue;
                case ListBlock list:
                    foreach (ListItem item in list.Items.Where(_ => _levels.Count == 0))
                    {
                        if (announced || (item.Label is { } label && AnnouncesPath(label)))
                        {
                            AddPeopleChain(item.Label is not null && AnnouncesPath(item.Label) ? item.Value : item.Text, item.Line, list);
                        }

                        AddBelowLead(item.Blocks, item.Label ?? item.Text);
                    }

                    break;
                case CodeBlock code when announced && !ShellText.IsShell(code):
                    foreach ((string text, int at) in code.TextLines.Select((text, i) => (text.Trim(), code.Line + 1 + i)))
                    {
                        AddPeopleChain(text, at, code);
                    }

                    break;
                default:
                    break;
            }

            announced = false;
        }
    }

    private static bool AnnouncesPath(string label) =>
        SectionTitle.Parse(label).NameWithoutRemarks is { Length: <= 60 } name && (GuideWords.Sections.Is(name, SectionKind.Escalation) || PathEnd().IsMatch(name));

    // "Pager escalation chain"
    [GeneratedRegex(@"\bescalation(?: (?:chain|path|order|ladder|sequence))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathEnd();

    // Most of them people, and of two both
    private void AddPeopleChain(string text, int line, GuideBlock block)
    {
        string[] parts = _levels.Count > 0 ? [] : Arrow().Split(text);
        if (parts.Length >= 2 && parts.Count(IsPerson) * 2 > parts.Length)
        {
            AddChain([(text, line)], block, shortest: 2);
        }
    }

    /// <summary>True for "Escalation: watch → lead", an item among others.</summary>
    internal static bool IsPathItem(ListItem item) =>
        item.Label is { } label && AnnouncesPath(label) && Arrow().Split(item.Value) is { Length: >= 2 } parts && parts.Count(IsPerson) * 2 > parts.Length;

    // "Escalation path:" in a fence, and numbered lines below it
    private void AddAnnounced(CodeBlock code)
    {
        string[] lines = code.TextLines;
        int lead = Array.FindIndex(lines, line => PathLead().IsMatch(line));
        (SectionTitle Title, int At)[] path = lead < 0 ? [] : [.. lines.Select((line, i) => (Title: SectionTitle.Parse(line), At: i)).Skip(lead + 1).TakeWhile(line => line.Title.Ordinal is not null)];
        if (path.Length >= 2)
        {
            _levels.AddRange(path.Select(line => new Draft(LevelName(line.Title.NameWithoutRemarks), string.Join(' ', line.Title.Remarks), TimeIn([line.Title.Name]), code.Line + 1 + line.At)));
            context.Ledger.Take(code);
        }
    }

    [GeneratedRegex(@"\bescalat(?:ion|e)\b.{0,24}\b(?:order|path|chain|sequence)\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathLead();

    /// <summary>True for "L1", "Level 2".</summary>
    internal static bool IsLevelMark(string text) => text.Length <= 12 && (ShortLevel().Match(text) is { Success: true } mark && mark.Length == text.Length || OrdinalWords.IsLevel(SectionTitle.Parse(text).OrdinalWord));

    private static bool HasLevelMark(ListItem item) => HasLevelMark(item.Text, item.Label);

    private static bool HasLevelMark(string text, string? label) =>
        ShortLevel().IsMatch(text) || OrdinalWords.IsLevel(SectionTitle.Parse(label ?? text).OrdinalWord) || LooseSeverityText.IsTime(label ?? string.Empty);
}
