using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.PowerShell.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// What the commands share that make a runbook ready to run: which one, which of its steps, and its values, each of
/// which is a parameter of its own as soon as the runbook is named.
/// </summary>
public abstract class RunbookValuesCommand : IncidentOpsCommand, IDynamicParameters
{
    private protected const string ByName = "Name";
    private protected const string ByPath = "Path";
    private protected const string ByRunbook = "Runbook";

    private RunbookParameters? _own;
    private long? _number;

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

    /// <summary>A runbook, as Get-Runbook gives it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByRunbook)]
    [ValidateNotNull]
    public Runbook? InputObject { get; set; }

    /// <summary>The values that its commands need, by name. Secure strings are taken as well.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable Parameter { get; set; } = [];

    /// <summary>Only these steps, by number or id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RunbookStepCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Step { get; set; } = [];

    /// <summary>Only from this step on, by number or id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RunbookStepCompleter))]
    [ValidateNotNullOrEmpty]
    public string? From { get; set; }

    /// <summary>Only the steps of these parts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public RunbookPart[] Part { get; set; } = [];

    /// <summary>Only the steps that only look.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>The machines to run the steps on, over ssh; "localhost" is this one.</summary>
    [Parameter]
    [Alias("ComputerName")]
    [ArgumentCompleter(typeof(HostCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] HostName { get; set; } = [];

    /// <summary>The incident that the run belongs to: its approvals and its steps with their output join the timeline.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public IncidentReference? Incident { get; set; }

    /// <summary>The incident's number: the one named, else the one that Use-Incident chose; null for none.</summary>
    private protected long? Number => _number ??= Incident is { } reference
        ? Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop))
        : ChosenIncident.Get(Workspace.StorePath);

    /// <summary>The values of the named runbook as parameters.</summary>
    /// <returns>The parameters by name; none as long as no runbook is named.</returns>
    public object? GetDynamicParameters()
    {
        try
        {
            _own = Named() is { } runbook ? new RunbookParameters(runbook, Workspace.Environment.Variables()) : null;
        }
        catch (IncidentOpsException)
        {
            // The command itself says what is wrong with the runbook.
            _own = null;
        }

        return _own?.Definitions;
    }

    /// <summary>The run as it was asked for, with the approvals that its plan has.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <param name="person">Who says the values that are missing.</param>
    /// <param name="dryRun">Whether nothing is to run: then nothing is asked either.</param>
    private protected RunbookRunRequest Request(Runbook runbook, RunbookOperator person, bool dryRun)
    {
        IncidentOps.Incidents.Incident? incident = Number is { } number ? Await(stop => Workspace.Incidents.GetAsync(number, null, stop)) : null;
        RunbookRunRequest request = RunbookRunRequest.For(Workspace, runbook, incident) with
        {
            Parameters = Values(),
            Selection = new RunbookSelection { Steps = Step, From = From, Parts = Part },
            Objection = ExpressionRules.Objection,
            HostNames = HostName,
            ReadOnly = ReadOnly,
            DryRun = dryRun,
            WorkingDirectory = CurrentDirectory,
        };
        if (dryRun)
        {
            return request;
        }

        request = request with { Parameters = person.Complete(request.Parameters, PreparedRun.WithoutValues(request).Missing) };
        return Number is { } joined
            ? request with { Approvals = Await(stop => new PlanApprovals(Workspace).RulesAsync(joined, PreparedRun.Of(request).Hash, stop)) }
            : request;
    }

    /// <summary>The runbook as its file has it now; only the file's owner may be able to change it.</summary>
    private protected Runbook LoadToRun() =>
        InputObject is { } runbook ? RunbookCatalog.LoadToRun(runbook)
        : Path.Length > 0 ? RunbookCatalog.LoadToRun(ToFilePath(Path))
        : RunbookCatalog.Of(Workspace.Configuration).GetToRun(Name);

    /// <summary>The values given, however they were.</summary>
    private protected Dictionary<string, string> Values()
    {
        Dictionary<string, string> values = ToTexts(Parameter);
        foreach ((string name, object? value) in _own?.Given ?? [])
        {
            values[name] = ToText(name, value);
        }

        return values;
    }

    /// <summary>The runbook as far as the command line names it by now; null where it does not.</summary>
    private Runbook? Named() =>
        InputObject
        ?? (Path.Length > 0 ? RunbookCatalog.Load(ToFilePath(Path))
            : Name.Length > 0 ? RunbookCatalog.Of(Workspace.Configuration).Get(Name)
            : null);

    internal static Dictionary<string, string> ToTexts(Hashtable given)
    {
        Dictionary<string, string> values = new(ParameterNames.Comparer);
        foreach (DictionaryEntry entry in given)
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            values[name] = ToText(name, entry.Value);
        }

        return values;
    }

    internal static string ToText(string name, object? value) => BareObject.Of(value) switch
    {
        SecureString secret => new NetworkCredential("", secret).Password,
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => throw RunbookErrors.WrongParameterValue(name),
    };
}
