using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Acknowledges an incident: somebody has taken it.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class ConfirmIncidentCommand : ChangeIncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>Who has taken it: leads the response unless somebody does already. You unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResponderCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Responder { get; set; }

    /// <summary>A few words for the timeline.</summary>
    [Parameter]
    public string? Message { get; set; }

    /// <summary>When it happened, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    private protected override string Action => "Acknowledge incident";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.AcknowledgeAsync(number, Responder, At, Message, stop);
}
