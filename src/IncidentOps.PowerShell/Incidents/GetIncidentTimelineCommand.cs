using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Tells what happened in an incident, in the order in which it happened.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTimeline")]
[OutputType(typeof(TimelineEntry))]
public sealed class GetIncidentTimelineCommand : IncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>As it was known at this time.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    private protected override void Process(long number, object? target)
    {
        foreach (TimelineEntry entry in Await(stop => Incidents.ReadTimelineAsync(number, AsOf, stop)))
        {
            WriteObject(entry);
        }
    }
}
