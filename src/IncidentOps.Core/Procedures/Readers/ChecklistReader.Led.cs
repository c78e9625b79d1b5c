using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Several task lists below one heading, each with a line of its own above it.</content>
internal sealed partial class ChecklistReader
{
    // "**Checklist for the start:** lead named, room open, level set", in one line
    private void AddInline(GuideSection section, List<Checklist> found)
    {
        foreach (TextLine line in section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Where(line => line is { Bold: not null, Label: { Length: <= 60 } label, Value.Length: > 0 } && line.Value.AsSpan().IndexOfAny(',', ';') > 0 && SectionClassifier.ByTitle(SectionTitle.Parse(label)) is SectionKind.Checklist))
        {
            string[] tasks = line.Value.TrimEnd('.').Split([", ", "; "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (tasks.Length >= 3 && Array.TrueForAll(tasks, task => task.Length is >= 4 and <= 60))
            {
                found.Add(new Checklist { Name = line.Label!, Phase = PhaseOf(section, line.Label!), Tasks = [.. tasks.Select(task => ToTask(task, line.Line))], Line = line.Line });
                context.Ledger.Take(line);
            }
        }
    }

    // "1. **Oven**", with its boxes, and "2. **Mill**", with its own, in a phase or after it; be it with a line above each
    private bool AddTitled(GuideSection section, List<Checklist> found)
    {
        if (section.Kind is not (SectionKind.Phase or SectionKind.PostMortem) || section.Blocks.Exists(block => block is ListBlock { HasBoxes: true }))
        {
            return false;
        }

        (string Name, int Line, ListBlock Boxes, ListItem Item)[] titled = [.. section.Blocks.OfType<ListBlock>().Where(list => list is { Ordered: true, HasBoxes: false }).SelectMany(list => list.Items).SelectMany(Titled)];
        if (titled.Length < 2)
        {
            return false;
        }

        foreach ((string title, int line, ListBlock boxes, ListItem item) in titled)
        {
            List<ChecklistTask> tasks = [];
            AddTasks(boxes, everyItem: false, tasks);
            string name = SectionTitle.Parse(title).NameWithoutRemarks;
            found.Add(new Checklist { Name = name, Phase = PhaseOf(section, name), Tasks = tasks, Line = line });
            context.Ledger.Take(item);
        }

        context.Ledger.Take(section);
        return true;
    }

    private static IEnumerable<(string Name, int Line, ListBlock Boxes, ListItem Item)> Titled(ListItem item)
    {
        if (item is { Bold: { } bold, Value.Length: 0, Blocks: [ListBlock { HasBoxes: true } only] })
        {
            return [(bold, item.Line, only, item)];
        }

        return Led(item.Blocks).Where(led => led.Text.Lines[^1].Bold is not null).Select(led => (led.Lead, led.Text.Lines[^1].Line, led.Boxes, item));
    }

    // Boxes, each with a label right above it
    private static IEnumerable<(string Lead, TextBlock Text, ListBlock Boxes)> Led(IReadOnlyList<GuideBlock> blocks) =>
        blocks.Zip(blocks.Skip(1))
            .Where(pair => pair is { First: TextBlock { Lines: [.., { Value.Length: 0, Label: { Length: <= 60 } }] }, Second: ListBlock { HasBoxes: true } })
            .Select(pair => (((TextBlock)pair.First).Lines[^1].Label!, (TextBlock)pair.First, (ListBlock)pair.Second));

    // "When you declare:" and its boxes, "When it is over:" and its boxes: a checklist each
    private bool AddLed(GuideSection section, List<Checklist> found)
    {
        if (AddTitled(section, found))
        {
            return true;
        }

        (string Lead, TextBlock Text, ListBlock Boxes)[] led = [.. Led(section.Blocks).Where(led => led.Text.Lines[^1].Bold is null)];
        if (led.Length < 2 || section.Kind is SectionKind.Scenario || led.Length < section.Blocks.Count(block => block is ListBlock { HasBoxes: true }))
        {
            return false;
        }

        foreach ((string lead, TextBlock text, ListBlock boxes) in led)
        {
            List<ChecklistTask> tasks = [];
            AddTasks(boxes, everyItem: false, tasks);
            if (tasks.Count > 0)
            {
                found.Add(new Checklist { Name = lead, Phase = PhaseOf(section, lead), Tasks = tasks, Line = text.Line });
                context.Ledger.Take(text);
            }
        }

        context.Ledger.Take(section);
        return true;
    }

    // "Checklist for P0", and below it "The first 15 minutes", "The first hour", each with its boxes: one list, in that order
    private void AddWindows(GuideSection section, List<ChecklistTask> tasks)
    {
        if (section.Kind is not SectionKind.Checklist || section.Sections.Count < 2 || !OneChecklist().IsMatch(section.Heading.NameWithoutRemarks)
            || !section.Sections.TrueForAll(part => WindowTitle().IsMatch(part.Heading.NameWithoutRemarks) && part.Sections.Count == 0 && part.Blocks.Exists(block => block is ListBlock { HasBoxes: true })))
        {
            return;
        }

        foreach (GuideSection part in section.Sections)
        {
            part.Blocks.ForEach(block => AddTasks(block, everyItem: false, tasks));
            _parts.Add(part);
            context.Ledger.Take(part);
        }
    }

    [GeneratedRegex(@"^(?:the )?(?:(?:first|next|within|after|following)\b.{0,20}\b(?:minutes?|hours?|days?|weeks?)|immediate(?:ly)?|\d+\s*(?:[-–]\s*\d+|\+)?\s*(?:m|min|mins|minutes?|h|hours?|days?|weeks?))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WindowTitle();

    [GeneratedRegex(@"\bcheck ?list\b|\bcheckliste\b|\blista de (?:verificaci[óo]n|verificação|control)\b|\bliste de contrôle\b|检查清单|チェックリスト|체크리스트", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneChecklist();

    // Nothing but commands, each below a comment that says what it is for: "# Is the shop open?"
    private void AddCommented(GuideSection section, List<ChecklistTask> tasks)
    {
        if (section.Blocks.Exists(block => block is ListBlock or TableBlock))
        {
            return;
        }

        foreach (CodeBlock code in section.Blocks.OfType<CodeBlock>().Where(code => code.Fenced && ShellText.IsShell(code)))
        {
            ShellStep[] steps = [.. ShellText.Steps(code, string.Empty).Where(step => step.Commands.Count > 0)];
            if (steps.Length >= 2 && Array.TrueForAll(steps, step => step.Text.Length > 0))
            {
                tasks.AddRange(steps.Select(step => ToTask(step.Text.ReplaceLineEndings(" "), step.Line)));
                context.Ledger.Take(code);
            }
        }
    }

    // "Checklists and templates", and which there are
    private static bool NamesDocuments(GuideSection section) =>
        Documents().IsMatch(section.Heading.NameWithoutRemarks) && section.Blocks is [ListBlock { Ordered: false } list] && list.Items.All(item => item is { Label: not null } || item.Links.Any());

    [GeneratedRegex(@"^(?:checklists?\s*(?:&|/|and)\s*(?:templates?|forms?|documents?)|(?:templates?|forms?|documents?)\s*(?:&|/|and)\s*checklists?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Documents();
}
