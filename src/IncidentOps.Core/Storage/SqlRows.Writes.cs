namespace IncidentOps.Core.Storage;

/// <content>Objects to rows.</content>
internal static partial class SqlRows
{
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
}
