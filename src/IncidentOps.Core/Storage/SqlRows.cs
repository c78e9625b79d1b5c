using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace IncidentOps.Core.Storage;

/// <summary>The statements over the tables of <see cref="StoreSchema"/>, and rows to objects.</summary>
internal static partial class SqlRows
{
    private const string RowColumns =
        "number, key, sequence, hash, status, active, severity, detected_at, state, state_version";

    private const string EventColumns =
        "stream, sequence, occurred_at, recorded_at, actor, type, version, body, previous_hash, hash";

    private const string SelectRow = $"SELECT {RowColumns} FROM incident";

    private const string SelectEvents = $"SELECT {EventColumns} FROM event WHERE stream = @stream ORDER BY sequence";

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

    public static IAsyncEnumerable<IncidentRow> StreamRowsAsync(this SqlSession session, IncidentRowQuery asked, CancellationToken cancellationToken)
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
        return query.StreamAsync($"ORDER BY detected_at DESC, number DESC{limit}", ReadRow, cancellationToken);
    }

    public static IAsyncEnumerable<StoredEvent> StreamEventsAsync(this SqlSession session, Guid stream, CancellationToken cancellationToken) =>
        session.Statement(SelectEvents, ("@stream", stream.ToString("D"))).StreamAsync(ReadEvent, cancellationToken);

    /// <summary>The sequence of a stream's last event; 0 where there is none.</summary>
    public static async Task<long> LastSequenceAsync(this SqlSession session, Guid stream, CancellationToken cancellationToken) =>
        await session.ScalarAsync(
            "SELECT sequence FROM event WHERE stream = @stream ORDER BY sequence DESC LIMIT 1", cancellationToken, ("@stream", stream.ToString("D"))) as long? ?? 0;

    public static IAsyncEnumerable<StoredEvent> StreamRunStartsAsync(
        this SqlSession session, DateTimeOffset? since, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var query = new SqlQuery(session.Connection, $"SELECT {EventColumns} FROM event");
        query.Where(StoreSchema.IsRunStart);
        query.Where("occurred_at >=", since);
        query.Where("occurred_at <=", until);
        return query.StreamAsync("ORDER BY occurred_at DESC, stream DESC, sequence DESC", ReadEvent, cancellationToken);
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
    public static IAsyncEnumerable<Guid> StreamOtherStreamsAsync(this SqlSession session, CancellationToken cancellationToken) =>
        session.Statement(
            "SELECT DISTINCT stream FROM event WHERE NOT EXISTS (SELECT 1 FROM incident_number WHERE key = stream) ORDER BY stream")
            .StreamAsync(reader => Guid.Parse(reader.GetString(0), CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>Every number up to the highest ever given; no key where its line is gone.</summary>
    public static async IAsyncEnumerable<(long Number, Guid? Key)> StreamNumbersAsync(
        this SqlSession session,
        string selectHighest,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long highest = await session.ScalarAsync(selectHighest, cancellationToken) as long? ?? 0;
        long next = 1;
        IAsyncEnumerable<(long Number, Guid Key)> kept = session.Statement("SELECT number, key FROM incident_number ORDER BY number")
            .StreamAsync(reader => (reader.GetInt64(0), Guid.Parse(reader.GetString(1), CultureInfo.InvariantCulture)), cancellationToken);
        await foreach ((long number, Guid key) in kept)
        {
            for (; next < number; next++)
            {
                yield return (next, null);
            }

            yield return (next++, key);
        }

        for (; next <= highest; next++)
        {
            yield return (next, null);
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
