using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Linting;

/// <summary>Findings as the checks make them.</summary>
internal sealed class LintReport(string? path, IReadOnlyList<LintRule> rules)
{
    private readonly List<Finding> _findings = [];

    public string? Path { get; } = path;

    public IReadOnlyList<Finding> Findings => _findings;

    public void Add(string ruleId, int line, string message, string remedy) => _findings.Add(new Finding
    {
        RuleId = ruleId,
        Severity = rules.First(rule => rule.Id == ruleId).Severity,
        Path = Path,
        Line = line,
        Message = message,
        Remedy = remedy,
    });
}
