using IncidentOps.Core.Errors;
using IncidentOps.Health;

namespace IncidentOps.Core.Incidents;

/// <summary>A sick service as an incident.</summary>
internal static class HealthDeclaration
{
    public static string TitleOf(ServiceHealth health) => $"{health.Service} is {health.Status}: {health.Reason}";

    /// <summary>Fills in what the declaration leaves open.</summary>
    public static IncidentDeclaration From(ServiceHealth health, IncidentDeclaration declaration)
    {
        if (health.Status == HealthStatus.Healthy)
        {
            throw new IncidentOpsException("ServiceIsHealthy", ErrorKind.InvalidOperation,
                $"{health.Service} is Healthy: there is nothing to declare. Select the sick ones first, " +
                "for example with: Where-Object Status -ne Healthy", health);
        }

        return declaration with
        {
            Services = declaration.Services.Count > 0 ? declaration.Services : [health.Service],
            Symptom = declaration.Symptom ?? SymptomOf(health),
            Source = declaration.Source ?? "Get-ServiceHealth",
            DetectedAt = declaration.DetectedAt ?? health.CheckedAt,
        };
    }

    /// <summary>Which checks fail, not how: reasons hold numbers that differ from sweep to sweep.</summary>
    private static string SymptomOf(ServiceHealth health)
    {
        string[] failing = [.. health.Checks
            .Where(check => check.Status != HealthStatus.Healthy)
            .Select(check => check.Check)
            .Order(StringComparer.OrdinalIgnoreCase)];
        return failing.Length == 0 ? "Health check fails" : $"Health check fails: {string.Join(", ", failing)}";
    }
}
