using System.Globalization;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The escalation path: headings ("Level 2 - …"), a list, a table, a tree drawn in a fence, or an arrow chain.</summary>
internal sealed partial class EscalationReader(GuideContext context)
{
    private static readonly char[] Dashes = ['-', '–', '—'];

    private readonly List<Draft> _levels = [];

    private sealed record Draft(string Name, string Remark, TimeSpan? After, int Line)
    {
        public string Remark { get; set; } = Remark;

        public List<string> Duties { get; } = [];
    }

    public IReadOnlyList<EscalationLevel> Read()
    {
        GuideSection[] sections = [.. context.Document.Sections.Where(section => section.Kind == SectionKind.Escalation)];
        foreach (GuideSection section in sections.OrderBy(section => HasLadder(section) || section.Blocks.OfType<ListBlock>().Any(list => list is { Ordered: true, HasBoxes: false } && CallsTwice(list)) ? 0 : PathTitle().IsMatch(section.Title) ? 1 : NoPathTitle().IsMatch(section.Title) ? 3 : 2))
        {
            if (_levels.Count == 0)
            {
                ReadSection(section);
            }

            if (_levels.Count > 0 && section.SelfAndDescendants.Any(part => _levels.Exists(level => level.Line >= part.Line && part.Level < GuideSection.BoldLevel)))
            {
                context.Ledger.Take(section);
            }
        }

        AddAnnounced();
        AddPathsElsewhere();
        AddOfSeverities();
        AddLinesOfSeverities();
        AddRanks();
        return [.. _levels.Select((level, i) => new EscalationLevel
        {
            Order = i + 1,
            Name = level.Name,
            Severities = SeveritiesOf(level),
            After = level.After,
            Duties = level.Duties,
            Line = level.Line,
        })];
    }

