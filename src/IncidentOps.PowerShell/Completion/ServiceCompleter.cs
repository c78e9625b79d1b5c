using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the configured services, and those of recent incidents.</summary>
public sealed class ServiceCompleter : WorkspaceCompleter
{
    private protected override async Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken)
    {
        List<Candidate> found = [.. workspace.Configuration.Services.Select(service =>
            new Candidate(service.Name, service.Description ?? service.Name))];
        found.AddRange(await RecentNames.FindAsync(workspace, incident => incident.Services, cancellationToken));
        return [.. found.DistinctBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)];
    }
}
