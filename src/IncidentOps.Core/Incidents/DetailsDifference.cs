using IncidentOps.Core.Incidents.Events;

namespace IncidentOps.Core.Incidents;

/// <summary>What of a change is new to an incident: saying the same twice leaves one event.</summary>
internal static class DetailsDifference
{
    /// <summary>The values that differ from the present ones; null where none does.</summary>
    public static DetailsChanged? Between(IncidentState state, DetailsChanged changed)
    {
        var differing = new DetailsChanged
        {
            Title = Differing(changed.Title, state.Title),
            Services = Differing(changed.Services, state.Services),
            Components = Differing(changed.Components, state.Components),
            Symptom = Differing(changed.Symptom, state.Symptom),
            Impact = Differing(changed.Impact, state.Impact),
            Affected = Differing(changed.Affected, state.Affected),
            Source = Differing(changed.Source, state.Source),
            RootCause = Differing(changed.RootCause, state.RootCause),
            Resolution = Differing(changed.Resolution, state.Resolution),
            NextSteps = Differing(changed.NextSteps, state.NextSteps),
        };
        return differing == new DetailsChanged() ? null : differing;
    }

    private static string? Differing(string? changed, string? present) => changed == (present ?? "") ? null : changed;

    private static IReadOnlyList<string>? Differing(IReadOnlyList<string>? changed, IReadOnlyList<string> present) =>
        changed is null || changed.SequenceEqual(present, StringComparer.Ordinal) ? null : changed;
}
