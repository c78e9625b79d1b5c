using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>The two limits that a figure is judged by.</summary>
internal sealed record Limits(double DegradedAbove, double UnhealthyAbove)
{
    /// <summary>A check's limits. Where it gives one, the other moves along rather than make no sense.</summary>
    public static Limits Of(CheckDefinition check, double degradedAbove, double unhealthyAbove)
    {
        double unhealthy = check.Setting("unhealthy-above", Math.Max(unhealthyAbove, check.Setting("degraded-above", 0.0)));
        return new Limits(check.Setting("degraded-above", Math.Min(degradedAbove, unhealthy)), unhealthy);
    }

    /// <summary>How a figure is, and what to add to its text: ", more than 85%".</summary>
    public (HealthStatus Status, string Addition) Judge(double figure, string unit = "%") =>
        figure > UnhealthyAbove ? (HealthStatus.Unhealthy, Text(UnhealthyAbove, unit))
        : figure > DegradedAbove ? (HealthStatus.Degraded, Text(DegradedAbove, unit))
        : (HealthStatus.Healthy, "");

    private static string Text(double limit, string unit) => string.Create(CultureInfo.InvariantCulture, $", more than {limit:0.##}{unit}");
}
