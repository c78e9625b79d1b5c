using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.Health;

namespace IncidentOps.PowerShell.Views;

/// <summary>What the views of services and their checks say besides plain properties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HealthView
{
    /// <summary>How many of a service's checks are well.</summary>
    /// <param name="health">The service's health.</param>
    /// <returns>"2/3"; empty where there are no checks.</returns>
    public static string Checks(PSObject? health)
    {
        IReadOnlyList<PSObject> checks = ViewValue.Objects(health, nameof(ServiceHealth.Checks));
        int well = checks.Count(check => Status(check) == nameof(HealthStatus.Healthy));
        return checks.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{well}/{checks.Count}");
    }

    /// <summary>A service's checks, one a line.</summary>
    /// <param name="health">The service's health.</param>
    /// <returns>"Unhealthy http: 503 instead of 200".</returns>
    public static string CheckLines(PSObject? health) => string.Join('\n', ViewValue.Objects(health, nameof(ServiceHealth.Checks)).Select(check =>
        $"{Palette.State(Status(check))} {ViewText.Line(check, nameof(HealthCheckResult.Check))}: {ViewText.Line(check, nameof(HealthCheckResult.Reason))}"));

    /// <summary>The services of a watch, by name.</summary>
    /// <param name="summary">The watch's summary.</param>
    /// <returns>"api, database".</returns>
    public static string Services(PSObject? summary) => string.Join(", ", ViewValue.Objects(summary, nameof(HealthWatchSummary.Services))
        .Select(service => ViewText.Line(service, nameof(ServiceStability.Service))));

    /// <summary>The services of a watch, one a line.</summary>
    /// <param name="summary">The watch's summary.</param>
    /// <returns>"Healthy api: HTTP 200 OK in 12ms".</returns>
    public static string StabilityLines(PSObject? summary) => string.Join('\n', ViewValue.Objects(summary, nameof(HealthWatchSummary.Services)).Select(service =>
        $"{Palette.State(Status(service))} {ViewText.Line(service, nameof(ServiceStability.Service))}: {ViewText.Line(service, nameof(ServiceStability.Reason))}"));

    private static string Status(PSObject check) => ViewText.Line(check, nameof(HealthCheckResult.Status));
}
