using IncidentOps.Core;
using IncidentOps.Core.Runbooks;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes a value that a runbook needs: its choices, else its default.</summary>
public sealed class RunbookValueCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken) =>
        Task.FromResult(NamedRunbooks.Find(workspace, word)
            .SelectMany(runbook => runbook.Parameters)
            .Where(parameter => !parameter.Secret && ParameterNames.Comparer.Equals(parameter.Name, word.Parameter))
            .SelectMany(Values)
            .ToList());

    private static IEnumerable<Candidate> Values(RunbookParameter parameter) =>
        (parameter.Choices.Count > 0 ? parameter.Choices : parameter.Default is { Length: > 0 } value ? [value] : [])
        .Select(value => new Candidate(value, parameter.Description ?? parameter.Name));
}
