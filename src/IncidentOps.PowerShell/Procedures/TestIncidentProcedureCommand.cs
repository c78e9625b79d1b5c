using System.Management.Automation;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Procedures;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Procedures;

/// <summary>Lints a guide and what it points at. Each finding has its rule, its place and what to do.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncidentProcedure")]
[OutputType(typeof(Finding))]
public sealed class TestIncidentProcedureCommand : LintCommand
{
    /// <summary>The guide's file; the configured or the built-in guide unless given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected override string Document => "Procedure";

    private protected override IReadOnlyList<LintRule> Rules => GuideRules.All;

    /// <inheritdoc/>
    protected override void Process()
    {
        string guide = Path is null ? new ProcedureSource(Workspace.Configuration).Path : ToFilePath(Path);
        Report(guide, ProcedureLinter.LintFile(guide));
    }
}
