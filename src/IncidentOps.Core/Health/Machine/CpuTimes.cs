using System.Globalization;

namespace IncidentOps.Core.Health.Machine;

/// <summary>How the processors have spent their time since the start of the machine, from /proc/stat.</summary>
internal sealed record CpuTimes(long Busy, long Waiting, long Idle, int Processors, long BootTime)
{
    public static CpuTimes? Parse(string? stat)
    {
        if (stat is null)
        {
            return null;
        }

        long[]? times = null;
        int processors = 0;
        long bootTime = 0;
        foreach (string line in stat.Split('\n'))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            if (words[0] == "cpu")
            {
                times = [.. words.Skip(1).Select(static word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long time) ? time : 0)];
            }
            else if (words[0].StartsWith("cpu", StringComparison.Ordinal))
            {
                processors++;
            }
            else if (words[0] == "btime" && words.Length > 1)
            {
                _ = long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out bootTime);
            }
        }

        // user nice system idle iowait irq softirq steal; the guests' times that follow are part of user and nice.
        return times is { Length: >= 4 }
            ? new CpuTimes(
                times.Take(8).Sum() - times[3] - times.ElementAtOrDefault(4),
                times.ElementAtOrDefault(4),
                times[3],
                Math.Max(processors, 1),
                bootTime)
            : null;
    }

    /// <summary>The time of all processors together since an earlier reading.</summary>
    public long AllSince(CpuTimes earlier) =>
        Math.Max(0, Busy - earlier.Busy) + Math.Max(0, Waiting - earlier.Waiting) + Math.Max(0, Idle - earlier.Idle);

    /// <summary>The shares of the time since an earlier reading: working, and waiting for the disk.</summary>
    public (double Busy, double Waiting) Since(CpuTimes earlier)
    {
        // The idle counters of some kernels run backwards for a moment.
        long busy = Math.Max(0, Busy - earlier.Busy);
        long waiting = Math.Max(0, Waiting - earlier.Waiting);
        long all = AllSince(earlier);
        return all == 0 ? (0, 0) : (100.0 * busy / all, 100.0 * waiting / all);
    }
}
