namespace IncidentOps.Core.Incidents.Events;

/// <summary>Somebody says that a checklist's task is done, or not asked for this time.</summary>
internal sealed record TaskCompleted(string Checklist, string Task, bool NotApplicable, string? Message) : IncidentEventBody;
