using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace IncidentOps.Core.Storage;

/// <summary>The statements over the tables of <see cref="StoreSchema"/>, and rows to objects.</summary>
internal static class SqlRows
{
    private const string RowColumns =
        "number, key, sequence, hash, status, active, severity, detected_at, state, state_version";

    private const string EventColumns =
        "stream, sequence, occurred_at, recorded_at, actor, type, version, body, previous_hash, hash";

    private const string SelectRow = $"SELECT {RowColumns} FROM incident";

    private const string SelectEvents = $"SELECT {EventColumns} FROM event WHERE stream = @stream ORDER BY sequence";

    private const string InsertEvent =
        $"""
        INSERT INTO event ({EventColumns})
        VALUES (@stream, @sequence, @occurred, @recorded, @actor, @type, @version, @body, @previous, @hash)
        """;

    private const string InsertRow =
        $"""
        INSERT INTO incident ({RowColumns})
        VALUES (@number, @key, @sequence, @hash, @status, @active, @severity, @detected, @state, @version)
        """;

    // Columns that stand in an index are named only where they change: naming them rewrites the index.
    private const string UpdateState =
        "UPDATE incident SET sequence = @sequence, hash = @hash, state = @state, state_version = @version";

    private const string UpdateEverything =
        $"{UpdateState}, status = @status, active = @active, severity = @severity, detected_at = @detected";

    private const string IfExpected = "WHERE number = @number AND sequence = @expected";

    public static Task<IncidentRow?> FindRowAsync(this SqlSession session, long number, CancellationToken cancellationToken) =>
        FirstRowAsync(session.Statement($"{SelectRow} WHERE number = @number", ("@number", number)), cancellationToken);

    public static Task<IncidentRow?> FindRowAsync(this SqlSession session, Guid key, CancellationToken cancellationToken) =>
        FirstRowAsync(
            session.Statement(
                $"{SelectRow} WHERE number = (SELECT number FROM incident_number WHERE key = @key)", ("@key", key.ToString("D"))),
            cancellationToken);

    public static async Task<long?> FindNumberAsync(this SqlSession session, Guid key, CancellationToken cancellationToken) =>
        await session.ScalarAsync(
            "SELECT number FROM incident_number WHERE key = @key", cancellationToken, ("@key", key.ToString("D"))) as long?;

    /// <summary>The open incident that has all of the row's services and one of its fingerprints.</summary>
    public static async Task<IncidentRow?> FindTwinAsync(this SqlSession session, IncidentRow row, CancellationToken cancellationToken)
    {
        if (row.Services.Count == 0 || row.Fingerprints.Count == 0)
        {
            return null;
        }

        var query = new SqlQuery(session.Connection, SelectRow);
        query.Where("active = 1");
        query.WhereTagged(StoreSchema.FingerprintTag, row.Fingerprints);
        foreach (string service in row.Services)
        {
            query.WhereTagged(StoreSchema.ServiceTag, [Fold(service)]);
        }

        using DbCommand command = query.Build("ORDER BY number LIMIT 1");
        return await FirstRowAsync(command, cancellationToken);
    }

