using System.Globalization;
using IncidentOps.Core;
using IncidentOps.Core.Runbooks.Recording;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the ids of runs, those that can go on first, with the runbook and how it stands as the tool tip.</summary>
public sealed class RunbookRunCompleter : WorkspaceCompleter
{
    private const int Most = 50;

    private protected override async Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken)
    {
        List<RunbookRun> found = [];
        await foreach (RunbookRun run in workspace.Runs.QueryAsync(new RunQuery { First = Most }, cancellationToken))
        {
            found.Add(run);
        }

        return [.. found
            .OrderByDescending(run => run.Status is RunbookRunStatus.Interrupted or RunbookRunStatus.Waiting)
            .Select(run => new Candidate(run.Id, string.Create(CultureInfo.InvariantCulture, $"{run.Runbook} {run.Status}, {run.StartedAt:yyyy-MM-dd HH:mm} UTC")))];
    }
}
