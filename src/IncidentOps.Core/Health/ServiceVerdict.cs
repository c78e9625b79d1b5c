using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health;

/// <summary>Makes the health of a service out of its checks: it is as its worst check is, as far as that check weighs.</summary>
internal static class ServiceVerdict
{
    public static ServiceHealth Judge(
        ServiceDefinition service,
        IReadOnlyList<(CheckDefinition Check, IReadOnlyList<HealthCheckResult> Results)> checks,
        DateTimeOffset checkedAt,
        TimeSpan duration)
    {
        if (checks.Count == 0)
        {
            return new ServiceHealth
            {
                Service = service.Name,
                Status = HealthStatus.Unknown,
                Reason = "no check is configured",
                CheckedAt = checkedAt,
                Duration = duration,
            };
        }

        List<Weighed> weighed = [];
        foreach ((CheckDefinition check, IReadOnlyList<HealthCheckResult> results) in checks)
        {
            foreach (HealthCheckResult result in results)
            {
                var item = new Weighed(Weigh(result.Status, check.Weight), result);

                // Behind its equals, which keep their order: the configuration's, and a check before its parts.
                int place = weighed.FindLastIndex(other => !item.IsWorseThan(other)) + 1;
                weighed.Insert(place, item);
            }
        }

        return new ServiceHealth
        {
            Service = service.Name,
            Status = weighed[0].Status,
            Reason = weighed[0].Result.Reason,
            Checks = [.. weighed.Select(static item => item.Result)],
            CheckedAt = checkedAt,
            Duration = duration,
        };
    }

    /// <summary>A result, and what it weighs in its service.</summary>
    private sealed record Weighed(HealthStatus Status, HealthCheckResult Result)
    {
        public bool IsWorseThan(Weighed other) => Status > other.Status || (Status == other.Status && Result.Status > other.Result.Status);
    }

    private static HealthStatus Weigh(HealthStatus status, CheckWeight weight) => weight switch
    {
        CheckWeight.None => HealthStatus.Healthy,
        CheckWeight.Partial when status > HealthStatus.Degraded => HealthStatus.Degraded,
        _ => status,
    };
}
