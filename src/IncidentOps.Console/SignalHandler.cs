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
    private readonly bool _terminalSignalsPrograms;
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <param name="interruption">What the signals act on.</param>
    /// <param name="waitUntilIdle">Waits for the running pipeline to end.</param>
    /// <param name="terminalSignalsPrograms">True where Ctrl+C reaches the programs started here as well.</param>
    public SignalHandler(Interruption interruption, Func<TimeSpan, bool> waitUntilIdle, bool terminalSignalsPrograms)
    {
        _interruption = interruption;
        _waitUntilIdle = waitUntilIdle;
        _terminalSignalsPrograms = terminalSignalsPrograms;
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnInterrupt));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnTerminate(context, ExitCodes.Terminated)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => OnTerminate(context, ExitCodes.HungUp)));
    }

    /// <summary>At a prompt Ctrl+C is never the end: where nothing runs it only clears the line.</summary>
    public bool AtPrompt { get; set; }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnInterrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        (bool first, bool stopping) = _interruption.Interrupt();
        if (stopping ? !first : !AtPrompt)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        if (!_terminalSignalsPrograms)
        {
            ChildProcesses.Signal(PosixSignal.SIGINT);
        }
    }

    private void OnTerminate(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        _interruption.ExitCode = exitCode;
        _interruption.Interrupt();
        ChildProcesses.Signal(PosixSignal.SIGTERM);
        _waitUntilIdle(Patience);
        Environment.Exit(exitCode);
    }
}
