namespace IncidentOps.Core.Storage;

/// <summary>
/// Streams of events, one an incident or a run outside of one, and a read table derived from them. A call that returned is durable; one
/// that threw changed nothing.
/// </summary>
internal interface IEventStore
{
    /// <summary>Where it is, as people would name it.</summary>
    string Location { get; }

    /// <summary>
    /// Starts a stream and gives it the next number. Where twins are not allowed, the row has services, and an open
    /// incident has all of these and one of its fingerprints, nothing is written and that one's row is returned.
    /// </summary>
    /// <returns>The row with its number, and whether it is new.</returns>
    Task<(IncidentRow Row, bool Created)> CreateAsync(EventAppend first, bool allowTwin, CancellationToken cancellationToken);

    /// <summary>
    /// Adds events to one or more streams, all or nothing. False where a stream is not at the expected sequence:
    /// somebody else was faster.
    /// </summary>
    Task<bool> TryAppendAsync(IReadOnlyList<EventAppend> appends, CancellationToken cancellationToken);

    /// <summary>
    /// Adds events to one stream that is no incident's, and so has no row. False where the stream does not end right
    /// before the first of them: somebody else was faster.
    /// </summary>
    Task<bool> TryAppendAsync(IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken);

    Task<IncidentRow?> FindAsync(long number, CancellationToken cancellationToken);

    /// <summary>The number that was given to a stream; null where none was.</summary>
    Task<long?> FindNumberAsync(Guid key, CancellationToken cancellationToken);

    /// <summary>Newest detection first.</summary>
    IAsyncEnumerable<IncidentRow> QueryAsync(IncidentRowQuery query, CancellationToken cancellationToken);

    /// <summary>A stream's events in order.</summary>
    IAsyncEnumerable<StoredEvent> ReadEventsAsync(Guid stream, CancellationToken cancellationToken);

    /// <summary>The events of any stream with which runs of runbooks began, newest first.</summary>
    IAsyncEnumerable<StoredEvent> ReadRunStartsAsync(DateTimeOffset? since, DateTimeOffset? until, CancellationToken cancellationToken);

    /// <summary>A stream's events and its row, as they stood at one moment.</summary>
    Task<StoredStream> ReadStreamAsync(Guid stream, CancellationToken cancellationToken);

    /// <summary>The streams that are no incident's, oldest first.</summary>
    IAsyncEnumerable<Guid> ReadOtherStreamsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Every number given so far with its key, in order, whether or not events or row still stand; no key where even
    /// that is gone.
    /// </summary>
    IAsyncEnumerable<(long Number, Guid? Key)> ReadNumbersAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the whole read table by what <paramref name="project"/> makes of each stream's events, in one
    /// transaction. A stream for which it returns null keeps no row.
    /// </summary>
    /// <returns>The number of rows written.</returns>
    Task<int> RebuildAsync(Func<IReadOnlyList<StoredEvent>, IncidentRow?> project, CancellationToken cancellationToken);
}
