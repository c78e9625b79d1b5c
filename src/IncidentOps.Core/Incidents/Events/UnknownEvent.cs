namespace IncidentOps.Core.Incidents.Events;

/// <summary>An event of a newer module: kept, shown by its name, otherwise passed over. Never written.</summary>
internal sealed record UnknownEvent(string Type, int Version) : IncidentEventBody;
