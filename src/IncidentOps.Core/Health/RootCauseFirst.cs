using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health;

/// <summary>
/// Puts the services of a sweep into an order in which a cause stands before what follows from it, and marks what
/// follows. Holds back only what is ill and depends on a service that is not known yet.
/// </summary>
internal sealed class RootCauseFirst
{
    private readonly Dictionary<string, ServiceHealth?> _known;
    private readonly List<(ServiceDefinition Service, ServiceHealth Health)> _held = [];
    private readonly object _gate = new();

    public RootCauseFirst(IEnumerable<ServiceDefinition> services)
    {
        _known = new Dictionary<string, ServiceHealth?>(StringComparer.OrdinalIgnoreCase);
        foreach (ServiceDefinition service in services)
        {
            _known[service.Name] = null;
        }
    }

    /// <summary>Takes one service's health, and hands it to <paramref name="release"/> with all that waited for it, in order.</summary>
    public void Add(ServiceDefinition service, ServiceHealth health, Action<ServiceHealth> release)
    {
        lock (_gate)
        {
            _held.Add((service, health));

            // Whatever is released may be what another one waits for.
            for (int index; (index = _held.FindIndex(held => held.Health.Status == HealthStatus.Healthy || IsSettled(held.Service))) >= 0;)
            {
                (ServiceDefinition next, ServiceHealth own) = _held[index];
                _held.RemoveAt(index);
                ServiceHealth marked = Mark(next, own);
                _known[next.Name] = marked;
                release(marked);
            }
        }
    }

    // What is not part of the sweep is never known, and nobody waits for it.
    private bool IsSettled(ServiceDefinition service) =>
        service.DependsOn.All(name => !_known.TryGetValue(name, out ServiceHealth? health) || health is not null);

    private ServiceHealth Mark(ServiceDefinition service, ServiceHealth health)
    {
        ServiceHealth? cause = service.DependsOn
            .Select(name => _known.GetValueOrDefault(name))
            .Where(other => other is not null && Explains(other, health))
            .MaxBy(static other => other!.Status);
        if (cause is null)
        {
            return health;
        }

        string root = cause.FollowsFrom ?? cause.Service;
        return health with { FollowsFrom = root, Reason = $"{health.Reason} (follows from {root})" };
    }

    // A slow database does not explain a dead service.
    private static bool Explains(ServiceHealth cause, ServiceHealth health) =>
        health.Status != HealthStatus.Healthy && cause.Status >= HealthStatus.Degraded && cause.Status >= health.Status;
}