    public static async IAsyncEnumerable<IncidentRow> StreamRowsAsync(
        this SqlSession session,
        IncidentRowQuery asked,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new SqlQuery(session.Connection, SelectRow);
        if (asked.Active)
        {
            query.Where("active = 1");
        }

        query.WhereAny("status", asked.Statuses);
        query.WhereAny("severity", [.. asked.Severities.Select(Fold)]);
        query.WhereTagged(StoreSchema.ServiceTag, [.. asked.Services.Select(Fold)]);
        query.WhereTagged(StoreSchema.ComponentTag, [.. asked.Components.Select(Fold)]);
        query.Where("detected_at >=", asked.Since);
        query.Where("detected_at <=", asked.Until);
        string limit = asked.Limit is { } most ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {most}") : "";
        using DbCommand command = query.Build($"ORDER BY detected_at DESC, number DESC{limit}");
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ReadRow(reader);
        }
    }

    public static async IAsyncEnumerable<StoredEvent> StreamEventsAsync(
        this SqlSession session,
        Guid stream,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DbCommand command = session.Statement(SelectEvents, ("@stream", stream.ToString("D")));
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ReadEvent(reader);
        }
    }

    /// <summary>The sequence of a stream's last event; 0 where there is none.</summary>
    public static async Task<long> LastSequenceAsync(this SqlSession session, Guid stream, CancellationToken cancellationToken) =>
        await session.ScalarAsync(
            "SELECT sequence FROM event WHERE stream = @stream ORDER BY sequence DESC LIMIT 1", cancellationToken, ("@stream", stream.ToString("D"))) as long? ?? 0;

    public static async IAsyncEnumerable<StoredEvent> StreamRunStartsAsync(
        this SqlSession session,
        DateTimeOffset? since,
        DateTimeOffset? until,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new SqlQuery(session.Connection, $"SELECT {EventColumns} FROM event");
        query.Where(StoreSchema.IsRunStart);
        query.Where("occurred_at >=", since);
        query.Where("occurred_at <=", until);
        using DbCommand command = query.Build("ORDER BY occurred_at DESC, stream DESC, sequence DESC");
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ReadEvent(reader);
        }
    }

    public static async Task<List<StoredEvent>> ReadEventsAsync(this SqlSession session, Guid stream, CancellationToken cancellationToken)
    {
        List<StoredEvent> events = [];
        await foreach (StoredEvent stored in session.StreamEventsAsync(stream, cancellationToken))
        {
            events.Add(stored);
        }

        return events;
    }

    /// <summary>The streams without a number. Their names are in the order of time.</summary>
    public static async IAsyncEnumerable<Guid> StreamOtherStreamsAsync(this SqlSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DbDataReader reader = await session.Statement(
            "SELECT DISTINCT stream FROM event WHERE NOT EXISTS (SELECT 1 FROM incident_number WHERE key = stream) ORDER BY stream")
            .ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return Guid.Parse(reader.GetString(0), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Every number up to the highest ever given; no key where its line is gone.</summary>
    public static async IAsyncEnumerable<(long Number, Guid? Key)> StreamNumbersAsync(
        this SqlSession session,
        string selectHighest,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long highest = await session.ScalarAsync(selectHighest, cancellationToken) as long? ?? 0;
        long next = 1;
        using (DbDataReader reader = await session.Statement("SELECT number, key FROM incident_number ORDER BY number")
            .ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                for (long number = reader.GetInt64(0); next < number; next++)
                {
                    yield return (next, null);
                }

                yield return (next++, Guid.Parse(reader.GetString(1), CultureInfo.InvariantCulture));
            }
        }

        for (; next <= highest; next++)
        {
            yield return (next, null);
        }
    }

    public static async Task<long> InsertNumberAsync(this SqlSession session, Guid key, CancellationToken cancellationToken) =>
        (long)(await session.ScalarAsync(
            "INSERT INTO incident_number (key) VALUES (@key) RETURNING number",
            cancellationToken,
            ("@key", key.ToString("D"))))!;

    public static async Task InsertEventsAsync(
        this SqlSession session,
        IReadOnlyList<StoredEvent> events,
        CancellationToken cancellationToken)
    {
        foreach (StoredEvent stored in events)
        {
            await session.ExecuteAsync(
                InsertEvent,
                cancellationToken,
                ("@stream", stored.Stream.ToString("D")),
                ("@sequence", stored.Sequence),
                ("@occurred", Instant.ToMicroseconds(stored.OccurredAt)),
                ("@recorded", Instant.ToMicroseconds(stored.RecordedAt)),
                ("@actor", stored.Actor),
                ("@type", stored.Type),
                ("@version", stored.Version),
                ("@body", stored.Body),
                ("@previous", stored.PreviousHash),
                ("@hash", stored.Hash));
        }
    }

    public static async Task InsertRowAsync(this SqlSession session, IncidentRow row, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            InsertRow,
            cancellationToken,
            ("@number", row.Number),
            ("@key", row.Key.ToString("D")),
            ("@sequence", row.Sequence),
            ("@hash", row.Hash),
            ("@status", row.Status),
            ("@active", row.Active ? 1 : 0),
            ("@severity", Fold(row.Severity)),
            ("@detected", Instant.ToMicroseconds(row.DetectedAt)),
            ("@state", row.State),
            ("@version", row.StateVersion));
        await session.InsertTagsAsync(row, cancellationToken);
    }

    /// <summary>False where the row is not at the expected sequence any more.</summary>
    public static async Task<bool> UpdateRowAsync(this SqlSession session, EventAppend append, CancellationToken cancellationToken)
    {
        IncidentRow row = append.Row;
        if (append.Change == IncidentRowChange.State)
        {
            return await session.ExecuteAsync(
                $"{UpdateState} {IfExpected}",
                cancellationToken,
                ("@number", row.Number),
                ("@expected", append.ExpectedSequence),
                ("@sequence", row.Sequence),
                ("@hash", row.Hash),
                ("@state", row.State),
                ("@version", row.StateVersion)) == 1;
        }

        if (await session.ExecuteAsync(
            $"{UpdateEverything} {IfExpected}",
            cancellationToken,
            ("@number", row.Number),
            ("@expected", append.ExpectedSequence),
            ("@sequence", row.Sequence),
            ("@hash", row.Hash),
            ("@state", row.State),
            ("@version", row.StateVersion),
            ("@status", row.Status),
            ("@active", row.Active ? 1 : 0),
            ("@severity", Fold(row.Severity)),
            ("@detected", Instant.ToMicroseconds(row.DetectedAt))) == 0)
        {
            return false;
        }

        await session.ExecuteAsync("DELETE FROM incident_tag WHERE number = @number", cancellationToken, ("@number", row.Number));
        await session.InsertTagsAsync(row, cancellationToken);
        return true;
    }

    public static async Task DeleteRowsAsync(this SqlSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("DELETE FROM incident_tag", cancellationToken);
        await session.ExecuteAsync("DELETE FROM incident", cancellationToken);
    }

    private static async Task InsertTagsAsync(this SqlSession session, IncidentRow row, CancellationToken cancellationToken)
    {
        IEnumerable<(string Kind, string Name)> tags =
        [
            .. row.Services.Select(name => (StoreSchema.ServiceTag, Fold(name))),
            .. row.Components.Select(name => (StoreSchema.ComponentTag, Fold(name))),
            .. (row.Active ? row.Fingerprints : []).Select(name => (StoreSchema.FingerprintTag, name)),
        ];
        foreach ((string kind, string name) in tags.Distinct())
        {
            await session.ExecuteAsync(
                "INSERT INTO incident_tag (kind, name, number) VALUES (@kind, @name, @number)",
                cancellationToken,
                ("@kind", kind),
                ("@name", name),
                ("@number", row.Number));
        }
    }

    private static async Task<IncidentRow?> FirstRowAsync(DbCommand command, CancellationToken cancellationToken)
    {
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? ReadRow(reader) : null;
    }

    private static IncidentRow ReadRow(DbDataReader reader) => new()
    {
        Number = reader.GetInt64(0),
        Key = Guid.Parse(reader.GetString(1), CultureInfo.InvariantCulture),
        Sequence = reader.GetInt64(2),
        Hash = reader.GetString(3),
        Status = reader.GetString(4),
        Active = reader.GetInt64(5) != 0,
        Severity = reader.GetString(6),
        DetectedAt = Instant.FromMicroseconds(reader.GetInt64(7)),
        State = reader.GetString(8),
        StateVersion = reader.GetInt32(9),
    };

    private static StoredEvent ReadEvent(DbDataReader reader) => new()
    {
        Stream = Guid.Parse(reader.GetString(0), CultureInfo.InvariantCulture),
        Sequence = reader.GetInt64(1),
        OccurredAt = Instant.FromMicroseconds(reader.GetInt64(2)),
        RecordedAt = Instant.FromMicroseconds(reader.GetInt64(3)),
        Actor = reader.GetString(4),
        Type = reader.GetString(5),
        Version = reader.GetInt32(6),
        Body = reader.GetString(7),
        PreviousHash = reader.GetString(8),
        Hash = reader.GetString(9),
    };

    /// <summary>Names match ignoring case; databases differ in how they do that, so the store does it before.</summary>
    private static string Fold(string name) => name.ToUpperInvariant();
}
