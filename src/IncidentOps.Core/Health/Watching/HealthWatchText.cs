using System.Globalization;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Text;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Watching;

/// <summary>What a watch has seen, in words.</summary>
internal static class HealthWatchText
{
    /// <summary>"Watched api, database for 30m: healthy throughout".</summary>
    public static string Headline(HealthWatchSummary summary) => Headline(
        [.. summary.Services.Select(static service => service.Service)],
        summary.Duration,
        summary.Changes,
        summary.Status,
        summary.IsStable,
        summary.HealthyFor);

    /// <summary>The same of what was written into a log.</summary>
    public static string Headline(HealthWatched watched) =>
        Headline(watched.Services, watched.Duration, watched.Changes, watched.Status, watched.IsStable, watched.HealthyFor);

    /// <summary>"api: Healthy for 12m, 97.5% of the time, Unhealthy at its worst, 2 changes".</summary>
    public static string Line(ServiceStability service)
    {
        string now = $"{service.Service}: {service.Status} for {ReadableDuration.Format(service.Lasted)}";
        return service.Changes == 0 && service.Worst == service.Status
            ? service.Status == HealthStatus.Healthy ? now : $"{now}: {service.Reason}"
            : string.Create(CultureInfo.InvariantCulture, $"{now}, healthy {service.HealthyPercent:0.#}% of the time, {service.Worst} at its worst, {Count(service.Changes)}");
    }

    private static string Headline(
        IReadOnlyList<string> services,
        TimeSpan duration,
        int changes,
        HealthStatus status,
        bool isStable,
        TimeSpan healthyFor)
    {
        string watched = $"Watched {Names(services)} for {ReadableDuration.Format(duration)}";
        return isStable ? $"{watched}: healthy throughout"
            : status == HealthStatus.Healthy ? $"{watched}: healthy for the last {ReadableDuration.Format(healthyFor)}, {Count(changes)}"
            : $"{watched}: {status} at the end, {Count(changes)}";
    }

    private static string Names(IReadOnlyList<string> services)
    {
        const int shown = 5;
        return services.Count <= shown
            ? string.Join(", ", services)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", services.Take(shown))} and {services.Count - shown} more");
    }

    private static string Count(int changes) => changes == 1 ? "1 change" : string.Create(CultureInfo.InvariantCulture, $"{changes} changes");
}
