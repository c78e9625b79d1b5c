using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Text;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.PowerShell.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Runs a runbook: what only looks runs at once, all else asks. Gives one run at the end.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Runbook", DefaultParameterSetName = ByName, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RunbookRun))]
public sealed class InvokeRunbookCommand : IncidentOpsCommand
{
    private const string ByName = "Name";
    private const string ByPath = "Path";

    private static readonly string[] LineTags = ["IncidentOps.Runbook"];

    /// <summary>The runbook's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(RunbookCompleter))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>A Markdown file, wherever it stands.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The values that its commands need, by name. Secure strings are taken as well.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable Parameter { get; set; } = [];

    /// <summary>The incident that the run belongs to: its steps and their output join the timeline.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference? Incident { get; set; }

    /// <summary>Run the steps that only look, and no others.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    private bool MayPrompt => !MyInvocation.BoundParameters.TryGetValue("Confirm", out object? given) || ((SwitchParameter)given).IsPresent;

    /// <inheritdoc/>
    protected override void Process()
    {
        Runbook runbook = ParameterSetName == ByPath
            ? RunbookCatalog.LoadToRun(ToFilePath(Path))
            : RunbookCatalog.Of(Workspace.Configuration).GetToRun(Name);
        long? number = Incident is { } reference
            ? Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop))
            : ChosenIncident.Get(Workspace.StorePath);
        RunbookRunRequest request = new()
        {
            Runbook = runbook,
            Parameters = Values(),
            Incident = number is { } known ? Await(stop => Workspace.Incidents.GetAsync(known, null, stop)).Id : null,
            ReadOnly = ReadOnly,
            DryRun = IsWhatIf,
            WorkingDirectory = CurrentDirectory,
            Environment = Workspace.Environment.Variables(),
        };
        if (request.DryRun)
        {
            foreach (RunbookStep step in runbook.Steps)
            {
                _ = ShouldProcess(RunbookOperator.Target(step), RunbookOperator.Action(step));
            }
        }

        RunbookRecorder? recorder = number is { } joined && !request.DryRun ? new RunbookRecorder(Workspace.Incidents, joined, runbook) : null;
        Run(request, recorder);
    }

    private void Run(RunbookRunRequest request, RunbookRecorder? recorder)
    {
        RunbookOperator person = new(this, MayPrompt);
        RunbookRunner runner = new(new LocalProcessRunner(Workspace.Time), Workspace.Time);
        foreach (RunbookEvent happened in Stream(stop => runner.RunAsync(request, stop)))
        {
            recorder?.Record(happened);
            switch (happened)
            {
                case StepApproval approval:
                    person.Answer(approval);
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
                    WriteVerbose(Printable.Line($"Step {result.Step.Number} {result.Status}{(result.Reason is { } reason ? ": " + reason : "")}"));
                    break;
                case RunFinished { Run: var run }:
                    Finish(run, person);
                    break;
                default:
                    break;
            }
        }
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
    }

    private void Show(Runbook runbook, StepStarted started)
    {
        string title = Printable.Line(started.Step.Title);
        WriteVerbose($"Step {started.Step.Number}: {title}");
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
        string text = Printable.Line(line.Text);
        WriteVerbose($"{line.Step.Number}{(line.IsError ? "!" : ">")} {text}");
        WriteInformation(text, LineTags);
    }

    private Dictionary<string, string> Values()
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Parameter)
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            object? value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            values[name] = value switch
            {
                SecureString secret => new NetworkCredential("", secret).Password,
                string text => text,
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                bool flag => flag ? "true" : "false",
                _ => throw RunbookErrors.WrongParameterValue(name),
            };
        }

        return values;
    }
}
