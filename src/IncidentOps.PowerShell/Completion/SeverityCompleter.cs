using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the procedure's severities, most severe first, with their definition as the tool tip.</summary>
public sealed class SeverityCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken) =>
        Task.FromResult(workspace.Procedure.Severities
            .OrderBy(level => level.Rank)
            .Select(level => new Candidate(level.Name, level.Definition is null ? level.ToString() : $"{level}: {level.Definition}"))
            .ToList());
}
