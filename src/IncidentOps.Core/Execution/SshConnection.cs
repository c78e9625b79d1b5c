using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Execution;

/// <summary>The shared connection to one machine.</summary>
/// <param name="host">The machine.</param>
/// <param name="options">What ssh is called with before the command: options, and the machine's name.</param>
/// <param name="local">Runs ssh itself.</param>
/// <param name="time">The clock.</param>
internal sealed class SshConnection(SshHost host, IReadOnlyList<string> options, IProcessRunner local, TimeProvider time) : IDisposable
{
    // A server takes ten sessions on one connection unless it is told otherwise.
    private const int MostSessions = 8;

    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _sessions = new(MostSessions);
    private readonly object _gate = new();
    private Task? _opening;
    private long _lastUsed;

    public SshHost Host => host;

    public IReadOnlyList<string> Options => options;

    /// <summary>
    /// Opens the connection unless it is open, and waits for a session on it. Whoever comes while it is being opened
    /// waits for the same handshake, and fails with it.
    /// </summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        Task opening;
        lock (_gate)
        {
            opening = _opening = _opening is { } known && (known.IsCompletedSuccessfully ? !IsForgotten() : !known.IsCompleted) ? known : OpenAsync();
        }

        await opening.WaitAsync(cancellationToken);
        await _sessions.WaitAsync(cancellationToken);
        return new Session(this);
    }

    public void Dispose() => _sessions.Dispose();

    private bool IsForgotten() => time.GetElapsedTime(Volatile.Read(ref _lastUsed)) > SshConnections.Persist;

    private async Task OpenAsync()
    {
        // Others may wait for it as well: nobody's own cancellation ends it.
        ProcessResult result = await local.RunAsync(
            new ProcessRequest { FileName = "ssh", Arguments = [.. options, "exit 0"], Timeout = OpenTimeout },
            CancellationToken.None);
        Used();
        if (result.ExitCode != 0)
        {
            throw SshErrors.Describe(host, result);
        }
    }

    private void Used() => Volatile.Write(ref _lastUsed, time.GetTimestamp());

    private sealed class Session(SshConnection connection) : IDisposable
    {
        public void Dispose()
        {
            connection.Used();
            connection._sessions.Release();
        }
    }
}
