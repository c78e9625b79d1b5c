using System.Management.Automation;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Text;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Approves what a runbook is going to do. The approval is for this very plan, and joins the incident's log.</summary>
[Cmdlet(VerbsLifecycle.Approve, "RunbookPlan", SupportsShouldProcess = true)]
[OutputType(typeof(RunbookApproval))]
public sealed class ApproveRunbookPlanCommand : IncidentOpsCommand
{
    /// <summary>The plan, as Get-RunbookPlan gives it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public RunbookPlan Plan { get; set; } = null!;

    /// <summary>The role it is approved in, where the document asks for one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Role { get; set; }

    /// <summary>What there is to say about it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <summary>Return the approval.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process() => Guard(Approve, Plan);

    private void Approve()
    {
        if (!ShouldProcess(Printable.Line($"{Plan}{(Plan.Incident is { } incident ? $" for {incident}" : "")}"), Role is null ? "Approve" : Printable.Line($"Approve as {Role}")))
        {
            return;
        }

        RunbookApproval approval = Await(stop => new PlanApprovals(Workspace).ApproveAsync(Plan, Role, Message, stop));
        if (PassThru)
        {
            WriteObject(approval);
        }
    }
}
