namespace IncidentOps.Core.Execution;

/// <summary>What a command writes to its two streams, read while it runs.</summary>
internal sealed class CommandOutput
{
    // A background process may hold the streams open for ever. What the command itself wrote is in the pipes when it ends,
    // and a busy machine takes its time to hand it over: it is waited for as long as more comes, within reason.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan QuietWhenStopped = TimeSpan.FromMilliseconds(150);
    private const int MostPauses = 8;

    private readonly TimeProvider _time;
    private readonly OutputPump _output;
    private readonly OutputPump _error;
    private readonly Task _pumps;

    /// <param name="output">The command's standard output.</param>
    /// <param name="error">Its standard error.</param>
    /// <param name="redactor">What takes the secrets out.</param>
    /// <param name="onLine">Called for every line, one call at a time.</param>
    /// <param name="time">The clock.</param>
    public CommandOutput(Stream output, Stream error, SecretRedactor redactor, Action<ProcessOutputLine>? onLine, TimeProvider time)
    {
        object gate = new();
        void OnLine(ProcessOutputLine line)
        {
            lock (gate)
            {
                onLine?.Invoke(line);
            }
        }

        _time = time;
        _output = new OutputPump(output, isError: false, redactor, OnLine);
        _error = new OutputPump(error, isError: true, redactor, OnLine);
        _pumps = Task.WhenAll(_output.RunAsync(), _error.RunAsync());
    }

    /// <summary>Ends the reading of standard output and gives what was kept of it.</summary>
    public string Output => _output.Close();

    /// <summary>The same of standard error.</summary>
    public string ErrorOutput => _error.Close();

    /// <summary>Waits for the streams' ends, or until nothing more comes.</summary>
    /// <param name="wasStopped">The command did not end by itself: somebody waits.</param>
    public async Task DrainAsync(bool wasStopped)
    {
        for (int pause = 0; pause < MostPauses; pause++)
        {
            int before = Reads;
            await Task.WhenAny(_pumps, Task.Delay(wasStopped ? QuietWhenStopped : Quiet, _time, CancellationToken.None)).ConfigureAwait(false);
            if (_pumps.IsCompleted || Reads == before)
            {
                return;
            }
        }
    }

    private int Reads => _output.Reads + _error.Reads;
}
