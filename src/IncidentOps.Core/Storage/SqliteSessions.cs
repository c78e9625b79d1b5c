using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace IncidentOps.Core.Storage;

/// <summary>Lends connections to one SQLite file, and keeps a few of them open for a while.</summary>
/// <remarks>The library's own pool is not used: it prepares every statement anew and knows nothing of replaced files.</remarks>
internal sealed class SqliteSessions
{
    private const int MostIdle = 4;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    private readonly string _path;
    private readonly SqliteLock _locks;
    private readonly ITimer _idleTimer;
    private readonly ConcurrentStack<SqlSession> _idle = new();

    public SqliteSessions(string path, SqliteLock locks, TimeProvider time)
    {
        _path = path;
        _locks = locks;
        _idleTimer = time.CreateTimer(_ => CloseIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // The last connection to close folds the log back into the file, so that what is left behind is one file.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => CloseIdle();
    }

    /// <summary>A session that can read and write; <paramref name="create"/> makes the file where there is none.</summary>
    public async Task<SqlSession> LendAsync(bool create, CancellationToken cancellationToken)
    {
        while (_idle.TryPop(out SqlSession? kept))
        {
            if (!SqliteFile.HasMoved(((SqliteConnection)kept.Connection).Handle!))
            {
                return kept;
            }

            kept.Close();
        }

        return new SqlSession(
            await ConnectAsync(_path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, cancellationToken),
            Keep);
    }

    /// <summary>A session that can only read, not kept.</summary>
    /// <param name="immutable">True to read the file alone, without its log and without locks.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<SqlSession> LendReadOnlyAsync(bool immutable, CancellationToken cancellationToken) => new(
        await ConnectAsync(
            immutable ? new Uri(_path).AbsoluteUri + "?immutable=1" : _path, SqliteOpenMode.ReadOnly, cancellationToken),
        static session => session.Close());

    private async Task<SqliteConnection> ConnectAsync(string source, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            // Locks are waited for before the library could meet them; should it meet one, it gives up soon.
            DefaultTimeout = 1,
        };
        var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await _locks.ExecuteAsync(connection.Handle!, "PRAGMA synchronous = FULL", cancellationToken);
            // The first to touch the file: what is wrong with it shows here.
            await _locks.ExecuteAsync(connection.Handle!, "SELECT 1 FROM sqlite_schema LIMIT 1", cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private void Keep(SqlSession session)
    {
        if (_idle.Count >= MostIdle)
        {
            session.Close();
            return;
        }

        _idle.Push(session);
        _idleTimer.Change(IdleTime, Timeout.InfiniteTimeSpan);
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out SqlSession? kept))
        {
            kept.Close();
        }
    }
}
