using System.Management.Automation;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Completion;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Gives a role in an incident to somebody, or takes it away.</summary>
[Cmdlet(VerbsCommon.Set, "IncidentRole", SupportsShouldProcess = true, DefaultParameterSetName = AssignSet)]
[OutputType(typeof(Incident))]
public sealed class SetIncidentRoleCommand : ChangeIncidentCommand
{
    private const string AssignSet = "Assign";
    private const string ClearSet = "Clear";

    /// <summary>The role: Commander, Communications, Scribe or another.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string Role { get; set; } = "";

    /// <summary>Who holds it from now on.</summary>
    [Parameter(ParameterSetName = AssignSet, Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ResponderCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Responder { get; set; }

    /// <summary>Nobody holds it from now on.</summary>
    [Parameter(ParameterSetName = ClearSet, Mandatory = true)]
    public SwitchParameter Clear { get; set; }

    private protected override string Action => Responder is null ? $"Clear role {Role}" : $"Set role {Role}: {Responder}";

    private protected override Task<Incident> ChangeAsync(long number, CancellationToken stop) =>
        Incidents.AssignRoleAsync(number, Role, Responder, stop);
}
