using IncidentOps.Core.Incidents.Events;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Something that happened in a run. Some ask: they are answered before the next one is taken.</summary>
internal abstract record RunbookEvent;

/// <param name="Run">The run.</param>
/// <param name="Ready">What it was prepared to.</param>
internal sealed record RunStarted(RunbookRun Run, PreparedRun Ready) : RunbookEvent;

/// <summary>A step that is more than reading is about to start on these machines. Not approved means declined.</summary>
internal sealed record StepApproval(RunbookStep Step, IReadOnlyList<string> HostNames) : RunbookEvent
{
    public bool Approved { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string Reason { get; private set; } = "declined";

    public void Approve() => Approved = true;

    /// <summary>True where nobody could be asked: the step fails instead of being left out.</summary>
    public bool Refused { get; private set; }

    public void Decline(string reason) => (Approved, Reason) = (false, reason);

    public void Refuse(string reason) => (Approved, Refused, Reason) = (false, true, reason);
}

/// <summary>A step that a person does. Without an answer the run ends as waiting.</summary>
internal sealed record ManualStepReached(RunbookStep Step) : RunbookEvent
{
    public RunbookStepStatus Answer { get; private set; } = RunbookStepStatus.Waiting;

    public string Text { get; private set; } = "";

    /// <summary>It is done; this is what was found.</summary>
    public void Done(string found) => (Answer, Text) = (RunbookStepStatus.Succeeded, found);

    public void NotDone(string reason) => (Answer, Text) = (RunbookStepStatus.Skipped, reason);
}

/// <summary>The intent: raised before a step starts, so that it can be recorded first.</summary>
internal sealed record StepStarted(RunbookStep Step, string HostName, int Attempt, DateTimeOffset At) : RunbookEvent;

internal sealed record StepOutput(RunbookStep Step, string HostName, string Text, bool IsError) : RunbookEvent;

/// <summary>What a command has left to the next steps: raised after its end, and before that is told.</summary>
internal sealed record StepLeft(RunbookStep Step, string HostName, RunbookStepState State) : RunbookEvent;

internal sealed record StepFinished(RunbookStepResult Result) : RunbookEvent
{
    /// <summary>True where it had ended before the run was resumed, and is recorded already.</summary>
    public bool IsRecorded { get; init; }
}

internal sealed record RunFinished(RunbookRun Run) : RunbookEvent;
