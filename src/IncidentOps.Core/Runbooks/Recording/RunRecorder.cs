using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>
/// Records a run as it goes. A step's start is durable before it does anything. How a step ended is written together with
/// what comes right after it, the next one's start in most cases: nothing happens between the two, and one commit does for both.
/// </summary>
/// <remarks>Not to be stopped by Ctrl+C: what has happened has happened.</remarks>
internal sealed class RunRecorder : IDisposable
{
    private readonly Func<RunStarted, (IRunLog Log, IncidentEventBody? Body)> _begin;
    private readonly TimeSpan _stepTimeout;
    private readonly List<IncidentEventBody> _held = [];
    private readonly HashSet<(int Number, string HostName)> _underWay = [];
    private readonly Dictionary<(int Number, string HostName), RunbookStepState> _left = [];
    private IRunLog? _log;
    private string _run = "";

    private RunRecorder(Func<RunStarted, (IRunLog Log, IncidentEventBody? Body)> begin, TimeSpan stepTimeout) => (_begin, _stepTimeout) = (begin, stepTimeout);

    /// <summary>For a run that begins.</summary>
    public static RunRecorder Of(RunbookRunRequest request, ProcessIdentity runner, Func<string, IRunLog> logOf) => new(
        started => (logOf(started.Run.Id), new RunbookStarted(
            started.Run.Id, started.Run.Runbook, request.Runbook.Path, started.Run.Sha256, request.Runbook.Steps.Count, RunSetup.Of(request, started.Ready, runner), started.Run.Selection)),
        request.StepTimeout);

    /// <summary>For a run that goes on, of which that is recorded already.</summary>
    public static RunRecorder Of(RunbookRunRequest request, IRunLog log) => new(_ => (log, null), request.StepTimeout);

    public async Task RecordAsync(RunbookEvent happened)
    {
        switch (happened)
        {
            case RunStarted started:
                _run = started.Run.Id;
                RunsHere.Begin(_run);
                (_log, IncidentEventBody? begun) = _begin(started);
                _held.AddRange(begun is null ? [] : [begun]);
                break;
            case StepStarted { Step: var step } started:
                TimeSpan? timeout = step.Command is null ? null : step.Timeout ?? _stepTimeout;
                _underWay.Add((step.Number, started.HostName));
                _held.Add(new RunbookStepStarted(_run, step.Number, step.Title, step.Command, step.Risk, started.HostName, started.Attempt, timeout, step.Part));
                await WriteAsync().ConfigureAwait(false);
                break;
            case StepLeft left:
                _left[(left.Step.Number, left.HostName)] = left.State;
                break;
            case StepFinished { IsRecorded: false, Result: var result }:
                _left.Remove((result.Step.Number, result.HostName), out RunbookStepState? state);
                _held.Add(Body(_run, result) with { Left = state });

                // What a person found is worth as much as what a person notes.
                if (_log is IncidentRunLog && result is { Step.Kind: RunbookStepKind.Manual, Status: RunbookStepStatus.Succeeded, Output.Length: > 0 })
                {
                    _held.Add(new NoteAdded($"{result.Step.Title}: {result.Output}"));
                }

                _underWay.Remove((result.Step.Number, result.HostName));

                // After a failure the run may pause before it tries again; and others that go on may take long.
                if (result.Status is not (RunbookStepStatus.Succeeded or RunbookStepStatus.Skipped) || _underWay.Count > 0)
                {
                    await WriteAsync().ConfigureAwait(false);
                }

                break;
            case RunFinished { Run: var run }:
                _held.Add(new RunbookFinished(_run, run.Runbook, run.Status, run.Duration, run.Reason));
                await WriteAsync().ConfigureAwait(false);
                break;
            case StepOutput or StepFinished:
                break;
            default:
                // A question, which may take its time.
                await WriteAsync().ConfigureAwait(false);
                break;
        }
    }

    /// <summary>The run is not under way here any more, whether it came to its end or broke off.</summary>
    public void Dispose() => RunsHere.End(_run);

    /// <summary>How a step ended, as it is recorded.</summary>
    public static RunbookStepFinished Body(string run, RunbookStepResult result) => new(
        run,
        result.Step.Number,
        result.Step.Title,
        result.HostName,
        result.Status,
        result.ExitCode,
        result.Output,
        result.ErrorOutput,
        result.Duration,
        result.Attempt,
        result.Reason);

    private async Task WriteAsync()
    {
        if (_held.Count > 0)
        {
            await _log!.AppendAsync([.. _held], CancellationToken.None).ConfigureAwait(false);
            _held.Clear();
        }
    }
}
