using System.Management.Automation;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Runs a runbook: what only looks runs at once, all else asks. Gives one run at the end.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Runbook", DefaultParameterSetName = ByName, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RunbookRun))]
public sealed class InvokeRunbookCommand : RunbookValuesCommand
{
    /// <summary>After a failure, take back what the steps before it have done.</summary>
    [Parameter]
    public SwitchParameter Rollback { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        RunbookOperator person = new(this);
        RunbookRunRequest request = Request(LoadToRun(), person, IsWhatIf) with { Rollback = Rollback };
        if (request.DryRun)
        {
            foreach (RunbookStep step in PreparedRun.WithoutValues(request).Offered)
            {
                _ = ShouldProcess(RunbookOperator.Target(step), RunbookOperator.Action(step));
            }
        }

        new RunbookExecution(this, person, Number).Run(
            request,
            request.DryRun ? null : RunRecorder.Of(request, RunSetup.Of(request, ProcessIdentity.Current), id => Workspace.Runs.LogOf(id, Number)));
    }
}
