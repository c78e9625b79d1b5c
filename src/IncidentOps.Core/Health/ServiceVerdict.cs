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

        // OrderBy keeps the order of equals: the configuration's, and a check before its parts.
        (HealthStatus Status, HealthCheckResult Result)[] weighed =
        [
            .. checks
                .SelectMany(static check => check.Results.Select(result => (Status: Weigh(result.Status, check.Check.Weight), Result: result)))
                .OrderByDescending(static item => item.Status)
                .ThenByDescending(static item => item.Result.Status),
        ];
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

    private static HealthStatus Weigh(HealthStatus status, CheckWeight weight) => weight switch
    {
        CheckWeight.None => HealthStatus.Healthy,
        CheckWeight.Partial when status > HealthStatus.Degraded => HealthStatus.Degraded,
        _ => status,
    };
}
