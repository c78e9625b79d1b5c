using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>The two limits that a figure is judged by.</summary>
internal sealed record Limits(double DegradedAbove, double UnhealthyAbove)
{
    /// <summary>A check's limits. Where it gives one, the other moves along rather than make no sense.</summary>
    public static Limits Of(CheckDefinition check, double degradedAbove, double unhealthyAbove, string prefix = "") => Of(
        check.Setting<double?>(prefix + "degraded-above", null), check.Setting<double?>(prefix + "unhealthy-above", null), degradedAbove, unhealthyAbove);

    /// <summary>The same for durations, in seconds.</summary>
    public static Limits OfDurations(CheckDefinition check, TimeSpan degradedAfter, TimeSpan unhealthyAfter, string prefix) => Of(
        check.Setting<TimeSpan?>(prefix + "degraded-after", null)?.TotalSeconds,
        check.Setting<TimeSpan?>(prefix + "unhealthy-after", null)?.TotalSeconds,
        degradedAfter.TotalSeconds,
        unhealthyAfter.TotalSeconds);

    /// <summary>How a figure is, and what to add to its text: ", more than 85%".</summary>
    public (HealthStatus Status, string Addition) Judge(double figure, string unit = "%") =>
        figure > UnhealthyAbove ? (HealthStatus.Unhealthy, Text(UnhealthyAbove, unit))
        : figure > DegradedAbove ? (HealthStatus.Degraded, Text(DegradedAbove, unit))
        : (HealthStatus.Healthy, "");

    private static Limits Of(double? degraded, double? unhealthy, double degradedDefault, double unhealthyDefault)
    {
        double worst = unhealthy ?? Math.Max(unhealthyDefault, degraded ?? 0);
        return new Limits(degraded ?? Math.Min(degradedDefault, worst), worst);
    }

    private static string Text(double limit, string unit) => string.Create(CultureInfo.InvariantCulture, $", more than {limit:0.##}{unit}");
}
