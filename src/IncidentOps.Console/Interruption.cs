namespace IncidentOps.Console;

/// <summary>
/// What Ctrl+C and the signals act on: the token that ends a wait for a key, and the way to stop what runs. After what
/// was interrupted has ended there is a new token, so that the next line can be read.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _source = new();
    private int _count;

    /// <summary>Stops the running pipeline; the session puts itself here. True where something was running.</summary>
    public Func<bool>? StopRunning { get; set; }

    /// <summary>The exit code that a signal to terminate has settled; null as long as none came.</summary>
    public int? ExitCode { get; set; }

    /// <summary>True when something was interrupted since the last <see cref="Rearm"/>.</summary>
    public bool Requested => Volatile.Read(ref _count) > 0;

    public CancellationToken Token
    {
        get
        {
            lock (_lock)
            {
                return _source.Token;
            }
        }
    }

    /// <summary>Ends a wait for a key and stops what runs.</summary>
    /// <returns>Whether this is the first time since <see cref="Rearm"/>, and whether something was running.</returns>
    public (bool First, bool Stopping) Interrupt()
    {
        bool first = Interlocked.Increment(ref _count) == 1;
        CancellationTokenSource source;
        lock (_lock)
        {
            source = _source;
        }

        source.Cancel();
        return (first, StopRunning?.Invoke() ?? false);
    }

    /// <summary>
    /// What was interrupted has ended; the next interruption is a first one again. Until then the token stays cancelled:
    /// a question that comes up while the pipeline is being stopped must not wait for an answer.
    /// </summary>
    public void Rearm()
    {
        lock (_lock)
        {
            if (_source.IsCancellationRequested)
            {
                // Not disposed: whoever still waits on it needs its handle.
                _source = new CancellationTokenSource();
            }
        }

        Volatile.Write(ref _count, 0);
    }

    public void Dispose() => _source.Dispose();
}
