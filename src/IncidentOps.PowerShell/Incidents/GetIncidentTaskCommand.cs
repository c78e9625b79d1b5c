using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Shows the procedure's checklists for an incident: what is done, by which event, and what is still to be done.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTask")]
[OutputType(typeof(IncidentTask))]
public sealed class GetIncidentTaskCommand : IncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>Only those in one of these states.</summary>
    [Parameter]
    public IncidentTaskState[] State { get; set; } = [];

    /// <summary>As they stood at this time.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    private protected override void Process(long number, object? target)
    {
        foreach (IncidentTask task in Await(stop => Incidents.ReadTasksAsync(number, AsOf, stop)))
        {
            if (State.Length == 0 || State.Contains(task.State))
            {
                WriteObject(task);
            }
        }
    }
}
