namespace IncidentOps.Core.Incidents.Events;

/// <summary>Another incident continues under this one.</summary>
internal sealed record IncidentAbsorbed(
    Guid FromKey,
    string From,
    string Title,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Components) : IncidentEventBody;
