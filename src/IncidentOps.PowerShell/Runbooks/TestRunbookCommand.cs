using System.Management.Automation;
using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Lints runbooks and what they point at. Each finding has its rule, its place and what to do.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Runbook", DefaultParameterSetName = ByName)]
[OutputType(typeof(Finding))]
public sealed class TestRunbookCommand : LintCommand
{
    private const string ByName = "Name";
    private const string ByPath = "Path";
    private const string ByRunbook = "Runbook";

    /// <summary>The runbooks' names; wildcards are allowed. All of them unless given.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(RunbookCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Markdown files, wherever they stand.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Runbooks, as Get-Runbook gives them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByRunbook)]
    [ValidateNotNullOrEmpty]
    public Runbook[] InputObject { get; set; } = [];

    private protected override string Document => "Runbook";

    private protected override IReadOnlyList<LintRule> Rules => RunbookRules.All;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (Runbook runbook in InputObject)
        {
            Guard(() => Lint(runbook), runbook);
        }

        foreach (string path in Path)
        {
            Guard(() => LintFile(ToFilePath(path)), path);
        }

        if (ParameterSetName == ByName)
        {
            RunbookCatalog catalog = RunbookCatalog.Of(Workspace.Configuration);
            foreach (string name in Name)
            {
                Guard(() => Lint(catalog, name), name);
            }
        }
    }

    private void Lint(RunbookCatalog catalog, string name)
    {
        IEnumerable<Runbook> runbooks = WildcardPattern.ContainsWildcardCharacters(name)
            ? catalog.Find(name, failure => Guard(() => throw failure, name))
            : [catalog.Get(name)];
        foreach (Runbook runbook in runbooks)
        {
            Guard(() => Lint(runbook), runbook);
        }
    }

    private void LintFile(string path) => Report(path, RunbookLinter.LintFile(path, ExpressionRules.Objection));

    private void Lint(Runbook runbook) => Report(runbook.Path!, RunbookLinter.Lint(runbook, ExpressionRules.Objection));
}
