using System.Data.Common;
using IncidentOps.Core.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentOps.Core.Storage;

/// <summary>SQLite: one file, WAL, every commit synced, many processes at once.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    private static readonly TimeSpan BusyLimit = TimeSpan.FromSeconds(30);

    private readonly string _path;
    private readonly TimeProvider _time;
    private DateTime _birth;

    static SqliteDialect() =>
        // The last connection to close folds the log back into the file, so that what is left behind is one file.
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => SqliteConnection.ClearAllPools();

    public SqliteDialect(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
    }

    public string Location => _path;

    public string CountTables => "SELECT count(*) FROM sqlite_schema";

    public IReadOnlyList<string> PrepareDatabase { get; } = ["PRAGMA journal_mode = WAL"];

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
            PRIMARY KEY (stream, sequence))
        """,
        """
        CREATE TABLE incident (
            number INTEGER NOT NULL PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            sequence INTEGER NOT NULL,
            hash TEXT NOT NULL,
            status TEXT NOT NULL,
            active INTEGER NOT NULL,
            severity TEXT NOT NULL,
            detected_at INTEGER NOT NULL,
            fingerprint TEXT,
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
        "CREATE INDEX incident_twin ON incident (fingerprint) WHERE active = 1 AND fingerprint IS NOT NULL",
        "CREATE INDEX incident_tag_number ON incident_tag (number)",
    ];

    public async Task<DbConnection?> OpenForReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        ForgetReplacedFile();
        try
        {
            return await OpenAsync(SqliteOpenMode.ReadWrite, immutable: false, cancellationToken);
        }
        catch (SqliteException exception) when (IsReadOnly(exception))
        {
            // A read-only file or folder: SQLite cannot make its shared-memory file there, but it can still read
            // a database that nobody is writing.
            return await OpenAsync(SqliteOpenMode.ReadOnly, immutable: true, cancellationToken);
        }
    }

    public async Task<DbConnection> OpenForWriteAsync(CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(_path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        ForgetReplacedFile();
        return await OpenAsync(SqliteOpenMode.ReadWriteCreate, immutable: false, cancellationToken);
    }

    public async Task<IWriteTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // Our own loop: the library's waits cannot be cancelled.
        sqlite3 handle = ((SqliteConnection)connection).Handle!;
        long started = _time.GetTimestamp();
        while (true)
        {
            int code = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
            if (code == raw.SQLITE_OK)
            {
                return new SqliteTransactionScope(handle);
            }

            if ((code & 0xFF) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
            {
                SqliteException.ThrowExceptionForRC(code, handle);
            }

            TimeSpan waited = _time.GetElapsedTime(started);
            if (waited >= BusyLimit)
            {
                throw StoreErrors.Busy(_path, waited);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1 + Random.Shared.Next(12)), _time, cancellationToken);
        }
    }

    public IncidentOpsException? Translate(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => StoreErrors.Busy(_path, BusyLimit, exception),
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => StoreErrors.Corrupt(_path, exception),
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
        FormatException or InvalidCastException => StoreErrors.Corrupt(_path, exception),
        IOException or UnauthorizedAccessException => StoreErrors.Unreachable(_path, exception),
        _ => null,
    };

    private static bool IsReadOnly(SqliteException exception) =>
        exception.SqliteErrorCode is raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM;

    private async Task<DbConnection> OpenAsync(SqliteOpenMode mode, bool immutable, CancellationToken cancellationToken)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = immutable ? new Uri(_path).AbsoluteUri + "?immutable=1" : _path,
            Mode = mode,
            Pooling = !immutable,
            DefaultTimeout = (int)BusyLimit.TotalSeconds,
        };
        var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            using SqliteCommand settings = connection.CreateCommand();
            settings.CommandText = "PRAGMA synchronous = FULL; SELECT 1 FROM sqlite_schema LIMIT 1";
            await settings.ExecuteScalarAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A pooled connection to a file that was since deleted or replaced would write into nowhere: such connections
    /// are closed first.
    /// </summary>
    private void ForgetReplacedFile()
    {
        DateTime birth = File.GetCreationTimeUtc(_path);
        if (_birth != birth)
        {
            SqliteConnection.ClearAllPools();
            _birth = birth;
        }
    }

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
