using System.Management.Automation;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Makes the store's read tables anew from its events. The events themselves are only read.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "IncidentStore", SupportsShouldProcess = true)]
[OutputType(typeof(int))]
public sealed class RepairIncidentStoreCommand : IncidentOpsCommand
{
    /// <summary>Return the number of incidents.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!ShouldProcess(Workspace.StorePath, "Rebuild the read tables from the events"))
        {
            return;
        }

        int rebuilt = Await(Workspace.Incidents.RebuildAsync);
        WriteVerbose($"{rebuilt} incidents were rebuilt from their events.");
        if (PassThru)
        {
            WriteObject(rebuilt);
        }
    }
}
