using System.Runtime.InteropServices;

namespace IncidentOps.Console;

/// <summary>
/// Ctrl+C stops what runs, a second one ends the process; a request to terminate stops what runs and then ends it.
/// </summary>
internal sealed class SignalHandler : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Interruption _interruption;
    private readonly Func<TimeSpan, bool> _waitUntilIdle;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _interrupts;

    public SignalHandler(Interruption interruption, Func<TimeSpan, bool> waitUntilIdle)
    {
        _interruption = interruption;
        _waitUntilIdle = waitUntilIdle;
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnInterrupt));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnTerminate(context, ExitCodes.Terminated)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => OnTerminate(context, ExitCodes.HungUp)));
    }

    /// <summary>True when Ctrl+C came since the last <see cref="Rearm"/>.</summary>
    public bool Interrupted => Volatile.Read(ref _interrupts) > 0;

    /// <summary>Where nothing runs and no line is edited, Ctrl+C ends the process at once.</summary>
    public bool AtPrompt { get; set; }

    /// <summary>What was interrupted has ended; the next Ctrl+C is a first one again.</summary>
    public void Rearm() => Volatile.Write(ref _interrupts, 0);

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnInterrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        bool first = Interlocked.Increment(ref _interrupts) == 1;
        bool stopping = _interruption.Interrupt();
        if (!first || (!stopping && !AtPrompt))
        {
            Environment.Exit(ExitCodes.Interrupted);
        }
    }

    private void OnTerminate(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        _interruption.ExitCode = exitCode;
        _interruption.Interrupt();
        _waitUntilIdle(Patience);
        Environment.Exit(exitCode);
    }
}
