using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Tools and resources: labelled items, links, tables.</summary>
internal sealed partial class ToolReader(GuideContext context)
{
    public IReadOnlyList<Tool> Read()
    {
        List<Tool> found = [];
        foreach (GuideSection section in context.Document.Sections.Where(section => (section.Kind == SectionKind.Tools && !TellsDeeds(section)) || IsChannels(section)))
        {
            int before = found.Count;
            if (OfProduct(section) is { } product)
            {
                found.Add(product);
                section.Blocks.ForEach(context.Ledger.TakeAll);
                context.Ledger.Take(section);
                continue;
            }

            foreach (GuideBlock block in section.Blocks.Where(block => !TemplateReader.TellsStates(block)))
            {
                AddBlock(section, block, found);
            }

            if (found.Count > before || section.Sections.Exists(part => part.Kind == SectionKind.Tools))
            {
                context.Ledger.Take(section);
            }
        }

        return found;
    }

    // Where people talk during an incident is a tool as well.
    private static bool IsChannels(GuideSection section) =>
        section.Kind == SectionKind.Communication && SectionTitle.Normalise(section.Heading.NameWithoutRemarks) is var name && !name.Contains("update", StringComparison.Ordinal)
        && (name.Contains("channel", StringComparison.Ordinal) || name.Contains("status page", StringComparison.Ordinal) || section.Blocks is [ListBlock { HasBoxes: false, Items.Count: >= 2 } list] && list.Items.All(IsChannel));

    // "Chat: #ovens", "Mail: ovens@mill.test"
    private static bool IsChannel(ListItem item) =>
        item is { Label: { Length: <= 24 } label, Value.Length: > 0 and <= 60 } && !item.Children.Any() && (Product().IsMatch(label) || ContactReader.HasAddress(item.Value)) && SeverityName.TryParse(label, loose: true) is null;

    // "Fire? Follow these steps:", "P0 at once": what is done, on the card with the tools
    private static bool TellsDeeds(GuideSection section) =>
        (section.IsBold && section.Title.AsSpan().IndexOfAny('?', '？') >= 0) || SeverityName.TryParse(section.Title, loose: false) is { IsCode: true };

    // "Slack", in bold, and below it what it is used for
    private static Tool? OfProduct(GuideSection section) =>
        section is { IsBold: true, Kind: SectionKind.Tools or SectionKind.Communication, Sections.Count: 0, Blocks: [ListBlock { HasBoxes: false } list] } && Product().IsMatch(section.Heading.NameWithoutRemarks) && list.AllItems.All(item => item.Blocks.All(block => block is ListBlock))
            ? new Tool { Name = section.Heading.NameWithoutRemarks, Value = string.Join("; ", list.AllItems.Select(item => item.Text)), Line = section.Line } : null;

    private void AddBlock(GuideSection section, GuideBlock block, List<Tool> found)
    {
        switch (block)
        {
            case ListBlock list:
                context.Ledger.Take(list);
                foreach (ListItem item in list.Items.Where(item => item.Text.Length > 0 && item.Box is null && !IsThreshold(item)))
                {
                    AddItem(item, found);
                }

                break;
            case TextBlock { Quoted: false } text:
                foreach (TextLine line in text.Lines.Where(line => line.Bold is not null && line.Label is { } label && line.Value.Length > 0 && !DocumentWords.IsAside(label) && !DocumentWords.IsMetadata(label) && Fields.Among(label, GuideField.Update) == GuideField.None))
                {
                    found.Add(new Tool { Name = line.Label!, Value = Unfilled.IsOnly(line.Value) ? null : ValueOf(line.Value, line.Links), Line = line.Line });
                }

                break;
            case TableBlock table:
                AddTable(table, found);
                break;
            case CodeBlock code when code.Language is not ("python" or "py" or "js" or "javascript" or "ts" or "typescript" or "go" or "java" or "csharp") && ShellText.IsShell(code):
                AddCommands(section, code, found);
                break;
            default:
                break;
        }
    }

    // "Late bread: ≥ 2 % warn, ≥ 5 % page": when an alarm rings, and nothing to use
    private static bool IsThreshold(ListItem item) => item is { Label: not null } && !item.Links.Any() && Threshold().Count(item.Value) > 0 && !item.Value.Contains("://", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:alert(?:s|ing)? |warn(?:ing)?s? |page[sd]? |critical )?(?:if |when |at |above |below |over |under )?\W{0,2}[≥≤<>]=?\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Threshold();

