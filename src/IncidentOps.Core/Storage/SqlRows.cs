using System.Data.Common;
using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Storage;

/// <summary>The statements over the tables of <see cref="StoreSchema"/>, and rows to objects.</summary>
internal static class SqlRows
{
    private const string RowColumns =
        "number, key, sequence, hash, status, active, severity, detected_at, fingerprint, state, state_version";

    private const string EventColumns =
        "stream, sequence, occurred_at, recorded_at, actor, type, version, body, previous_hash, hash";

    public static DbCommand SelectRows(this DbConnection connection, string where, (string Name, object? Value) parameter) =>
        connection.Command($"SELECT {RowColumns} FROM incident WHERE {where}", parameter);

    public static DbCommand SelectRows(this DbConnection connection, IncidentRowQuery query)
    {
        DbCommand command = connection.CreateCommand();
        var sql = new StringBuilder($"SELECT {RowColumns} FROM incident");
        List<string> conditions = [];
        if (query.Active)
        {
            conditions.Add("active = 1");
        }

        AddAny(command, conditions, "status IN ({0})", query.Statuses);
        AddAny(command, conditions, "severity IN ({0})", [.. query.Severities.Select(Fold)]);
        AddTags(command, conditions, StoreSchema.ServiceTag, query.Services);
        AddTags(command, conditions, StoreSchema.ComponentTag, query.Components);
        AddBound(command, conditions, "detected_at >= {0}", query.Since);
        AddBound(command, conditions, "detected_at <= {0}", query.Until);
        if (conditions.Count > 0)
        {
            sql.Append(" WHERE ").AppendJoin(" AND ", conditions);
        }

        sql.Append(" ORDER BY detected_at DESC, number DESC");
        if (query.Limit is { } limit)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        }

        command.CommandText = sql.ToString();
        return command;
    }

    public static DbCommand SelectEvents(this DbConnection connection, Guid stream) =>
        connection.Command(
            $"SELECT {EventColumns} FROM event WHERE stream = @stream ORDER BY sequence",
            ("@stream", stream.ToString("D")));

    public static async Task<IncidentRow?> FindTwinAsync(
        this DbConnection connection,
        string fingerprint,
        CancellationToken cancellationToken)
    {
        using DbCommand command = connection.SelectRows(
            "active = 1 AND fingerprint IS NOT NULL AND fingerprint = @fingerprint ORDER BY number LIMIT 1",
            ("@fingerprint", fingerprint));
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? ReadRow(reader) : null;
    }

    public static async Task<long> InsertNumberAsync(this DbConnection connection, Guid key, CancellationToken cancellationToken) =>
        (long)(await connection.ScalarAsync(
            "INSERT INTO incident_number (key) VALUES (@key) RETURNING number",
            cancellationToken,
            ("@key", key.ToString("D"))))!;

    public static async Task<long> ReadSequenceAsync(this DbConnection connection, Guid key, CancellationToken cancellationToken) =>
        await connection.ScalarAsync(
            "SELECT sequence FROM incident WHERE key = @key",
            cancellationToken,
            ("@key", key.ToString("D"))) as long? ?? 0;

    public static async Task InsertEventsAsync(
        this DbConnection connection,
        IReadOnlyList<StoredEvent> events,
        CancellationToken cancellationToken)
    {
        foreach (StoredEvent stored in events)
        {
            await connection.ExecuteAsync(
                $"""
                INSERT INTO event ({EventColumns})
                VALUES (@stream, @sequence, @occurred, @recorded, @actor, @type, @version, @body, @previous, @hash)
                """,
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

    public static async Task WriteRowAsync(
        this DbConnection connection,
        IncidentRow row,
        IncidentRowChange change,
        CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(
            $"""
            INSERT INTO incident ({RowColumns})
            VALUES (@number, @key, @sequence, @hash, @status, @active, @severity, @detected, @fingerprint, @state, @version)
            ON CONFLICT (number) DO UPDATE SET
                sequence = excluded.sequence, hash = excluded.hash, status = excluded.status, active = excluded.active,
                severity = excluded.severity, detected_at = excluded.detected_at, fingerprint = excluded.fingerprint,
                state = excluded.state, state_version = excluded.state_version
            """,
            cancellationToken,
            ("@number", row.Number),
            ("@key", row.Key.ToString("D")),
            ("@sequence", row.Sequence),
            ("@hash", row.Hash),
            ("@status", row.Status),
            ("@active", row.Active ? 1 : 0),
            ("@severity", Fold(row.Severity)),
            ("@detected", Instant.ToMicroseconds(row.DetectedAt)),
            ("@fingerprint", row.Fingerprint),
            ("@state", row.State),
            ("@version", row.StateVersion));

        if (change == IncidentRowChange.Update)
        {
            await connection.ExecuteAsync(
                "DELETE FROM incident_tag WHERE number = @number", cancellationToken, ("@number", row.Number));
        }

        await connection.InsertTagsAsync(row.Number, StoreSchema.ServiceTag, row.Services, cancellationToken);
        await connection.InsertTagsAsync(row.Number, StoreSchema.ComponentTag, row.Components, cancellationToken);
    }

    public static IncidentRow ReadRow(DbDataReader reader) => new()
    {
        Number = reader.GetInt64(0),
        Key = Guid.Parse(reader.GetString(1), CultureInfo.InvariantCulture),
        Sequence = reader.GetInt64(2),
        Hash = reader.GetString(3),
        Status = reader.GetString(4),
        Active = reader.GetInt64(5) != 0,
        Severity = reader.GetString(6),
        DetectedAt = Instant.FromMicroseconds(reader.GetInt64(7)),
        Fingerprint = reader.IsDBNull(8) ? null : reader.GetString(8),
        State = reader.GetString(9),
        StateVersion = reader.GetInt32(10),
    };

    public static StoredEvent ReadEvent(DbDataReader reader) => new()
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

    private static async Task InsertTagsAsync(
        this DbConnection connection,
        long number,
        string kind,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken)
    {
        foreach (string name in names.Select(Fold).Distinct(StringComparer.Ordinal))
        {
            await connection.ExecuteAsync(
                "INSERT INTO incident_tag (kind, name, number) VALUES (@kind, @name, @number)",
                cancellationToken,
                ("@kind", kind),
                ("@name", name),
                ("@number", number));
        }
    }

    private static void AddTags(DbCommand command, List<string> conditions, string kind, IReadOnlyList<string> names) =>
        AddAny(
            command,
            conditions,
            $"number IN (SELECT number FROM incident_tag WHERE kind = '{kind}' AND name IN ({{0}}))",
            [.. names.Select(Fold)]);

    private static void AddAny(DbCommand command, List<string> conditions, string condition, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            conditions.Add(string.Format(
                CultureInfo.InvariantCulture, condition, string.Join(", ", values.Select(value => Bind(command, value)))));
        }
    }

    private static void AddBound(DbCommand command, List<string> conditions, string condition, DateTimeOffset? bound)
    {
        if (bound is { } value)
        {
            conditions.Add(string.Format(
                CultureInfo.InvariantCulture, condition, Bind(command, Instant.ToMicroseconds(value))));
        }
    }

    private static string Bind(DbCommand command, object value)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        command.Add(name, value);
        return name;
    }

    /// <summary>Names match ignoring case; databases differ in how they do that, so the store does it before.</summary>
    private static string Fold(string name) => name.ToUpperInvariant();
}
