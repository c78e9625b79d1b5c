using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the components of recent incidents.</summary>
public sealed class ComponentCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken) =>
        RecentNames.FindAsync(workspace, incident => incident.Components, cancellationToken);
}
