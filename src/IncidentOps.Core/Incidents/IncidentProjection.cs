using System.Text.Json;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;

namespace IncidentOps.Core.Incidents;

/// <summary>Between an incident's state and the store's read table.</summary>
internal static class IncidentProjection
{
    /// <summary>The row of a stream's events, its number still to be given; null where there are none.</summary>
    public static IncidentRow? Project(IReadOnlyList<StoredEvent> events) =>
        IncidentFold.Fold(events) is { } state ? ToRow(0, state) : null;

    public static IncidentRow ToRow(long number, IncidentState state) => new()
    {
        Number = number,
        Key = state.Key,
        Sequence = state.Sequence,
        Hash = state.Hash,
        Status = state.Status.ToString(),
        Active = state.IsActive,
        Severity = state.Severity,
        DetectedAt = state.DetectedAt,
        Fingerprint = IncidentDeclaration.FingerprintOf(state.Services, state.Symptom ?? state.Title),
        Services = state.Services,
        Components = state.Components,
        State = JsonSerializer.Serialize(state, EventJson.Default.IncidentState),
        StateVersion = IncidentState.FoldVersion,
    };

    /// <summary>The state that the row holds; null where another version of the fold made it and it has to be made again.</summary>
    public static IncidentState? FromRow(IncidentRow row) =>
        row.StateVersion == IncidentState.FoldVersion
            ? JsonSerializer.Deserialize(row.State, EventJson.Default.IncidentState)
            : null;

    /// <summary>Chains new events to a stream.</summary>
    public static EventAppend Append(
        long number,
        IncidentState? before,
        Guid key,
        IEnumerable<NewEvent> events,
        string actor,
        DateTimeOffset now)
    {
        DateTimeOffset recordedAt = before is { } state && state.UpdatedAt > now ? before.UpdatedAt : Instant.Truncate(now);
        IncidentState? after = before;
        List<StoredEvent> stored = [];
        foreach (NewEvent added in events)
        {
            (string type, int version, string body) = EventCatalog.Write(added.Body);
            var unhashed = new StoredEvent
            {
                Stream = key,
                Sequence = (after?.Sequence ?? 0) + 1,
                OccurredAt = Instant.Truncate(added.OccurredAt),
                RecordedAt = recordedAt,
                Actor = actor,
                Type = type,
                Version = version,
                Body = body,
                PreviousHash = after?.Hash ?? "",
                Hash = "",
            };
            StoredEvent hashed = unhashed with { Hash = EventHash.Compute(unhashed) };
            stored.Add(hashed);
            after = IncidentFold.Apply(after, hashed);
        }

        return new EventAppend
        {
            Events = stored,
            ExpectedSequence = before?.Sequence ?? 0,
            Row = ToRow(number, after!),
        };
    }
}
