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

    // One of them names everybody.
    private void AddOfSeverities()
    {
        (string Level, ListBlock List)[] paths = _levels.Count > 0 ? [] : [.. context.Document.Sections.Where(IsPathOfSeverity).Select(section => (LevelOf(section), section.Blocks.OfType<ListBlock>().First()))];
        if (paths.Length == 0 || paths.MaxBy(path => path.List.Items.Count) is not { List.Items.Count: >= FewestOfSeverity })
        {
            return;
        }

        AddLongest([.. paths.Select(path => new CallPath(path.Level, [.. path.List.Items.Select(item => new CallLink(LevelName(item.Text), LevelName(item.Text), TimeIn(SectionTitle.Parse(item.Text).Remarks), item.Line))]))]);
        foreach ((_, ListBlock list) in paths)
        {
            context.Ledger.TakeAll(list);
        }
    }

    // Whom a severity calls, one after the other. Two links with the same key, but for its case, call the same.
    private sealed record CallPath(string Severity, IReadOnlyList<CallLink> Links);

    private sealed record CallLink(string Key, string Name, TimeSpan? After, int Line);

    // The longest path gives the order; who is in it serves the severities whose paths reach them.
    private void AddLongest(IReadOnlyList<CallPath> paths)
    {
        foreach (CallLink link in paths.MaxBy(path => path.Links.Count)!.Links)
        {
            IEnumerable<string> served = paths.Where(path => path.Links.Any(other => string.Equals(other.Key, link.Key, StringComparison.OrdinalIgnoreCase))).Select(path => path.Severity);
            _levels.Add(new Draft(link.Name, string.Join(", ", served), link.After, link.Line));
        }
    }

    private static bool IsPathOfSeverity(GuideSection section) =>
        section is { IsBold: true, Parent.Kind: SectionKind.Severities } && GuideWords.Sections.Is(section.Heading.NameWithoutRemarks, SectionKind.Escalation)
        && section.Blocks is [ListBlock { HasBoxes: false } list, ..] && list.Items.All(item => item.Label is null && item.Blocks.Count == 0 && item.Text.Length <= 60) && list.Items.Count(item => IsPerson(LevelName(item.Text))) * 3 >= list.Items.Count * 2;

    private static string LevelOf(GuideSection section) =>
        section.Ancestors.Select(above => SeverityName.TryParse(above.Title, loose: true)).FirstOrDefault(level => level is not null)?.Name ?? string.Empty;
}
