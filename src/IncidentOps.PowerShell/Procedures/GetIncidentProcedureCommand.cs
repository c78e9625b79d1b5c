using System.Management.Automation;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Text;
using IncidentOps.Procedures;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Procedures;

/// <summary>Shows what the guide was compiled to: the whole, or one of its parts.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentProcedure", DefaultParameterSetName = WholeSet)]
[OutputType(typeof(Procedure), ParameterSetName = [WholeSet])]
[OutputType(typeof(SeverityLevel), ParameterSetName = [SeveritySet])]
[OutputType(typeof(Scenario), ParameterSetName = [ScenarioSet])]
[OutputType(
    typeof(SeverityLevel), typeof(WorkflowPhase), typeof(Checklist), typeof(Scenario), typeof(EscalationLevel), typeof(MessageTemplate),
    typeof(Rotation), typeof(Tool), typeof(Contact), typeof(Finding), ParameterSetName = [SectionSet])]
public sealed class GetIncidentProcedureCommand : IncidentOpsCommand
{
    private const string WholeSet = "Whole";
    private const string SeveritySet = "Severity";
    private const string SectionSet = "Section";
    private const string ScenarioSet = "Scenario";

    /// <summary>The guide's file; the configured or the built-in guide unless given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only these severity levels, by name or label.</summary>
    [Parameter(ParameterSetName = SeveritySet, Mandatory = true)]
    [ArgumentCompleter(typeof(SeverityCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Severity { get; set; } = [];

    /// <summary>Only this part of the guide.</summary>
    [Parameter(ParameterSetName = SectionSet, Mandatory = true)]
    public ProcedurePart Section { get; set; }

    /// <summary>Only these scenarios; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ScenarioSet, Mandatory = true)]
    [ArgumentCompleter(typeof(ScenarioCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Scenario { get; set; } = [];

    /// <inheritdoc/>
    protected override void Process()
    {
        Procedure procedure = Path is null ? Workspace.Procedure : new ProcedureSource(ToFilePath(Path)).Load();
        if (ParameterSetName == WholeSet)
        {
            WriteObject(procedure);
            return;
        }

        foreach (object part in Select(procedure))
        {
            var shown = PSObject.AsPSObject(part);
            if (shown.Properties["Path"] is null)
            {
                shown.Properties.Add(new PSNoteProperty("Path", procedure.Path));
            }

            WriteObject(shown);
        }
    }

    private IEnumerable<object> Select(Procedure procedure)
    {
        switch (ParameterSetName)
        {
            case SeveritySet:
                var scale = new SeverityScale(procedure.Severities);
                return Severity.Select(scale.Resolve);
            case ScenarioSet:
                return Scenario.SelectMany(name => Find(procedure, name));
            default:
                return Section switch
                {
                    ProcedurePart.Severities => procedure.Severities,
                    ProcedurePart.Phases => procedure.Phases,
                    ProcedurePart.Checklists => procedure.Checklists,
                    ProcedurePart.Scenarios => procedure.Scenarios,
                    ProcedurePart.Escalation => procedure.EscalationLevels,
                    ProcedurePart.Templates => procedure.Templates,
                    ProcedurePart.Rotation => procedure.Rotation is { } rotation ? [rotation] : [],
                    ProcedurePart.Tools => procedure.Tools,
                    ProcedurePart.Contacts => procedure.Contacts,
                    _ => procedure.Findings,
                };
        }
    }

    private static List<Scenario> Find(Procedure procedure, string name)
    {
        var pattern = new Wildcard(name);
        List<Scenario> found = [.. procedure.Scenarios.Where(scenario => pattern.Matches(scenario.Name))];
        return found.Count > 0 || Wildcard.IsPattern(name) ? found : throw ProcedureErrors.ScenarioNotFound(name, procedure.Scenarios);
    }
}
