using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Changes an incident's severity; its clocks follow.</summary>
[Cmdlet(VerbsCommon.Set, "IncidentSeverity", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class SetIncidentSeverityCommand : ChangeIncidentCommand
{
    /// <summary>The new severity, by name or label.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(SeverityCompleter))]
    [ValidateNotNullOrEmpty]
    public string Severity { get; set; } = "";

    /// <summary>Why; it stands in the timeline.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Reason { get; set; } = "";

    /// <summary>When it happened, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    private protected override string Action => $"Set severity {Severity}";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.SetSeverityAsync(number, Severity, Reason, At, stop);
}
