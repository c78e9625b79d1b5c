using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>
/// How often stakeholders are told, where it stands apart from the levels: "Post updates every 15 minutes for P1",
/// "SEV1/SEV2: every 30 minutes".
/// </summary>
internal sealed partial class CadenceReader(GuideContext context)
{
    /// <summary>What is done less often is a review.</summary>
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(31);

    private readonly HashSet<object> _used = new(ReferenceEqualityComparer.Instance);
    private (TimeSpan Interval, string Text)? _general;

    public IReadOnlyList<SeverityLevel> Apply(IReadOnlyList<SeverityLevel> levels)
    {
        Dictionary<string, (TimeSpan? Interval, string Text)> found = [];
        bool apart = levels.Any(level => level.UpdateInterval is not null);
        foreach (GuideSection section in context.Document.Root.SelfAndDescendants)
        {
            if (section.Kind is SectionKind.PostMortemTemplate or SectionKind.Exercise or SectionKind.Scenario)
            {
                continue;
            }

            // "Status update (every 30 min for P1)"
            if (section.Kind is SectionKind.Templates or SectionKind.Communication or SectionKind.Phase && section.Heading.Remarks.Count > 0)
            {
                ReadText(section.Title, aboutUpdates: false, [], found);
            }

            if (section.Kind is SectionKind.Escalation)
            {
                ReadPath(section, found);
                continue;
            }

            if (section.Kind is SectionKind.Templates)
            {
                // What is said of the messages, beside them
                foreach (ListItem item in section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items))
                {
                    ReadText(item.Text, aboutUpdates: false, [], found);
                }

                continue;
            }

            // "Alert channels: P3: daily digest" tells where alerts go, "Review cadence" how soon it is looked back at.
            bool aboutUpdates = (IsUpdate(section.Title) && !(section.Kind is SectionKind.PostMortem && TellsOfReviews(section.Title)))
                || (section.Kind == SectionKind.Communication && !AlertChannels().IsMatch(section.Heading.NameWithoutRemarks));
            ReadGeneral(section.Title);
            IReadOnlyList<SeverityLevel> ofTitle = MeantByTitle(section);
            if (GeneralUpdate().IsMatch(section.Title) && section.Title.Length <= 40)
            {
                // "Updates:", and below it "every 30 minutes"
                foreach (ListItem item in section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Where(item => item.Label is null && context.Scale.MeantBy(item.Text).Count == 0))
                {
                    ReadGeneral($"{section.Title.TrimEnd(':', ' ')}: {item.Text}");
                }
            }

            int before = _used.Count;
            ReadBlocks(section.Blocks, aboutUpdates, ofTitle, found);

            if (aboutUpdates && _used.Count > before)
            {
                _used.Add(section);
            }
        }

        // "Post an update every 30 minutes until it is over", said of no level apart, holds for all of which nothing else
        // is said, and which are not left alone for longer than that.
        if (!apart && _general is { } general)
        {
            Set([.. levels.Where(level => !found.ContainsKey(level.Name) && !(level.ResponseTime > general.Interval))], general.Interval, general.Text, found);
        }

