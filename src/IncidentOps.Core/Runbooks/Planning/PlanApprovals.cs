using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Planning;

/// <summary>Approvals of plans, kept in the log of the incident that they are for.</summary>
internal sealed class PlanApprovals(Workspace workspace)
{
    /// <summary>Records that whoever sits here approves a plan.</summary>
    public async Task<RunbookApproval> ApproveAsync(RunbookPlan plan, string? role, string? message, CancellationToken cancellationToken)
    {
        if (plan.Incident is not { } id)
        {
            throw RunbookErrors.PlanWithoutIncident(plan);
        }

        if (plan.Path is { } path && RunbookCatalog.Load(path).Sha256 != plan.Sha256)
        {
            throw RunbookErrors.PlanOutdated(plan);
        }

        long number = await workspace.Incidents.ResolveNumberAsync(id, cancellationToken).ConfigureAwait(false);
        Incident incident = await workspace.Incidents.GetAsync(number, asOf: null, cancellationToken).ConfigureAwait(false);
        string actor = workspace.Environment.UserName;
        if (role is not null && HolderOf(role, incident) is { } holder && !string.Equals(holder, actor, StringComparison.OrdinalIgnoreCase))
        {
            throw RunbookErrors.RoleHeldByAnother(plan, role, holder, actor);
        }

        await workspace.Incidents.RecordAsync(number, new RunbookPlanApproved(plan.Runbook, plan.Hash, role, message), at: null, cancellationToken).ConfigureAwait(false);
        return (await ReadAsync(number, plan.Hash, cancellationToken).ConfigureAwait(false))[^1];
    }

    /// <summary>The approvals of one plan, in the order in which they were given.</summary>
    public async Task<IReadOnlyList<RunbookApproval>> ReadAsync(long number, string hash, CancellationToken cancellationToken)
    {
        List<RunbookApproval> approvals = [];
        foreach (TimelineEntry entry in await workspace.Incidents.ReadTimelineAsync(number, asOf: null, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Type == nameof(RunbookPlanApproved)
                && EventCatalog.Read(entry.Type, version: 1, entry.Data) is RunbookPlanApproved approved
                && approved.Hash == hash)
            {
                approvals.Add(new RunbookApproval
                {
                    Incident = entry.Incident,
                    Runbook = approved.Runbook,
                    Hash = approved.Hash,
                    Approver = entry.Actor,
                    Role = approved.Role,
                    At = entry.At,
                    Message = approved.Message,
                });
            }
        }

        return approvals;
    }

    /// <summary>The rules for a run that belongs to an incident, with the approvals that its plan has.</summary>
    public async Task<ApprovalRules> RulesAsync(long number, string hash, CancellationToken cancellationToken)
    {
        Incident incident = await workspace.Incidents.GetAsync(number, asOf: null, cancellationToken).ConfigureAwait(false);
        SeverityLevel? worst = workspace.Procedure.Severities.MinBy(level => level.Rank);
        return new ApprovalRules
        {
            Given = await ReadAsync(number, hash, cancellationToken).ConfigureAwait(false),
            SecondPerson = worst is not null && string.Equals(worst.Name, incident.Severity, StringComparison.OrdinalIgnoreCase),
            Actor = workspace.Environment.UserName,
        };
    }

    /// <summary>Who has the role in this incident, else by the configuration; null where nobody is known to.</summary>
    private string? HolderOf(string role, Incident incident) =>
        incident.Roles.GetValueOrDefault(role)
        ?? workspace.Configuration.Responders.FirstOrDefault(responder => string.Equals(responder.Role, role, StringComparison.OrdinalIgnoreCase))?.Name;
}
