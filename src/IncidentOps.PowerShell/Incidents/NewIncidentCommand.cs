using System.Management.Automation;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Severities;
using IncidentOps.Core.Text;
using IncidentOps.Health;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.Procedures;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Declares an incident, or finds the open one of the same service and symptom.</summary>
[Cmdlet(VerbsCommon.New, "Incident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class NewIncidentCommand : IncidentOpsCommand
{
    // Not mandatory, and no parameter sets: the engine would settle on the one with the title for whatever is piped.

    /// <summary>What is wrong, in one line. Needed unless a service's health tells it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Title { get; set; }

    /// <summary>A service's health from Get-ServiceHealth: gives title, service, symptom and evidence.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public ServiceHealth? Health { get; set; }

    /// <summary>How bad it is: a severity of the procedure, by name or label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SeverityCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Severity { get; set; }

    /// <summary>The services that suffer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Services")]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Service { get; set; } = [];

    /// <summary>The components at fault, as far as known.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Components")]
    [ArgumentCompleter(typeof(ComponentCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Component { get; set; } = [];

    /// <summary>What was seen. With the service it tells whether this incident is open already. The title unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Symptom { get; set; }

    /// <summary>What it means for the users.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Impact { get; set; }

    /// <summary>Who or what is affected.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Affected { get; set; }

    /// <summary>Who or what reported it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Source { get; set; }

    /// <summary>Who leads the response.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ResponderCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Commander { get; set; }

    /// <summary>When it was first seen, where that was earlier.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset? DetectedAt { get; set; }

    /// <summary>Mark it as a drill.</summary>
    [Parameter]
    public SwitchParameter Drill { get; set; }

    /// <summary>Declare it even where an open incident has the same service and symptom.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        IncidentDeclaration declaration = Health is { } health
            ? HealthDeclaration.From(health, Declaration(Title ?? HealthDeclaration.TitleOf(health)))
            : Declaration(Title ?? throw IncidentErrors.TitleMissing());
        declaration = Severity is null ? Sized(declaration) : declaration;
        if (!ShouldProcess(Printable.Line($"{declaration.Severity} {declaration.Title}"), "Declare incident"))
        {
            return;
        }

        if (Health is not null)
        {
            declaration = declaration with { Evidence = Evidence.Capture("Service health", [PSObject.AsPSObject(Health)], this) };
        }

        (Incident incident, bool created) = Await(stop => Workspace.Incidents.DeclareAsync(declaration, stop));
        if (!created)
        {
            WriteWarning($"{incident.Id} is open for the same service and symptom; a note was added to it. " +
                "Use -Force to declare another one.");
        }

        WriteObject(incident);
    }

    /// <summary>With the severity that the person at the shell chooses; where nobody is there, with the one that is taken.</summary>
    private IncidentDeclaration Sized(IncidentDeclaration declaration)
    {
        Procedure procedure = Workspace.Procedure;
        SeveritySuggestion suggestion = new(Workspace.Configuration, procedure, declaration, Health);
        if (!IsWhatIf && SeverityQuestion.Ask(this, declaration.Title, procedure.Severities, suggestion) is { } chosen)
        {
            return declaration with { Severity = chosen.Name, SeverityReason = suggestion.ReasonFor(chosen) };
        }

        if (suggestion.IsGuess)
        {
            WriteWarning(Printable.Line($"No severity was given: {suggestion.Taken.Name} is taken, since {suggestion.TakenReason}. " +
                "Change it with Set-IncidentSeverity."));
        }

        return declaration with { Severity = suggestion.Taken.Name, SeverityReason = suggestion.TakenReason };
    }

    private IncidentDeclaration Declaration(string title) => new()
    {
        Title = title,
        Severity = Severity ?? "",
        Services = Service,
        Components = Component,
        Symptom = Symptom,
        Impact = Impact,
        Affected = Affected,
        Source = Source,
        Commander = Commander,
        DetectedAt = DetectedAt,
        IsDrill = Drill,
        AllowTwin = Force,
    };
}
