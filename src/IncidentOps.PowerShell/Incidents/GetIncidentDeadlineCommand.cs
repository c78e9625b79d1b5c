using System.Management.Automation;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Tells what incidents need by when: to be acknowledged, escalated, updated, watched, written up. All open ones unless some are named.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentDeadline")]
[OutputType(typeof(IncidentDeadline))]
public sealed class GetIncidentDeadlineCommand : IncidentOpsCommand
{
    /// <summary>The incidents' ids, numbers or objects.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference[]? Incident { get; set; }

    /// <summary>Only these kinds.</summary>
    [Parameter]
    public DeadlineKind[] Kind { get; set; } = [];

    /// <summary>Only those in one of these states.</summary>
    [Parameter]
    public DeadlineState[] State { get; set; } = [];

    /// <summary>As they stood at this time.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (Incident is null)
        {
            // With the pipeline as the source, nothing came through it.
            if (!MyInvocation.ExpectingInput)
            {
                Write(Stream(stop => Workspace.Incidents.QueryAsync(new IncidentQuery { Active = true, AsOf = AsOf }, stop))
                    .Select(incident => incident.Number));
            }

            return;
        }

        foreach (IncidentReference reference in Incident)
        {
            Guard(
                () => Write([Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop))]),
                reference.Target);
        }
    }

    private void Write(IEnumerable<long> numbers)
    {
        foreach (long number in numbers)
        {
            foreach (IncidentDeadline deadline in Await(stop => Workspace.Incidents.ReadDeadlinesAsync(number, AsOf, stop)))
            {
                if ((Kind.Length == 0 || Kind.Contains(deadline.Kind)) && (State.Length == 0 || State.Contains(deadline.State)))
                {
                    WriteObject(deadline);
                }
            }
        }
    }
}
