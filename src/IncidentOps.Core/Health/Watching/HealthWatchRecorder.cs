using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Watching;

/// <summary>Writes what a watch sees into an incident's log.</summary>
internal sealed class HealthWatchRecorder(IncidentService incidents, long number)
{
    /// <summary>Writes a change down. A service that is well when it is first seen is no news.</summary>
    public Task RecordAsync(HealthChange change, CancellationToken cancellationToken) =>
        change is { From: null, Status: HealthStatus.Healthy }
            ? Task.CompletedTask
            : incidents.RecordAsync(
                number,
                new HealthChanged(change.Service, change.From, change.Status, change.Reason, change.FollowsFrom),
                at: null,
                cancellationToken);

    /// <summary>Writes down how steady the services were.</summary>
    public Task RecordAsync(HealthWatchSummary summary, CancellationToken cancellationToken) => incidents.RecordAsync(
        number,
        new HealthWatched(
            [.. summary.Services.Select(static service => service.Service)],
            summary.StartedAt,
            summary.Duration,
            summary.Sweeps,
            summary.Changes,
            summary.Status,
            summary.IsStable,
            summary.HealthyFor,
            [.. summary.Services.Select(HealthWatchText.Line)]),
        at: null,
        cancellationToken);
}
