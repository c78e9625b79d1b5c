namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Pauses that grow: one second, two, four, at most half a minute.</summary>
internal sealed class BackOff(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan _next = TimeSpan.FromSeconds(1);

    /// <summary>Waits longer every time; false when the operator stops it.</summary>
    /// <param name="atMost">How long it may wait at all.</param>
    /// <param name="cancellationToken">The operator.</param>
    public async Task<bool> PauseAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        TimeSpan pause = _next < atMost ? _next : atMost;
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        try
        {
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
