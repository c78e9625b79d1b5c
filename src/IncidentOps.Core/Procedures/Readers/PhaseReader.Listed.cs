using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Phases without headings: a table, a list, a chain of arrows.</content>
internal sealed partial class PhaseReader
{
    /// <summary>A workflow given as a table or one list, without headings.</summary>
    private List<WorkflowPhase> FromBlocks(GuideSection section)
    {
        List<WorkflowPhase> phases = [];
        foreach (GuideBlock block in section.Blocks)
        {
            if (block is TableBlock { Header: { } header } table && phases.Count == 0 &&
                Array.IndexOf(Fields.OfColumns([.. header.Cells.Select(cell => cell.Text)], GuideField.Phase), GuideField.Phase) is >= 0 and var column)
            {
                foreach (TableLine row in table.Rows)
                {
                    phases.Add(FromRow(header, row, column, phases.Count + 1));
                    context.Ledger.Take(row);
                }
            }
            else if (phases.Count == 0 && ChainIn(block) is { } chain)
            {
                phases.AddRange(chain.Select((name, i) => new WorkflowPhase { Order = i + 1, Name = name, Line = block.Line }));
                context.Ledger.Take(block);
            }
            else if (phases.Count == 0 && block is CodeBlock drawn && NumberedNames(drawn) is { Length: >= 3 } names)
            {
                phases.AddRange(names.Select((name, i) => new WorkflowPhase { Order = i + 1, Name = name.Name, Activities = name.Told, Line = name.Line }));
                context.Ledger.Take(block);
            }
            else if (phases.Count == 0 && block is CodeBlock fence && DrawnFlow(fence) is { Length: > 0 } flow)
            {
                phases.AddRange(flow);
                context.Ledger.Take(block);
            }
            else if (block is ListBlock { HasBoxes: false, Items.Count: >= 2 } list && phases.Count == 0 && (list.Ordered || list.Items.All(item => item.Bold is not null) || NamesPhases(list)) && !IsOfTimes(list))
            {
                AddList(section, list, phases);
            }
        }

        return phases;
    }

