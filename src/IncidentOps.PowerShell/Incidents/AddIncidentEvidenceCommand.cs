using System.Management.Automation;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Keeps objects or text with an incident: as JSON, and as a person would have seen them. One pipeline is one piece.</summary>
[Cmdlet(VerbsCommon.Add, "IncidentEvidence", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class AddIncidentEvidenceCommand : IncidentOpsCommand
{
    private readonly List<PSObject> _objects = [];

    /// <summary>What to keep: any objects, or lines of text.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject[]? InputObject { get; set; }

    /// <summary>The incident's id, number or object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference? Incident { get; set; }

    /// <summary>What it is, in a few words.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>When it was so, where that was earlier.</summary>
    [Parameter]
    public DateTimeOffset? At { get; set; }

    /// <summary>Return the incident as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process() => _objects.AddRange((InputObject ?? []).Where(item => item is not null));

    /// <inheritdoc/>
    protected override void End()
    {
        if (_objects.Count == 0)
        {
            WriteVerbose("The pipeline was empty: there is nothing to keep.");
            return;
        }

        long number = Await(async stop => Incident is { } reference
            ? await Workspace.Incidents.ResolveNumberAsync(reference.Text, stop)
            : ChosenIncident.Get(Workspace.StorePath) ?? await Workspace.Incidents.OnlyOpenAsync(stop));
        Incident incident = Await(stop => Workspace.Incidents.GetAsync(number, null, stop));
        EvidenceAdded evidence = Evidence.Capture(Name, _objects, this);
        if (!ShouldProcess(Printable.Line(incident.ToString()), $"Add evidence {Printable.Line(evidence.Name)}"))
        {
            return;
        }

        incident = Await(stop => Workspace.Incidents.RecordAsync(number, evidence, At, stop));
        if (PassThru)
        {
            WriteObject(incident);
        }
    }
}
