using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Where a run goes on when a step fails that says on-failure=goto:ID. Each step jumps once: one that fails again after
/// coming back would go round for ever.
/// </summary>
internal sealed class StepJumps(IReadOnlyList<RunbookStep> steps)
{
    public const string Prefix = "goto:";

    private readonly HashSet<int> _taken = [];

    /// <summary>The id that a step jumps to; null where it says something else.</summary>
    public static string? TargetOf(RunbookStep step) =>
        step.OnFailure is { } text && text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : null;

    /// <summary>The step to go on with after one has failed; null where the run goes its usual way.</summary>
    public RunbookStep? After(RunbookStep failed) =>
        TargetOf(failed) is { } id
        && steps.FirstOrDefault(step => string.Equals(step.Id, id, StringComparison.OrdinalIgnoreCase)) is { } target
        && _taken.Add(failed.Number)
            ? target
            : null;

    /// <summary>The steps between the one that failed and the one that the run goes on with.</summary>
    /// <param name="failed">The step that failed.</param>
    /// <param name="target">The step to go on with.</param>
    /// <param name="hosts">The machines of a step.</param>
    public IEnumerable<RunbookStepResult> PassedOver(RunbookStep failed, RunbookStep target, StepHosts hosts) =>
        steps.Where(step => step.Number > failed.Number && step.Number < target.Number)
            .SelectMany(step => hosts.Of(step).Results(step, RunbookStepStatus.Skipped, $"step {failed.Number} failed and goes on at step {target.Number}"));
}
