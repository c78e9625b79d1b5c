namespace IncidentOps.Core.Incidents.Events;

/// <summary>Somebody declared the same thing while this incident was open.</summary>
internal sealed record ReportedAgain(string Title, string Severity, string? Source, string? Impact) : IncidentEventBody;
