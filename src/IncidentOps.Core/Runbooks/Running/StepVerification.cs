using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Asks after a step whether it had its effect, again and again until it had or the step's time is up.</summary>
internal sealed class StepVerification(TimeProvider time)
{
    /// <param name="result">The step, whose command has succeeded.</param>
    /// <param name="before">What the steps before it have come to.</param>
    /// <param name="startedAt">The time stamp from which its time counts.</param>
    /// <param name="timeout">How long the step may take in all.</param>
    /// <param name="cancellationToken">The operator.</param>
    /// <returns>The questions, and at the end the step's result with their outcome.</returns>
    public async IAsyncEnumerable<RunbookEvent> RunAsync(
        RunbookStepResult result,
        IReadOnlyList<RunbookStepResult> before,
        long startedAt,
        TimeSpan timeout,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BackOff waits = new(time);
        while (true)
        {
            StepCondition condition = new(result.Step, result.Step.Verify!, [.. before, result]);
            yield return condition;
            TimeSpan left = timeout - time.GetElapsedTime(startedAt);
            if (condition.Holds)
            {
                yield return Finished(RunbookStepStatus.Succeeded, reason: null);
                yield break;
            }

            if (left <= TimeSpan.Zero)
            {
                yield return Finished(RunbookStepStatus.Failed, string.Create(
                    CultureInfo.InvariantCulture,
                    $"it ran, but did not come true within {timeout.TotalSeconds:0.###} s: {condition.Expression}{(condition.Error is { } error ? $" ({error})" : "")}"));
                yield break;
            }

            if (cancellationToken.IsCancellationRequested || !await waits.PauseAsync(left, cancellationToken))
            {
                yield return Finished(RunbookStepStatus.Cancelled, "stopped by the operator");
                yield break;
            }
        }

        StepFinished Finished(RunbookStepStatus status, string? reason) =>
            new(result with { Status = status, Reason = reason, Duration = time.GetElapsedTime(startedAt) });
    }
}
