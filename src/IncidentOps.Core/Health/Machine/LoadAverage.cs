using System.Globalization;

namespace IncidentOps.Core.Health.Machine;

/// <summary>How many processes run or wait to run, on average of one, five and fifteen minutes, from /proc/loadavg.</summary>
internal sealed record LoadAverage(double One, double Five, double Fifteen)
{
    public static LoadAverage? Parse(string? loadavg)
    {
        double[] loads = [.. (loadavg ?? "").Split(' ')
            .Take(3)
            .Select(static word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double load) ? load : double.NaN)];
        return loads.Length == 3 && !loads.Any(double.IsNaN) ? new LoadAverage(loads[0], loads[1], loads[2]) : null;
    }
}