    private void AddItem(ListItem item, List<Tool> found)
    {
        context.Ledger.Take(item);
        TextLink? link = item.Links.FirstOrDefault();
        ListItem[] children = [.. item.Children];
        if (link is not null && link.Text == item.Text)
        {
            // "[Service: search](…)" is called that as a whole.
            found.Add(new Tool { Name = link.Text, Value = link.Target, Line = item.Line });
            foreach (ListItem below in children)
            {
                AddItem(below, found);
            }

            return;
        }

        if (link is null && (item.Label is null || item.Value.Length == 0) && children.Length >= 2 && IsSortOfTools(item.Label ?? item.Text))
        {
            // "Tools", an item, and below it each of them
            Array.ForEach(children, child => AddItem(child, found));
            return;
        }

        // "Sieve (sorts the flour)" is called Sieve.
        Match told = item.Label is null && link is null && item.Bold is null && children.Length == 0 ? ToldOf().Match(item.Text) : Match.Empty;
        string name = told.Success ? told.Groups["name"].Value : item.Label ?? link?.Text ?? item.Bold ?? item.Text;
        string value = told.Success ? told.Groups["what"].Value : item.Label is null ? link?.Target ?? item.Codes.FirstOrDefault() ?? string.Empty : ValueOf(item.Value, [.. item.Links]);
        if (children.Length > 0)
        {
            value = (value.Length > 0 ? value + ": " : value) + string.Join(", ", item.Descendants.Select(child => child.Text));
        }

        foreach (ListItem child in children)
        {
            context.Ledger.TakeAll(child);
        }

        found.Add(new Tool { Name = FullStop().Replace(name.TrimEnd(':'), string.Empty, 1), Value = value.Length == 0 || Unfilled.IsOnly(value) ? null : value, Line = item.Line });
    }

    // "The big oven.", not "Sieves etc."
    [GeneratedRegex(@"(?<!\b(?:etc|inc|co|ltd|e\.g|i\.e)|\.)\.$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FullStop();

    // "Monitoring tools", "Dashboards", not "Dashboard"
    private static bool IsSortOfTools(string name) => name.EndsWith('s') && SectionClassifier.ByTitle(SectionTitle.Parse(name)) is SectionKind.Tools;

    private static string ValueOf(string value, IReadOnlyList<TextLink> links) =>
        links.Count == 1 && links[0].Text == value ? links[0].Target : value;

    private void AddTable(TableBlock table, List<Tool> found)
    {
        string[] heads = table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];
        // "# | Tool | Address": the number is no name, and counted steps are no tools.
        bool counted = heads.Length > 2 && table.Rows.Count > 0 && table.Rows.All(row => row.Cell(0).Text.Length is 1 or 2 && row.Cell(0).Text.All(char.IsAsciiDigit));
        int named = counted ? 1 : 0;
        if (counted && GuideWords.Fields.Find(heads[0]).Any(match => match is { Whole: true, Meaning: GuideField.Phase or GuideField.Task }))
        {
            return;
        }

        int address = Array.FindIndex(heads, head => Fields.Among(head, GuideField.Channel) == GuideField.Channel);
        foreach (TableLine row in table.Rows.Where(row => row.Cell(named).Text.Length > 0 && SeverityName.TryParse(row.Cell(named).Text, loose: false) is not { IsCode: true }))
        {
            TextLink? link = row.Cells.SelectMany(cell => cell.Links).FirstOrDefault();
            string[] rest = [.. row.Cells.Skip(named + 1).Select(cell => cell.Text).Where(text => text.Length > 0 && !Unfilled.IsOnly(text))];
            string value = address > named && row.Cell(address).Text.Length > 0 && !Unfilled.IsOnly(row.Cell(address).Text)
                ? ValueOf(row.Cell(address).Text, row.Cell(address).Links)
                : link?.Target ?? string.Join(", ", rest);
            found.Add(new Tool { Name = row.Cell(named).Text, Value = value.Length == 0 ? null : value, Line = row.Line });
            context.Ledger.Take(row);
        }

        context.Ledger.Take(table);
    }

    private void AddCommands(GuideSection section, CodeBlock code, List<Tool> found)
    {
        context.Ledger.Take(code);
        foreach (ShellStep step in ShellText.Steps(code, section.Heading.NameWithoutRemarks).Where(step => step.Commands.Count > 0))
        {
            found.Add(new Tool { Name = step.Text, Value = string.Join('\n', step.Commands), Line = step.Line });
        }
    }

    [GeneratedRegex(@"^(?:slack|(?:microsoft )?teams|discord|mattermost|zoom|google meet|telegram|whatsapp|pager ?duty|ops ?genie|victorops|splunk(?: on-call)?|status ?page(?:\.io)?|jira|github|gitlab|sentry|grafana|prometheus|alertmanager|datadog|new relic|kibana|elasticsearch|loki|jaeger|cloudwatch|honeycomb|e-?mail)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Product();

    [GeneratedRegex(@"^(?<name>[^()]{2,40}?)\s*\((?<what>[^()]{3,80})\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToldOf();
}
