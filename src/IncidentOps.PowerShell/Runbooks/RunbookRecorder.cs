using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// Writes a run into its incident's log. Not to be stopped by Ctrl+C: what has happened has happened.
/// </summary>
internal sealed class RunbookRecorder(IncidentService incidents, long number, Runbook runbook)
{
    private string _run = "";

    public void Record(RunbookEvent happened)
    {
        IncidentEventBody? body = happened switch
        {
            RunStarted started => Started(started.Run),
            StepStarted { Step: var step } started => new RunbookStepStarted(_run, step.Number, step.Title, step.Command, step.Risk, started.HostName, step.Part),
            StepFinished { Result: var result } => new RunbookStepFinished(
                _run,
                result.Step.Number,
                result.Step.Title,
                result.HostName,
                result.Status,
                result.ExitCode,
                result.Output,
                result.ErrorOutput,
                result.Duration,
                result.Attempt,
                result.Reason),
            RunFinished { Run: var run } => new RunbookFinished(_run, run.Runbook, run.Status, run.Duration, run.Reason),
            _ => null,
        };
        if (body is not null)
        {
            Append(body);
        }

        // What a person found is worth as much as what a person notes.
        if (happened is StepFinished { Result: { Step.Kind: RunbookStepKind.Manual, Status: RunbookStepStatus.Succeeded, Output.Length: > 0 } found })
        {
            Append(new NoteAdded($"{found.Step.Title}: {found.Output}"));
        }
    }

    private void Append(IncidentEventBody body) => incidents.RecordAsync(number, body, at: null, CancellationToken.None).GetAwaiter().GetResult();

    private RunbookStarted Started(RunbookRun run)
    {
        _run = run.Id;
        return new RunbookStarted(run.Id, run.Runbook, runbook.Path, run.Sha256, runbook.Steps.Count, run.Plan, run.Selection);
    }
}
