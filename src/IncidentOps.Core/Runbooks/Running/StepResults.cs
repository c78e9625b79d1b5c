using System.Globalization;
using IncidentOps.Core.Execution;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>How steps end, as users see it.</summary>
internal static class StepResults
{
    public const string Stopped = "stopped by the operator";
    public const string NotReached = "not reached";

    public static bool HasFailed(RunbookStepResult result) => result.Status is RunbookStepStatus.Failed or RunbookStepStatus.TimedOut;

    /// <summary>A step that did not run, or that a person did.</summary>
    public static RunbookStepResult Of(RunbookStep step, string host, RunbookStepStatus status, string? reason) => new()
    {
        Step = step,
        HostName = host,
        Status = status,
        Reason = reason,
    };

    /// <summary>A step that its "when" keeps from running.</summary>
    public static (RunbookStepStatus Status, string Reason) OfCondition(StepCondition condition, bool stopped) =>
        stopped ? (RunbookStepStatus.Cancelled, Stopped)
        : condition.Error is { } error ? (RunbookStepStatus.Failed, $"its condition (when) cannot be told: {error}")
        : (RunbookStepStatus.Skipped, $"not true: {condition.Expression}");

    /// <summary>A step that a person has done, or not.</summary>
    public static RunbookStepResult Of(ManualStepReached manual, SecretRedactor redactor)
    {
        RunbookStepResult result = Of(manual.Step, RunbookRunner.ThisMachine, manual.Answer, reason: manual.Answer switch
        {
            RunbookStepStatus.Waiting => "waits for a person",
            RunbookStepStatus.Skipped => manual.Text,
            _ => null,
        });
        return manual.Answer == RunbookStepStatus.Succeeded ? result with { Output = redactor.Redact(manual.Text) } : result;
    }

    /// <summary>A step whose command has ended.</summary>
    public static RunbookStepResult Of(
        RunbookStep step,
        string host,
        ProcessResult process,
        DateTimeOffset startedAt,
        int attempt,
        TimeSpan timeout)
    {
        (RunbookStepStatus status, string? reason) = process switch
        {
            { Outcome: ProcessOutcome.Cancelled } => (RunbookStepStatus.Cancelled, Stopped),
            { Outcome: ProcessOutcome.TimedOut } => (
                RunbookStepStatus.TimedOut,
                string.Create(CultureInfo.InvariantCulture, $"took longer than {timeout.TotalSeconds:0.###} s; its processes were ended")),
            { ExitCode: 0 } => (RunbookStepStatus.Succeeded, (string?)null),
            _ => (RunbookStepStatus.Failed, $"exit code {process.ExitCode}"),
        };
        return new RunbookStepResult
        {
            Step = step,
            HostName = host,
            Status = status,
            ExitCode = process.ExitCode,
            Output = process.Output,
            ErrorOutput = process.ErrorOutput,
            StartedAt = startedAt,
            Duration = process.Duration,
            Attempt = attempt,
            Reason = reason,
        };
    }
}
