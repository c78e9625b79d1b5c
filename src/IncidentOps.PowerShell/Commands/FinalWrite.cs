using IncidentOps.Core.Errors;

namespace IncidentOps.PowerShell.Commands;

/// <summary>
/// The last write of a stopped command. Ctrl+C has half a second in all, so the command waits for a moment only; the
/// write goes on after it, and the end of the process waits for it as well.
/// </summary>
internal static class FinalWrite
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    // A store that does not answer may not hold the process up for longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void Run(Func<CancellationToken, Task> write, TimeProvider time)
    {
        Task writing = Task.Run(() => WriteAsync(write, time));
        AppDomain.CurrentDomain.ProcessExit += AwaitEnd;
        _ = writing.ContinueWith(
            _ => AppDomain.CurrentDomain.ProcessExit -= AwaitEnd,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        Task.WaitAny([writing], Moment);

        void AwaitEnd(object? sender, EventArgs arguments) => Task.WaitAny([writing], Limit);
    }

    private static async Task WriteAsync(Func<CancellationToken, Task> write, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            await write(limit.Token);
        }
        catch (Exception failure) when (failure is IncidentOpsException or OperationCanceledException)
        {
            // Nobody is left to be told.
        }
    }
}
