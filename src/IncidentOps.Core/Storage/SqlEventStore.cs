using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace IncidentOps.Core.Storage;

/// <summary>The event store on a SQL database.</summary>
internal sealed class SqlEventStore(ISqlDialect dialect) : IEventStore
{
    public string Location => dialect.Location;

    public Task<(IncidentRow Row, bool Created)> CreateAsync(
        EventAppend first,
        bool allowTwin,
        CancellationToken cancellationToken) =>
        WriteAsync(
            async session =>
            {
                if (!allowTwin && await session.FindTwinAsync(first.Row, cancellationToken) is { } twin)
                {
                    return ((twin, false), Commit: false);
                }

                long number = await session.InsertNumberAsync(first.Row.Key, cancellationToken);
                IncidentRow row = first.Row with { Number = number };
                await session.InsertEventsAsync(first.Events, cancellationToken);
                await session.InsertRowAsync(row, cancellationToken);
                return ((row, true), Commit: true);
            },
            cancellationToken);

    public Task<bool> TryAppendAsync(IReadOnlyList<EventAppend> appends, CancellationToken cancellationToken) =>
        WriteAsync(
            async session =>
            {
                foreach (EventAppend append in appends)
                {
                    if (!await session.UpdateRowAsync(append, cancellationToken))
                    {
                        return (false, Commit: false);
                    }

                    await session.InsertEventsAsync(append.Events, cancellationToken);
                }

                return (true, Commit: true);
            },
            cancellationToken);

    public Task<bool> TryAppendAsync(IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        WriteAsync(
            async session =>
            {
                if (await session.LastSequenceAsync(events[0].Stream, cancellationToken) != events[0].Sequence - 1)
                {
                    return (false, Commit: false);
                }

                await session.InsertEventsAsync(events, cancellationToken);
                return (true, Commit: true);
            },
            cancellationToken);

    public Task<IncidentRow?> FindAsync(long number, CancellationToken cancellationToken) =>
        ReadOnceAsync(session => session.FindRowAsync(number, cancellationToken), cancellationToken);

    public Task<long?> FindNumberAsync(Guid key, CancellationToken cancellationToken) =>
        ReadOnceAsync(session => session.FindNumberAsync(key, cancellationToken), cancellationToken);

    public IAsyncEnumerable<IncidentRow> QueryAsync(IncidentRowQuery query, CancellationToken cancellationToken) =>
        ReadAsync(session => session.StreamRowsAsync(query, cancellationToken), cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadEventsAsync(Guid stream, CancellationToken cancellationToken) =>
        ReadAsync(session => session.StreamEventsAsync(stream, cancellationToken), cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadRunStartsAsync(DateTimeOffset? since, DateTimeOffset? until, CancellationToken cancellationToken) =>
        ReadAsync(session => session.StreamRunStartsAsync(since, until, cancellationToken), cancellationToken);

    public async Task<StoredStream> ReadStreamAsync(Guid stream, CancellationToken cancellationToken) =>
        await ReadOnceAsync(
            async session => new StoredStream(
                await session.ReadEventsAsync(stream, cancellationToken),
                await session.FindRowAsync(stream, cancellationToken)),
            cancellationToken)
        ?? new StoredStream([], null);

    public IAsyncEnumerable<Guid> ReadOtherStreamsAsync(CancellationToken cancellationToken) =>
        ReadAsync(session => session.StreamOtherStreamsAsync(cancellationToken), cancellationToken);

    public IAsyncEnumerable<(long Number, Guid? Key)> ReadNumbersAsync(CancellationToken cancellationToken) =>
        ReadAsync(session => session.StreamNumbersAsync(dialect.SelectHighestNumber, cancellationToken), cancellationToken);

    public Task<int> RebuildAsync(
        Func<IReadOnlyList<StoredEvent>, IncidentRow?> project,
        CancellationToken cancellationToken) =>
        WriteAsync(
            async session =>
            {
                List<(long Number, Guid? Key)> numbers = [];
                await foreach ((long Number, Guid? Key) given in session.StreamNumbersAsync(dialect.SelectHighestNumber, cancellationToken))
                {
                    numbers.Add(given);
                }

                await session.DeleteRowsAsync(cancellationToken);
                int rows = 0;
                foreach ((long number, Guid? key) in numbers)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (key is { } stream
                        && await session.ReadEventsAsync(stream, cancellationToken) is { Count: > 0 } events
                        && project(events) is { } row)
                    {
                        await session.InsertRowAsync(row with { Number = number }, cancellationToken);
                        rows++;
                    }
                }

                return (rows, Commit: true);
            },
            cancellationToken);

    private async Task<T> WriteAsync<T>(
        Func<SqlSession, Task<(T Result, bool Commit)>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            using SqlSession session = await dialect.OpenForWriteAsync(cancellationToken);
            if (!session.LaidOut && !await IsLaidOutAsync(session, cancellationToken))
            {
                await dialect.PrepareDatabaseAsync(session, cancellationToken);
            }

            await using ISqlTransaction transaction = await dialect.BeginWriteAsync(session, cancellationToken);
            // Somebody else may have laid it out while we waited for the lock.
            if (!await HasSchemaAsync(session, cancellationToken))
            {
                await CreateSchemaAsync(session, cancellationToken);
            }

            (T result, bool commit) = await work(session);
            if (commit)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return result;
        }
        catch (Exception exception) when (dialect.Translate(exception) is { } error)
        {
            throw error;
        }
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        Func<SqlSession, IAsyncEnumerable<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<T> items = ReadUntranslatedAsync(read, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await items.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception exception) when (dialect.Translate(exception) is { } error)
            {
                throw error;
            }

            yield return items.Current;
        }
    }

