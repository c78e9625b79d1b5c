using IncidentOps.Core.Incidents.Events;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>What a run's record says of one step on one machine: that it was to start, how it ended, or both.</summary>
internal sealed class RecordedStep(RunbookStep step, string hostName)
{
    private RunbookStepStarted? _started;
    private DateTimeOffset? _startedAt;

    public RunbookStep Step { get; private set; } = step;

    public string HostName { get; } = hostName;

    /// <summary>How it ended; null where no end of it is recorded.</summary>
    public RunbookStepResult? Result { get; private set; }

    /// <summary>Whether it was to start and no end of it is recorded: it may have run.</summary>
    public bool IsUnderWay => _started is not null && Result is null;

    /// <summary>
    /// Whether its end stands: it is not done again when the run goes on. One that was stopped or waits for a person has
    /// not ended, nor has one that failed and may be tried again.
    /// </summary>
    public bool IsSettled => Result is { } result && result.Status switch
    {
        RunbookStepStatus.Waiting or RunbookStepStatus.Cancelled or RunbookStepStatus.Pending or RunbookStepStatus.Running => false,
        RunbookStepStatus.Failed or RunbookStepStatus.TimedOut => _started is null || result.Attempt > Step.Retries,
        _ => true,
    };

    /// <summary>Whether it may have changed something without that being known: only reading twice does no harm.</summary>
    public bool IsUncertain => Step.Kind == RunbookStepKind.Command && Step.Risk != Risk.Read
        && (IsUnderWay || (_started is not null && Result!.Status == RunbookStepStatus.Cancelled));

    /// <summary>Until when it may be under way; null where it is not.</summary>
    /// <param name="forPeople">How long a person may take.</param>
    public DateTimeOffset? EndsBy(TimeSpan forPeople) => IsUnderWay ? _startedAt + (_started!.Timeout ?? forPeople) : null;

    /// <summary>Takes the end away: the run goes on at this step.</summary>
    public void Reopen() => (_started, _startedAt, Result) = (null, null, null);

    public void Start(RunbookStepStarted started, DateTimeOffset at)
    {
        (_started, _startedAt, Result) = (started, at, null);
        Step = Step with
        {
            Risk = started.Risk,
            Command = started.Command ?? Step.Command,
            Kind = started.Command is null ? Step.Kind : RunbookStepKind.Command,
        };
    }

    public void Finish(RunbookStepFinished finished) => Result = new RunbookStepResult
    {
        Step = Step,
        HostName = HostName,
        Status = finished.Status,
        ExitCode = finished.ExitCode,
        Output = finished.Output,
        ErrorOutput = finished.ErrorOutput,
        StartedAt = _startedAt,
        Duration = finished.Duration,
        Attempt = finished.Attempt,
        Reason = finished.Reason,
    };

    /// <summary>The step as users see it.</summary>
    public RunbookStepResult ToResult() => Result ?? new RunbookStepResult
    {
        Step = Step,
        HostName = HostName,
        Status = IsUnderWay ? RunbookStepStatus.Running : RunbookStepStatus.Pending,
        StartedAt = _startedAt,
        Attempt = _started?.Attempt ?? 1,
        Reason = IsUnderWay ? "no end of it is recorded" : "it had failed, and was to run again",
    };
}
