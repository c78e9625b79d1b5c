using System.Runtime.CompilerServices;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Watching;

/// <summary>Looks at services again and again, and tells what changes.</summary>
internal sealed class HealthWatch
{
    // Timers end at some seven weeks.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly HealthSession _session;
    private readonly HealthWatchRequest _request;
    private readonly HealthWatchTally _tally = new();
    private HealthWatchOutcome _outcome = HealthWatchOutcome.Stopped;
    private DateTimeOffset _startedAt;
    private long _started;

    public HealthWatch(HealthSession session, HealthWatchRequest request)
    {
        _session = session;
        _request = request with { Sweep = request.Sweep with { Services = Merge(request.Sweep.Services) } };
    }

    public int Services => _request.Sweep.Services.Count;

    /// <summary>How long it goes on; null where nobody has said.</summary>
    public TimeSpan? Remaining => _request.For is { } whole && _started != 0 ? Positive(whole - _session.Time.GetElapsedTime(_started)) : _request.For;

    /// <summary>Every look at every service, until the time is up, what was waited for has come, or it is cancelled.</summary>
    public async IAsyncEnumerable<HealthWatchNews> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _startedAt = _session.Time.GetUtcNow();
        _started = _session.Time.GetTimestamp();
        while (true)
        {
            TimeSpan begun = _session.Time.GetElapsedTime(_started);
            _tally.Begin(begun);
            await foreach (ServiceHealth health in new HealthSweep(_session).RunAsync(_request.Sweep, cancellationToken))
            {
                yield return new HealthWatchNews(health, _tally.Add(health, _startedAt + begun));
            }

            if (_request.IsReached(_tally.Worst))
            {
                _outcome = HealthWatchOutcome.Reached;
                yield break;
            }

            if (begun >= _request.For)
            {
                _outcome = HealthWatchOutcome.TimeUp;
                yield break;
            }

            await WaitAsync(begun, cancellationToken);
        }
    }

    /// <summary>What it has seen so far; null before the first service was seen.</summary>
    public HealthWatchSummary? Summarize() => _tally.Summarize(_startedAt, _outcome);

    /// <summary>Two addresses of one service are one service with two checks.</summary>
    private static IReadOnlyList<ServiceDefinition> Merge(IReadOnlyList<ServiceDefinition> services) =>
    [
        .. services
            .GroupBy(static service => service.Name, StringComparer.OrdinalIgnoreCase)
            .Select(static same => same.First() with { Checks = [.. same.SelectMany(static service => service.Checks).Distinct()] }),
    ];

    private static TimeSpan Positive(TimeSpan duration) => duration > TimeSpan.Zero ? duration : TimeSpan.Zero;

    /// <summary>
    /// Waits for the next look. Looks keep their rhythm: one that takes longer than the interval is followed at once, and
    /// the last one begins when the time is up, so that the whole of it has been watched.
    /// </summary>
    private async Task WaitAsync(TimeSpan begun, CancellationToken cancellationToken)
    {
        TimeSpan next = _request.For is { } whole && whole - begun < _request.Interval ? whole : begun + _request.Interval;
        for (TimeSpan left; (left = next - _session.Time.GetElapsedTime(_started)) > TimeSpan.Zero;)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, _session.Time, cancellationToken);
        }
    }
}
