using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Which severities a level serves; and the path that each severity tells of itself: "Escalation:", and below it whom to call after whom.</content>
internal sealed partial class EscalationReader
{
    private const int FewestOfSeverity = 3;

    // A level that nothing narrows serves every severity; where the guide defines none, those that are named with it.
    private string[] SeveritiesOf(Draft level)
    {
        if (context.Scale.Levels.Count == 0)
        {
            return [.. SeverityName.Mentions(level.Remark).Select(code => code.Groups["code"].Value).Distinct(StringComparer.OrdinalIgnoreCase)];
        }

        IReadOnlyList<SeverityLevel> meant = context.Scale.MeantBy(level.Remark);
        return [.. (meant.Count > 0 ? meant : context.Scale.Levels).Select(severity => severity.Name)];
    }

    // The longest of them names everybody; who is called for which level is told by the lists that have the name.
    private void AddOfSeverities()
    {
        (string Level, ListBlock List)[] paths = _levels.Count > 0 ? [] : [.. context.Document.Sections.Where(IsPathOfSeverity).Select(section => (LevelOf(section), section.Blocks.OfType<ListBlock>().First()))];
        if (paths.Length == 0 || paths.MaxBy(path => path.List.Items.Count) is not { List.Items.Count: >= FewestOfSeverity } longest)
        {
            return;
        }

        foreach (ListItem item in longest.List.Items)
        {
            string name = LevelName(item.Text);
            string[] called = [.. paths.Where(path => path.List.Items.Any(other => string.Equals(LevelName(other.Text), name, StringComparison.OrdinalIgnoreCase))).Select(path => path.Level)];
            _levels.Add(new Draft(name, string.Join(' ', called), TimeIn(SectionTitle.Parse(item.Text).Remarks), item.Line));
        }

        foreach ((_, ListBlock list) in paths)
        {
            context.Ledger.TakeAll(list);
        }
    }

    private static bool IsPathOfSeverity(GuideSection section) =>
        section is { IsBold: true, Parent.Kind: SectionKind.Severities } && GuideWords.Sections.Is(section.Heading.NameWithoutRemarks, SectionKind.Escalation)
        && section.Blocks is [ListBlock { HasBoxes: false } list, ..] && list.Items.All(item => item.Label is null && item.Blocks.Count == 0 && item.Text.Length <= 60) && list.Items.Count(item => IsPerson(LevelName(item.Text))) * 3 >= list.Items.Count * 2;

    private static string LevelOf(GuideSection section) =>
        section.Ancestors.Select(above => SeverityName.TryParse(above.Title, loose: true)).FirstOrDefault(level => level is not null)?.Name ?? string.Empty;
}
