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
        Services = state.Services,
        Components = state.Components,
        Fingerprints = state.Fingerprints,
        State = JsonSerializer.Serialize(state, EventJson.Default.IncidentState),
        StateVersion = IncidentState.FoldVersion,
    };

    /// <summary>
    /// The state that the row holds; null where it has to be made again: another version of the fold made it, or it
    /// is damaged.
    /// </summary>
    public static IncidentState? FromRow(IncidentRow row)
    {
        if (row.StateVersion != IncidentState.FoldVersion)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(row.State, EventJson.Default.IncidentState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Starts a stream.</summary>
    public static (EventAppend Append, IncidentState State) Start(IEnumerable<NewEvent> events, string actor, DateTimeOffset now) =>
        Append(0, null, UuidV7.Create(now), events, IncidentRowChange.New, actor, now);

    /// <summary>Chains new events to a stream.</summary>
    public static (EventAppend Append, IncidentState State) Continue(
        IncidentRecord record, IEnumerable<NewEvent> events, string actor, DateTimeOffset now)
    {
        IncidentRowChange change = record.Refolded ? IncidentRowChange.Everything : IncidentRowChange.State;
        return Append(record.Number, record.State, record.State.Key, events, change, actor, now);
    }

    private static (EventAppend Append, IncidentState State) Append(
        long number,
        IncidentState? before,
        Guid key,
        IEnumerable<NewEvent> events,
        IncidentRowChange change,
        string actor,
        DateTimeOffset now)
    {
        DateTimeOffset recordedAt = before is { } state && state.UpdatedAt > now ? before.UpdatedAt : Instant.Truncate(now);
        IncidentState? after = before;
        List<StoredEvent> stored = [];
        foreach (NewEvent added in events)
        {
            StoredEvent hashed = EventChain.Next(key, after?.Sequence ?? 0, after?.Hash ?? "", added, actor, recordedAt);
            stored.Add(hashed);
            after = IncidentFold.Apply(after, hashed);
        }

        var append = new EventAppend
        {
            Events = stored,
            ExpectedSequence = before?.Sequence ?? 0,
            Row = ToRow(number, after!),
            Change = change == IncidentRowChange.State && !IsFoundAlike(before!, after!) ? IncidentRowChange.Everything : change,
        };
        return (append, after!);
    }

    /// <summary>True where every query that finds the one finds the other.</summary>
    private static bool IsFoundAlike(IncidentState before, IncidentState after) =>
        before.Status == after.Status
        && before.Severity == after.Severity
        && before.DetectedAt == after.DetectedAt
        && before.Services.SequenceEqual(after.Services, StringComparer.Ordinal)
        && before.Components.SequenceEqual(after.Components, StringComparer.Ordinal)
        && before.Fingerprints.SequenceEqual(after.Fingerprints, StringComparer.Ordinal);
}
