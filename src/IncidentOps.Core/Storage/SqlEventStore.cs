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
            async connection =>
            {
                if (!allowTwin
                    && first.Row.Fingerprint is { } fingerprint
                    && await connection.FindTwinAsync(fingerprint, cancellationToken) is { } twin)
                {
                    return ((twin, false), Commit: false);
                }

                long number = await connection.InsertNumberAsync(first.Row.Key, cancellationToken);
                IncidentRow row = first.Row with { Number = number };
                await connection.InsertEventsAsync(first.Events, cancellationToken);
                await connection.WriteRowAsync(row, IncidentRowChange.New, cancellationToken);
                return ((row, true), Commit: true);
            },
            cancellationToken);

    public Task<bool> TryAppendAsync(IReadOnlyList<EventAppend> appends, CancellationToken cancellationToken) =>
        WriteAsync(
            async connection =>
            {
                foreach (EventAppend append in appends)
                {
                    if (await connection.ReadSequenceAsync(append.Row.Key, cancellationToken) != append.ExpectedSequence)
                    {
                        return (false, Commit: false);
                    }
                }

                foreach (EventAppend append in appends)
                {
                    await connection.InsertEventsAsync(append.Events, cancellationToken);
                    await connection.WriteRowAsync(append.Row, IncidentRowChange.Update, cancellationToken);
                }

                return (true, Commit: true);
            },
            cancellationToken);

    public async Task<IncidentRow?> FindAsync(long number, CancellationToken cancellationToken) =>
        await FirstAsync(connection => connection.SelectRows("number = @number", ("@number", number)), cancellationToken);

    public async Task<IncidentRow?> FindAsync(Guid key, CancellationToken cancellationToken) =>
        await FirstAsync(connection => connection.SelectRows("key = @key", ("@key", key.ToString("D"))), cancellationToken);

    public IAsyncEnumerable<IncidentRow> QueryAsync(IncidentRowQuery query, CancellationToken cancellationToken) =>
        ReadAsync(connection => connection.SelectRows(query), SqlRows.ReadRow, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadEventsAsync(Guid stream, CancellationToken cancellationToken) =>
        ReadAsync(connection => connection.SelectEvents(stream), SqlRows.ReadEvent, cancellationToken);

    public IAsyncEnumerable<(long Number, Guid Key)> ReadNumbersAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            connection => connection.Command("SELECT number, key FROM incident_number ORDER BY number"),
            static reader => (reader.GetInt64(0), Guid.Parse(reader.GetString(1), CultureInfo.InvariantCulture)),
            cancellationToken);

    public Task<int> RebuildAsync(
        Func<IReadOnlyList<StoredEvent>, IncidentRow?> project,
        CancellationToken cancellationToken) =>
        WriteAsync(
            async connection =>
            {
                List<(long Number, Guid Key)> numbers = [];
                await foreach ((long Number, Guid Key) given in ReadNumbersAsync(cancellationToken))
                {
                    numbers.Add(given);
                }

                await connection.ExecuteAsync("DELETE FROM incident_tag", cancellationToken);
                await connection.ExecuteAsync("DELETE FROM incident", cancellationToken);
                int rows = 0;
                foreach ((long number, Guid key) in numbers)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    List<StoredEvent> events = [];
                    using (DbCommand command = connection.SelectEvents(key))
                    {
                        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
                        while (await reader.ReadAsync(cancellationToken))
                        {
                            events.Add(SqlRows.ReadEvent(reader));
                        }
                    }

                    if (events.Count > 0 && project(events) is { } row)
                    {
                        await connection.WriteRowAsync(row with { Number = number }, IncidentRowChange.New, cancellationToken);
                        rows++;
                    }
                }

                return (rows, Commit: true);
            },
            cancellationToken);

    private async Task<T> WriteAsync<T>(
        Func<DbConnection, Task<(T Result, bool Commit)>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            await using DbConnection connection = await dialect.OpenForWriteAsync(cancellationToken);
            await EnsureSchemaAsync(connection, cancellationToken);
            await using IWriteTransaction transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
            (T result, bool commit) = await work(connection);
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
        Func<DbConnection, DbCommand> select,
        Func<DbDataReader, T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<T> rows = ReadUntranslatedAsync(select, read, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception exception) when (dialect.Translate(exception) is { } error)
            {
                throw error;
            }

            yield return rows.Current;
        }
    }

    private async IAsyncEnumerable<T> ReadUntranslatedAsync<T>(
        Func<DbConnection, DbCommand> select,
        Func<DbDataReader, T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using DbConnection? connection = await dialect.OpenForReadAsync(cancellationToken);
        if (connection is null || !await HasSchemaAsync(connection, cancellationToken))
        {
            yield break;
        }

        using DbCommand command = select(connection);
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return read(reader);
        }
    }

    private async Task<IncidentRow?> FirstAsync(Func<DbConnection, DbCommand> select, CancellationToken cancellationToken)
    {
        await foreach (IncidentRow row in ReadAsync(select, SqlRows.ReadRow, cancellationToken))
        {
            return row;
        }

        return null;
    }

    private async Task EnsureSchemaAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (await HasSchemaAsync(connection, cancellationToken))
        {
            return;
        }

        foreach (string statement in dialect.PrepareDatabase)
        {
            await connection.ExecuteAsync(statement, cancellationToken);
        }

        await using IWriteTransaction transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
        // Somebody else may have been faster while we waited for the lock.
        if (await HasSchemaAsync(connection, cancellationToken))
        {
            return;
        }

        foreach (string statement in dialect.CreateSchema)
        {
            await connection.ExecuteAsync(statement, cancellationToken);
        }

        await connection.ExecuteAsync(
            "INSERT INTO store_info (name, value) VALUES ('schema', @version)",
            cancellationToken,
            ("@version", StoreSchema.Version.ToString(CultureInfo.InvariantCulture)));
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>False for an empty database; throws where it is another program's, or a newer module's.</summary>
    private async Task<bool> HasSchemaAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (Convert.ToInt64(await connection.ScalarAsync(dialect.CountTables, cancellationToken), CultureInfo.InvariantCulture) == 0)
        {
            return false;
        }

        string version = await connection.ScalarAsync("SELECT value FROM store_info WHERE name = 'schema'", cancellationToken) as string
            ?? throw StoreErrors.Corrupt(Location);
        return version == StoreSchema.Version.ToString(CultureInfo.InvariantCulture)
            ? true
            : throw StoreErrors.Newer(Location, version);
    }
}
