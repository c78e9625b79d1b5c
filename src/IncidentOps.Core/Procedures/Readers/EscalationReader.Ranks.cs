using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>
/// A rotation that numbers who stands behind whom: "1. Primary on-call: …", "2. Secondary on-call: …"; or says after how long:
/// "Primary: …", "Secondary: after 15 minutes".
/// </content>
internal sealed partial class EscalationReader
{
    private void AddRanks()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Rotation && _levels.Count == 0))
        {
            if (section.Blocks.OfType<ListBlock>().FirstOrDefault(IsRanking) is not { } list)
            {
                continue;
            }

            foreach (ListItem item in list.Items)
            {
                // "Primary: the master baker (15 min)": who it is, and after how long
                SectionTitle said = SectionTitle.Parse(item.Value);
                bool names = said.NameWithoutRemarks is { Length: <= 40 } who && IsPerson(who) && list.Items.All(other => IsPerson(SectionTitle.Parse(other.Value).NameWithoutRemarks));
                Draft level = new(LevelName(names ? said.NameWithoutRemarks : item.Label!), string.Empty, WaitFor(item.Label!) ?? (FollowsAfter().IsMatch(item.Value) ? TimeIn([item.Value]) : names ? TimeIn(said.Remarks) : null), item.Line);
                level.Duties.Add(names ? item.Label! : item.Value);
                _levels.Add(level);
                context.Ledger.TakeAll(item);
            }

            context.Ledger.Take(list);
        }
    }

    // "- 1. Stufe: Bäckerin (sofort)": Markdown takes the number for a list within the item
    private bool AddCounted(ListBlock list)
    {
        ListItem[] counted = [.. list.Items.Where(item => item.Text.Length == 0).SelectMany(item => item.Children)];
        if (list.Items.Count < 2 || counted.Length != list.Items.Count || !Array.TrueForAll(counted, item => item is { Label: { } label, Value.Length: > 0 } && OrdinalWords.IsLevel(label.ToLowerInvariant())))
        {
            return false;
        }

        _levels.AddRange(counted.Select(item => new Draft(LevelName(item.Value), string.Empty, TimeIn([item.Text]), item.Line)));
        context.Ledger.TakeAll(list);
        return true;
    }

    private static bool IsRanking(ListBlock list) =>
        list is { HasBoxes: false, Items.Count: >= 2 and <= 5 } && list.Items.All(item => item.Label is { Length: <= 40 }) && Rank().IsMatch(list.Items[0].Label!)
        && list.Items.Skip(1).All(item => list.Ordered ? Rank().IsMatch(item.Label!) : FollowsAfter().IsMatch(item.Value));

    [GeneratedRegex(@"^(?:escalat\w+ |paged |called |notified )?after \d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FollowsAfter();

    // "If the first does not acknowledge within 10 minutes, the secondary on-call is called", wherever it is said
    private TimeSpan? WaitFor(string name) =>
        context.Document.Sections.SelectMany(section => section.Blocks).OfType<TextBlock>().SelectMany(text => SentenceEnd().Split(text.Text))
            .Where(sentence => Unanswered().Match(sentence) is { Success: true } told && sentence.IndexOf(name, told.Index, StringComparison.OrdinalIgnoreCase) >= 0)
            .Select(sentence => TimeIn([sentence])).FirstOrDefault(time => time is not null);

    [GeneratedRegex(@"^(?:the )?(?:primary|secondary|tertiary|backup|first|second|third|1st|2nd|3rd)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    [GeneratedRegex(@"\b(?:not|n['’]t|fails? to|without)\b.{0,20}\b(?:acknowledg|respon|answer|react|pick|ack)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unanswered();
}
