using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Task lists, and the plain lists of sections that call themselves checklists.</summary>
internal sealed partial class ChecklistReader(GuideContext context, IReadOnlyList<WorkflowPhase> phases)
{
    private readonly HashSet<int> _bare = [.. context.Document.Sections.Where(section => PhaseWords.IsOrdinal(section.Heading.Normal)).Select(section => section.Line)];

    private readonly HashSet<GuideSection> _parts = [];

    public IReadOnlyList<Checklist> Read()
    {
        List<Checklist> found = [];
        Dictionary<int, string> whole = [];
        foreach (GuideSection section in context.Document.Root.SelfAndDescendants)
        {
            int before = found.Count;
            ReadSection(section, found, whole);
            for (int i = before; i < found.Count && section.Kind is SectionKind.Exercise; i++)
            {
                found[i] = found[i] with { IsExercise = true };
            }
        }

        return [.. ToldApart(found, whole)];
    }

    private void ReadSection(GuideSection section, List<Checklist> found, Dictionary<int, string> whole)
    {
        // The boxes of a post-mortem's action items are no tasks of a response.
        if (section.Kind is SectionKind.PostMortemTemplate or SectionKind.Templates || TellsNoDeed(section) || SignOff().IsMatch(section.Heading.NameWithoutRemarks))
        {
            return;
        }

        AddInline(section, found);
        if (_parts.Contains(section) || AddLed(section, found))
        {
            return;
        }

        bool everyItem = section.Kind == SectionKind.Checklist && !HasBoxes(section) && !NamesDocuments(section);
        List<ChecklistTask> tasks = [];
        for (int i = 0; i < section.Blocks.Count; i++)
        {
            AddTasks(section.Blocks[i], (everyItem && !(i > 0 && AnnouncesCases(section.Blocks[i - 1]))) || (i > 0 && AnnouncesTasks(section.Blocks[i - 1])), tasks);
        }

        AddWindows(section, tasks);

        if (tasks.Count == 0 && everyItem)
        {
            AddCommented(section, tasks);
        }

        if (tasks.Count > 0)
        {
            string name = NameOf(section);
            whole.TryAdd(found.Count, section.Heading.Name);
            found.Add(new Checklist { Name = name, Phase = PhaseOf(section, name), Tasks = tasks, Line = section.Level == 0 ? tasks[0].Line : section.Line });
            context.Ledger.Take(section);
        }

        if (section.Kind == SectionKind.Checklist && (tasks.Count > 0 || section.Sections.Count > 0))
        {
            context.Ledger.Take(section);
        }
    }

    // "Likely causes:", "Symptoms:" in a scenario, be it with boxes: to be looked for, and no tasks
    private static bool TellsNoDeed(GuideSection section) =>
        section.Kind is SectionKind.Scenario && !ScenarioWords.IsAside(section.Heading.NameWithoutRemarks) && SectionClassifier.PartField(section.Heading.NameWithoutRemarks) is GuideField.Cause or GuideField.Symptom;

    // "First actions (5 minutes)" and "First actions (an hour)": where the names are the same, the times tell which is which.
    private static IEnumerable<Checklist> ToldApart(List<Checklist> found, Dictionary<int, string> whole)
    {
        HashSet<string> same = found.GroupBy(list => list.Name, StringComparer.Ordinal).Where(lists => lists.Skip(1).Any()).Select(lists => lists.Key).ToHashSet(StringComparer.Ordinal);
        return found.Select((list, i) => same.Contains(list.Name) && whole.TryGetValue(i, out string? title) && title.StartsWith(list.Name, StringComparison.Ordinal) && title.Length > list.Name.Length ? list with { Name = title.TrimEnd(':', ' ') } : list);
    }

    // "Checklist:", in a line of its own
    private static bool AnnouncesTasks(GuideBlock block) =>
        block is TextBlock { Lines: [.., { Value.Length: 0, Label: { } label }] } && GuideWords.Sections.Is(label, SectionKind.Checklist);

    // "Raise it at once if any answer is:" is followed by what may be the case.
    private static bool AnnouncesCases(GuideBlock block) =>
        block is TextBlock { Lines: [.., { } last] } && last.Text.EndsWith(':') && (last.Text.Contains(" if any ", StringComparison.OrdinalIgnoreCase) || last.Text.Contains(" if one ", StringComparison.OrdinalIgnoreCase));

    // Where a checklist has boxes, what has none is explanation.
    private static bool HasBoxes(GuideSection section)
    {
        GuideSection top = section;
        while (top.Parent is { Kind: SectionKind.Checklist })
        {
            top = top.Parent;
        }

        return top.SelfAndDescendants.Any(part => part.Blocks.OfType<ListBlock>().Any(list => list.AllItems.Any(item => item.Box is not null)));
    }

