using System.Management.Automation;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Changes what describes an incident. An empty value clears what was there.</summary>
[Cmdlet(VerbsCommon.Set, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class SetIncidentCommand : ChangeIncidentCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public override IncidentReference[]? Incident { get; set; }

    /// <summary>What is wrong, in one line.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The services that suffer: replaces those there were.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>The components at fault: replaces those there were.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ComponentCompleter))]
    public string[]? Component { get; set; }

    /// <summary>What was seen.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Symptom { get; set; }

    /// <summary>What it means for the users.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Impact { get; set; }

    /// <summary>Who or what is affected.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Affected { get; set; }

    /// <summary>Who or what reported it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Source { get; set; }

    private protected override string Action => "Change incident";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.ChangeDetailsAsync(
            number,
            new DetailsChanged
            {
                Title = Title,
                Services = Service,
                Components = Component,
                Symptom = Symptom,
                Impact = Impact,
                Affected = Affected,
                Source = Source,
            },
            stop);
}
