using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Text;
using IncidentOps.Health;
using IncidentOps.PowerShell.Commands;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>A run in a command: records what happens, shows it, and has it answered.</summary>
internal sealed class RunbookExecution
{
    private static readonly string[] LineTags = ["IncidentOps.Runbook"];
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(500);

    private readonly RunbookExpressions _expressions;
    private readonly RunbookScripts _scripts;
    private readonly IncidentOpsCommand _command;
    private readonly RunbookOperator _person;
    private StepStarted? _running;
    private long _runningSince;

    /// <param name="command">The command that runs it.</param>
    /// <param name="person">Who answers.</param>
    /// <param name="number">The incident it runs for; null for none.</param>
    public RunbookExecution(IncidentOpsCommand command, RunbookOperator person, long? number)
    {
        (_command, _person) = (command, person);
        _expressions = new RunbookExpressions(
            command, LookAtServices, () => number is { } incident ? command.Await(stop => Workspace.Incidents.GetAsync(incident, null, stop)) : null);
        _scripts = new RunbookScripts(command, Workspace.Environment, Workspace.Time, command.StopToken);
    }

    private Workspace Workspace => _command.Workspace;

    /// <summary>Says whether an expression of the document holds.</summary>
    public void Answer(StepCondition condition) => _expressions.Answer(condition);

    /// <summary>Runs to the end, or to where Ctrl+C ends it.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="recorder">Who records it; null for a run that is only shown.</param>
    public void Run(RunbookRunRequest request, RunRecorder? recorder)
    {
        using RunRecorder? recording = recorder;
        RunbookRunner runner = new(new LocalProcessRunner(Workspace.Time), HealthSession.Shared.Ssh.RunnerFor, Workspace.Time);
        bool stopped = false;
        foreach (RunbookEvent happened in _command.Stream(stop => runner.RunAsync(request, stop), ProgressInterval, () => UnlessStopped(() => ShowProgress(request.Runbook))))
        {
            try
            {
                recorder?.RecordAsync(happened).GetAwaiter().GetResult();
            }
            catch (IncidentOpsException e) when (request is { ReadOnly: true, Incident: null, History: null })
            {
                // Looking at a machine whose disk is full is what it takes to mend it, and does no harm unrecorded.
                _command.WriteWarning(Printable.Line($"This run is not recorded. {e.Message}"));
                recorder = null;
            }

            UnlessStopped(() => Take(happened, request));
        }

        if (stopped)
        {
            throw new PipelineStoppedException();
        }

        void UnlessStopped(Action show)
        {
            if (stopped)
            {
                return;
            }

            try
            {
                show();
            }
            catch (PipelineStoppedException)
            {
                // Nothing is shown or asked any more, and no step starts; the record goes on to the run's end, which is near.
                _command.Stop();
                stopped = true;
            }
        }
    }

    private void Take(RunbookEvent happened, RunbookRunRequest request)
    {
        switch (happened)
        {
            case StepApproval approval:
                _person.Answer(approval);
                break;
            case StepCondition condition:
                Answer(condition);
                break;
            case ScriptReached script:
                _scripts.Run(script);
                break;
            case ManualStepReached manual:
                _person.Answer(manual);
                break;
            case StepStarted started:
                Show(request.Runbook, started);
                break;
            case StepOutput line:
                Show(line);
                break;
            case StepFinished { IsRecorded: false, Result: var result }:
                _command.WriteVerbose(Printable.Line($"Step {result.Step.Number}{On(result.HostName)} {result.Status}{(result.Reason is { } reason ? ": " + reason : "")}"));
                break;
            case RunFinished { Run: var run }:
                Finish(run);
                break;
            default:
                break;
        }
    }

    private IEnumerable<ServiceHealth> LookAtServices()
    {
        HealthSelection all = new(Workspace.Configuration);
        all.AddAll();
        HealthSweepRequest request = new()
        {
            Services = all.ToServices(),
            Secrets = Workspace.Secrets,
        };
        return _command.Stream(stop => new HealthSweep(HealthSession.Shared).RunAsync(request, stop));
    }

    private void Finish(RunbookRun run)
    {
        _command.WriteProgress(new ProgressRecord(0, run.Runbook, "Done") { RecordType = ProgressRecordType.Completed });
        _command.WriteObject(run);
        if (_person.Unasked is { } step)
        {
            _command.WriteError(RunbookErrors.NeedsConfirmation(run, step).ToErrorRecord(run));
        }
        else if (run.Status == RunbookRunStatus.Failed)
        {
            _command.WriteError(RunbookErrors.Failed(run).ToErrorRecord(run));
        }
        else if (run.Status == RunbookRunStatus.Waiting)
        {
            _command.WriteWarning(Printable.Line($"The runbook '{run.Runbook}' is waiting: {run.Reason}. When that is done, Resume-Runbook {run.Id} goes on, and -Finding says what was found."));
        }
        else if (run is { Status: RunbookRunStatus.Succeeded, Reason: { } leftOut })
        {
            _command.WriteWarning(Printable.Line(run.Steps.All(static result => result.Status == RunbookStepStatus.Skipped)
                ? $"The runbook '{run.Runbook}' has done nothing: {leftOut}."
                : $"The runbook '{run.Runbook}' did not run on all machines; {leftOut}."));
        }
    }

    private static string On(string host) => host == RunbookRunner.ThisMachine ? "" : $" on {host}";

    private void Show(Runbook runbook, StepStarted started)
    {
        _command.WriteVerbose($"Step {started.Step.Number}{On(started.HostName)}: {Printable.Line(started.Step.Title)}");
        (_running, _runningSince) = (started, Workspace.Time.GetTimestamp());
        ShowProgress(runbook);
    }

    /// <summary>Shown again while a step runs: a console leaves out what follows too soon on what it shows already.</summary>
    private void ShowProgress(Runbook runbook)
    {
        if (_running is not { Step: var step })
        {
            return;
        }

        TimeSpan since = Workspace.Time.GetElapsedTime(_runningSince);
        string took = since < TimeSpan.FromSeconds(1) ? "" : $" ({ReadableDuration.Brief(since)})";
        _command.WriteProgress(new ProgressRecord(
            0,
            Printable.Line(runbook.Title),
            string.Create(CultureInfo.CurrentCulture, $"Step {step.Number} of {runbook.Steps.Count}: {Printable.Line(step.Title)}{took}"))
        {
            PercentComplete = (step.Number - 1) * 100 / runbook.Steps.Count,
        });
    }

    private void Show(StepOutput line)
    {
        string text = (line.HostName == RunbookRunner.ThisMachine ? "" : line.HostName + ": ") + Printable.Line(line.Text);
        _command.WriteVerbose($"{line.Step.Number}{(line.IsError ? "!" : ">")} {text}");
        _command.WriteInformation(text, LineTags);
    }
}
