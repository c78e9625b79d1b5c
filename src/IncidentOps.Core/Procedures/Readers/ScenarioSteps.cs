using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The steps of one scenario as they are found, numbered through.</summary>
internal sealed class ScenarioSteps(GuideContext context)
{
    private sealed record Draft(string Text, string? Group, int Line)
    {
        public List<string> Commands { get; } = [];

        public List<ScenarioCode> Code { get; } = [];

        public List<string> Details { get; } = [];

        public void Take(ListItem item)
        {
            foreach (TextLine line in item.Lines)
            {
                Take(line);
            }
        }

        public void Take(TextLine line) => Take(line.Codes, line.Line);

        public void Take(IReadOnlyList<string> codes, int line)
        {
            Commands.AddRange(codes.Where(ShellText.IsCommand));
            Code.AddRange(codes.Select(code => new ScenarioCode { Text = code, Line = line }));
        }

        public void Take(CodeBlock block)
        {
            Commands.AddRange(ShellText.Commands(block));
            Code.Add(new ScenarioCode { Text = block.Text, Info = block.Info, Line = block.Line });
        }
    }

    private readonly List<Draft> _steps = [];
    private bool _listOpen;

    public bool Any => _steps.Count > 0;

    public int LastLine => _steps.Count > 0 ? _steps[^1].Line : 0;

    public bool AnyAbove(int line) => _steps.Exists(step => step.Line < line);

    public IReadOnlyList<ScenarioStep> ToList() =>
        [.. _steps.OrderBy(step => step.Line).Select((step, i) => new ScenarioStep
        {
            Number = i + 1,
            Text = step.Text,
            Group = step.Group,
            Details = step.Details,
            Commands = step.Commands,
            Code = step.Code,
            Line = step.Line,
        })];

    public void Add(string text, int line, string? group)
    {
        _steps.Add(new Draft(text, group, line));
        _listOpen = false;
    }

    public void Add(ListItem item, string? group)
    {
        context.Ledger.Take(item);
        if (item.Text.Length == 0 && item.Blocks.Count == 0)
        {
            return;
        }

        Draft step = new(item.Text.Length > 0 ? item.Text.TrimEnd(':', ' ', '\u00A0') : FirstText(item), group, item.Line);
        step.Take(item);
        _steps.Add(step);
        AddNested(item.Blocks);
        _listOpen = true;
    }

    /// <summary>A new part begins: what follows is no longer of the last item.</summary>
    public void EndList() => _listOpen = false;

    /// <summary>What is nested below the last step: commands and details; the first step where there is none yet.</summary>
    public void AddNested(IReadOnlyList<GuideBlock> blocks)
    {
        foreach (GuideBlock block in blocks)
        {
            switch (block)
            {
                case ListBlock list when _steps.Count == 0:
                    foreach (ListItem item in list.Items)
                    {
                        Add(item, null);
                    }

                    context.Ledger.Take(list);
                    break;
                case ListBlock list:
                    context.Ledger.TakeAll(list);
                    AddDetails(list);
                    break;
                case CodeBlock code when _steps.Count > 0:
                    context.Ledger.Take(code);
                    _steps[^1].Take(code);
                    break;
                case TextBlock text when _steps.Count > 0:
                    _steps[^1].Details.Add(text.Text);
                    foreach (TextLine line in text.Lines)
                    {
                        _steps[^1].Take(line);
                    }

                    break;
                default:
                    context.Ledger.TakeAll(block);
                    break;
            }
        }
    }

