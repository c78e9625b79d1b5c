using System.Management.Automation;
using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Procedures;

/// <summary>Lints a guide and what it points at. Each finding has its rule, its place and what to do.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncidentProcedure")]
[OutputType(typeof(Finding))]
public sealed class TestIncidentProcedureCommand : IncidentOpsCommand
{
    /// <summary>The guide's file; the configured or the built-in guide unless given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

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

    /// <inheritdoc/>
    protected override void Process()
    {
        string guide = Path is null ? new ProcedureSource(Workspace.Configuration).Path : ToFilePath(Path);
        List<Finding> findings = [.. ProcedureLinter.LintFile(guide).Where(finding => finding.Severity >= MinimumSeverity)];
        findings.ForEach(WriteObject);
        if (SarifPath is not null)
        {
            Await(stop => SarifLog.WriteFileAsync(ToFilePath(SarifPath), findings, CurrentDirectory, stop));
        }

        if (FailOn is { } limit && findings.Count(finding => finding.Severity >= limit) is > 0 and var failing)
        {
            throw ProcedureErrors.GuideHasFindings(guide, failing, limit);
        }
    }
}
