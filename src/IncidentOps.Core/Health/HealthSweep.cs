using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health;

/// <summary>Looks at many services at once, and hands each one's health out as soon as it is known.</summary>
internal sealed class HealthSweep(HealthSession session)
{
    public async IAsyncEnumerable<ServiceHealth> RunAsync(
        HealthSweepRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = new Run(session, request, stop.Token);
        Task work = run.WorkAsync();
        try
        {
            // The reader ends with the writer, and that one with the token.
            await foreach (ServiceHealth health in run.Results.ReadAllAsync(CancellationToken.None))
            {
                yield return health;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await work;
    }

    /// <summary>One sweep: a few workers that take the next check until none is left.</summary>
    private sealed class Run
    {
        private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(40);
        private readonly RootCauseFirst _order;
        private readonly HealthSession _session;
        private readonly HealthSweepRequest _request;
        private readonly CancellationToken _cancellationToken;
        private readonly HealthCheckRunner _runner;
        private readonly Channel<ServiceHealth> _results = Channel.CreateUnbounded<ServiceHealth>(
            new UnboundedChannelOptions { SingleReader = true });

        private readonly List<OpenCheck> _checks = [];
        private int _next;

        public Run(HealthSession session, HealthSweepRequest request, CancellationToken cancellationToken)
        {
            _session = session;
            _request = request;
            _cancellationToken = cancellationToken;
            _runner = new HealthCheckRunner(session, request.Secrets);
            _order = new RootCauseFirst(request.Services);
        }

        public ChannelReader<ServiceHealth> Results => _results.Reader;

        public async Task WorkAsync()
        {
            Exception? failure = null;
            try
            {
                Prepare();
                using var limit = new CancellationTokenSource(Bounded(_request.Timeout), _session.Time);
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _cancellationToken);
                int workers = Math.Min(Math.Max(_request.ThrottleLimit, 1), _checks.Count);
                await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => TakeAsync(deadline.Token), _cancellationToken)));
            }
            catch (Exception thrown)
            {
                failure = thrown;
                throw;
            }
            finally
            {
                _results.Writer.Complete(failure);
            }
        }

        // Timers end at some seven weeks; nobody waits longer.
        private static TimeSpan Bounded(TimeSpan? timeout) =>
            timeout is { } given && given < LongestTimeout ? given : Timeout.InfiniteTimeSpan;

        private void Prepare()
        {
            foreach (ServiceDefinition definition in _request.Services)
            {
                var service = new ServiceState(definition);
                for (int check = 0; check < definition.Checks.Count; check++)
                {
                    _checks.Add(new OpenCheck(service, check));
                }

                if (definition.Checks.Count == 0)
                {
                    Write(definition, ServiceVerdict.Judge(definition, [], _session.Time.GetUtcNow(), TimeSpan.Zero));
                }
            }
        }

        private async Task TakeAsync(CancellationToken deadline)
        {
            for (int next; (next = Interlocked.Increment(ref _next) - 1) < _checks.Count;)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                (ServiceState service, int index) = _checks[next];
                CheckDefinition check = service.Definition.Checks[index];
                service.Begin(_session.Time.GetUtcNow());
                long started = _session.Time.GetTimestamp();
                IReadOnlyList<HealthCheckResult> results = deadline.IsCancellationRequested
                    ? [HealthCheckRunner.NotBegun(service.Definition.Name, check)]
                    : await _runner.RunAsync(service.Definition.Name, check, _request.Timeout, deadline, _cancellationToken);
                if (service.End(index, results, _session.Time.GetElapsedTime(started)) is { } health)
                {
                    Write(service.Definition, health);
                }
            }
        }

        private void Write(ServiceDefinition service, ServiceHealth health) =>
            _order.Add(service, health, released => _results.Writer.TryWrite(released));
    }

    /// <summary>A check that is still to be made. No tuple: the first sweep of a session would wait until lists of them are compiled.</summary>
    private sealed record OpenCheck(ServiceState Service, int Check);

    /// <summary>What is known of a service while its checks come in.</summary>
    private sealed class ServiceState(ServiceDefinition definition)
    {
        private readonly IReadOnlyList<HealthCheckResult>[] _results = new IReadOnlyList<HealthCheckResult>[definition.Checks.Count];
        private readonly object _gate = new();
        private int _open = definition.Checks.Count;
        private DateTimeOffset? _begunAt;
        private TimeSpan _slowest;

        public ServiceDefinition Definition => definition;

        public void Begin(DateTimeOffset now)
        {
            lock (_gate)
            {
                _begunAt ??= now;
            }
        }

        /// <summary>Keeps the results of a check; the health of the service when it was the last one.</summary>
        public ServiceHealth? End(int index, IReadOnlyList<HealthCheckResult> results, TimeSpan took)
        {
            lock (_gate)
            {
                _results[index] = results;
                _slowest = took > _slowest ? took : _slowest;
                return --_open > 0
                    ? null
                    : ServiceVerdict.Judge(definition, [.. definition.Checks.Zip(_results)], _begunAt!.Value, _slowest);
            }
        }
    }
}
