namespace IncidentOps.Core.Incidents.Events;

/// <summary>The follow-up is done, or was given up with a reason.</summary>
/// <param name="Reason">Why it was closed although something was missing; null where nothing was.</param>
/// <param name="Missing">What was missing.</param>
internal sealed record IncidentClosed(string? Reason, IReadOnlyList<string> Missing) : IncidentEventBody;
