using IncidentOps.Core;
using IncidentOps.Core.Runbooks;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the names of runbooks: the organisation's own and the built-in ones.</summary>
public sealed class RunbookCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken) =>
        Task.FromResult(RunbookCatalog.Of(workspace.Configuration).Names().Select(name => new Candidate(name, name)).ToList());
}
