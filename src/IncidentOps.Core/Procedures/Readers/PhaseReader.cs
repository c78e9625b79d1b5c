using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The phases of the workflow: headings below a workflow heading, or "Phase 1", "Phase 2", … wherever they stand.</summary>
internal sealed partial class PhaseReader(GuideContext context)
{
    public IReadOnlyList<WorkflowPhase> Read()
    {
        GuideSection[] sections = Best();
        if (sections.Length > 0)
        {
            for (GuideSection? container = sections[0].Parent; container is { Kind: SectionKind.Workflow }; container = container.Parent)
            {
                context.Ledger.Take(container);
                TakeOverviewOf(container, sections);
            }

            return [.. sections.Select((section, i) => FromSection(section, i + 1))];
        }

        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind == SectionKind.Workflow))
        {
            if (FromBlocks(section) is { Count: > 0 } phases)
            {
                context.Ledger.Take(section);
                return phases;
            }
        }

        return [];
    }

    private GuideSection[] Best()
    {
        GuideSection[] best = [];
        int bestScore = 0;
        foreach (GuideSection parent in context.Document.Root.SelfAndDescendants)
        {
            if (parent.Kind is SectionKind.Scenario or SectionKind.Scenarios or SectionKind.PostMortemTemplate or SectionKind.Templates or SectionKind.Exercise or SectionKind.Severities or SectionKind.Escalation or SectionKind.Contacts)
            {
                continue;
            }

            GuideSection[] phases = PhasesOf(parent);
            int score = phases.Length == 0 ? 0 : Score(parent, phases);
            if (score > bestScore)
            {
                (best, bestScore) = (phases, score);
            }
        }

        return best;
    }

    private static GuideSection[] PhasesOf(GuideSection parent)
    {
        GuideSection[] named = [.. parent.Sections.Where(section => section.Heading is { OrdinalWord: "phase" or "step" or "stage" or "fase" or "étape" or "etapa" or "schritt" or "paso" or "passo" or "этап" or "шаг" or "フェーズ" or "ステップ" or "阶段" or "步骤" or "المرحلة" })];
        if (named.Length >= 2)
        {
            return named;
        }

        if (parent.Kind is SectionKind.Workflow)
        {
            return [.. parent.Sections.Where(section => section.Kind is SectionKind.Phase)];
        }

        GuideSection[] known = [.. parent.Sections.Where(section => !section.IsBold
            && section.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.PostMortem or SectionKind.Communication
            && section.Heading.OrdinalWord is not ("appendix" or "annex")
            && PhaseWords.BeginsWithPhase(section.Heading))];
        return known.Length >= 3 ? known : [];
    }

    private static int Score(GuideSection parent, GuideSection[] phases) =>
        (phases.Length >= 2 ? 10 : 0) + Math.Min(phases.Length, 8) + (parent.Kind == SectionKind.Workflow ? 12 : 0)
        + (phases.Count(section => section.Heading.OrdinalWord is "phase" or "fase" or "étape" or "etapa" or "этап" or "阶段") >= 2 ? 20 : 0)
        + (3 * phases.Count(section => PhaseWords.IsPhase(section.Heading)));

    // A numbered list of links to the phases' headings says nothing new.
    private void TakeOverviewOf(GuideSection container, GuideSection[] phases)
    {
        foreach (ListBlock list in container.Blocks.OfType<ListBlock>())
        {
            foreach (ListItem item in list.Items.Where(item => phases.Any(phase => SectionTitle.Normalise(item.Text).EndsWith(phase.Heading.Normal, StringComparison.Ordinal))))
            {
                context.Ledger.Take(item);
            }
        }
    }

    private WorkflowPhase FromSection(GuideSection section, int order)
    {
        section.Kind = section.Kind is SectionKind.Phase or SectionKind.Unknown or SectionKind.Communication or SectionKind.Prose or SectionKind.Workflow ? SectionKind.Phase : section.Kind;
        context.Ledger.Take(section);
        List<PhaseActivity> activities = [];
        List<string> commands = [];
        AddBlocks(section.Blocks, null, activities, commands);
        foreach (GuideSection part in section.Descendants)
        {
            if (part.Kind is SectionKind.Checklist or SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.Severities or SectionKind.Scenario or SectionKind.Scenarios)
            {
                continue;
            }

            int before = activities.Count + commands.Count;
            AddBlocks(part.Blocks, part.Heading.NameWithoutRemarks, activities, commands);
            if (activities.Count + commands.Count > before || part.Blocks.TrueForAll(block => block is TextBlock))
            {
                context.Ledger.Take(part);
            }
        }

        return new WorkflowPhase
        {
            Order = order,
            Name = section.Heading.NameWithoutRemarks,
            Window = section.Heading.Remarks.FirstOrDefault(remark => DurationText.TryParse(remark, out _)),
            Activities = activities,
            Commands = commands,
            Line = section.Line,
        };
    }

    private void AddBlocks(IReadOnlyList<GuideBlock> blocks, string? group, List<PhaseActivity> activities, List<string> commands)
    {
        foreach (GuideBlock block in blocks)
        {
            switch (block)
            {
                case ListBlock { HasBoxes: false } list:
                    AddItems(list, group, activities, commands);
                    break;
                case TableBlock table:
                    foreach (TableLine row in table.Rows)
                    {
                        activities.Add(new PhaseActivity { Group = group, Text = string.Join(": ", row.Cells.Select(cell => cell.Text).Where(text => text.Length > 0)), Line = row.Line });
                        context.Ledger.Take(row);
                    }

                    context.Ledger.Take(table);
                    break;
                case CodeBlock code when ShellText.IsShell(code):
                    commands.AddRange(ShellText.Commands(code));
                    context.Ledger.Take(code);
                    break;
                case CodeBlock code:
                    AddNumberedLines(code, group, activities);
                    break;
                case TextBlock text:
                    foreach (TextLine line in text.Lines.Where(line => line.Label is not null && line.Bold is not null && line.Value.Length > 0))
                    {
                        activities.Add(new PhaseActivity { Group = line.Label, Text = line.Value, Line = line.Line });
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void AddItems(ListBlock list, string? group, List<PhaseActivity> activities, List<string> commands)
    {
        context.Ledger.Take(list);
        foreach (ListItem item in list.Items.Where(item => !context.Ledger.Has(item)))
        {
            context.Ledger.Take(item);
            bool title = item.Bold is not null && item.Children.Any() && item.Value.Length <= 40;
            if (!title && item.Text.Length > 0)
            {
                activities.Add(new PhaseActivity { Group = group, Text = item.Text, Line = item.Line });
            }
            else if (title)
            {
                activities.Add(new PhaseActivity { Group = group, Text = item.Text.TrimEnd(':'), Line = item.Line });
            }

            AddBlocks(item.Blocks, title ? item.Label ?? item.Bold : group, activities, commands);
        }
    }

    private void AddNumberedLines(CodeBlock code, string? group, List<PhaseActivity> activities)
    {
        string[] lines = code.TextLines;
        int before = activities.Count;
        for (int i = 0; i < lines.Length; i++)
        {
            SectionTitle title = SectionTitle.Parse(lines[i]);
            if (title.Ordinal is not null && title.Name.Length > 0)
            {
                activities.Add(new PhaseActivity { Group = group, Text = title.Name, Line = code.Line + 1 + i });
            }
        }

        if (activities.Count > before)
        {
            context.Ledger.Take(code);
        }
    }

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
                    string rest = string.Join(": ", row.Cells.Where((_, i) => i != column).Select(cell => cell.Text).Where(text => text.Length > 0));
                    phases.Add(new WorkflowPhase
                    {
                        Order = phases.Count + 1,
                        Name = SectionTitle.Parse(row.Cell(column).Text).NameWithoutRemarks,
                        Activities = rest.Length == 0 ? [] : [new PhaseActivity { Text = rest, Line = row.Line }],
                        Line = row.Line,
                    });
                    context.Ledger.Take(row);
                }
            }
            else if (phases.Count == 0 && ChainIn(block) is { } chain)
            {
                phases.AddRange(chain.Select((name, i) => new WorkflowPhase { Order = i + 1, Name = name, Line = block.Line }));
                context.Ledger.Take(block);
            }
            else if (block is ListBlock { HasBoxes: false, Items.Count: >= 2 } list && phases.Count == 0 && (list.Ordered || list.Items.All(item => item.Bold is not null)))
            {
                AddList(section, list, phases);
            }
        }

        return phases;
    }

    /// <summary>"Alert → Acknowledge → Fix", in a line of text or drawn in a fence; null where the block holds none.</summary>
    private static string[]? ChainIn(GuideBlock block)
    {
        IEnumerable<string> lines = block switch
        {
            TextBlock text => text.Lines.Select(line => line.Text),
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

    private void AddList(GuideSection section, ListBlock list, List<WorkflowPhase> phases)
    {
        bool titled = list.Items.All(item => item.Bold is not null || item.Text.Length <= 30);
        List<PhaseActivity> all = [];
        List<string> commands = [];
        if (!titled)
        {
            AddItems(list, null, all, commands);
            phases.Add(new WorkflowPhase { Order = 1, Name = section.Heading.NameWithoutRemarks, Activities = all, Commands = commands, Line = section.Line });
            return;
        }

        context.Ledger.Take(list);
        foreach (ListItem item in list.Items)
        {
            List<PhaseActivity> activities = [];
            List<string> own = [];
            string? window = SectionTitle.Parse(item.Text).Remarks.FirstOrDefault(remark => LooseSeverityText.IsTime(remark));
            string rest = item.Label is not null ? item.Value : item.Bold is { } bold && item.Text.StartsWith(bold, StringComparison.Ordinal) ? item.Text[bold.Length..].Trim() : string.Empty;
            if (rest.Length > 0 && rest.Trim('(', ')') != window)
            {
                activities.Add(new PhaseActivity { Text = rest, Line = item.Line });
            }

            AddBlocks(item.Blocks, null, activities, own);
            context.Ledger.Take(item);
            SectionTitle title = SectionTitle.Parse(item.Label ?? item.Bold ?? item.Text);
            phases.Add(new WorkflowPhase { Order = phases.Count + 1, Name = title.NameWithoutRemarks.TrimEnd('.', ':'), Window = window, Activities = activities, Commands = own, Line = item.Line });
        }
    }

    [GeneratedRegex(@"\s*(?:→|⇒|➔|➜|=>|-+>)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