    /// <summary>A block of commands: of the item before it, where it only lacks the indentation; else steps of its own.</summary>
    public void AddCode(CodeBlock code, string fallback, string? group)
    {
        if (_listOpen)
        {
            context.Ledger.Take(code);
            _steps[^1].Take(code);
            return;
        }

        if (SectionClassifier.IsBoxes(code))
        {
            // "[ ] Shut the door", line by line
            context.Ledger.Take(code);
            foreach ((string line, int i) in code.TextLines.Select((line, i) => (line.Trim(), i)).Where(line => line.Item1.Length > 0))
            {
                Add(line.TrimStart('[', ']', ' ', '□', '☐', '▢', '◻'), code.Line + 1 + i, group);
            }

            return;
        }

        if (!ShellText.IsShell(code) && code.Language.Length == 0 && !Array.Exists(code.TextLines, line => line.AsSpan().TrimStart() is ['#', ..]))
        {
            AddFlow(code, group);
            return;
        }

        context.Ledger.Take(code);
        foreach (ShellStep part in ShellText.Steps(code, fallback))
        {
            Draft step = new(part.Text, group, part.Line);
            if (part.Code.Text.Length > 0)
            {
                step.Take(part.Code);
            }

            _steps.Add(step);
        }
    }

    public void AddTable(TableBlock table, string? group)
    {
        foreach (TableLine row in table.Rows)
        {
            string text = string.Join(": ", row.Cells.Select(cell => cell.Text).Where(cell => cell.Length > 0 && !cell.All(char.IsAsciiDigit)));
            if (text.Length > 0)
            {
                Draft step = new(text, group, row.Line);
                step.Take([.. row.Cells.SelectMany(cell => cell.Codes)], row.Line);
                _steps.Add(step);
            }

            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
        _listOpen = false;
    }

    /// <summary>"**Response**: restart it" in one line.</summary>
    public void AddInline(TextLine line)
    {
        Draft step = new(line.Value, line.Label, line.Line);
        step.Take(line);
        _steps.Add(step);
        _listOpen = false;
    }

    /// <summary>"- Response: restart it", one of the parts of a scenario: the label says of what kind the step is.</summary>
    public void AddLabelled(ListItem item)
    {
        context.Ledger.Take(item);
        Draft step = new(item.Value, item.Label, item.Line);
        step.Take(item);
        _steps.Add(step);
        _listOpen = false;
    }

    /// <summary>Prose between steps belongs to the step before it.</summary>
    public void Continue(TextLine line)
    {
        if (_steps.Count > 0 && line.Text.Length > 0)
        {
            _steps[^1].Details.Add(line.Text);
            _steps[^1].Take(line);
        }
    }

    // Numbered lines in a fence without a language are steps as well.
    private void AddFlow(CodeBlock code, string? group)
    {
        string[] lines = code.TextLines;
        int boxes = 0;
        int before = _steps.Count;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim('│', '|', '║', ' ');
            (bool? box, TextLine task) = line.Length == 0 ? (null, null!) : CheckBox.Take(new TextLine(line, code.Line + 1 + i));
            if (box is not null && task.Text.Length > 0)
            {
                _steps.Add(new Draft(task.Text, group, code.Line + 1 + i));
                context.Ledger.Take(code);
                boxes++;
                continue;
            }

            if (boxes > 0 && line.Length > 0)
            {
                _steps[^1].Details.Add(line.TrimStart('└', '├', '─', '•', '-', ' '));
                continue;
            }

            SectionTitle title = SectionTitle.Parse(line);
            if (title.Ordinal is not null && title.Name.Length > 0 && lines[i].Length < 300)
            {
                _steps.Add(new Draft(title.Name, group, code.Line + 1 + i));
                context.Ledger.Take(code);
            }
            else if (_steps.Count > before && line is ['-' or '*' or '•', ' ', ..])
            {
                _steps[^1].Details.Add(line[1..].Trim());
            }
        }
    }

    private void AddDetails(ListBlock list)
    {
        foreach (ListItem item in list.Items)
        {
            _steps[^1].Details.Add(item.Text);
            _steps[^1].Take(item);
            foreach (GuideBlock block in item.Blocks)
            {
                if (block is ListBlock nested)
                {
                    AddDetails(nested);
                }
                else if (block is CodeBlock code)
                {
                    _steps[^1].Take(code);
                }
            }
        }
    }

    private static string FirstText(ListItem item) =>
        item.Blocks.OfType<CodeBlock>().FirstOrDefault()?.TextLines[0].TrimStart('#', ' ') ?? item.Children.FirstOrDefault()?.Text ?? string.Empty;
}
