using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the guide's scenarios, with their symptoms as the tool tip.</summary>
public sealed class ScenarioCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken) =>
        Task.FromResult(workspace.Procedure.Scenarios
            .Select(scenario => new Candidate(scenario.Name, scenario.Symptoms.Count == 0 ? scenario.Name : string.Join(", ", scenario.Symptoms)))
            .ToList());
}
