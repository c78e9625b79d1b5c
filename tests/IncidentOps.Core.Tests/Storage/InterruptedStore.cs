using IncidentOps.Core.Storage;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>A store in which, once, somebody else is faster: just before the first append.</summary>
internal sealed class InterruptedStore(IEventStore store, Func<Task> interrupt) : IEventStore
{
    private bool _interrupted;

    public string Location => store.Location;

    public Task<(IncidentRow Row, bool Created)> CreateAsync(EventAppend first, bool allowTwin, CancellationToken cancellationToken) =>
        store.CreateAsync(first, allowTwin, cancellationToken);

    public async Task<bool> TryAppendAsync(IReadOnlyList<EventAppend> appends, CancellationToken cancellationToken)
    {
        if (!_interrupted)
        {
            _interrupted = true;
            await interrupt();
        }

        return await store.TryAppendAsync(appends, cancellationToken);
    }

    public Task<bool> TryAppendAsync(IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        store.TryAppendAsync(events, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadRunStartsAsync(DateTimeOffset? since, DateTimeOffset? until, CancellationToken cancellationToken) =>
        store.ReadRunStartsAsync(since, until, cancellationToken);

    public IAsyncEnumerable<Guid> ReadOtherStreamsAsync(CancellationToken cancellationToken) => store.ReadOtherStreamsAsync(cancellationToken);

    public Task<IncidentRow?> FindAsync(long number, CancellationToken cancellationToken) => store.FindAsync(number, cancellationToken);

    public Task<long?> FindNumberAsync(Guid key, CancellationToken cancellationToken) => store.FindNumberAsync(key, cancellationToken);

    public IAsyncEnumerable<IncidentRow> QueryAsync(IncidentRowQuery query, CancellationToken cancellationToken) =>
        store.QueryAsync(query, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadEventsAsync(Guid stream, CancellationToken cancellationToken) =>
        store.ReadEventsAsync(stream, cancellationToken);

    public Task<StoredStream> ReadStreamAsync(Guid stream, CancellationToken cancellationToken) =>
        store.ReadStreamAsync(stream, cancellationToken);

    public IAsyncEnumerable<(long Number, Guid? Key)> ReadNumbersAsync(CancellationToken cancellationToken) =>
        store.ReadNumbersAsync(cancellationToken);

    public Task<int> RebuildAsync(Func<IReadOnlyList<StoredEvent>, IncidentRow?> project, CancellationToken cancellationToken) =>
        store.RebuildAsync(project, cancellationToken);
}
