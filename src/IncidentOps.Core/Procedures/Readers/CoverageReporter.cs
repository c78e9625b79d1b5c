using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Reports every heading, list item, table row and fence that was not compiled, so that nothing is lost silently.</summary>
internal sealed class CoverageReporter(GuideContext context)
{
    private readonly SortedSet<int> _compiled = [];

    /// <summary>The lines of what was compiled; known once <see cref="Report"/> has run.</summary>
    public IReadOnlyList<int> CompiledLines => [.. _compiled];

    public void Report()
    {
        GuideSection? title = context.Document.Sections.FirstOrDefault(section => section.Level == 1);
        if (title is not null)
        {
            context.Ledger.Take(title);
        }

        foreach (GuideSection section in context.Document.Root.SelfAndDescendants)
        {
            if (context.Ledger.Has(section))
            {
                _compiled.Add(section.Line);
            }
            else if (section.Level > 0)
            {
                Add(section.Line, section.Kind == SectionKind.Prose
                    ? $"The section '{section.Title}' is for people; nothing is compiled from it."
                    : $"The section '{section.Title}' is not understood as a part of the procedure.", section, section.Parent);
            }

            foreach (GuideBlock block in section.Blocks)
            {
                ReportBlock(block, section);
            }
        }
    }

    private void ReportBlock(GuideBlock block, GuideSection section)
    {
        switch (block)
        {
            case ListBlock list:
                foreach (ListItem item in list.Items)
                {
                    if (context.Ledger.Has(item))
                    {
                        _compiled.Add(item.Line);
                    }
                    else
                    {
                        Add(item.Line, $"The item '{Short(item.Text)}' is not compiled.", section, section);
                    }

                    foreach (GuideBlock inner in item.Blocks)
                    {
                        ReportBlock(inner, section);
                    }
                }

                break;
            case TableBlock table:
                _compiled.UnionWith(table.Rows.Where(context.Ledger.Has).Select(row => row.Line));
                foreach (TableLine row in table.Rows.Where(row => !context.Ledger.Has(row)))
                {
                    Add(row.Line, $"The table row '{Short(string.Join(" | ", row.Cells.Select(cell => cell.Text)))}' is not compiled.", section, section);
                }

                break;
            case TextBlock { IsHeading: true } heading when context.Ledger.Has(heading):
                _compiled.Add(heading.Line);
                break;
            case TextBlock { IsHeading: true } heading when !context.Ledger.Has(heading):
                Add(heading.Line, $"The heading '{Short(heading.Text)}' stands inside a list or a quote and opens no section.", section, section);
                break;
            case CodeBlock { Fenced: true } code when !context.Ledger.Has(code):
                Add(code.Line, $"The block '{Short(code.Text.TrimStart().Split('\n')[0])}' is not compiled.", section, section);
                break;
            default:
                break;
        }
    }

    private void Add(int line, string message, GuideSection place, GuideSection? within) =>
        context.Report(
            GuideRules.NotCompiled,
            FindingSeverity.Information,
            line,
            message,
            SaidAt(place, within) is { } said ? $"As for the section in line {said.Line}." : Expected(place));

    /// <summary>The outermost section reported before that gives the same advice, so that it is given once.</summary>
    private GuideSection? SaidAt(GuideSection place, GuideSection? within)
    {
        GuideSection? said = null;
        for (GuideSection? outer = within; outer is { Level: > 0 } && !context.Ledger.Has(outer) && Expected(outer) == Expected(place); outer = outer.Parent)
        {
            said = outer;
        }

        return said;
    }

    private static string Expected(GuideSection section) => section.Kind switch
    {
        SectionKind.Severities => "Expected here: severity levels such as 'P1 - High', each with definition and response time.",
        SectionKind.Workflow or SectionKind.Phase => "Expected here: phases as headings, with lists of what is done in each.",
        SectionKind.Checklist => "Expected here: tasks, '- [ ] what to do'.",
        SectionKind.Scenarios or SectionKind.Scenario => "Expected here: symptoms, and the steps as a numbered list.",
        SectionKind.Escalation => "Expected here: levels in order, each with who is called and for which severities.",
        SectionKind.Templates => "Expected here: a message in a fence, with [Placeholders].",
        SectionKind.Rotation => "Expected here: 'Primary:', 'Secondary:', 'Schedule:' and 'Handoff:'.",
        SectionKind.Contacts => "Expected here: 'Role: how to reach', as a list or a table.",
        SectionKind.Tools => "Expected here: 'Name: address', as a list or a table.",
        SectionKind.PostMortem => "Expected here: a template, and how soon it is due ('within 48 hours').",
        _ => "If it belongs to the procedure, put it below a heading that says what it is: severity levels, workflow, checklist, scenarios, escalation path, templates, rotation, tools, contacts or post-mortem.",
    };

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 59), "…");
    }
}
