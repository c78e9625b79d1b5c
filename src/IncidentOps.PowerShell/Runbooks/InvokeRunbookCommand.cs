using System.Management.Automation;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health;
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

    /// <summary>How many machines run a step at a time.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = HealthSweepRequest.DefaultThrottleLimit;

    /// <summary>How many machines may fail before the run stops: a number, or a share such as 30%.</summary>
    [Parameter]
    [FailureThreshold]
    public string FailureThreshold { get; set; } = "0";

    /// <inheritdoc/>
    protected override void Process()
    {
        RunbookOperator person = new(this);
        RunbookRunRequest request = Request(LoadToRun(), person, IsWhatIf) with
        {
            Rollback = Rollback,
            ThrottleLimit = ThrottleLimit,
            FailureThreshold = Core.Runbooks.Running.FailureThreshold.Parse(FailureThreshold) ?? default,
        };
        if (request.DryRun)
        {
            PreparedRun prepared = PreparedRun.WithoutValues(request);
            foreach (RunbookStep step in prepared.Offered)
            {
                _ = ShouldProcess(RunbookOperator.Target(step, prepared.Hosts.Of(step).Names), RunbookOperator.Action(step));
            }
        }

        new RunbookExecution(this, person, Number).Run(
            request,
            request.DryRun ? null : RunRecorder.Of(request, ProcessIdentity.Current, id => Workspace.Runs.LogOf(id, Number)));
    }
}
