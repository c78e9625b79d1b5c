using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>What the readers of one guide share.</summary>
internal sealed class GuideContext(GuideDocument document, string? path)
{
    public GuideDocument Document { get; } = document;

    public string? Path { get; } = path;

    public CoverageLedger Ledger { get; } = new();

    public List<Finding> Findings { get; } = [];

    /// <summary>The scale, once it has been read; the other readers resolve severities with it.</summary>
    public SeverityScale Scale { get; set; } = SeverityScale.Empty;

    public void Report(string ruleId, FindingSeverity severity, int line, string message, string remedy) =>
        Findings.Add(new Finding { RuleId = ruleId, Severity = severity, Path = Path, Line = line, Message = message, Remedy = remedy });
}
