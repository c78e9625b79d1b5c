using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What is said about a scenario, as against what is done.</content>
internal sealed partial class ScenarioReader
{
    // "Indicators:", "Tools:", each with its own list, below "Detection": only the first are signs.
    private void AddSigns(IEnumerable<GuideBlock> blocks, List<string> symptoms, List<string> remarks)
    {
        GuideBlock[] told = [.. blocks];
        for (int i = 0; i < told.Length; i++)
        {
            GuideBlock block = told[i];
            if (block is TextBlock { Lines: [var lead] } && lead.Text.EndsWith(':') && i + 1 < told.Length && told[i + 1] is ListBlock)
            {
                // "It shows in one of these:"
                context.Ledger.Take(block);
                continue;
            }

            if (block is not ListBlock list || !list.Items.All(IsTitled) || !list.Items.Any(item => ScenarioWords.IsSymptom(item.Label)))
            {
                AddContext([block], symptoms);
                continue;
            }

            context.Ledger.TakeAll(list);
            foreach (ListItem item in list.Items)
            {
                (ScenarioWords.IsSymptom(item.Label) ? symptoms : remarks).AddRange(item.Descendants.Select(child => child.Text));
            }
        }
    }

    // "Signs: no flame, cold bread", or with a list of them below
    private static IEnumerable<string> ToldBy(ListItem item) =>
        item.Children.Any() ? item.Descendants.Select(child => child.Text) : ExampleText.Split(item.Value);

    // "Escalation: the manager, after 5 minutes" is no step of the repair.
    private static bool TellsWhom(string label) => GuideWords.Fields.Is(label, GuideField.Escalation);

    /// <summary>What is said about the scenario, as against what is done: kept text by text.</summary>
    private void AddContext(IEnumerable<GuideBlock> blocks, List<string> target)
    {
        foreach (GuideBlock block in blocks)
        {
            if (block is CodeBlock && context.Ledger.Has(block))
            {
                // A message, which is a template
                continue;
            }

            context.Ledger.TakeAll(block);
            switch (block)
            {
                case ListBlock list:
                    target.AddRange(list.AllItems.Select(item => item.Text).Where(text => text.Length > 0));
                    break;
                case TextBlock text:
                    target.AddRange(text.Lines.SelectMany(line => ExampleText.Split(line.Text)));
                    break;
                case TableBlock table:
                    target.AddRange(table.Rows.Select(row => string.Join(": ", row.Cells.Select(cell => cell.Text).Where(text => text.Length > 0))));
                    break;
                case CodeBlock code:
                    target.Add(code.Text);
                    break;
                default:
                    break;
            }
        }
    }

    // "- Signs: …", "- Severity: …", "- Response: …", or "- Response:" and its list: the parts of the scenario, one by one
    private static bool TellsPart(ListBlock list) =>
        list is { Ordered: false, HasBoxes: false } && list.Items.All(item => item is { Label: not null, Value.Length: > 0, Blocks.Count: 0 } or { Label: not null, Value.Length: 0, Blocks: [ListBlock { HasBoxes: false }] }) && list.Items.Any(item => item.Value.Length > 0)
        && list.Items.Any(item => FieldOf(item.Label) is GuideField.Symptom) && list.Items.Any(item => FieldOf(item.Label) is GuideField.Step);

    // "Immediate actions" holds the steps; "Contain the threat" is one.
    private static bool IsPartTitle(string label) =>
        Term().IsMatch(SectionTitle.Parse(label).NameWithoutRemarks) || !Deed().IsMatch(SectionTitle.Parse(label).NameWithoutRemarks) && GuideWords.Fields.Find(SectionTitle.Parse(label).NameWithoutRemarks).Any(match => match is { Whole: true, Meaning: GuideField.Symptom or GuideField.Cause or GuideField.Step });

    private static bool IsTitled(ListItem item) => item.Label is not null && item.Value.Length == 0 && (item.Children.Any() || (item.Blocks.Any(block => block is CodeBlock) && IsPartTitle(item.Label)));
}
