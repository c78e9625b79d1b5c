using IncidentOps.Core;
using IncidentOps.Procedures;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the tasks of the procedure's checklists, with their checklist as the tool tip.</summary>
public sealed class TaskCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken)
    {
        List<Candidate> found = [];
        foreach (Checklist checklist in workspace.Procedure.Checklists.Where(checklist => !checklist.IsExercise))
        {
            found.AddRange(checklist.Tasks.Select(task => new Candidate(task.Text, checklist.Name)));
        }

        return Task.FromResult(found);
    }
}
