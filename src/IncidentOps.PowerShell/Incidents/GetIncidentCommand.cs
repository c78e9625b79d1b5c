using System.Management.Automation;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Lists incidents, newest first, as they are or as they were.</summary>
[Cmdlet(VerbsCommon.Get, "Incident", DefaultParameterSetName = QuerySet)]
[OutputType(typeof(Incident))]
public sealed class GetIncidentCommand : IncidentOpsCommand
{
    private const string IdSet = "Id";
    private const string QuerySet = "Query";

    /// <summary>The incidents' ids, numbers or objects.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Incident")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference[] Id { get; set; } = [];

    /// <summary>Only those that are open: not resolved, closed, dismissed or merged.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public SwitchParameter Active { get; set; }

    /// <summary>Only those with one of these statuses.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public IncidentStatus[] Status { get; set; } = [];

    /// <summary>Only those with one of these severities.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ArgumentCompleter(typeof(SeverityCompleter))]
    public string[] Severity { get; set; } = [];

    /// <summary>Only those of one of these services; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get; set; } = [];

    /// <summary>Only those of one of these components; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ArgumentCompleter(typeof(ComponentCompleter))]
    public string[] Component { get; set; } = [];

    /// <summary>Only those with one of these titles; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public string[] Title { get; set; } = [];

    /// <summary>Only those detected at this time or later.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only those detected at this time or earlier.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public DateTimeOffset? Until { get; set; }

    /// <summary>At most this many, the newest.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>As they were known at this time.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == QuerySet)
        {
            foreach (Incident incident in Stream(stop => Workspace.Incidents.QueryAsync(Query(), stop)))
            {
                WriteObject(incident);
            }

            return;
        }

        foreach (IncidentReference reference in Id)
        {
            Guard(
                () => WriteObject(Await(async stop => await Workspace.Incidents.GetAsync(
                    await Workspace.Incidents.ResolveNumberAsync(reference.Text, stop), AsOf, stop))),
                reference.Target);
        }
    }

    private IncidentQuery Query() => new()
    {
        Active = Active,
        Statuses = Status,
        Severities = Severity,
        Services = Service,
        Components = Component,
        Titles = Title,
        Since = Since,
        Until = Until,
        First = First,
        AsOf = AsOf,
    };
}
