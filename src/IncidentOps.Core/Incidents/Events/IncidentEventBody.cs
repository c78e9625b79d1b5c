namespace IncidentOps.Core.Incidents.Events;

/// <summary>
/// What an event says. A body never changes its meaning: when its shape has to, the type gets a new version in
/// <see cref="EventCatalog"/> and the old one keeps its record.
/// </summary>
internal abstract record IncidentEventBody;
