using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Planning;

/// <summary>Says what a run would do, without doing any of it.</summary>
internal static class RunbookPlanner
{
    private const string Masked = "***";

    /// <summary>The plan; throws where a value is missing or wrong, as the run would.</summary>
    public static RunbookPlan Plan(RunbookRunRequest request)
    {
        PreparedRun run = PreparedRun.Of(request);
        RunbookPlanStep[] steps = [.. run.Chosen.Select(step => Step(step, request, run))];
        return new RunbookPlan
        {
            Runbook = run.Runbook.Name,
            Title = run.Runbook.Title,
            Path = run.Runbook.Path,
            Sha256 = run.Runbook.Sha256,
            Hash = run.Hash,
            Incident = request.Incident,
            Values = run.Given.ToDictionary(value => value.Key, value => run.SecretNames.Contains(value.Key) ? Masked : value.Value, StringComparer.Ordinal),
            Steps = steps,
            Approvals = request.Approvals.Given,
            Missing = [.. steps.Select(step => step.Missing).Concat(run.Undoing.Select(request.Approvals.Missing)).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    private static RunbookPlanStep Step(RunbookStep planned, RunbookRunRequest request, PreparedRun run)
    {
        RunValues values = run.Values;
        StepPlaces places = run.Hosts.Of(planned);
        bool manual = planned.Kind == RunbookStepKind.Manual;
        PreparedStep prepared = manual ? new PreparedStep(planned, "", Obstacle: null) : values.Prepare(planned, request.Environment.GetValueOrDefault);
        RunbookStep step = prepared.Step;
        return new RunbookPlanStep
        {
            Number = step.Number,
            Id = step.Id,
            Title = step.Title,
            Part = step.Part,
            Kind = step.Kind,
            HostNames = places.Names,
            Shell = step.Shell,
            Command = step.Command is { } command ? FilledCommand.Of(command, values.Shown) : null,
            Risk = step.Risk,
            RiskReason = step.RiskReason,
            Timeout = manual ? null : step.Timeout ?? request.StepTimeout,
            Asks = manual ? "what was found" : step.Risk == Risk.Read ? null : "before it runs",
            When = step.When,
            Verify = step.Verify,
            Undo = step.Undo,
            Missing = request.Approvals.Missing(step),
            Obstacle = prepared.Obstacle ?? StepCondition.ObstacleOf(step, request.Objection) ?? places.Obstacle ?? SqlStep.ObstacleOf(step, request.Databases),
            Line = step.Line,
        };
    }
}
