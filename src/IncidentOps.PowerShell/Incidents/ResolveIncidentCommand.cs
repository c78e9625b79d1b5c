using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Ends an incident. Again on a resolved one: adds what has been learnt since.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class ResolveIncidentCommand : ChangeIncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>Why it happened.</summary>
    [Parameter]
    public string? RootCause { get; set; }

    /// <summary>What ended it.</summary>
    [Parameter]
    public string? Resolution { get; set; }

    /// <summary>What follows from it.</summary>
    [Parameter]
    public string[] NextSteps { get; set; } = [];

    /// <summary>When it happened, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    private protected override string Action => "Resolve incident";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.ResolveAsync(number, RootCause, Resolution, NextSteps, At, stop);
}