    private void ReadBlocks(GuideSection section)
    {
        AddHeadings(section);
        foreach (GuideBlock block in section.Blocks)
        {
            if (_levels.Count > 0)
            {
                break;
            }

            switch (block)
            {
                case ListBlock list when HoldsLinesOfSeverities(list) || AddConditions(list) || AddHandovers(list) || AddCounted(list):
                    break;
                case ListBlock { HasBoxes: false, Items: [{ Blocks.Count: 0 } only] } list when Arrow().IsMatch(only.Text):
                    AddPeopleChain(only.Text, only.Line, list);
                    if (_levels.Count > 0)
                    {
                        context.Ledger.TakeAll(list);
                    }

                    break;
                case ListBlock list:
                    AddList(list, section.Title, marked: NoPathTitle().IsMatch(section.Title) || SectionClassifier.ByTitle(section.Heading) is not (SectionKind.Escalation or SectionKind.Contacts));
                    break;
                case TableBlock table:
                    AddTable(table, section.Title);
                    break;
                case CodeBlock code when NoPathTitle().IsMatch(section.Title) && !code.TextLines.Any(IsPerson):
                    // "It burns for ten minutes → escalate": when, and nobody to call
                    break;
                case CodeBlock code when !(GuideWords.Sections.Has(section.Title, SectionKind.Contacts) && ContactReader.TellsAddresses(code)):
                    AddDrawing(code);
                    break;
                case TextBlock text when AddConditions(text):
                    break;
                case TextBlock text:
                    if (!AddChain(text.Lines.Select(line => (line.Text, line.Line)), text) && !AddMarkedLines(section, text) && !AddSuccession(text))
                    {
                        AddOnlyLevel(text);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <param name="list">The list.</param>
    /// <param name="title">The title above it.</param>
    /// <param name="marked">True where the heading is about something else, so that only items marked as levels count.</param>
    private void AddList(ListBlock list, string title, bool marked)
    {
        bool steps = ProcessTitle().IsMatch(title) && list.Items.Count(item => HasLevelMark(item) || IsPerson(item.Label ?? item.Text)) * 2 < list.Items.Count;
        bool fields = !list.Ordered && GuideWords.Sections.Has(title, SectionKind.Contacts) && !list.Items.Any(item => HasLevelMark(item) || IsPerson(item.Label ?? item.Text) || context.Scale.MeantBy(item.Label ?? string.Empty).Count > 0);
        // "A baker who has the key can run the mill": what is so, and nobody to call
        bool sentences = list.Items.Count(item => item is { Label: null, Bold: null, Text.Length: > 60 } && CalledIn(item.Text) is null && !HasArrow(item) && TimeIn([item.Text]) is null && !HasLevelMark(item)) * 2 > list.Items.Count;
        if (list.HasBoxes || sentences || steps || fields || ContactReader.IsOutside(title) || (marked && !list.Items.All(HasLevelMark)) || (!list.Ordered && !list.Items.All(item => IsLevelItem(item))))
        {
            return;
        }

        // "Lead → sponsor", "sponsor → board": where one side of the arrows names people, it does so in every item.
        bool leads = list.Items.All(LeadsTo);
        foreach (ListItem item in list.Items.Where(item => item.Text.Length > 0))
        {
            context.Ledger.TakeAll(item);
            Draft level = FromItem(item, leads || !list.Items.All(HasArrow));
            // "Escalate at once:", and below it "Notify the lead"
            if (SeverityName.TryParse(level.Name, loose: false) is { IsCode: true, Rest.Length: 0 } || NoCall().IsMatch(level.Name))
            {
                // "After four hours: escalate to SEV-1", "track it in the backlog"
                continue;
            }

            _levels.AddRange(level.Name.Length > 0 || !item.Children.Any(child => EscalateTo().IsMatch(child.Text)) ? [level] : item.Children.Where(child => EscalateTo().IsMatch(child.Text)).Select(child => new Draft(LevelName(EscalateTo().Replace(child.Text, string.Empty, 1)), level.Remark, level.After, child.Line)));
        }

        context.Ledger.Take(list);
    }

    private bool IsLevelItem(ListItem item) =>
        item.Label is { } label && (ShortLevel().IsMatch(label) || SectionTitle.Parse(label).Ordinal is not null || context.Scale.MeantBy(label).Count > 0 || LooseSeverityText.IsTime(label) || item.Bold is not null || (IsPerson(label) && LooseSeverityText.IsTime(item.Value)));

    private Draft FromItem(ListItem item, bool mayLead)
    {
        string text = item.Text;
        string label = item.Label ?? string.Empty;
        // "Not mended in 10 min → escalate to the lead (level 2)"
        bool handed = item.Label is null && Cause(text).Length > 0 && IsPerson(Whom(text));
        bool leads = mayLead && LeadsTo(item);
        bool labelIsMark = label.Length > 0 && (leads || ShortLevel().IsMatch(label) || SinceStart().IsMatch(label) || (SectionTitle.Parse(label) is { OrdinalWord: not null }) || LooseSeverityText.IsTime(label) || context.Scale.MeantBy(label).Count > 0);
        string name = handed ? LevelName(Whom(text)) : labelIsMark
            ? LevelName(HandsOver(item.Value) ? Arrow().Split(item.Value)[0] : !leads && !SinceStart().IsMatch(label) && RestOfMark(label) is { Length: > 0 } rest && !LooseSeverityText.IsTime(rest) && context.Scale.MeantBy(rest).Count == 0 ? rest : BracketedName(label, item.Value) ?? EscalateTo().Replace(Whom(item.Value), string.Empty, 1))
            : LevelName(item.Label ?? item.Bold ?? text);
        Draft level = handed
            ? new(name, Cause(text), TimeIn([Cause(text)]), item.Line)
            : new(name, $"{label} {string.Join(' ', SectionTitle.Parse(text).Remarks)} {(labelIsMark ? Cause(item.Value) : item.Value)}", TimeIn([text]), item.Line);
        if (!labelIsMark && item.Label is not null && item.Value.Length > 0 && !LooseSeverityText.IsTime(item.Value))
        {
            level.Duties.Add(item.Value);
        }

        level.Duties.AddRange(item.Descendants.Select(child => child.Text));
        return level;
    }

    private void AddTable(TableBlock table, string title)
    {
        string[] heads = HeadsOf(table);
        if (IsTimeTable(table))
        {
            AddTimeTable(table, heads);
            return;
        }

        if (IsPeopleTable(table))
        {
            AddPeopleTable(table, heads);
            return;
        }

        if (SeveritiesAcross(table, heads))
        {
            AddLyingTable(table, heads);
            return;
        }

        if (ChainColumn(table) is >= 0 and var chains)
        {
            AddChains(table, chains);
            return;
        }

        GuideField[] fields = Fields.OfColumns(heads, GuideField.EscalationTarget, GuideField.Severity, GuideField.After, GuideField.Level, GuideField.Person, GuideField.Role, GuideField.Channel, GuideField.Trigger, GuideField.Response, GuideField.Duty);
        int who = IndexOf(fields, GuideField.EscalationTarget, GuideField.Role, GuideField.Person, GuideField.Channel);
        int deed = who < 0 ? DeedColumn(table, heads) : -1;
        who = who < 0 && deed < 0 && table.Rows.Count >= 2 ? PeopleColumn(table, heads.Length) : Math.Max(who, deed);
        if (who >= 0 && table.Rows.All(row => SeverityName.TryParse(row.Cell(who).Text, loose: true) is { Rest.Length: 0 }))
        {
            // "P3 | P2 | when it spreads": what becomes of the severity.
            return;
        }

        if (who < 0 && IsCountedByMarks(table))
        {
            AddMarks(table, heads);
            return;
        }

        if (who < 0 || (NoticeTitle().IsMatch(title) && !table.Rows.Any(row => IsPerson(row.Cell(who).Text))))
        {
            return;
        }

        int severity = IndexOf(fields, GuideField.Severity);
        if (severity < 0)
        {
            // "From high on", under whatever head
            severity = Enumerable.Range(0, heads.Length).FirstOrDefault(i => i != who && fields[i] is GuideField.None or GuideField.Trigger && table.Rows.Count(row => context.Scale.MeantBy(row.Cell(i).Text) is { Count: > 0 } meant && meant.Count < context.Scale.Levels.Count) * 2 >= table.Rows.Count, -1);
        }

        int level = IndexOf(fields, GuideField.Level);
        int after = deed >= 0 ? 0 : IndexOf(fields, GuideField.After, GuideField.Trigger, GuideField.Response);
        if (after < 0)
        {
            after = Enumerable.Range(0, heads.Length).FirstOrDefault(i => i != who && i != severity && table.Rows.Count(row => LooseSeverityText.IsTime(row.Cell(i).Text)) * 3 >= table.Rows.Count * 2, -1);
        }

        if ((who > 0 || VendorHead().IsMatch(heads[who])) && severity < 0 && level < 0 && after < 0)
        {
            // Whom to call for what: that is no order, and neither are suppliers.
            return;
        }

        foreach (TableLine row in table.Rows)
        {
            // "L2 - Lead" names whom the column beside it leaves open, or only says how to reach.
            string person = EscalateTo().Replace(PointsTo(row.Cell(who).Text) ? AfterArrow(row.Cell(who).Text) : row.Cell(who).Text, string.Empty, 1);
            bool open = who > 0 && !Nobody().IsMatch(person) && (person.Length == 0 || Unfilled.IsOnly(person) || (fields[who] == GuideField.Channel && !IsPerson(person)));
            // "30 min | Notify the lead | Direct call": by what means, and whom beside it
            string? told = open ? row.Cells.Where((_, i) => i != who).Select(cell => EscalateTo().Match(cell.Text) is { Success: true } call ? cell.Text[call.Length..] : null).FirstOrDefault(whom => whom is not null && IsPerson(whom)) : null;
            string name = LevelName(told ?? (open && RestOfMark(row.Cell(Math.Max(0, level)).Text) is { Length: > 0 } rest ? rest : person));
            string remark = $"{(severity < 0 && after >= 0 ? string.Join(' ', SeverityName.Mentions(heads[after])) : row.Cell(severity).Text)} {(after >= 0 && (deed >= 0 || fields[after] == GuideField.Trigger) ? row.Cell(after).Text : string.Join(' ', SectionTitle.Parse(row.Cell(after).Text).Remarks))} {row.Cell(level).Text}";
            if (name.Length > 0 && !Nobody().IsMatch(name))
            {
                _levels.Add(new Draft(name, remark, TimeIn([row.Cell(after).Text]), row.Line));
            }

            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
    }

    private static TimeSpan? TimeIn(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            // "T+15": minutes since it began
            if (SinceStart().Match(text) is { Success: true } since)
            {
                return TimeSpan.FromMinutes(int.Parse(since.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            }

            // "15-30 min: backup": called at the beginning of the window; "the check that runs every 10 minutes" is no delay.
            if (DurationText.FindAll(text) is [{ Recurring: false }, ..] or [] && DurationText.TryParse(text, out DurationText time))
            {
                return time.Minimum ?? time.Value;
            }
        }

        return null;
    }

    private static string LevelName(string text)
    {
        string name = SectionTitle.Parse(text.TrimStart('+', '&', ' ')).NameWithoutRemarks;
        int dash = name.LastIndexOfAny(Dashes);
        if (dash > 1 && name[dash - 1] == ' ' && LooseSeverityText.IsTime(name[(dash + 1)..]))
        {
            // "Lead – nach 30 Minuten"
            name = name[..dash];
        }

        name = Doing().Replace(name, string.Empty, 1);
        name = name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
        return (DoneTo().Match(name) is { Success: true } done && IsPerson(name[..done.Index]) ? name[..done.Index] : name).Trim().TrimEnd('.', ':', ',', ';', '-', '–', '—', ' ');
    }
}
