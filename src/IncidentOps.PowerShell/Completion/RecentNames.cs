using IncidentOps.Core;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Names that recent incidents bear, newest first.</summary>
internal static class RecentNames
{
    private const int Most = 100;

    public static async Task<List<Candidate>> FindAsync(
        Workspace workspace,
        Func<Incident, IEnumerable<string>> names,
        CancellationToken cancellationToken)
    {
        List<Candidate> found = [];
        await foreach (Incident incident in workspace.Incidents.QueryAsync(new IncidentQuery { First = Most }, cancellationToken))
        {
            found.AddRange(names(incident).Select(name => new Candidate(name, $"{name} ({incident.Id})")));
        }

        return [.. found.DistinctBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)];
    }
}
