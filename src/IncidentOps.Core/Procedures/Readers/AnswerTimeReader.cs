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

        return levels;
    }

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
