using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentOps.Core.Storage;

/// <summary>Runs statements that have to wait for a lock. A loop of our own: the library's waits cannot be cancelled.</summary>
internal sealed class SqliteLock(string path, TimeProvider time)
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    public async Task ExecuteAsync(sqlite3 handle, string sql, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int code = raw.sqlite3_exec(handle, sql);
            if (!IsBusy(code))
            {
                SqliteException.ThrowExceptionForRC(code, handle);
                return;
            }

            TimeSpan waited = time.GetElapsedTime(started);
            if (waited >= Limit)
            {
                throw StoreErrors.Busy(path, waited);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1 + Random.Shared.Next(12)), time, cancellationToken);
        }
    }

    /// <summary>Extended codes carry the plain one in their lowest byte.</summary>
    private static bool IsBusy(int code) => (code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
}
