using System.Management.Automation;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>A command on incidents: named, piped, chosen with Use-Incident, or the only one that is open.</summary>
public abstract class IncidentCommand : IncidentOpsCommand
{
    /// <summary>The incidents' ids, numbers or objects.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public virtual IncidentReference[]? Incident { get; set; }

    private protected IncidentService Incidents => Workspace.Incidents;

    /// <summary>Does the command's work for one incident.</summary>
    /// <param name="number">The incident's number.</param>
    /// <param name="target">What the user named it by.</param>
    private protected abstract void Process(long number, object? target);

    /// <inheritdoc/>
    protected override void Process()
    {
        if (Incident is null)
        {
            Process(ChosenIncident.Get(Workspace.StorePath) ?? Await(Incidents.OnlyOpenAsync), null);
            return;
        }

        foreach (IncidentReference reference in Incident)
        {
            Guard(() => Process(Resolve(reference), reference.Target), reference.Target);
        }
    }

    private protected long Resolve(IncidentReference reference) =>
        Await(stop => Incidents.ResolveNumberAsync(reference.Text, stop));

    /// <summary>The incident as it is now.</summary>
    private protected Incident Find(long number) => Await(stop => Incidents.GetAsync(number, null, stop));
}
