using System.Globalization;
using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the steps of the runbook that is named: their ids, else their numbers, with their titles.</summary>
public sealed class RunbookStepCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken) =>
        Task.FromResult(NamedRunbooks.Find(workspace, word)
            .TakeWhile(_ => !cancellationToken.IsCancellationRequested)
            .SelectMany(runbook => runbook.Steps)
            .Select(step => new Candidate(step.Id ?? step.Number.ToString(CultureInfo.InvariantCulture), $"{step} ({step.Risk})"))
            .DistinctBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)
            .ToList());
}
