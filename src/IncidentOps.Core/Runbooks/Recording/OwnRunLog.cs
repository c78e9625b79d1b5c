using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>The record of a run outside of any incident: a stream of its own, called by the run's id.</summary>
internal sealed class OwnRunLog(IEventStore store, Guid stream, string actor, TimeProvider time) : IRunLog
{
    private StoredEvent? _last;

    /// <summary>One that goes on after an event.</summary>
    public static OwnRunLog After(StoredEvent last, IEventStore store, string actor, TimeProvider time) =>
        new(store, last.Stream, actor, time) { _last = last };

    public async Task AppendAsync(IReadOnlyList<IncidentEventBody> bodies, CancellationToken cancellationToken)
    {
        if (!await TryAppendAsync(bodies, cancellationToken).ConfigureAwait(false))
        {
            throw RunbookErrors.RunTakenOver(stream.ToString());
        }
    }

    /// <summary>False where the stream has gone on since.</summary>
    public async Task<bool> TryAppendAsync(IReadOnlyList<IncidentEventBody> bodies, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Instant.Truncate(time.GetUtcNow());
        DateTimeOffset recordedAt = _last is { } before && before.RecordedAt > now ? before.RecordedAt : now;
        List<StoredEvent> events = [];
        StoredEvent? last = _last;
        foreach (IncidentEventBody body in bodies)
        {
            last = EventChain.Next(stream, last?.Sequence ?? 0, last?.Hash ?? "", new NewEvent(body, now), actor, recordedAt);
            events.Add(last);
        }

        if (!await store.TryAppendAsync(events, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _last = last;
        return true;
    }
}
