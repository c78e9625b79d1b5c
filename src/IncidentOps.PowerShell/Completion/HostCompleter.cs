using IncidentOps.Core;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the machines that the configured checks look at over ssh.</summary>
public sealed class HostCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(Workspace workspace, CompletionWord word, CancellationToken cancellationToken) =>
        Task.FromResult<List<Candidate>>([.. workspace.Configuration.Services
            .SelectMany(service => service.Checks.Select(check => (service.Name, Host: check.Host?.ToString())))
            .Where(machine => machine.Host is not null)
            .GroupBy(machine => machine.Host!, StringComparer.OrdinalIgnoreCase)
            .Select(machine => new Candidate(machine.Key, string.Join(", ", machine.Select(use => use.Name).Distinct(StringComparer.OrdinalIgnoreCase))))]);
}
