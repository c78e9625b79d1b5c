using IncidentOps.Core.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentOps.Core.Storage;

/// <summary>SQLite: one file, WAL, every commit synced, many processes at once.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    private readonly string _path;
    private readonly SqliteLock _locks;
    private readonly SqliteSessions _sessions;

    public SqliteDialect(string path, TimeProvider time)
    {
        _path = path;
        _locks = new SqliteLock(path, time);
        _sessions = new SqliteSessions(path, _locks, time);
    }

    public string Location => _path;

    public string CountTables => "SELECT count(*) FROM sqlite_schema";

    public string SelectHighestNumber => "SELECT seq FROM sqlite_sequence WHERE name = 'incident_number'";

    public IReadOnlyList<string> CreateSchema { get; } =
    [
        """
        CREATE TABLE store_info (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL)
        """,
        """
        CREATE TABLE incident_number (
            number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE)
        """,
        """
        CREATE TABLE event (
            stream TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            occurred_at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            type TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (stream, sequence)) WITHOUT ROWID
        """,
        $"CREATE INDEX event_run ON event (occurred_at DESC, stream DESC, sequence DESC) WHERE {StoreSchema.IsRunStart}",
        """
        CREATE TABLE incident (
            number INTEGER NOT NULL PRIMARY KEY,
            key TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            hash TEXT NOT NULL,
            status TEXT NOT NULL,
            active INTEGER NOT NULL,
            severity TEXT NOT NULL,
            detected_at INTEGER NOT NULL,
            state TEXT NOT NULL,
            state_version INTEGER NOT NULL)
        """,
        """
        CREATE TABLE incident_tag (
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (kind, name, number)) WITHOUT ROWID
        """,
        "CREATE INDEX incident_newest ON incident (detected_at DESC, number DESC)",
        "CREATE INDEX incident_status ON incident (status, detected_at DESC, number DESC)",
        "CREATE INDEX incident_severity ON incident (severity, detected_at DESC, number DESC)",
        "CREATE INDEX incident_active ON incident (detected_at DESC, number DESC) WHERE active = 1",
        "CREATE INDEX incident_tag_number ON incident_tag (number)",
    ];

    public async Task<SqlSession?> OpenForReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
        {
            return Directory.Exists(_path) ? throw StoreErrors.IsFolder(_path) : null;
        }

        try
        {
            return await _sessions.LendAsync(create: false, cancellationToken);
        }
        catch (SqliteException exception) when (CannotShare(exception))
        {
            return await OpenReadOnlyAsync(cancellationToken);
        }
    }

    public async Task<SqlSession> OpenForWriteAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(_path))
        {
            throw StoreErrors.IsFolder(_path);
        }

        if (Path.GetDirectoryName(_path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return await _sessions.LendAsync(create: true, cancellationToken);
    }

    public Task PrepareDatabaseAsync(SqlSession session, CancellationToken cancellationToken) =>
        _locks.ExecuteAsync(HandleOf(session), "PRAGMA journal_mode = WAL", cancellationToken);

    public async Task<ISqlTransaction> BeginReadAsync(SqlSession session, CancellationToken cancellationToken)
    {
        sqlite3 handle = HandleOf(session);
        await _locks.ExecuteAsync(handle, "BEGIN", cancellationToken);
        var transaction = new SqliteTransactionScope(handle, _locks);
        try
        {
            // What is seen is settled by the first look.
            await _locks.ExecuteAsync(handle, "SELECT 1 FROM sqlite_schema LIMIT 1", cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public async Task<ISqlTransaction> BeginWriteAsync(SqlSession session, CancellationToken cancellationToken)
    {
        sqlite3 handle = HandleOf(session);
        await _locks.ExecuteAsync(handle, "BEGIN IMMEDIATE", cancellationToken);
        return new SqliteTransactionScope(handle, _locks);
    }

    public IncidentOpsException? Translate(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => StoreErrors.Busy(_path, SqliteLock.Limit, exception),
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => StoreErrors.Corrupt(_path, exception),
        SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT } => StoreErrors.Inconsistent(_path, exception),
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => StoreErrors.Full(_path, exception),
        // A table that is not there: some other program's database.
        SqliteException { SqliteErrorCode: raw.SQLITE_ERROR } when exception.Message.Contains("no such table", StringComparison.Ordinal)
            || exception.Message.Contains("no such column", StringComparison.Ordinal)
            || exception.Message.Contains("already exists", StringComparison.Ordinal) => StoreErrors.Corrupt(_path, exception),
        SqliteException read when IsReadOnly(read) && File.Exists(_path) => StoreErrors.ReadOnly(_path, exception),
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } when OutOfSpace() => StoreErrors.Full(_path, exception),
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN } => StoreErrors.Unreachable(_path, exception),
        SqliteException => StoreErrors.Failed(_path, exception),
        // A value that is not of its column's kind.
        FormatException or InvalidCastException or OverflowException => StoreErrors.Corrupt(_path, exception),
        IOException or UnauthorizedAccessException => StoreErrors.Unreachable(_path, exception),
        _ => null,
    };

    private static bool IsReadOnly(SqliteException exception) =>
        exception.SqliteErrorCode is raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM;

    private static sqlite3 HandleOf(SqlSession session) => ((SqliteConnection)session.Connection).Handle!;

    /// <summary>Where SQLite cannot write its shared-memory file, it can still read one that is there, or the file alone.</summary>
    private async Task<SqlSession> OpenReadOnlyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _sessions.LendReadOnlyAsync(immutable: false, cancellationToken);
        }
        catch (SqliteException exception) when (CannotShare(exception) && !HasLog())
        {
            return await _sessions.LendReadOnlyAsync(immutable: true, cancellationToken);
        }
    }

    /// <summary>True where there is no right to make the shared-memory file, or no room.</summary>
    private bool CannotShare(SqliteException exception) =>
        IsReadOnly(exception) || (exception.SqliteErrorCode is raw.SQLITE_IOERR or raw.SQLITE_FULL && OutOfSpace());

    /// <summary>True where commands stand in the log that are not in the file yet.</summary>
    private bool HasLog() => new FileInfo(_path + "-wal") is { Exists: true, Length: > 0 };

    private bool OutOfSpace()
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(_path)).AvailableFreeSpace < 1 << 20;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
