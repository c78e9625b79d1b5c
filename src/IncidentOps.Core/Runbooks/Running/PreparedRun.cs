using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Runbooks.Planning;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>A request with its steps chosen and its values found: what a plan shows and a run does.</summary>
internal sealed class PreparedRun
{
    private readonly SelectedRunbook _selected;
    private readonly RunbookRunRequest _request;

    private PreparedRun(RunbookRunRequest request)
    {
        if (request.Runbook.Steps.Count == 0)
        {
            throw RunbookErrors.NoSteps(request.Runbook);
        }

        _request = request;
        _selected = request.Selection.Apply(request.Runbook, request.History);
        (Given, Missing) = ParameterValues.Resolve(Runbook, Chosen.Concat(Undoing), request.Parameters, request.Environment, request.Secrets);
        SecretNames = new HashSet<string>(Runbook.Parameters.Where(parameter => parameter.Secret).Select(parameter => parameter.Name), ParameterNames.Comparer);
        Values = new RunValues(Runbook, Given, request.Environment);
        Hosts = new StepHosts(request.HostNames, request.KnownHosts);
        Hash = PlanHash.Of(Runbook.Sha256, request.Incident, Chosen.Select(step => (step.Number, PlacesOf(step))), Given, SecretNames);
    }

    /// <summary>The runbook as the chosen steps alone would have it.</summary>
    public Runbook Runbook => _selected.Runbook;

    /// <summary>The steps that are to run.</summary>
    public IEnumerable<RunbookStep> Chosen => Runbook.Steps.Where(step => WhyLeftOut(step) is null);

    /// <summary>The steps that would take those back. What they need has to be there before anything is done.</summary>
    public IEnumerable<RunbookStep> Undoing => Chosen.Select(new UndoSteps(Runbook).Of).OfType<RunbookStep>().Distinct();

    /// <summary>The steps that were chosen, whether they can run or not.</summary>
    public IEnumerable<RunbookStep> Offered => Runbook.Steps.Where(step => !_selected.LeftOut.ContainsKey(step.Number));

    /// <summary>The values by the runbook's names.</summary>
    public IReadOnlyDictionary<string, string> Given { get; }

    /// <summary>The values that the steps need and nobody gave.</summary>
    public IReadOnlyList<RunbookParameter> Missing { get; }

    public IReadOnlySet<string> SecretNames { get; }

    public RunValues Values { get; }

    /// <summary>Where each step runs.</summary>
    public StepHosts Hosts { get; }

    private IReadOnlyList<string> PlacesOf(RunbookStep step) => step.Shell == SqlStep.Shell ? [_request.Databases.PlaceOf(step)] : Hosts.Of(step).Names;

    /// <summary>How many machines the chosen steps run on.</summary>
    public int HostCount => Chosen.SelectMany(step => Hosts.Of(step).Hosts).Select(host => host.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>What approvals are given to.</summary>
    public string Hash { get; }

    /// <summary>Throws where a value is missing.</summary>
    public static PreparedRun Of(RunbookRunRequest request)
    {
        PreparedRun run = new(request);
        return run.Missing.Count == 0 ? run : throw RunbookErrors.MissingParameters(run.Runbook, run.Missing);
    }

    /// <summary>The same, with values missing or not.</summary>
    public static PreparedRun WithoutValues(RunbookRunRequest request) => new(request);

    /// <summary>The run as it begins.</summary>
    public RunbookRun Begin(DateTimeOffset at) => new()
    {
        Id = _request.History?.Id ?? UuidV7.Create(at).ToString(),
        Runbook = Runbook.Name,
        Sha256 = Runbook.Sha256,
        Incident = _request.Incident,
        Plan = Hash,
        Selection = _request.Selection.Describe(_request.ReadOnly),
        Status = _request.DryRun ? RunbookRunStatus.Planned : RunbookRunStatus.Running,
        StartedAt = _request.History?.StartedAt ?? at,
        Duration = TimeSpan.Zero,
    };

    /// <summary>The shell that the steps on this machine share, with the values in its environment.</summary>
    public ShellSession OpenSession(IProcessRunner processes, TimeProvider time)
    {
        Dictionary<string, string> environment = new(_request.Environment, StringComparer.Ordinal);
        foreach ((string name, string value) in Values.Variables)
        {
            environment[name] = value;
        }

        RunState? left = _request.History?.StateOf(RunbookRunner.ThisMachine);
        left?.Restore(environment, Given);
        return new ShellSession(processes, environment, left?.Folder ?? _request.WorkingDirectory, Values.SecretVariables, time);
    }

    /// <summary>The shells that the steps on another machine share.</summary>
    public RemoteShell OpenRemote(string host, IProcessRunner processes) =>
        new(host, processes, Values.Variables, Values.SecretVariables, _request.History?.StateOf(host), Given);

    /// <summary>Why a step is not to run; null where it is.</summary>
    public string? WhyLeftOut(RunbookStep step) => _selected.LeftOut.GetValueOrDefault(step.Number) ?? RunbookRunner.WhySkipped(step, _request);
}
