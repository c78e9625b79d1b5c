using System.Text.RegularExpressions;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Linting;

/// <summary>
/// Comments that suppress findings: <c>&lt;!-- incidentops-disable-next-line RULE … --&gt;</c>,
/// <c>&lt;!-- incidentops-disable RULE … --&gt;</c> until <c>&lt;!-- incidentops-enable RULE … --&gt;</c>, and
/// <c>&lt;!-- incidentops-disable-file RULE … --&gt;</c>. Without a rule they mean all.
/// </summary>
internal sealed partial class Suppression
{
    private readonly List<(string Rule, int From, int To)> _ranges = [];

    public static Suppression Read(string text)
    {
        Suppression suppression = new();
        Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
        int line = 1;
        int counted = 0;
        foreach (Match comment in Comment().Matches(text))
        {
            line += text.AsSpan(counted, comment.Index - counted).Count('\n');
            counted = comment.Index;
            int next = line + comment.Value.AsSpan().Count('\n') + 1;
            string[] rules = comment.Groups["rules"].Value.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
            foreach (string rule in rules.Length == 0 ? ["*"] : rules)
            {
                suppression.Add(comment.Groups["what"].Value, rule, line, next, open);
            }
        }

        foreach ((string rule, int from) in open)
        {
            suppression._ranges.Add((rule, from, int.MaxValue));
        }

        return suppression;
    }

    public bool Covers(Finding finding) =>
        _ranges.Exists(range => finding.Line >= range.From && finding.Line <= range.To && Means(range.Rule, finding.RuleId));

    private void Add(string what, string rule, int line, int next, Dictionary<string, int> open)
    {
        switch (what)
        {
            case "disable-next-line":
                _ranges.Add((rule, next, next));
                break;
            case "disable-file":
                _ranges.Add((rule, 0, int.MaxValue));
                break;
            case "disable":
                open.TryAdd(rule, line);
                break;
            default:
                foreach (string closed in rule == "*" ? [.. open.Keys] : new[] { rule })
                {
                    if (open.Remove(closed, out int from))
                    {
                        _ranges.Add((closed, from, line));
                    }
                }

                break;
        }
    }

    // "guide/dead-link" and "dead-link" mean the same rule.
    private static bool Means(string written, string ruleId) =>
        written == "*" || string.Equals(written, ruleId, StringComparison.OrdinalIgnoreCase)
        || ruleId.EndsWith($"/{written}", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<!--\s*incidentops-(?<what>disable-next-line|disable-file|disable|enable)(?<rules>[\w\s,/*-]{0,400}?)\s*-->", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();
}