    private void AddTasks(GuideBlock block, bool everyItem, List<ChecklistTask> tasks)
    {
        switch (block)
        {
            case ListBlock list when list.Items.All(item => Answer().IsMatch(item.Text)):
                // A question of a form, to be answered
                break;
            case ListBlock list:
                bool plain = everyItem && !list.HasBoxes;
                // Blanks beside tasks are told, and to be filled in; where there is nothing else it is a form.
                bool form = (list.HasBoxes || plain) && list.Items.Where(item => item.Text.Length > 0).All(item => item.Text.Length < 400 && Unfilled.IsForm(item.Text) && !Unfilled.IsSample(item.Text));
                // "Before: …, after: …" only sort the tasks below them.
                bool groups = plain && list.Items.All(item => item.Children.Any() && item.Label is not null && item.Value.Length == 0);
                foreach (ListItem item in list.Items)
                {
                    if (groups)
                    {
                        context.Ledger.Take(item);
                    }

                    bool task = (item.Box is not null || (plain && !groups)) && item.Text.Length > 0 && !form && (!Unfilled.IsForm(item.Text) || Unfilled.IsSample(item.Text) || (item.Label is not null && item.Text[0] != '[' && Unfilled.IsOnly(item.Value)));
                    if (task)
                    {
                        tasks.Add(ToTask(item.Text, item.Line));
                        context.Ledger.Take(item);
                        context.Ledger.Take(list);
                    }

                    foreach (GuideBlock inner in item.Blocks)
                    {
                        AddTasks(inner, everyItem && (groups || item.Box is not null || !plain), tasks);
                    }
                }

                break;
            case TextBlock text:
                foreach (TextLine line in text.Lines)
                {
                    (bool? box, TextLine task) = CheckBox.Take(line);
                    if (box is not null && task.Text.Length > 0)
                    {
                        tasks.Add(ToTask(task.Text, line.Line));
                        context.Ledger.Take(text);
                    }
                }

                break;
            case TableBlock table when everyItem && !(table.Header is { } heads && heads.Cells.Any(cell => Measure().IsMatch(cell.Text))):
                AddRows(table, tasks);
                break;
            case CodeBlock { Fenced: true } code when code.Language is "" or "text" or "markdown" or "md" or "yaml" or "yml" || ShellText.IsShell(code):
                AddFenced(code, tasks);
                break;
            default:
                break;
        }
    }

