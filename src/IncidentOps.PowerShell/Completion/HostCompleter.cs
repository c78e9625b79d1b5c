using IncidentOps.Core;
using IncidentOps.Core.Configuration;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the machines that the configured checks look at over ssh, and those of the user's ssh configuration.</summary>
public sealed class HostCompleter : WorkspaceCompleter
{
    private protected override Task<List<Candidate>> FindAsync(Workspace workspace, CompletionWord word, CancellationToken cancellationToken)
    {
        List<Candidate> machines = [.. workspace.Configuration.Services
            .SelectMany(service => service.Checks.Select(check => (service.Name, Host: check.Host?.ToString())))
            .Where(machine => machine.Host is not null)
            .GroupBy(machine => machine.Host!, StringComparer.OrdinalIgnoreCase)
            .Select(machine => new Candidate(machine.Key, string.Join(", ", machine.Select(use => use.Name).Distinct(StringComparer.OrdinalIgnoreCase))))];
        HashSet<string> known = new(machines.Select(machine => machine.Text), StringComparer.OrdinalIgnoreCase);
        machines.AddRange(SshUserHosts.Read(workspace.Environment, cancellationToken).Where(known.Add).Select(static host => new Candidate(host, "of the ssh configuration")));
        return Task.FromResult(machines);
    }
}
