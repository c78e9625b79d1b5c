using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Sentences that give each level a time of its own: "within 5 min for P0, within 1 h for P1".</summary>
internal static partial class LevelTimes
{
    /// <summary>A time of one level alone says nothing of the levels.</summary>
    public const int FewestLevels = 2;

    private const int LongestText = 600;

    /// <summary>The time of each level, by name, with the clause that says so.</summary>
    /// <param name="text">A line, an item, a paragraph.</param>
    /// <param name="scale">The levels.</param>
    public static Dictionary<string, (DurationText Time, string Text)> In(string text, SeverityScale scale)
    {
        Dictionary<string, (DurationText Time, string Text)> times = [];
        string before = string.Empty;
        foreach (string part in text.Length > LongestText ? [] : Clause().Split(text))
        {
            // "15 min by day · 1 h by night for P1"
            string clause = before + part;
            IReadOnlyList<DurationText> told = DurationText.FindAll(clause);
            if (LevelWithTime().Match(part) is { Success: true } named && scale.MeantBy(named.Groups["level"].Value) is [var only] && told is [{ Recurring: false } its])
            {
                // "answered in time (critical: 1 hour; high: 4 hours)"
                times.TryAdd(only.Name, (its, clause.Trim()));
                before = string.Empty;
                continue;
            }

            if (!SeverityName.Mentions(part).Any())
            {
                before = told.Count > 0 ? $"{clause} · " : string.Empty;
                continue;
            }

            bool apart = before.Length > 0 && OtherHours().IsMatch(part);
            before = string.Empty;
            if (scale.MeantBy(part) is { Count: > 0 } meant && (told.Count == 1 || apart) && told is [{ Recurring: false } first, ..])
            {
                DurationText time = apart ? first with { BusinessHours = false } : first;
                foreach (SeverityLevel level in meant)
                {
                    times.TryAdd(level.Name, (time, clause.Trim()));
                }
            }
        }

        return times;
    }

    /// <summary>The texts of a block, each with the part of the guide that it is.</summary>
    public static IEnumerable<(string Text, object Part)> TextsOf(GuideBlock block) => block switch
    {
        TextBlock text => [(text.Text, text)],
        ListBlock list => list.AllItems.Select(item => (item.Text, (object)item)),
        _ => [],
    };

    [GeneratedRegex(@"(?:^|[(:：]\s*)(?<level>\p{L}[\p{L}\d-]{1,15})\s*[:：=(]\s*[<≤~]?\s*\d[^():]{0,24}\)?\)?\.?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LevelWithTime();

    [GeneratedRegex(@"\b(?:off|outside|out of|after)[- ](?:\p{L}+ )?hours\b|\bnights?\b|\bweekends?\b|\botherwise\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherHours();

    [GeneratedRegex(@"[;,]\s+(?:and\s+|und\s+|et\s+|y\s+)?|\.\s+|\s+[/·|]\s+|\s+(?:and|or|und|oder|et|ou|y|o|e)\s+(?=within\b|in\b|\d+\s*[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
