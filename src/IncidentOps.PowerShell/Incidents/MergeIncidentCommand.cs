using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Ends incidents that turn out to be another one; they continue under it.</summary>
[Cmdlet(VerbsData.Merge, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class MergeIncidentCommand : ChangeIncidentCommand
{
    private Incident? _into;

    /// <inheritdoc/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>The incident that they continue under.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference? Into { get; set; }

    /// <summary>Why; it stands in the timeline.</summary>
    [Parameter]
    public string? Reason { get; set; }

    private protected override string Action => $"Merge into {_into!.Id}";

    /// <inheritdoc/>
    protected override void Begin() => Require(() => _into = Find(Resolve(Into!)), Into!.Target);

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.MergeAsync(number, _into!.Number, Reason, stop);
}
