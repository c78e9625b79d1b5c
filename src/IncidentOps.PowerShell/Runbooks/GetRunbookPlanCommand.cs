using System.Management.Automation;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Says what a runbook would do with the values it is given. Nothing runs.</summary>
[Cmdlet(VerbsCommon.Get, "RunbookPlan", DefaultParameterSetName = ByName)]
[OutputType(typeof(RunbookPlan))]
public sealed class GetRunbookPlanCommand : RunbookValuesCommand
{
    /// <inheritdoc/>
    protected override void Process() =>
        WriteObject(RunbookPlanner.Plan(Request(LoadToRun(), new RunbookOperator(this), dryRun: false)));
}