    private void AddRows(TableBlock table, List<ChecklistTask> tasks)
    {
        string[] heads = table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];
        int column = Math.Max(ScenarioReader.IsCounted(table) ? 1 : 0, Array.FindIndex(heads, head => Fields.Among(head, GuideField.Task) == GuideField.Task));
        foreach (TableLine row in table.Rows.Where(row => row.Cell(column).Text.Length > 0))
        {
            tasks.Add(ToTask(row.Cell(column).Text, row.Line));
            context.Ledger.Take(row);
            context.Ledger.Take(table);
        }
    }

    // A checklist drawn in a fence: every line that is not blank has a box, numbered or not, or stands below one.
    private void AddFenced(CodeBlock code, List<ChecklistTask> tasks)
    {
        string[] lines = code.TextLines;
        List<ChecklistTask> boxed = [];
        int others = 0;
        bool shell = ShellText.IsShell(code);
        int indent = int.MaxValue;
        for (int i = 0; i < lines.Length; i++)
        {
            string text = ItemMark().Replace(lines[i].Trim(), string.Empty, 1);
            int own = lines[i].Length - lines[i].TrimStart().Length;
            (bool? box, TextLine task) = text.Length == 0 ? (null, null!) : CheckBox.Take(new TextLine(text, code.Line + 1 + i));
            if (box is not null && task.Text.Length > 0)
            {
                boxed.Add(ToTask(task.Text, code.Line + 1 + i));
                indent = own;
            }
            else if (text.Length > 0 && !text.EndsWith(':') && !(shell && text[0] == '#') && own <= indent && !TitlesBoxes(lines, i, own))
            {
                others++;
            }
        }

        if (boxed.Count >= 2 && boxed.Count > 2 * others && (!shell || others == 0))
        {
            bool numbered = boxed.TrueForAll(task => Number().IsMatch(task.Text));
            tasks.AddRange(numbered ? boxed.Select(task => task with { Text = Number().Replace(task.Text, string.Empty, 1) }) : boxed);
            context.Ledger.Take(code);
        }
    }

    // "MIN 1-2: Read it", and below it the first box of that
    private static bool TitlesBoxes(string[] lines, int at, int indent) =>
        new TextLine(lines[at], at) is { Label: not null, Value.Length: > 0 } && lines.Skip(at + 1).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } next
        && next.Length - next.TrimStart().Length > indent && CheckBox.Take(new TextLine(ItemMark().Replace(next.Trim(), string.Empty, 1), at)).Box is not null;

    private ChecklistTask ToTask(string text, int line)
    {
        int bracket = text.LastIndexOf('(');
        string remark = bracket >= 0 ? text[bracket..] : string.Empty;
        return new ChecklistTask
        {
            Text = text,
            Severities = [.. context.Scale.MeantBy(remark).Select(level => level.Name)],
            Line = line,
        };
    }

    private string NameOf(GuideSection section)
    {
        string name = section.Heading.NameWithoutRemarks;
        bool generic = section.Heading.Normal is "checklist" or "tasks" or "actions" or "task list" or "steps" or "to do";
        // The steps of a scenario that have boxes are called after it.
        if (section.Kind is SectionKind.Scenario && section.Ancestors.TakeWhile(above => above.Kind is SectionKind.Scenario).LastOrDefault() is { } scenario && GuideWords.Fields.Is(name, GuideField.Step))
        {
            return SectionClassifier.WithoutAnnouncement(scenario.Heading.NameWithoutRemarks);
        }

        // "After each incident, ask:", the one line between the heading and its list
        bool leads = section is { IsBold: true, Parent: { IsBold: false, Kind: SectionKind.Checklist, Sections.Count: 1 } above } && !above.Blocks.Exists(block => block is ListBlock) && GuideWords.Sections.Has(above.Heading.Name, SectionKind.Checklist) && !GuideWords.Sections.Has(name, SectionKind.Checklist);
        // "Tell those who are affected", and below it nothing but "If data were read:" and its boxes
        leads = leads || (section is { IsBold: true, Parent: { IsBold: false, Level: > 1, Sections.Count: 1 } whole } && !whole.Blocks.Exists(block => block is ListBlock) && Conditional().IsMatch(name));
        GuideSection? named = generic || leads ? section.Ancestors.FirstOrDefault(part => part.Level > 1) : section;
        return named is not null && OwnName(named) is { Length: > 0 } better ? better
            : name.Length > 0 ? name
            : context.Document.Title ?? "Checklist";
    }

    [GeneratedRegex(@"^(?:if|when|in case|wenn|falls|si|se|cuando|quando)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conditional();

    // "Quick check (P0/P1)": for what it is; "Contain (15-60 min)": how long a phase takes.
    private static string OwnName(GuideSection section) =>
        section.Kind is SectionKind.Phase ? PhaseReader.NameOf(section) : section.Heading.NameWithout(LooseSeverityText.IsTime);

    private string? PhaseOf(GuideSection section, string name)
    {
        if (section.Ancestors.Prepend(section).Any(part => part.Kind is SectionKind.Scenario || part.Heading.OrdinalWord is "appendix" or "annex"))
        {
            return null;
        }

        GuideSection? above = section.Kind == SectionKind.Phase && phases.Any(phase => phase.Line == section.Line)
            ? section
            : section.Ancestors.FirstOrDefault(ancestor => phases.Any(phase => phase.Line == ancestor.Line));
        if (above is not null)
        {
            return phases.First(phase => phase.Line == above.Line).Name;
        }

        // Below "Phase", and a line with its name, all stands beside the heading.
        if (phases.LastOrDefault(phase => phase.Line < section.Line) is { } before && _bare.Contains(before.Line))
        {
            return before.Name;
        }

        string normal = SectionTitle.Normalise(name);
        return phases.FirstOrDefault(phase => SectionTitle.Normalise(phase.Name) == normal)?.Name
            ?? phases.FirstOrDefault(phase => phase.Activities.Any(activity => activity.Group is { } group && SectionTitle.Normalise(group).StartsWith(normal, StringComparison.Ordinal)))?.Name
            ?? phases.FirstOrDefault(phase => normal.Contains(SectionTitle.Normalise(phase.Name), StringComparison.Ordinal))?.Name
            ?? (PhaseWords.Meaning(name) is { } meaning ? phases.FirstOrDefault(phase => PhaseWords.Meaning(phase.Name) == meaning)?.Name : null);
    }

    // "Metric | Threshold": what is watched, and nothing to do
    [GeneratedRegex(@"^(?:(?:alert |warning )?thresholds?|metrics?|indicators?|schwellwert|umbral|seuil|soglia|阈值)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    // Who has signed the document is no task of a response.
    [GeneratedRegex(@"^(?:(?:document|plan|policy|final|management|executive)\s+)?(?:approvals?|sign-?offs?|(?:approval )?signatures?|aprovaç(?:ão|ões)|aprobaci(?:ón|ones)|approbations?|genehmigung(?:en)?|freigaben?|承認|审批)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignOff();

    [GeneratedRegex(@"^(?:yes|no|unknown|not sure|n/?a|ja|nein|nee|oui|non|sí|sim|não|да|нет|是|否|はい|いいえ|예|아니요)[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    // "□ 1. Confirm it"
    [GeneratedRegex(@"^\d{1,2}[.)]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[-*+•]\s*|\d{1,2}[.)]\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex ItemMark();
}
