using IncidentOps.Core;
using IncidentOps.Core.Incidents;

namespace IncidentOps.PowerShell.Completion;

/// <summary>Completes the usual roles, and those of recent incidents.</summary>
public sealed class RoleCompleter : WorkspaceCompleter
{
    private static readonly Candidate[] Usual =
    [
        new(IncidentLifecycle.CommanderRole, "Leads the response and decides"),
        new("Communications", "Speaks to stakeholders and customers"),
        new("Operations", "Works on the systems"),
        new("Scribe", "Keeps the timeline"),
    ];

    private protected override async Task<List<Candidate>> FindAsync(
        Workspace workspace,
        CompletionWord word,
        CancellationToken cancellationToken)
    {
        List<Candidate> recent = await RecentNames.FindAsync(workspace, incident => incident.Roles.Keys, cancellationToken);
        return [.. Usual.Concat(recent).DistinctBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)];
    }
}