    private async IAsyncEnumerable<T> ReadUntranslatedAsync<T>(
        Func<SqlSession, IAsyncEnumerable<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using SqlSession? session = await dialect.OpenForReadAsync(cancellationToken);
        if (session is null)
        {
            yield break;
        }

        await using ISqlTransaction transaction = await dialect.BeginReadAsync(session, cancellationToken);
        if (!await HasSchemaAsync(session, cancellationToken))
        {
            yield break;
        }

        await foreach (T item in read(session).WithCancellation(cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>The default of <typeparamref name="T"/> where there is no store yet.</summary>
    private async Task<T?> ReadOnceAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        await foreach (T item in ReadAsync(Once, cancellationToken))
        {
            return item;
        }

        return default;

        async IAsyncEnumerable<T> Once(SqlSession session)
        {
            yield return await read(session);
        }
    }

    private async Task<bool> IsLaidOutAsync(SqlSession session, CancellationToken cancellationToken)
    {
        await using ISqlTransaction transaction = await dialect.BeginReadAsync(session, cancellationToken);
        return await HasSchemaAsync(session, cancellationToken);
    }

    /// <summary>False for an empty database; throws where it is another program's, or a newer module's.</summary>
    private async Task<bool> HasSchemaAsync(SqlSession session, CancellationToken cancellationToken)
    {
        if (!session.LaidOut
            && Convert.ToInt64(await session.ScalarAsync(dialect.CountTables, cancellationToken), CultureInfo.InvariantCulture) == 0)
        {
            return false;
        }

        string? version = await session.ScalarAsync("SELECT value FROM store_info WHERE name = 'schema'", cancellationToken) as string;
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int known) || known < StoreSchema.Version)
        {
            throw StoreErrors.Corrupt(Location);
        }

        session.LaidOut = known == StoreSchema.Version ? true : throw StoreErrors.Newer(Location, version);
        return true;
    }

    private async Task CreateSchemaAsync(SqlSession session, CancellationToken cancellationToken)
    {
        string version = string.Create(
            CultureInfo.InvariantCulture, $"INSERT INTO store_info (name, value) VALUES ('schema', '{StoreSchema.Version}')");
        foreach (string statement in dialect.CreateSchema.Append(version))
        {
            using DbCommand command = session.Connection.Command(statement);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
