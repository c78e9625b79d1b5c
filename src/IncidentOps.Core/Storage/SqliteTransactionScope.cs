using SQLitePCL;

namespace IncidentOps.Core.Storage;

/// <summary>A transaction begun by hand on a SQLite connection.</summary>
internal sealed class SqliteTransactionScope(sqlite3 handle, SqliteLock locks) : ISqlTransaction
{
    private bool _ended;

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await locks.ExecuteAsync(handle, "COMMIT", cancellationToken);
        _ended = true;
    }

    public ValueTask DisposeAsync()
    {
        if (!_ended)
        {
            // Fails harmlessly where SQLite has rolled back by itself, as it does on a full disk.
            _ = raw.sqlite3_exec(handle, "ROLLBACK");
            _ended = true;
        }

        return ValueTask.CompletedTask;
    }
}
