using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Asks whether an expression of the document holds: its "when" before a step, its "verify" after it. Who runs the
/// runbook knows PowerShell; without an answer it does not hold.
/// </summary>
/// <param name="Step">The step.</param>
/// <param name="Expression">The expression's text.</param>
/// <param name="Results">What the steps so far have come to.</param>
internal sealed record StepCondition(RunbookStep Step, string Expression, IReadOnlyList<RunbookStepResult> Results) : RunbookEvent
{
    public bool Holds { get; private set; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public string? Error { get; private set; } = "nothing here understands PowerShell expressions";

    public void Answer(bool holds) => (Holds, Error) = (holds, null);

    public void Fail(string why) => (Holds, Error) = (false, why);

    /// <summary>What makes a step's expressions useless from the start, so that it had better not run at all; null where nothing does.</summary>
    /// <param name="step">The step.</param>
    /// <param name="objection">What speaks against an expression; null for nothing.</param>
    public static string? ObstacleOf(RunbookStep step, Func<string, string?> objection) =>
        step.When is { } when && objection(when) is { } against ? $"its condition (when) is refused: {against}"
        : step.Verify is { } verify && objection(verify) is { } wrong ? $"its verification (verify) is refused: {wrong}"
        : null;
}
