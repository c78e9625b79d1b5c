using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Says what is new: a status further on, a message, an estimate of when it will be over.</summary>
[Cmdlet(VerbsData.Update, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class UpdateIncidentCommand : ChangeIncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>The new status: Acknowledged, Investigating, Identified, Monitoring or Dismissed.</summary>
    [Parameter]
    public IncidentStatus? Status { get; set; }

    /// <summary>What is new.</summary>
    [Parameter]
    public string? Message { get; set; }

    /// <summary>When it is expected to be over: a time, or how long from now ("45m", "2h").</summary>
    [Parameter]
    [TimeOrDuration]
    public DateTimeOffset? Eta { get; set; }

    /// <summary>When it happened, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    private protected override string Action => Status is { } status ? $"Set status {status}" : "Post update";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.UpdateAsync(number, Status, Message, Eta, At, stop);
}
