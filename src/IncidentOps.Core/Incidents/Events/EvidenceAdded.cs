namespace IncidentOps.Core.Incidents.Events;

/// <summary>An object or a text kept with the incident.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Kind">The type it had, "IncidentOps.Health.ServiceHealth" or "text".</param>
/// <param name="Json">The object as JSON.</param>
/// <param name="Text">What a person would have seen.</param>
internal sealed record EvidenceAdded(string Name, string Kind, string Json, string Text) : IncidentEventBody;
