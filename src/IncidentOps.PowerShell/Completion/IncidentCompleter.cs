using IncidentOps.Core;
using IncidentOps.Core.Errors;
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
            try
            {
                found.Add(await workspace.Incidents.GetAsync(number, null, cancellationToken));
            }
            catch (IncidentOpsException exception) when (exception.Kind == ErrorKind.NotFound)
            {
                // The beginning of another number, perhaps.
            }
        }

        await foreach (Incident incident in workspace.Incidents.QueryAsync(new IncidentQuery { First = Most }, cancellationToken))
        {
            found.Add(incident);
        }

        return [.. found
            .DistinctBy(incident => incident.Number)
            .OrderByDescending(incident => incident.IsActive)
            .ThenByDescending(incident => incident.Number)
            .Select(incident => new Candidate(incident.Id, $"{incident.Severity} {incident.Status}: {incident.Title}"))];
    }

    /// <summary>By the beginning of the id or of the number, not by what stands inside: "1" is not INC-21.</summary>
    private protected override bool Matches(Candidate candidate, CompletionWord word) =>
        candidate.Text.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase)
        || IncidentId.NumberOf(candidate.Text).StartsWith(word.Text, StringComparison.Ordinal);
}
