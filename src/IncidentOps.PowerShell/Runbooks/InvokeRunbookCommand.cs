using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Text;
using IncidentOps.Health;
using IncidentOps.PowerShell.Commands;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Runs a runbook: what only looks runs at once, all else asks. Gives one run at the end.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Runbook", DefaultParameterSetName = ByName, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RunbookRun))]
public sealed class InvokeRunbookCommand : RunbookValuesCommand
{
    private static readonly string[] LineTags = ["IncidentOps.Runbook"];

    /// <summary>After a failure, take back what the steps before it have done.</summary>
    [Parameter]
    public SwitchParameter Rollback { get; set; }

    /// <summary>How many machines run a step at a time.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = HealthSweepRequest.DefaultThrottleLimit;

    /// <summary>How many machines may fail before the run stops: a number, or a share such as 30%.</summary>
    [Parameter]
    [ValidatePattern(@"^\s*([0-9]{1,6}|([0-9]{1,2}|100)\s*%)\s*$")]
    public string FailureThreshold { get; set; } = "0";

    private bool MayPrompt => !MyInvocation.BoundParameters.TryGetValue("Confirm", out object? given) || ((SwitchParameter)given).IsPresent;

    /// <inheritdoc/>
    protected override void Process()
    {
        RunbookOperator person = new(this, MayPrompt);
        RunbookRunRequest request = Request(LoadToRun(), person, IsWhatIf) with
        {
            Rollback = Rollback,
            ThrottleLimit = ThrottleLimit,
            FailureThreshold = Core.Runbooks.Running.FailureThreshold.Parse(FailureThreshold) ?? default,
        };
        if (request.DryRun)
        {
            PreparedRun prepared = PreparedRun.WithoutValues(request);
            foreach (RunbookStep step in prepared.Offered)
            {
                _ = ShouldProcess(RunbookOperator.Target(step, prepared.Hosts.Of(step).Names), RunbookOperator.Action(step));
            }
        }

        RunbookRecorder? recorder = Number is { } joined && !request.DryRun ? new RunbookRecorder(Workspace.Incidents, joined, request.Runbook) : null;
        Run(request, recorder, person);
    }

    private void Run(RunbookRunRequest request, RunbookRecorder? recorder, RunbookOperator person)
    {
        RunbookExpressions expressions = new(this, LookAtServices, () => Number is { } number ? Await(stop => Workspace.Incidents.GetAsync(number, null, stop)) : null);
        RunbookScripts scripts = new(this, Workspace.Time);
        RunbookRunner runner = new(new LocalProcessRunner(Workspace.Time), HealthSession.Shared.Ssh.RunnerFor, Workspace.Time);
        bool stopped = false;
        foreach (RunbookEvent happened in Stream(stop => runner.RunAsync(request, stop)))
        {
            recorder?.Record(happened);
            if (stopped)
            {
                continue;
            }

            try
            {
                Take(happened, request, person, expressions, scripts);
            }
            catch (PipelineStoppedException)
            {
                // Nothing is shown or asked any more, and no step starts; the record goes on to the run's end, which is near.
                StopProcessing();
                stopped = true;
            }
        }

        if (stopped)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Take(RunbookEvent happened, RunbookRunRequest request, RunbookOperator person, RunbookExpressions expressions, RunbookScripts scripts)
    {
        switch (happened)
        {
            case StepApproval approval:
                person.Answer(approval);
                break;
            case StepCondition condition:
                expressions.Answer(condition);
                break;
            case ScriptReached script:
                scripts.Run(script);
                break;
            case ManualStepReached manual:
                person.Answer(manual);
                break;
            case StepStarted started:
                Show(request.Runbook, started);
                break;
            case StepOutput line:
                Show(line);
                break;
            case StepFinished { Result: var result }:
                WriteVerbose(Printable.Line($"Step {result.Step.Number}{On(result.HostName)} {result.Status}{(result.Reason is { } reason ? ": " + reason : "")}"));
                break;
            case RunFinished { Run: var run }:
                Finish(run, person);
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
            Secrets = new SecretResolver(Workspace.Configuration, Workspace.Environment),
        };
        return Stream(stop => new HealthSweep(HealthSession.Shared).RunAsync(request, stop));
    }

    private void Finish(RunbookRun run, RunbookOperator person)
    {
        WriteProgress(new ProgressRecord(0, run.Runbook, "Done") { RecordType = ProgressRecordType.Completed });
        WriteObject(run);
        if (person.Unasked is { } step)
        {
            WriteError(RunbookErrors.NeedsConfirmation(run, step).ToErrorRecord(run));
        }
        else if (run.Status == RunbookRunStatus.Failed)
        {
            WriteError(RunbookErrors.Failed(run).ToErrorRecord(run));
        }
        else if (run.Status == RunbookRunStatus.Waiting)
        {
            WriteWarning(Printable.Line($"The runbook '{run.Runbook}' is waiting: {run.Reason}."));
        }
        else if (run is { Status: RunbookRunStatus.Succeeded, Reason: { } leftOut })
        {
            WriteWarning(Printable.Line($"The runbook '{run.Runbook}' did not run on all machines; {leftOut}."));
        }
    }

    private static string On(string host) => host == RunbookRunner.ThisMachine ? "" : $" on {host}";

    private void Show(Runbook runbook, StepStarted started)
    {
        string title = Printable.Line(started.Step.Title);
        WriteVerbose($"Step {started.Step.Number}{On(started.HostName)}: {title}");
        WriteProgress(new ProgressRecord(
            0,
            Printable.Line(runbook.Title),
            string.Create(CultureInfo.CurrentCulture, $"Step {started.Step.Number} of {runbook.Steps.Count}: {title}"))
        {
            PercentComplete = (started.Step.Number - 1) * 100 / runbook.Steps.Count,
        });
    }

    private void Show(StepOutput line)
    {
        string text = (line.HostName == RunbookRunner.ThisMachine ? "" : line.HostName + ": ") + Printable.Line(line.Text);
        WriteVerbose($"{line.Step.Number}{(line.IsError ? "!" : ">")} {text}");
        WriteInformation(text, LineTags);
    }
}
