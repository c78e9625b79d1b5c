using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentOps.Core.Storage;

/// <summary>A transaction begun by hand on a SQLite connection.</summary>
internal sealed class SqliteTransactionScope(sqlite3 handle) : IWriteTransaction
{
    private bool _ended;

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(handle, "COMMIT"), handle);
        _ended = true;
        return Task.CompletedTask;
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
