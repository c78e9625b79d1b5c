using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Closes an incident whose follow-up is done. What the guide wants and is missing is named.</summary>
[Cmdlet(VerbsCommon.Close, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class CloseIncidentCommand : ChangeIncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>Close it although something is missing; needs a reason.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Why; it stands in the timeline.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>When it happened, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    private protected override string Action => "Close incident";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.CloseAsync(number, Force, Reason, At, stop);
}
