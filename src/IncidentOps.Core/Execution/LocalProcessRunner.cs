using System.Diagnostics;

namespace IncidentOps.Core.Execution;

/// <summary>Runs commands on this machine.</summary>
internal sealed class LocalProcessRunner(TimeProvider time) : IProcessRunner
{
    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        long startedAt = time.GetTimestamp();
        if (cancellationToken.IsCancellationRequested)
        {
            return ProcessResult.NotStarted;
        }

        using Process process = ProcessGroup.Start(request);
        CommandOutput output = new(process.StandardOutput.BaseStream, process.StandardError.BaseStream, request.Redactor, request.OnLine, time);
        Task feeding = FeedAsync(process, request);
        ProcessOutcome outcome = await ProcessGroup.WaitAsync(
            process.WaitForExitAsync(CancellationToken.None), () => ProcessGroup.EndAsync(process, time), request.Timeout, time, cancellationToken).ConfigureAwait(false);
        if (request.Lifeline)
        {
            // Whoever has ended reads no more: what is not written by now fails at once. One that was ended is not told
            // farewell: on another machine its watchdog is still to end what runs there.
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            CloseInput(process, farewell: outcome == ProcessOutcome.Exited);
        }

        await output.DrainAsync(wasStopped: outcome != ProcessOutcome.Exited).ConfigureAwait(false);
        return new ProcessResult
        {
            Outcome = outcome,
            ExitCode = outcome == ProcessOutcome.Exited ? process.ExitCode : null,
            Output = output.Output,
            ErrorOutput = output.ErrorOutput,
            Duration = time.GetElapsedTime(startedAt),
        };
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