        return [.. levels.Select(level => level.UpdateInterval is null && found.TryGetValue(level.Name, out (TimeSpan? Interval, string Text) update) ? level with { UpdateInterval = update.Interval, UpdateText = level.UpdateText ?? update.Text } : level)];
    }

    /// <summary>Takes what intervals were read from, once those have read who make more of the same items.</summary>
    public void TakeUsed()
    {
        foreach (object part in _used)
        {
            context.Ledger.Take(part);
        }
    }

    private void ReadGeneral(string text)
    {
        if (_general is null && TellsUpdates(text) && !NoIncident().IsMatch(text) && IntervalIn(text, anyTime: false) is { TotalMinutes: >= 5 and <= 1440 } interval)
        {
            _general = (interval, text.Trim());
        }
    }

    // "Post an update every 30 minutes", a step of the path of one level; other times of it are no intervals.
    private void ReadPath(GuideSection section, Dictionary<string, (TimeSpan? Interval, string Text)> found)
    {
        if (section.Sections.TrueForAll(part => part.Kind is SectionKind.Templates) && MeantByTitle(section) is { Count: > 0 } levels)
        {
            foreach (ListItem item in section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Where(item => GeneralUpdate().IsMatch(item.Text)))
            {
                ReadText(item.Text, aboutUpdates: true, levels, found);
            }
        }
    }

    // What stands below "SEV-1" is about that one.
    private IReadOnlyList<SeverityLevel> MeantByTitle(GuideSection section) =>
        section.Ancestors.TakeWhile(above => above.Kind == SectionKind.Severities).Prepend(section)
            .Select(part => context.Scale.MeantBy(part.Heading.Name))
            .FirstOrDefault(meant => meant.Count > 0) ?? [];

    // "When customers notice (SEV-1/SEV-2):" speaks of the list below it.
    private void ReadBlocks(IReadOnlyList<GuideBlock> blocks, bool aboutUpdates, IReadOnlyList<SeverityLevel> given, Dictionary<string, (TimeSpan? Interval, string Text)> found)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            IReadOnlyList<SeverityLevel> led = blocks[i] is ListBlock && i > 0 && blocks[i - 1] is TextBlock { Lines: [.., { } lead] } && lead.Text.EndsWith(':') ? context.Scale.MeantBy(lead.Text) : [];
            ReadBlock(blocks[i], aboutUpdates, led.Count > 0 ? led : given, found);
        }
    }

    private void ReadBlock(GuideBlock block, bool aboutUpdates, IReadOnlyList<SeverityLevel> given, Dictionary<string, (TimeSpan? Interval, string Text)> found)
    {
        switch (block)
        {
            case TextBlock { IsWrapped: true } text:
                if (ReadText(text.Text, aboutUpdates, given, found))
                {
                    _used.Add(text);
                }

                break;
            case TextBlock text:
                foreach (TextLine line in text.Lines)
                {
                    if (ReadText(line.Text, aboutUpdates, given, found))
                    {
                        _used.Add(line);
                    }
                }

                break;
            case ListBlock list when IsCalendar(list):
                break;
            case ListBlock list:
                foreach (ListItem item in list.Items)
                {
                    if (ReadText(item.Text, aboutUpdates, IsOfOthers(item) ? NotNamedIn(list) : given, found))
                    {
                        _used.Add(item);
                    }

                    bool deeper = aboutUpdates || IsUpdate(item.Text);
                    IReadOnlyList<SeverityLevel> named = item.Children.Any() ? context.Scale.MeantBy(item.Text) : [];
                    ReadBlocks(item.Blocks, deeper, named.Count > 0 ? named : given, found);
                }

                break;
            case TableBlock table:
                ReadTable(table, aboutUpdates, found);
                break;
            case CodeBlock code when !ShellText.IsShell(code):
                // A course of steps in a fence; a message in it speaks of no level.
                // Below "SEV-1 checklist" it is of that one.
                foreach (string line in code.TextLines.Where(line => context.Scale.MeantBy(line).Count > 0 || (given.Count > 0 && GeneralUpdate().IsMatch(line))))
                {
                    ReadText(line, aboutUpdates, given, found);
                }

                break;
            default:
                break;
        }
    }

    private void ReadTable(TableBlock table, bool aboutUpdates, Dictionary<string, (TimeSpan? Interval, string Text)> found)
    {
        string[] heads = table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];
        int column = Array.FindIndex(heads, head => Fields.Among(head, GuideField.Update) == GuideField.Update);
        // "Client communication": "within a day, then hourly"
        int told = column >= 0 || aboutUpdates ? column : Array.FindIndex(heads, head => GuideWords.Sections.Has(head, SectionKind.Communication));
        foreach (TableLine row in table.Rows)
        {
            string value = told >= 0 ? row.Cell(told).Text : aboutUpdates ? string.Join(' ', row.Cells.Skip(1).Select(cell => cell.Text)) : string.Empty;
            IReadOnlyList<SeverityLevel> levels = context.Scale.MeantBy(row.Cell(0).Text);
            if (levels.Count > 0 && value.Length > 0 && (IntervalIn(value, anyTime: column >= 0) is var interval && (interval is not null || column >= 0)))
            {
                // "At resolution" is no interval, and yet what the guide says.
                Set(levels, interval, value, found);
                _used.Add(row);
            }
        }
    }

    // Each clause has its own severities: "every 15 minutes for P1, every 30 minutes for P2".
    private bool ReadText(string text, bool aboutUpdates, IReadOnlyList<SeverityLevel> given, Dictionary<string, (TimeSpan? Interval, string Text)> found)
    {
        text = text.Length > 600 ? text[..600] : text;
        if (!aboutUpdates && !IsUpdate(text))
        {
            return false;
        }

        bool used = false;
        if (SeverityName.TryParse(text, loose: false) is { Rest.Length: > 0 } subject && context.Scale.MeantBy(subject.Name) is { Count: > 0 } meant)
        {
            // "P0: all is lost. Respond within 15 minutes, update every 30 minutes."
            given = meant;
        }

        // "Updates: P0 (15 min), P1 (30 min)"
        bool recurring = OfUpdatesAlone(text);
        HashSet<SeverityLevel> told = [];
        foreach (string clause in Clause().Split(text))
        {
            IReadOnlyList<SeverityLevel> named = context.Scale.MeantBy(clause);
            if (named.Count == 0 && told.Count > 0 && Others().IsMatch(clause))
            {
                // "every 30 minutes (P0) or 2 hours (others)"
                named = [.. context.Scale.Levels.Where(level => !told.Contains(level))];
            }

            told.UnionWith(named);
            IReadOnlyList<SeverityLevel> levels = named.Count > 0 ? named : given;
            // "every 30 minutes (P0) or 1 hour (P1)"
            if (levels.Count > 0 && IntervalIn(clause, anyTime: recurring && named.Count > 0) is { } interval)
            {
                recurring = true;
                Set(levels, interval, clause.Trim(), found);
                used = true;
            }
            else if (levels.Count == 0)
            {
                ReadGeneral(clause);
            }
        }

        return used;
    }

    private static bool TellsUpdates(string text) => GeneralUpdate().IsMatch(text) || GuideWords.Terms.Has(text, GuideTerm.Update);

    private static bool IsUpdate(string text) => UpdateWord().IsMatch(text) || GuideWords.Terms.Has(text, GuideTerm.Update);

    private static TimeSpan? IntervalIn(string text, bool anyTime)
    {
        foreach (DurationText duration in DurationText.FindAll(text))
        {
            if (duration.Value > TimeSpan.Zero && duration.Value <= LongestInterval && (duration.Recurring || anyTime || OfUpdates().IsMatch(text, Math.Min(text.Length, duration.Start + duration.Length))))
            {
                return duration.Value;
            }
        }

        return null;
    }

    // "15-min status updates at least"
    [GeneratedRegex(@"\G\s+(?:status|progress|stakeholder|internal|external|customer)\s+updates\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfUpdates();

    private static void Set(IReadOnlyList<SeverityLevel> levels, TimeSpan? interval, string text, Dictionary<string, (TimeSpan? Interval, string Text)> found)
    {
        foreach (SeverityLevel level in levels)
        {
            if (!found.TryGetValue(level.Name, out (TimeSpan? Interval, string Text) known) || known.Interval is null)
            {
                found[level.Name] = (interval, text);
            }
        }
    }

    [GeneratedRegex(@"\bupdat|\bcadence|\bfrequency|\bcommunicat|\bstatus\b|\bnotif|\bpost\b(?!-)|\bsit-?reps?\b|mise à jour|actualiz|atualiz|aktualisier|更新|обновл|업데이트|aggiorn", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UpdateWord();

    // Updates, not "the status of the queue, read every 30 seconds"
    [GeneratedRegex(@"\bupdates?\b|\bcadence\b|\bsit-?reps?\b|\bpost to\b|mises? à jour|actualizaci[oó]n|atualiza|aktualisier|更新|обновл|업데이트|aggiorn", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GeneralUpdate();

    [GeneratedRegex(@"\b(?:runbook|playbook|document|plan|policy|contacts?|dashboard|training|dependenc|patch|backup|software|polic(?:y|ies)|procedures?|drill|list|roster|certificates?|keys?|sdk|app)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoIncident();

    [GeneratedRegex(@"[;,]\s+(?=\D)|(?<!\d)\.\s+(?=\D)|(?<=\d)\.\s+(?-i:(?=\p{Lu}))|\s+\|\s+|\s+(?:or|and|oder|und|ou|et|o|y|e|en|of|i|och|og|ja|ve|и|та|dan|và)\s+(?=(?:every|hourly|daily|weekly|alle|toutes|cada|ogni|elke|co|var|hver|her|каждые|кожні|setiap|mỗi)\b|\d+ ?[a-z]+ \()|,\s+(?=\d+ ?[a-z]+ (?:for|bei|für|pour|para|per|\())", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
