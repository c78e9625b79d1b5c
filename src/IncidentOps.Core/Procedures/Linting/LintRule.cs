using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Linting;

/// <summary>A rule that documents are held to; its id never changes.</summary>
internal sealed record LintRule(string Id, FindingSeverity Severity, string Description);
