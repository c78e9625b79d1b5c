using System.Management.Automation;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Procedures;

namespace IncidentOps.PowerShell.Commands;

/// <summary>What the commands that lint documents share: which findings are shown, kept as SARIF, and make a script fail.</summary>
public abstract class LintCommand : IncidentOpsCommand
{
    private readonly List<Finding> _findings = [];

    /// <summary>Only findings of this severity or above.</summary>
    [Parameter]
    public FindingSeverity MinimumSeverity { get; set; }

    /// <summary>Report an error when there are findings of this severity or above, so that a script that runs it fails.</summary>
    [Parameter]
    public FindingSeverity? FailOn { get; set; }

    /// <summary>Also write the findings to this file, as SARIF 2.1.0.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SarifPath { get; set; }

    /// <summary>What is linted, as its errors are called after it: "Procedure".</summary>
    private protected abstract string Document { get; }

    private protected abstract IReadOnlyList<LintRule> Rules { get; }

    /// <summary>Shows the findings of one document.</summary>
    private protected void Report(string path, IEnumerable<Finding> findings)
    {
        List<Finding> shown = [.. findings.Where(finding => finding.Severity >= MinimumSeverity)];
        shown.ForEach(WriteObject);
        _findings.AddRange(shown);
        if (FailOn is { } limit && shown.Count(finding => finding.Severity >= limit) is > 0 and var failing)
        {
            throw LintErrors.HasFindings(Document, path, failing, limit);
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (SarifPath is not null)
        {
            Await(stop => SarifLog.WriteFileAsync(ToFilePath(SarifPath), _findings, Rules, CurrentDirectory, stop));
        }
    }
}
