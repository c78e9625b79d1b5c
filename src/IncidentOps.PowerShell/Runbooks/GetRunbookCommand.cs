using System.Management.Automation;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Suggesting;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.PowerShell.Commands;
using IncidentOps.PowerShell.Completion;
using IncidentOps.PowerShell.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// Gives runbooks, compiled: their steps, what each of them may do, and the values they need. For an incident or a symptom
/// those that fit, best first, each with the reason.
/// </summary>
[Cmdlet(VerbsCommon.Get, "Runbook", DefaultParameterSetName = ByName)]
[OutputType(typeof(Runbook))]
public sealed class GetRunbookCommand : IncidentOpsCommand
{
    private const string ByName = "Name";
    private const string ByPath = "Path";
    private const string ByIncident = "Incident";
    private const string ByObject = "InputObject";

    /// <summary>The runbooks' names; wildcards are allowed. All of them unless given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(RunbookCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Only those for one of these services; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Service { get; set; } = [];

    /// <summary>Only those that fit what is seen to be wrong, best first.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    public string? Symptom { get; set; }

    /// <summary>The incidents to suggest runbooks for: ids or numbers.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByIncident)]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    [ValidateNotNullOrEmpty]
    public IncidentReference[] Incident { get; set; } = [];

    /// <summary>An incident to suggest runbooks for, as Get-Incident gives it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public Incident? InputObject { get; set; }

    /// <summary>Markdown files, wherever they stand.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override void Process()
    {
        switch (ParameterSetName)
        {
            case ByPath:
                foreach (string path in Path)
                {
                    Guard(() => WriteObject(RunbookCatalog.Load(ToFilePath(path))), path);
                }

                break;
            case ByObject:
                Guard(() => Suggest(new IncidentReference(InputObject!)), InputObject);
                break;
            case ByIncident:
                foreach (IncidentReference incident in Incident)
                {
                    Guard(() => Suggest(incident), incident.Target);
                }

                break;
            default:
                Search();
                break;
        }
    }

    private void Search()
    {
        IEnumerable<Runbook> found = Name.Length == 0 ? Find(name: null) : Name.SelectMany(name => Find(name)).DistinctBy(runbook => (runbook.Path, runbook.Name));
        Wildcard[] services = [.. Service.Select(service => new Wildcard(service))];
        if (services.Length > 0)
        {
            found = found.Where(runbook => Service.Any(service => RunbookSuggester.IsFor(runbook, service)) || runbook.Services.Any(own => services.Any(service => service.Matches(own))));
        }

        if (Symptom is { } symptom)
        {
            IReadOnlyList<Runbook> fitting = RunbookSuggester.Suggest(found, TroubleReport.Of(symptom));
            WriteObject(fitting, enumerateCollection: true);
            if (fitting.Count == 0)
            {
                WriteWarning(Printable.Line($"No runbook speaks of '{symptom}'. Say in other words what is wrong with what, or see all with Get-Runbook."));
            }

            return;
        }

        foreach (Runbook runbook in found)
        {
            WriteObject(runbook);
        }
    }

    private void Suggest(IncidentReference reference)
    {
        long number = Await(stop => Workspace.Incidents.ResolveNumberAsync(reference.Text, stop));
        Incident incident = Await(stop => Workspace.Incidents.GetAsync(number, null, stop));
        TroubleReport report = TroubleReport.Of(incident, Await(stop => Workspace.Incidents.ReadTimelineAsync(number, null, stop)));
        IReadOnlyList<Runbook> fitting = RunbookSuggester.Suggest(Find(name: null), report);
        WriteObject(fitting, enumerateCollection: true);
        if (fitting.Count == 0)
        {
            WriteWarning(Printable.Line($"No runbook fits {incident}. Describe it with Set-Incident -Symptom or -Impact, or search with Get-Runbook -Symptom and -Service."));
        }
    }

    /// <summary>The runbooks of a name; a name that fits none is an error of its own, and the others are still found.</summary>
    private IEnumerable<Runbook> Find(string? name)
    {
        RunbookCatalog catalog = RunbookCatalog.Of(Workspace.Configuration);
        if (name is null || WildcardPattern.ContainsWildcardCharacters(name))
        {
            return catalog.Find(name, failure => Guard(() => throw failure, name));
        }

        List<Runbook> one = [];
        Guard(() => one.Add(catalog.Get(name)), name);
        return one;
    }
}
