using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Several steps' events as one stream.</summary>
internal static class EventStreams
{
    /// <summary>
    /// Takes from all streams at once, in whatever order things happen. Each stream goes on only when its last event was
    /// taken, so that what is announced is recorded before it is done.
    /// </summary>
    public static async IAsyncEnumerable<RunbookEvent> MergeAsync(
        IReadOnlyList<IAsyncEnumerable<RunbookEvent>> streams, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Channel<(RunbookEvent Event, TaskCompletionSource Taken)> merged = Channel.CreateUnbounded<(RunbookEvent, TaskCompletionSource)>();
        Task pumping = Task.WhenAll(streams.Select(stream => PumpAsync(stream, merged.Writer, cancellationToken)))
            .ContinueWith(all => merged.Writer.Complete(all.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await foreach ((RunbookEvent happened, TaskCompletionSource taken) in merged.Reader.ReadAllAsync(CancellationToken.None))
        {
            yield return happened;
            taken.SetResult();
        }

        await pumping;
    }

    private static async Task PumpAsync(IAsyncEnumerable<RunbookEvent> stream, ChannelWriter<(RunbookEvent Event, TaskCompletionSource Taken)> merged, CancellationToken cancellationToken)
    {
        await foreach (RunbookEvent happened in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await merged.WriteAsync((happened, taken), CancellationToken.None).ConfigureAwait(false);
            await taken.Task.ConfigureAwait(false);
        }
    }
}
