using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>
/// How soon each level is answered, where no level says so and one sentence does: "P0 ack within 5 min, P1 ack within 1 h".
/// </summary>
internal sealed partial class AnswerTimeReader(GuideContext context)
{
    public IReadOnlyList<SeverityLevel> Apply(IReadOnlyList<SeverityLevel> levels)
    {
        if (levels.Count == 0 || levels.Any(level => level.ResponseTime is not null))
        {
            return levels;
        }

        foreach (GuideSection section in context.Document.Root.SelfAndDescendants.Where(section => section.Kind is not (SectionKind.PostMortemTemplate or SectionKind.Templates or SectionKind.Exercise or SectionKind.Scenario or SectionKind.PostMortem)))
        {
            foreach ((string text, object part) in section.Blocks.SelectMany(LevelTimes.TextsOf))
            {
                if (Answer().IsMatch(text) && LevelTimes.In(text, context.Scale) is { Count: >= LevelTimes.FewestLevels } times)
                {
                    context.Ledger.Take(part);
                    return [.. levels.Select(level => times.TryGetValue(level.Name, out (DurationText Time, string Text) told) ? With(level, told.Time, told.Text) : level)];
                }
            }
        }

        return FromTiers(levels);
    }

    // "Tier 2 (within 1 hour): high incidents", "Tier 3 (within 4 hours): medium incidents": each for one level
    private IReadOnlyList<SeverityLevel> FromTiers(IReadOnlyList<SeverityLevel> levels)
    {
        foreach (ListBlock list in context.Document.Sections.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Severities or SectionKind.Phase or SectionKind.Workflow).SelectMany(section => section.Blocks).OfType<ListBlock>().Where(list => list is { HasBoxes: false, Items.Count: >= LevelTimes.FewestLevels and <= 8 }))
        {
            (SeverityLevel Level, DurationText Time, string Text)[] told = [.. list.Items.Select(Tier).OfType<(SeverityLevel Level, DurationText Time, string Text)>()];
            if (told.Length == list.Items.Count && told.Select(tier => tier.Level).Distinct().Count() == told.Length)
            {
                context.Ledger.TakeAll(list);
                return [.. levels.Select(level => Array.Find(told, tier => tier.Level.Name == level.Name) is { Level: not null } tier ? With(level, tier.Time, tier.Text) : level)];
            }
        }

        return levels;
    }

    private (SeverityLevel Level, DurationText Time, string Text)? Tier(ListItem item) =>
        item is { Label: { } label, Value.Length: > 0 and <= 100, Blocks.Count: 0 } && SectionTitle.Parse(label) is { OrdinalWord: not null } title && title.Remarks.FirstOrDefault(LooseSeverityText.IsTime) is { } remark
        && DurationText.TryParse(remark, out DurationText time) && !time.Recurring && context.Scale.MeantBy(LeadingWord().Match(item.Value).Value) is [var level]
            ? (level, time, remark) : null;

    [GeneratedRegex(@"^[\p{L}\d-]+", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingWord();

    private static SeverityLevel With(SeverityLevel level, DurationText time, string text) => level with
    {
        ResponseTime = time.Value,
        BusinessHours = time.BusinessHours,
        BusinessDays = time.BusinessDays,
        AcknowledgeTime = time.Value,
        ResponseText = text,
    };

    [GeneratedRegex(@"\back(?:nowledge(?:d|ment)?)?\b|\brespon(?:d|se)\b(?!\s+teams?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();
}
