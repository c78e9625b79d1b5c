namespace IncidentOps.Console;

/// <summary>
/// What Ctrl+C and the signals act on: the token that ends a wait for a key, and the way to stop what runs. A new token
/// is made after each interruption, so that the next line can be read.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _source = new();

    /// <summary>Stops the running pipeline; the session puts itself here. True where something was running.</summary>
    public Func<bool>? StopRunning { get; set; }

    /// <summary>The exit code that a signal to terminate has settled; null as long as none came.</summary>
    public int? ExitCode { get; set; }

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

    /// <summary>Ends a wait for a key and stops what runs; true where something was running.</summary>
    public bool Interrupt()
    {
        CancellationTokenSource source;
        lock (_lock)
        {
            source = _source;
            _source = new CancellationTokenSource();
        }

        // Not disposed: whoever still waits on it needs its handle.
        source.Cancel();
        return StopRunning?.Invoke() ?? false;
    }

    public void Dispose() => _source.Dispose();
}
