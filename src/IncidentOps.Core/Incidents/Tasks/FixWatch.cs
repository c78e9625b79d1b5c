using System.Globalization;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Health;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents.Tasks;

/// <summary>
/// Whether a fix has been watched as long as the procedure wants it: a watch shows it, or time has passed since the fix
/// in which nobody saw a service ill. What is seen ill again starts that time anew.
/// </summary>
/// <param name="mended">When the fix was in place.</param>
/// <param name="window">How long to watch it; null where the procedure does not say.</param>
/// <param name="log">What has happened.</param>
internal sealed class FixWatch(DateTimeOffset mended, MonitoringWindow? window, IReadOnlyList<TaskEvent> log)
{
    public IncidentTask Judge(IncidentTask open, DateTimeOffset now)
    {
        TaskEvent[] since = [.. log.Where(shown => shown.Stored.OccurredAt >= mended)];
        if (Array.Find(since, IsWatched) is { } proof)
        {
            return TaskBoard.Done(open, proof, IncidentTimeline.Read(open.Incident, proof.Stored).Text);
        }

        if (window is null)
        {
            return open;
        }

        TaskEvent[] changes = [.. since.Where(static shown => shown.Body is HealthChanged)];
        TaskEvent? ill = changes
            .GroupBy(static shown => ((HealthChanged)shown.Body).Service, StringComparer.OrdinalIgnoreCase)
            .Select(static service => service.Last())
            .FirstOrDefault(static shown => ((HealthChanged)shown.Body).To != HealthStatus.Healthy);
        if (ill is not null)
        {
            return open with { Reason = IncidentTimeline.Read(open.Incident, ill.Stored).Text };
        }

        DateTimeOffset well = changes.Select(static shown => shown.Stored.OccurredAt).DefaultIfEmpty(mended).Max();
        return well + window.Minimum > now ? open : open with
        {
            State = IncidentTaskState.Done,
            DoneAt = well + window.Minimum,
            Reason = string.Create(
                CultureInfo.InvariantCulture,
                $"{window.Minimum.TotalMinutes:0} minutes have passed since {(changes.Length == 0 ? "the fix" : "the services were healthy again")}."),
        };
    }

    private bool IsWatched(TaskEvent shown) => shown.Body is HealthWatched watched
        && watched.StartedAt >= mended
        && (window is null ? watched.IsStable : watched.HealthyFor >= window.Minimum);
}
