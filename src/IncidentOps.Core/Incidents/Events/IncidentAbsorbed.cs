namespace IncidentOps.Core.Incidents.Events;

/// <summary>Another incident continues under this one.</summary>
/// <param name="FromKey">The other incident's key.</param>
/// <param name="From">The other incident's id in this store.</param>
/// <param name="Title">Its title.</param>
/// <param name="Services">Its services: this incident's from now on.</param>
/// <param name="Components">Its components: this incident's from now on.</param>
/// <param name="Fingerprints">What its twins were known by: who reports it again means this incident.</param>
internal sealed record IncidentAbsorbed(
    Guid FromKey,
    string From,
    string Title,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Components,
    IReadOnlyList<string> Fingerprints) : IncidentEventBody;
