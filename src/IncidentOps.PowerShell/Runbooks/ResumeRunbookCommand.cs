using System.Collections;
using System.Management.Automation;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Goes on with a run that was interrupted, was stopped, has failed, or waits for a person. What has ended is not done again.</summary>
[Cmdlet(VerbsLifecycle.Resume, "Runbook", DefaultParameterSetName = AskSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RunbookRun))]
public sealed class ResumeRunbookCommand : IncidentOpsCommand
{
    private const string AskSet = "Ask";
    private const string RetrySet = "Retry";
    private const string SkipSet = "Skip";

    /// <summary>The run's id. Left alone: the only one that was interrupted or waits.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [RunId]
    [ArgumentCompleter(typeof(RunbookRunCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>The values that were not recorded: secrets. Secure strings are taken as well.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable Parameter { get; set; } = [];

    /// <summary>What was found at the step for a person that the run waits for. It counts as done; nobody is asked about it.</summary>
    [Parameter]
    [AllowEmptyString]
    [ValidateNotNull]
    public string? Finding { get; set; }

    /// <summary>Run a step again that may have run already, or that has failed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RetrySet)]
    public SwitchParameter Retry { get; set; }

    /// <summary>Go on after a step that may have run already, or that has failed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SkipSet)]
    public SwitchParameter Skip { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        RunLedger runs = Workspace.Runs;
        string id = Id ?? OnlyOne(runs).Id;
        (RecordedRun recorded, long? number) = Await(stop => runs.FindAsync(id, stop));
        RunbookRun run = runs.ToRun(recorded, number);
        RunResumption resumption = RunResumption.Of(recorded, run);
        Runbook runbook = RunbookCatalog.LoadToRun(resumption.Document);
        resumption.RequireUnchanged(runbook);

        RunbookOperator person = new(this);
        if (Finding is not null)
        {
            person.Finding = (resumption.Awaited?.Number ?? throw RunbookErrors.NobodyAwaited(run), Finding.Trim());
        }

        RunbookExecution execution = new(this, person, number);
        RunbookRunRequest request = Request(resumption, runbook, run, number);
        if (IsWhatIf)
        {
            Show(request with { DryRun = true, History = resumption.History() }, resumption, execution);
            return;
        }

        if (!Settle(resumption, run, execution))
        {
            return;
        }

        // What a step has set that runs no more, and that was not written down, has to be given.
        request = request with { History = resumption.History() };
        request = request with { Parameters = person.Complete(request.Parameters, PreparedRun.WithoutValues(request).Missing) };
        string plan = PreparedRun.Of(request).Hash;
        if (number is { } incident)
        {
            request = request with { Approvals = Await(stop => new PlanApprovals(Workspace).RulesAsync(incident, plan, stop)) };
        }

        IRunLog log = Await(stop => runs.TakeOverAsync(recorded, number, resumption.Events(ProcessIdentity.Current), stop));
        execution.Run(request, RunRecorder.Of(request, log));
    }

    private RunbookRun OnlyOne(RunLedger runs)
    {
        const int shown = 5;
        RunQuery query = new() { Statuses = [RunbookRunStatus.Interrupted, RunbookRunStatus.Waiting], First = shown };
        List<RunbookRun> found = [.. Stream(stop => runs.QueryAsync(query, stop))];
        return found.Count switch
        {
            0 => throw RunbookErrors.NothingToResume(),
            1 => found[0],
            _ => throw RunbookErrors.SeveralToResume(found),
        };
    }

    private RunbookRunRequest Request(RunResumption resumption, Runbook runbook, RunbookRun run, long? number)
    {
        Incident? incident = number is { } joined ? Await(stop => Workspace.Incidents.GetAsync(joined, null, stop)) : null;
        RunbookRunRequest request = resumption.Setup.Apply(RunbookRunRequest.For(Workspace, runbook, incident) with
        {
            Parameters = RunbookValuesCommand.ToTexts(Parameter),
            Objection = ExpressionRules.Objection,
        });
        return resumption.Folder is { } folder && !Directory.Exists(folder) ? throw RunbookErrors.RunFolderGone(run, folder) : request;
    }

    /// <summary>Says what would run, and gives the run as planned.</summary>
    private void Show(RunbookRunRequest request, RunResumption resumption, RunbookExecution execution)
    {
        HashSet<int> ended = [.. resumption.Ended.Select(result => result.Step.Number)];
        HashSet<int> uncertain = [.. resumption.Uncertain.Where(step => !RunResumption.HasFailed(step)).Select(step => step.Step.Number)];
        PreparedRun prepared = PreparedRun.WithoutValues(request);
        ended.ExceptWith(resumption.Uncertain.Select(step => step.Step.Number));
        foreach (RunbookStep step in prepared.Offered.Where(step => !ended.Contains(step.Number)))
        {
            _ = ShouldProcess(
                RunbookOperator.Target(step, prepared.Hosts.Of(step).Names),
                uncertain.Contains(step.Number) ? $"Settle whether it has run already; {RunbookOperator.Action(step)}" : RunbookOperator.Action(step));
        }

        execution.Run(request, recorder: null);
    }

    /// <summary>Decides about the steps that may have run. False where the run is to stay as it is.</summary>
    private bool Settle(RunResumption resumption, RunbookRun run, RunbookExecution execution)
    {
        foreach (RecordedStep step in resumption.Uncertain)
        {
            string? verdict = null;
            if (step.Step.Verify is { } verify)
            {
                StepCondition condition = new(step.Step, verify, [.. resumption.Ended, step.ToResult()]);
                execution.Answer(condition);
                if (condition.Holds)
                {
                    resumption.Verified(step);
                    continue;
                }

                verdict = condition.Error is { } error ? $"its verification cannot be told ({error})" : "its verification is not true";
            }

            bool? again = Retry ? true : Skip ? false : null;
            if (again is null && !UncertainStepQuestion.TryAsk(this, step, verdict, out again))
            {
                throw RunResumption.HasFailed(step) ? RunbookErrors.StepHasFailed(run, step.Result!) : RunbookErrors.StepUncertain(run, step.Step);
            }

            switch (again)
            {
                case true:
                    resumption.RunAgain(step);
                    break;
                case false:
                    resumption.LeaveOut(step);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
