namespace IncidentOps.Core.Incidents.Events;

/// <summary>Somebody approves what a runbook is going to do.</summary>
/// <param name="Runbook">The runbook's name.</param>
/// <param name="Hash">The plan's hash.</param>
/// <param name="Role">The role it is approved in.</param>
/// <param name="Message">What the approver says.</param>
internal sealed record RunbookPlanApproved(string Runbook, string Hash, string? Role, string? Message) : IncidentEventBody;
