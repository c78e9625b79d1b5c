using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace IncidentOps.Core.Execution;

/// <summary>Runs commands on this machine.</summary>
internal sealed class LocalProcessRunner(TimeProvider time) : IProcessRunner
{
    // Long enough to flush and to take a lock file away, short enough for Ctrl+C.
    private static readonly TimeSpan EndGrace = TimeSpan.FromMilliseconds(200);

    // A background process may hold the streams open for ever. What the command itself wrote is in the pipes when it ends,
    // and a busy machine takes its time to hand it over: it is waited for as long as more comes, within reason.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan QuietWhenStopped = TimeSpan.FromMilliseconds(150);
    private const int MostPauses = 8;

    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        long startedAt = time.GetTimestamp();
        if (cancellationToken.IsCancellationRequested)
        {
            return new ProcessResult
            {
                Outcome = ProcessOutcome.Cancelled,
                Output = "",
                ErrorOutput = "",
                Duration = TimeSpan.Zero,
            };
        }

        using Process process = Start(request);
        object lineGate = new();
        void OnLine(ProcessOutputLine line)
        {
            lock (lineGate)
            {
                request.OnLine?.Invoke(line);
            }
        }

        OutputPump output = new(process.StandardOutput.BaseStream, isError: false, request.Redactor, OnLine);
        OutputPump error = new(process.StandardError.BaseStream, isError: true, request.Redactor, OnLine);
        Task pumps = Task.WhenAll(output.RunAsync(), error.RunAsync());
        Task feeding = FeedAsync(process, request);
        ProcessOutcome outcome = await WaitAsync(process, request.Timeout, cancellationToken).ConfigureAwait(false);
        if (request.Lifeline)
        {
            // Whoever has ended reads no more: what is not written by now fails at once. One that was ended is not told
            // farewell: on another machine its watchdog is still to end what runs there.
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            CloseInput(process, farewell: outcome == ProcessOutcome.Exited);
        }

        await DrainAsync(pumps, () => output.Reads + error.Reads, outcome == ProcessOutcome.Exited ? Quiet : QuietWhenStopped).ConfigureAwait(false);
        return new ProcessResult
        {
            Outcome = outcome,
            ExitCode = outcome == ProcessOutcome.Exited ? process.ExitCode : null,
            Output = output.Close(),
            ErrorOutput = error.Close(),
            Duration = time.GetElapsedTime(startedAt),
        };
    }

    private static Process Start(ProcessRequest request)
    {
        ProcessStartInfo start = new()
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        if (request.WorkingDirectory is { } folder)
        {
            if (!Directory.Exists(folder))
            {
                throw ExecutionErrors.WorkingDirectoryNotFound(folder);
            }

            start.WorkingDirectory = folder;
        }

        if (request.Environment is { } environment)
        {
            start.Environment.Clear();
            foreach ((string name, string value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        ProcessGroup.Lead(start, request.FileName, request.Arguments);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw ExecutionErrors.ProgramNotFound(request.FileName, e);
        }
    }

    private async Task<ProcessOutcome> WaitAsync(Process process, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeUp = new(timeout ?? Timeout.InfiniteTimeSpan, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return ProcessOutcome.Exited;
        }
        catch (OperationCanceledException)
        {
            await ProcessGroup.EndAsync(process, EndGrace, time).ConfigureAwait(false);
            return cancellationToken.IsCancellationRequested ? ProcessOutcome.Cancelled : ProcessOutcome.TimedOut;
        }
    }

    private static async Task FeedAsync(Process process, ProcessRequest request)
    {
        if (request.Input is { } input)
        {
            try
            {
                await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
                await process.StandardInput.FlushAsync().ConfigureAwait(false);
            }
            catch (IOException)
            {
                // Nobody reads any more.
            }
        }

        if (!request.Lifeline)
        {
            CloseInput(process, farewell: false);
        }
    }

    /// <summary>Waits for the streams' ends, or until nothing more comes.</summary>
    private async Task DrainAsync(Task pumps, Func<int> reads, TimeSpan quiet)
    {
        for (int pause = 0; pause < MostPauses; pause++)
        {
            int before = reads();
            await Task.WhenAny(pumps, Task.Delay(quiet, time, CancellationToken.None)).ConfigureAwait(false);
            if (pumps.IsCompleted || reads() == before)
            {
                return;
            }
        }
    }

    private static void CloseInput(Process process, bool farewell)
    {
        try
        {
            if (farewell)
            {
                process.StandardInput.Write('\n');
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Nobody reads any more.
        }
    }
}