    /// <summary>"1. Detect 2. Contain 3. Recover", under whatever heading: a numbered list whose items are phases by name.</summary>
    private List<WorkflowPhase> FromNamedList()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Prose or SectionKind.Roles or SectionKind.Escalation or SectionKind.Checklist))
        {
            foreach (ListBlock list in section.Blocks.OfType<ListBlock>().Where(list => list is { Ordered: true, HasBoxes: false, Items.Count: >= 3 } && !list.Items.All(item => item.Links.Any(link => link.Target.StartsWith('#')))))
            {
                bool named = list.Items.All(item => IsShort(item.Text)) && list.Items.Count(item => PhaseWords.IsPhase(SectionTitle.Parse(item.Text))) >= Math.Max(3, list.Items.Count - 1);
                bool told = list.Items.All(item => item.Bold is not null) && list.Items.Count(item => PhaseWords.BeginsWithPhase(SectionTitle.Parse(item.Bold!))) is >= 3 and var phase && phase * 5 >= list.Items.Count * 3;
                // "Responsibilities and flow" may tell of the phases, and who has to do with each.
                if (section.Kind is SectionKind.Checklist ? named && list.Items.All(item => item.Blocks is [ListBlock { HasBoxes: true }]) : told || (named && section.Kind is not (SectionKind.Roles or SectionKind.Escalation)))
                {
                    return FromList(section, list);
                }
            }
        }

        return [];
    }

    /// <summary>"Detect → Contain → Recover" above headings that tell of some of these; null where no chain holds them all.</summary>
    private IReadOnlyList<WorkflowPhase>? FromChain(GuideSection[] sections)
    {
        if (sections[0].Parent is not { Kind: SectionKind.Workflow } container || container.Blocks.Select(ChainIn).FirstOrDefault(chain => chain is not null) is not { } names || names.Length <= sections.Length || IsCounted(sections))
        {
            return null;
        }

        GuideSection?[] told = [.. names.Select(name => Array.Find(sections, section => section.Heading.Normal.StartsWith(SectionTitle.Normalise(name), StringComparison.Ordinal)))];
        if (told.Count(section => section is not null) != sections.Length)
        {
            return null;
        }

        int line = container.Blocks.First(block => ChainIn(block) is not null).Line;
        context.Ledger.Take(container.Blocks.First(block => ChainIn(block) is not null));
        return [.. names.Select((name, i) => told[i] is { } section ? FromSection(section, i + 1) with { Name = name } : new WorkflowPhase { Order = i + 1, Name = name, Line = line })];
    }

    // "Summary", "In detail", "Meetings": none of them is a phase, but the first lists them.
    private List<WorkflowPhase>? FromSummary(GuideSection[] sections)
    {
        if (Array.Exists(sections, section => section.Heading.Ordinal is not null || PhaseWords.BeginsWithPhase(section.Heading) || IsWindow(section)))
        {
            return null;
        }

        foreach (GuideSection section in sections)
        {
            if (section.Blocks.OfType<ListBlock>().FirstOrDefault(list => !list.HasBoxes && list.Items.Count >= 4 && !IsOfTimes(list)
                && list.Items.All(item => SectionTitle.Parse(item.Text).NameWithoutRemarks is { Length: <= 48 } && !item.Children.Any())
                && list.Items.Count(item => PhaseWords.IsPhase(SectionTitle.Parse(item.Text))) * 3 >= list.Items.Count * 2) is { } list)
            {
                context.Ledger.Take(section);
                context.Ledger.TakeAll(list);
                return [.. list.Items.Select((item, i) => new WorkflowPhase { Order = i + 1, Name = SectionTitle.Parse(item.Text).NameWithoutRemarks, Line = item.Line })];
            }
        }

        return null;
    }

    // "Phase 1" to "Phase 5" say themselves how many there are.
    private static bool IsCounted(GuideSection[] sections) =>
        sections.Length >= 3 && sections.Select((section, i) => PhaseWords.IsOrdinal(section.Heading.OrdinalWord) && section.Heading.Ordinal == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(counted => counted);

    private static bool HoldsTitledSteps(GuideSection section) =>
        section.Blocks.Exists(block => block is ListBlock { Ordered: true, Items.Count: >= 3 } list && list.Items.All(item => item.Bold is not null));

    // "1. **Detect**: …" to "6. **Learn**: …", most of them called as phases are
    private static bool HoldsNamedSteps(GuideSection section) =>
        section.Kind is SectionKind.Workflow
        && section.Blocks.Exists(block => block is ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 4 } list && list.Items.All(item => item.Bold is not null) && list.Items.Count(item => PhaseWords.IsPhase(SectionTitle.Parse(item.Bold!))) * 3 >= list.Items.Count * 2);

    // "Response flow", and "1. Detect" to "7. Learn" in it: more than what is told in chapters here and there, and no course of its own
    private static bool HoldsBareRun(GuideSection section, GuideSection[] beside) =>
        section is { Kind: SectionKind.Workflow, Sections.Count: 0 } && beside[0].Parent!.Kind is not SectionKind.Workflow && Array.TrueForAll(beside, part => part.Heading.Ordinal is null && !HasWindow(part))
        && section.Blocks.Exists(block => (block is TextBlock && ChainIn(block)?.Length >= Math.Max(5, beside.Length + 1)) || block is ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 5 } list && list.Items.Count > beside.Length && list.Items.All(item => item.Blocks.Count == 0 && IsShort(item.Text))
            && list.Items.Count(item => PhaseWords.IsPhase(SectionTitle.Parse(item.Text))) * 2 >= list.Items.Count);

    private static bool IsUnnamed(GuideSection section) => section.Heading.Ordinal is null && !PhaseWords.IsPhase(section.Heading) && !HasWindow(section);

    /// <summary>True for a drawing whose boxes are the phases.</summary>
    internal static bool DrawsPhases(CodeBlock code) => NumberedNames(code).Length >= 3;

    // "1. Acknowledge - take it, 2. Mitigate - …", written in a fence
    private static (string Name, List<PhaseActivity> Told, int Line)[] NumberedNames(CodeBlock code)
    {
        bool boxes = code.TextLines.Any(line => line.Contains('┌', StringComparison.Ordinal));
        if ((!boxes && ShellText.IsShell(code)) || code.TextLines.Length > (boxes ? 120 : 80))
        {
            return [];
        }

        List<(string Name, List<PhaseActivity> Told, int Line)> names = [];
        for (int i = 0; i < code.TextLines.Length; i++)
        {
            string line = boxes ? code.TextLines[i].Trim(Frame) : code.TextLines[i].Trim();
            Match match = NumberedName().Match(line);
            if (match.Success && match.Groups["number"].Value == (names.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                string rest = match.Groups["rest"].Value.Trim();
                names.Add((SectionTitle.Parse(match.Groups["name"].Value.Trim()).NameWithoutRemarks, rest.Length == 0 ? [] : [new PhaseActivity { Text = rest, Line = code.Line + 1 + i }], code.Line + 1 + i));
            }
            else if (names.Count > 0 && (boxes ? Dashed() : Leaf()).Match(line) is { Success: true } dash)
            {
                names[^1].Told.Add(new PhaseActivity { Text = line[dash.Length..].Trim(), Line = code.Line + 1 + i });
            }
            else if (line.Length > 0)
            {
                return [];
            }
        }

        return names.Count(name => PhaseWords.BeginsWithPhase(SectionTitle.Parse(name.Name))) * 2 >= names.Count ? [.. names] : [];
    }

    /// <summary>What boxes and the arrows between them are drawn with.</summary>
    private static readonly char[] Frame = [.. "│┌┐└┘─┬┴├┤▼▲║╔╗╚╝═|↓ \t"];

    [GeneratedRegex(@"^[-–•*]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    // "├── Look", below "1. DETECTION"
    [GeneratedRegex(@"^[├└│][─-]*\s*(?=\S|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Leaf();

    [GeneratedRegex(@"^\s*(?<number>\d{1,2})[.)]\s+(?<name>[^:：–—→]{3,40}?)\s*(?:(?:[:：–—→]|\s->?)\s*(?<rest>\S.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedName();

    /// <summary>"Alert → Acknowledge → Fix", in a line of text or drawn in a fence; null where the block holds none.</summary>
    private static string[]? ChainIn(GuideBlock block)
    {
        if (block is CodeBlock drawn && (NumberedFlow(drawn) ?? ChartChain(drawn)) is { } flow)
        {
            return flow;
        }

        IEnumerable<string> lines = block switch
        {
            TextBlock text => text.Lines.Select(line => line.Text),
            // "Detect", "→ Contain", "→ Recover", line by line
            CodeBlock code when !ShellText.IsShell(code) && code.TextLines is { Length: <= 20 } drawnOut && drawnOut.Skip(1).All(line => line.Length == 0 || Arrow().Match(line) is { Success: true, Index: 0 }) => [string.Concat(drawnOut)],
            CodeBlock code when !ShellText.IsShell(code) => code.TextLines,
            _ => [],
        };
        foreach (string line in lines.Where(line => line.Length < 400))
        {
            string[] names = [.. Arrow().Split(line).Select(part => SectionTitle.Parse(part.Trim().Trim('[', ']')).NameWithoutRemarks)];
            if (names.Length >= 3 && Array.TrueForAll(names, name => name.Length is > 0 and <= 40))
            {
                return names;
            }
        }

        return null;
    }

    // "1. Detection", an arrow down, "2. Triage", …
    private static string[]? NumberedFlow(CodeBlock code)
    {
        string[] lines = [.. code.TextLines.Select(line => line.Trim()).Where(line => line.Length > 0)];
        SectionTitle[] steps = [.. lines.Where(line => !DownArrow().IsMatch(line)).Select(SectionTitle.Parse)];
        return steps.Length >= 4 && steps.Length < lines.Length && Array.TrueForAll(steps, step => step.Ordinal is not null && step.Name.Length is > 0 and <= 48) && steps.Count(PhaseWords.IsPhase) * 2 >= steps.Length
            ? [.. steps.Select(step => step.NameWithoutRemarks)]
            : null;
    }

    // "Workflow", drawn, beside "Immediate actions" and "Strategies": the drawing names the phases.
    private List<WorkflowPhase>? FromFlow(GuideSection[] sections) =>
        Array.TrueForAll(sections, section => section.Heading.Ordinal is null)
        && Array.Find(sections, section => section.Blocks.OfType<CodeBlock>().Any(code => NumberedFlow(code)?.Length > sections.Length)) is { } drawn
            ? FromBlocks(drawn)
            : null;

    // The list makes its chapter the workflow, whatever that is called.
    private List<WorkflowPhase> FromList(GuideSection section, ListBlock list)
    {
        List<WorkflowPhase> phases = [];
        AddList(section, list, phases);
        section.Kind = section.Kind is SectionKind.Checklist ? section.Kind : SectionKind.Workflow;
        context.Ledger.Take(section);
        return phases;
    }

    private void AddList(GuideSection section, ListBlock list, List<WorkflowPhase> phases)
    {
        bool titled = list.Items.All(item => item.Bold is not null || IsShort(item.Text.TrimEnd(';', '.', ','))) || IsLabelled(list) || TellsPhases(list);
        List<PhaseActivity> all = [];
        List<string> commands = [];
        if (!titled && !IsCourse(section, list))
        {
            AddItems(list, null, all, commands);
            phases.Add(new WorkflowPhase { Order = 1, Name = section.Heading.NameWithoutRemarks, Activities = all, Commands = commands, Line = section.Line });
            return;
        }

        context.Ledger.Take(list);
        // "1. **Confirm** the extent: …", where each begins with its word
        bool words = list.Items.All(item => item is { Bold: { Length: >= 3 and <= 40 } bold, Label: { } label } && label.Length > bold.Length && label.StartsWith(bold, StringComparison.Ordinal) && bold[^1] is not (':' or '：'));
        bool headed = list.Items.Count >= 3 && list.Items.All(item => item.Lines is [{ Label: null, Bold: null, Text: var first }, _, ..] && IsShort(first) && !first.EndsWith('.'));
        foreach (ListItem item in list.Items)
        {
            List<PhaseActivity> activities = [];
            List<string> own = [];
            if (headed)
            {
                // "1. Look", and in the next lines what is looked at
                activities.AddRange(item.Lines.Skip(1).Select(line => new PhaseActivity { Text = line.Text, Line = line.Line }));
                AddBlocks(item.Blocks, null, activities, own);
                context.Ledger.Take(item);
                phases.Add(new WorkflowPhase { Order = phases.Count + 1, Name = SectionTitle.Parse(item.Lines[0].Text).NameWithoutRemarks, Activities = activities, Commands = own, Line = item.Line });
                continue;
            }

            string? window = SectionTitle.Parse(item.Text).Remarks.FirstOrDefault(remark => LooseSeverityText.IsTime(remark));
            string rest = item.Label is not null ? item.Value : item.Bold is { } bold && item.Text.StartsWith(bold, StringComparison.Ordinal) ? item.Text[bold.Length..].Trim() : string.Empty;
            string? named = titled ? null : item.Bold is { Length: <= LongestName } bolded && (rest.Length == 0 || (bolded.Contains(": ", StringComparison.Ordinal) && item.Text.StartsWith(bolded, StringComparison.Ordinal))) ? bolded : FirstWords(item.Text);
            rest = named is null || item.Text.Length <= named.Length + 1 ? rest : item.Text;
            if (rest.Length > 0 && rest.Trim('(', ')') != window)
            {
                activities.Add(new PhaseActivity { Text = rest, Line = item.Line });
            }

            AddBlocks(item.Blocks, null, activities, own);
            context.Ledger.Take(item);
            SectionTitle title = SectionTitle.Parse(named ?? (words || IsWithinBold(item) ? item.Bold : item.Label) ?? item.Bold ?? item.Text);
            phases.Add(new WorkflowPhase { Order = phases.Count + 1, Name = title.NameWithoutRemarks.TrimEnd('.', ':', ';', ','), Window = window, Activities = activities, Commands = own, Line = item.Line });
        }
    }

    // "1. Detect: an alert fires. 2. Contain: …", most of them called as phases are
    private static bool IsLabelled(ListBlock list) =>
        list is { Ordered: true, Items.Count: >= 3 } && list.Items.All(item => item.Label is { } label && IsShort(label))
        && list.Items.Count(item => PhaseWords.BeginsWithPhase(SectionTitle.Parse(item.Label!))) * 2 >= list.Items.Count;

    // "First word: within a day", "News: every week": what is promised, and no way through it
    private static bool IsOfTimes(ListBlock list) =>
        list is { Ordered: false, Items.Count: >= 2 } && list.Items.All(item => item is { Label: not null, Value.Length: > 0 } && !item.Children.Any() && DurationText.FindAll(item.Value).Count > 0)
        && list.Items.Count(item => PhaseWords.BeginsWithPhase(SectionTitle.Parse(item.Label!))) * 2 < list.Items.Count;

    // A name, not a sentence: "Detection", "preservation of the evidence".
    private static bool IsShort(string text) => text.Length <= 30 || (text.Length <= 40 && text.AsSpan().Count(' ') <= 3);

    [GeneratedRegex(@"^[↓⬇▼v|│]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DownArrow();

    [GeneratedRegex(@"\s*(?:→|⇒|➔|➜|=>|-+>)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
