using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Chooses the incident that this session's commands are about when they name none. Writes nothing to the store.</summary>
[Cmdlet(VerbsOther.Use, "Incident", DefaultParameterSetName = ChooseSet)]
[OutputType(typeof(Incident))]
public sealed class UseIncidentCommand : Commands.IncidentOpsCommand
{
    private const string ChooseSet = "Choose";
    private const string ClearSet = "Clear";

    /// <summary>The incident's id, number or object.</summary>
    [Parameter(ParameterSetName = ChooseSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference? Incident { get; set; }

    /// <summary>Choose none.</summary>
    [Parameter(ParameterSetName = ClearSet, Mandatory = true)]
    public SwitchParameter Clear { get; set; }

    /// <summary>Return the chosen incident.</summary>
    [Parameter(ParameterSetName = ChooseSet)]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (Clear)
        {
            ChosenIncident.Set(Workspace.StorePath, null);
            return;
        }

        Incident chosen = Await(async stop => await Workspace.Incidents.GetAsync(
            await Workspace.Incidents.ResolveNumberAsync(Incident!.Text, stop), null, stop));
        ChosenIncident.Set(Workspace.StorePath, chosen.Number);
        if (PassThru)
        {
            WriteObject(chosen);
        }
    }
}
