using System.Management.Automation;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Writes something worth remembering into the timeline, also for an earlier time.</summary>
[Cmdlet(VerbsCommon.Add, "IncidentNote", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class AddIncidentNoteCommand : ChangeIncidentCommand
{
    /// <summary>The note.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Message { get; set; } = "";

    /// <summary>When it happened, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    private protected override string Action => "Add note";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.RecordAsync(number, new NoteAdded(Message), At, stop);
}
