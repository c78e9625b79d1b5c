using System.Management.Automation;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.PowerShell.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Lists the runs of runbooks, newest first, with what every step wrote.</summary>
[Cmdlet(VerbsCommon.Get, "RunbookRun", DefaultParameterSetName = QuerySet)]
[OutputType(typeof(RunbookRun))]
public sealed class GetRunbookRunCommand : IncidentOpsCommand
{
    private const string IdSet = "Id";
    private const string QuerySet = "Query";

    /// <summary>The runs' ids.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RunId]
    [ArgumentCompleter(typeof(RunbookRunCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>Only those of one of these runbooks; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ArgumentCompleter(typeof(RunbookCompleter))]
    public string[] Runbook { get; set; } = [];

    /// <summary>Only those for one of these incidents.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference[] Incident { get; set; } = [];

    /// <summary>Only those with one of these statuses.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public RunbookRunStatus[] Status { get; set; } = [];

    /// <summary>Only those that began at this time or later.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only those that began at this time or earlier.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public DateTimeOffset? Until { get; set; }

    /// <summary>At most this many, the newest.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == QuerySet)
        {
            foreach (RunbookRun run in Stream(stop => Workspace.Runs.QueryAsync(Query(), stop)))
            {
                WriteObject(run);
            }

            return;
        }

        foreach (string id in Id)
        {
            Guard(() => WriteObject(Await(stop => Workspace.Runs.GetAsync(id, stop))), id);
        }
    }

    private RunQuery Query() => new()
    {
        Runbooks = Runbook,
        Incidents = [.. Incident.Select(reference => Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop)))],
        Statuses = Status,
        Since = Since,
        Until = Until,
        First = First,
    };
}
