using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;

namespace IncidentOps.Core.Incidents;

/// <summary>New events as links of a stream's chain.</summary>
internal static class EventChain
{
    /// <param name="stream">The stream.</param>
    /// <param name="last">The sequence of its last event; 0 where there is none.</param>
    /// <param name="lastHash">That one's hash; empty where there is none.</param>
    /// <param name="added">What is added.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="recordedAt">When it is recorded, not before the last one.</param>
    public static StoredEvent Next(Guid stream, long last, string lastHash, NewEvent added, string actor, DateTimeOffset recordedAt)
    {
        (string type, int version, string body) = EventCatalog.Write(added.Body);
        var unhashed = new StoredEvent
        {
            Stream = stream,
            Sequence = last + 1,
            OccurredAt = Instant.Truncate(added.OccurredAt),
            RecordedAt = recordedAt,
            Actor = actor,
            Type = type,
            Version = version,
            Body = body,
            PreviousHash = lastHash,
            Hash = "",
        };
        return unhashed with { Hash = EventHash.Compute(unhashed) };
    }
}
