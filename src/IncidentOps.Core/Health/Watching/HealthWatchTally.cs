using IncidentOps.Health;

namespace IncidentOps.Core.Health.Watching;

/// <summary>
/// Counts what a watch sees. Between two looks a service is taken to be as the first of them found it; times are those
/// of the looks' beginnings, from the start of the watch.
/// </summary>
internal sealed class HealthWatchTally
{
    private readonly Dictionary<string, Record> _services = new(StringComparer.OrdinalIgnoreCase);
    private TimeSpan _now;
    private int _sweeps;

    /// <summary>How the worst of the services is.</summary>
    public HealthStatus Worst => _services.Values.Select(static record => record.Health.Status).DefaultIfEmpty(HealthStatus.Unknown).Max();

    /// <summary>Begins a look.</summary>
    public void Begin(TimeSpan now)
    {
        _now = now;
        _sweeps++;
    }

    /// <summary>Takes a service's health; gives what is new about it, or null.</summary>
    public HealthChange? Add(ServiceHealth health, DateTimeOffset at)
    {
        if (!_services.TryGetValue(health.Service, out Record? record))
        {
            _services[health.Service] = new Record(health, _now);
            return Change(health, null, at, null);
        }

        HealthStatus before = record.Health.Status;
        TimeSpan lasted = _now - record.Since;
        record.Add(health, _now);
        return before == health.Status ? null : Change(health, before, at, lasted);
    }

    /// <summary>What was seen so far; null where nothing was.</summary>
    public HealthWatchSummary? Summarize(DateTimeOffset startedAt, HealthWatchOutcome outcome)
    {
        if (_services.Count == 0)
        {
            return null;
        }

        Record[] records = [.. _services.Values.OrderByDescending(static record => record.Health.Status).ThenBy(static record => record.Health.Service, StringComparer.OrdinalIgnoreCase)];
        bool healthy = records[0].Health.Status == HealthStatus.Healthy;
        return new HealthWatchSummary
        {
            Status = records[0].Health.Status,
            Outcome = outcome,
            IsStable = Array.TrueForAll(records, static record => record.Worst == HealthStatus.Healthy),
            HealthyFor = healthy ? records.Min(static record => record.SeenAt - record.Since) : TimeSpan.Zero,
            StartedAt = startedAt,
            Duration = records.Max(static record => record.SeenAt),
            Sweeps = _sweeps,
            Changes = records.Sum(static record => record.Changes),
            Services = [.. records.Select(static record => record.ToStability())],
        };
    }

    private static HealthChange Change(ServiceHealth health, HealthStatus? from, DateTimeOffset at, TimeSpan? lasted) => new()
    {
        Service = health.Service,
        From = from,
        Status = health.Status,
        Reason = health.Reason,
        FollowsFrom = health.FollowsFrom,
        At = at,
        Lasted = lasted,
        Health = health,
    };

    /// <summary>One service.</summary>
    private sealed class Record(ServiceHealth health, TimeSpan now)
    {
        private readonly TimeSpan _first = now;
        private TimeSpan _healthy;

        public ServiceHealth Health { get; private set; } = health;

        public TimeSpan Since { get; private set; } = now;

        public TimeSpan SeenAt { get; private set; } = now;

        public HealthStatus Worst { get; private set; } = health.Status;

        public int Changes { get; private set; }

        public void Add(ServiceHealth health, TimeSpan now)
        {
            _healthy += Health.Status == HealthStatus.Healthy ? now - SeenAt : TimeSpan.Zero;
            if (health.Status != Health.Status)
            {
                Since = now;
                Changes++;
            }

            Worst = health.Status > Worst ? health.Status : Worst;
            SeenAt = now;
            Health = health;
        }

        public ServiceStability ToStability() => new()
        {
            Service = Health.Service,
            Status = Health.Status,
            Reason = Health.Reason,
            Lasted = SeenAt - Since,
            Worst = Worst,
            Changes = Changes,
            HealthyPercent = Share(),
        };

        // Seen once only, it was all the time as it was then.
        private double Share() => SeenAt > _first ? Math.Round(100 * (_healthy / (SeenAt - _first)), 1)
            : Health.Status == HealthStatus.Healthy ? 100 : 0;
    }
}
