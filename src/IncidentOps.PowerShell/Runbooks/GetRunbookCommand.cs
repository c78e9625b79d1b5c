using System.Management.Automation;
using IncidentOps.Core.Runbooks;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Gives runbooks, compiled: their steps, what each of them may do, and the values they need.</summary>
[Cmdlet(VerbsCommon.Get, "Runbook", DefaultParameterSetName = ByName)]
[OutputType(typeof(Runbook))]
public sealed class GetRunbookCommand : IncidentOpsCommand
{
    private const string ByName = "Name";
    private const string ByPath = "Path";

    /// <summary>The runbooks' names; wildcards are allowed. All of them unless given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(RunbookCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Markdown files, wherever they stand.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string path in Path)
        {
            Guard(() => WriteObject(RunbookCatalog.Load(ToFilePath(path))), path);
        }

        if (ParameterSetName == ByPath)
        {
            return;
        }

        RunbookCatalog catalog = RunbookCatalog.Of(Workspace.Configuration);
        if (Name.Length == 0)
        {
            Write(catalog, name: null);
        }

        foreach (string name in Name)
        {
            Guard(() => Write(catalog, name), name);
        }
    }

    private void Write(RunbookCatalog catalog, string? name)
    {
        bool one = name is not null && !WildcardPattern.ContainsWildcardCharacters(name);
        if (one)
        {
            WriteObject(catalog.Get(name!));
            return;
        }

        foreach (Runbook runbook in catalog.Find(name, failure => Guard(() => throw failure, name)))
        {
            WriteObject(runbook);
        }
    }
}
