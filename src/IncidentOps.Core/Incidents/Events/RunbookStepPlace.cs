namespace IncidentOps.Core.Incidents.Events;

/// <summary>A step on one machine.</summary>
/// <param name="Number">Its number.</param>
/// <param name="HostName">The machine.</param>
internal sealed record RunbookStepPlace(int Number, string HostName);
