using System.Globalization;
using IncidentOps.Core;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes ids, open incidents first, with the title as the tool tip. A bare number is understood.</summary>
public sealed class IncidentCompleter : WorkspaceCompleter
{
    private const int Most = 50;

    private protected override async Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken)
    {
        List<Incident> found = [];
        if (IncidentId.TryParse(word.Text, out long number))
        {
            found.Add(await workspace.Incidents.GetAsync(number, null, cancellationToken));
        }

        await foreach (Incident incident in workspace.Incidents.QueryAsync(new IncidentQuery { First = Most }, cancellationToken))
        {
            found.Add(incident);
        }

        return [.. found
            .DistinctBy(incident => incident.Number)
            .Where(incident => word.Matches(new Candidate(incident.Id, ""))
                || incident.Number.ToString(CultureInfo.InvariantCulture).StartsWith(word.Text, StringComparison.Ordinal))
            .OrderByDescending(incident => incident.IsActive)
            .ThenByDescending(incident => incident.Number)
            .Select(incident => new Candidate(incident.Id, $"{incident.Severity} {incident.Status}: {incident.Title}"))];
    }
}
