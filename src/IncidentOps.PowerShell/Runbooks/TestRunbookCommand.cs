using System.Management.Automation;
using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.Procedures;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Lints runbooks and what they point at. Each finding has its rule, its place and what to do.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Runbook", DefaultParameterSetName = ByName)]
[OutputType(typeof(Finding))]
public sealed class TestRunbookCommand : LintCommand
{
    private const string ByName = "Name";
    private const string ByPath = "Path";

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

    private protected override string Document => "Runbook";

    private protected override IReadOnlyList<LintRule> Rules => RunbookRules.All;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == ByPath)
        {
            foreach (string path in Path)
            {
                Guard(() => Lint(ToFilePath(path)), path);
            }

            return;
        }

        RunbookCatalog catalog = RunbookCatalog.Of(Workspace.Configuration);
        foreach (string name in Name)
        {
            Guard(() => Lint(catalog, name), name);
        }
    }

    private void Lint(RunbookCatalog catalog, string name)
    {
        IEnumerable<string> paths = WildcardPattern.ContainsWildcardCharacters(name) ? catalog.PathsOf(name) : [catalog.PathOf(name)];
        foreach (string path in paths)
        {
            Guard(() => Lint(path), path);
        }
    }

    private void Lint(string path) => Report(path, RunbookLinter.LintFile(path, ExpressionRules.Objection));
}
