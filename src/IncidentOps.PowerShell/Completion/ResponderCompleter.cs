using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the configured responders, and those who held roles in recent incidents.</summary>
public sealed class ResponderCompleter : WorkspaceCompleter
{
    private protected override async Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken)
    {
        List<Candidate> found = [.. workspace.Configuration.Responders.Select(responder =>
            new Candidate(responder.Name, responder.Role is null ? responder.Name : $"{responder.Name}, {responder.Role}"))];
        found.AddRange(await RecentNames.FindAsync(workspace, incident => incident.Roles.Values, cancellationToken));
        return [.. found.DistinctBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)];
    }
}
