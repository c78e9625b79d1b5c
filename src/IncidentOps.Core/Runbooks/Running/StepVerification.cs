using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Asks after a step whether it had its effect, again and again until it had or the step's time is up.</summary>
internal sealed class StepVerification(TimeProvider time)
{
    /// <param name="ran">The step on the machines where its command has succeeded.</param>
    /// <param name="results">What it and the steps before it have come to.</param>
    /// <param name="startedAt">The time stamp from which its time counts.</param>
    /// <param name="timeout">How long the step may take in all.</param>
    /// <param name="cancellationToken">The operator.</param>
    /// <returns>The questions, and at the end the step's results with their outcome.</returns>
    public async IAsyncEnumerable<RunbookEvent> RunAsync(
        IReadOnlyList<RunbookStepResult> ran,
        IReadOnlyList<RunbookStepResult> results,
        long startedAt,
        TimeSpan timeout,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RunbookStep step = ran[0].Step;
        BackOff waits = new(time);
        RunbookStepStatus status;
        string? reason;
        while (true)
        {
            StepCondition condition = new(step, step.Verify!, results);
            yield return condition;
            TimeSpan left = timeout - time.GetElapsedTime(startedAt);
            if (condition.Holds)
            {
                (status, reason) = (RunbookStepStatus.Succeeded, null);
                break;
            }

            if (left <= TimeSpan.Zero)
            {
                (status, reason) = (RunbookStepStatus.Failed, string.Create(
                    CultureInfo.InvariantCulture,
                    $"it ran, but did not come true within {timeout.TotalSeconds:0.###} s: {condition.Expression}{(condition.Error is { } error ? $" ({error})" : "")}"));
                break;
            }

            if (cancellationToken.IsCancellationRequested || !await waits.PauseAsync(left, cancellationToken))
            {
                (status, reason) = (RunbookStepStatus.Cancelled, StepResults.Stopped);
                break;
            }
        }

        TimeSpan duration = time.GetElapsedTime(startedAt);
        foreach (RunbookStepResult result in ran)
        {
            yield return new StepFinished(result with { Status = status, Reason = reason, Duration = duration });
        }
    }
}
