using IncidentOps.Core.Storage;

namespace IncidentOps.Core.Incidents;

/// <summary>Incidents out of a store: as the read table has them, else folded from their events.</summary>
internal sealed class IncidentReader(IEventStore store)
{
    public async Task<IncidentRecord> GetAsync(long number, CancellationToken cancellationToken)
    {
        IncidentRow row = await store.FindAsync(number, cancellationToken)
            ?? throw IncidentErrors.NotFound(IncidentId.Format(number), store.Location);
        return await ReadAsync(row, cancellationToken);
    }

    public async Task<IncidentRecord> ReadAsync(IncidentRow row, CancellationToken cancellationToken)
    {
        if (IncidentProjection.FromRow(row) is { } state)
        {
            return new IncidentRecord(row.Number, state);
        }

        StoredStream stream = await store.ReadStreamAsync(row.Key, cancellationToken);
        return new IncidentRecord(
            row.Number, IncidentFold.Fold(stream.Events) ?? throw StoreErrors.Corrupt(store.Location), Refolded: true);
    }

    /// <summary>The same fold, stopped earlier; null where it did not exist yet.</summary>
    public async Task<IncidentRecord?> AtAsync(IncidentRecord record, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (asOf is not { } moment || moment >= record.State.UpdatedAt)
        {
            return record;
        }

        IncidentState? state = IncidentFold.Fold(await ReadEventsAsync(record.State.Key, moment, cancellationToken));
        return state is null ? null : new IncidentRecord(record.Number, state);
    }

    public async Task<List<StoredEvent>> ReadEventsAsync(Guid key, DateTimeOffset? recordedUntil, CancellationToken cancellationToken)
    {
        List<StoredEvent> events = [];
        await foreach (StoredEvent stored in store.ReadEventsAsync(key, cancellationToken))
        {
            if (recordedUntil is { } until && stored.RecordedAt > until)
            {
                break;
            }

            events.Add(stored);
        }

        return events;
    }
}
