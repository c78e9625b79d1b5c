using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>When the review of each level is due, where a sentence says so: "within 24 h (P0), within 72 h (P1)".</summary>
internal sealed partial class ReviewTimeReader(GuideContext context)
{
    public IReadOnlyList<SeverityLevel> Apply(IReadOnlyList<SeverityLevel> levels)
    {
        Dictionary<string, string> found = [];
        foreach (GuideSection section in context.Document.Root.SelfAndDescendants.Where(section => section.Kind is not (SectionKind.Templates or SectionKind.Exercise)))
        {
            bool about = section.Kind is SectionKind.PostMortem || section.IsUnder(SectionKind.PostMortem);
            foreach ((string name, (_, string said)) in section.Blocks.SelectMany(LevelTimes.TextsOf).Where(told => about || Review().IsMatch(told.Text)).SelectMany(told => LevelTimes.In(told.Text, context.Scale)))
            {
                found.TryAdd(name, said);
            }
        }

        return found.Count < LevelTimes.FewestLevels ? levels : [.. levels.Select(level => level.PostMortem is null && found.TryGetValue(level.Name, out string? due) ? level with { PostMortem = due } : level)];
    }

    [GeneratedRegex(@"post[\s-]?mortem|post[\s-]?incident (?:review|report)|retrospective|\bpir\b|\brca\b|ポストモーテム|复盘|постмортем", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Review();
}
