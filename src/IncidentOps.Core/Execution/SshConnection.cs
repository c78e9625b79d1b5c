using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Execution;

/// <summary>The shared connection to one machine.</summary>
/// <param name="host">The machine.</param>
/// <param name="options">What ssh is called with before the command: options, and the machine's name.</param>
/// <param name="local">Runs ssh itself.</param>
/// <param name="time">The clock.</param>
internal sealed class SshConnection(SshHost host, IReadOnlyList<string> options, IProcessRunner local, TimeProvider time) : IDisposable
{
    // A server takes ten sessions on one connection unless it is told otherwise, and one more may look whether it is open.
    private const int MostSessions = 7;
    private const int MostLasting = 2;

    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(15);
    private static readonly string[] Alone = ["-o", "ControlMaster=no", "-o", "ControlPath=none"];

    private readonly SemaphoreSlim _sessions = new(MostSessions);
    private readonly SemaphoreSlim _lasting = new(MostLasting);
    private readonly object _gate = new();
    private Task? _opening;
    private long _lastUsed;

    public SshHost Host => host;

    /// <summary>
    /// Opens the connection unless it is open, and waits for a session on it. Whoever comes while it is being opened
    /// waits for the same handshake, and fails with it.
    /// </summary>
    /// <param name="lasts">
    /// Whether the session lasts as long as others come and go beside it. It leaves the room to them: where many such
    /// last, the next has a connection of its own, so that nobody waits for what waits for himself.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<SshSession> EnterAsync(bool lasts, CancellationToken cancellationToken)
    {
        Task opening;
        lock (_gate)
        {
            opening = _opening = _opening is { } known && (known.IsCompletedSuccessfully ? !IsForgotten() : !known.IsCompleted) ? known : OpenAsync();
        }

        await opening.WaitAsync(cancellationToken);
        if (lasts)
        {
            return await _lasting.WaitAsync(0, cancellationToken) ? Enter(options, _lasting) : Enter([.. Alone, .. options], place: null);
        }

        await _sessions.WaitAsync(cancellationToken);
        return Enter(options, _sessions);
    }

    public void Dispose()
    {
        _sessions.Dispose();
        _lasting.Dispose();
    }

    private SshSession Enter(IReadOnlyList<string> with, SemaphoreSlim? place) => new(with, () =>
    {
        Used();
        place?.Release();
    });

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
}
