namespace IncidentOps.Core.Incidents.Events;

/// <summary>A runbook begins.</summary>
internal sealed record RunbookStarted(string RunId, string Runbook, string? Path, string Sha256, int Steps) : IncidentEventBody;
