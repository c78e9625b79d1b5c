using System.Management.Automation;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>A command that changes incidents: asks where it has to, and returns them with -PassThru.</summary>
public abstract class ChangeIncidentCommand : IncidentCommand
{
    /// <summary>Return the incident as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What is about to happen, in a few words: "Close incident".</summary>
    private protected abstract string Action { get; }

    /// <summary>Changes one incident.</summary>
    /// <param name="number">The incident's number.</param>
    /// <param name="stop">Ctrl+C.</param>
    /// <returns>The incident as it is afterwards.</returns>
    private protected abstract Task<Incident> ChangeAsync(long number, CancellationToken stop);

    private protected sealed override void Process(long number, object? target)
    {
        Incident before = Find(number);
        if (!ShouldProcess(Printable.Line(before.ToString()), Action))
        {
            return;
        }

        Incident after = Await(stop => ChangeAsync(number, stop));
        if (after.Sequence == before.Sequence)
        {
            WriteVerbose($"{after.Id} was so already: nothing was written.");
        }

        if (PassThru)
        {
            WriteObject(after);
        }
    }
}
