using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Reopens an incident that was not over: it is being investigated again.</summary>
[Cmdlet(VerbsCommon.Open, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class OpenIncidentCommand : ChangeIncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>Why; it stands in the timeline.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>When it happened, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    private protected override string Action => "Reopen incident";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.ReopenAsync(number, Reason, At, stop);
}
