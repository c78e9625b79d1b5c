using System.Globalization;

namespace IncidentOps.Core.Health.Machine;

/// <summary>The memory of the machine in bytes, from /proc/meminfo.</summary>
internal sealed record MemoryState(long Total, long Available, long SwapTotal, long SwapFree)
{
    public double UsedPercent => Total == 0 ? 0 : 100.0 * (Total - Available) / Total;

    public double SwapUsedPercent => SwapTotal == 0 ? 0 : 100.0 * (SwapTotal - SwapFree) / SwapTotal;

    public static MemoryState? Parse(string? meminfo)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string line in meminfo?.Split('\n') ?? [])
        {
            string[] words = line.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 2 && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out long kilobytes))
            {
                values[words[0]] = kilobytes * 1024;
            }
        }

        // Kernels before 3.14 do not say what is available; what they can give back comes near it.
        return values.GetValueOrDefault("MemTotal") is > 0 and var total
            ? new MemoryState(
                total,
                values.TryGetValue("MemAvailable", out long available)
                    ? available
                    : values.GetValueOrDefault("MemFree") + values.GetValueOrDefault("Buffers") + values.GetValueOrDefault("Cached"),
                values.GetValueOrDefault("SwapTotal"),
                values.GetValueOrDefault("SwapFree"))
            : null;
    }
}
