using System.Globalization;

namespace IncidentOps.Core.Text;

/// <summary>Durations as people say them, short and precise enough to act on. The same under every culture.</summary>
internal static class ReadableDuration
{
    /// <summary>In prose, the two greatest units that matter: "12m 40s", "3h 5m", "less than 1s".</summary>
    public static string Format(TimeSpan duration) => Size(duration).TotalSeconds < 1 ? "less than 1s" : Brief(duration);

    /// <summary>For a column, the same in at most eight characters: "12m 40s", "0s".</summary>
    public static string Brief(TimeSpan duration)
    {
        TimeSpan size = Size(duration);
        (int first, string firstUnit, int second, string secondUnit) = size switch
        {
            { TotalDays: >= 1 } => (size.Days, "d", size.Hours, "h"),
            { TotalHours: >= 1 } => (size.Hours, "h", size.Minutes, "m"),
            { TotalMinutes: >= 1 } => (size.Minutes, "m", size.Seconds, "s"),
            _ => (size.Seconds, "s", 0, ""),
        };
        string sign = duration < TimeSpan.Zero && first > 0 ? "-" : "";
        return second == 0
            ? Invariant($"{sign}{first}{firstUnit}")
            : Invariant($"{sign}{first}{firstUnit} {second}{secondUnit}");
    }

    /// <summary>For what machines do, which is often quick: "118ms", "2.4s", then as <see cref="Brief"/>.</summary>
    public static string Precise(TimeSpan duration) => Size(duration) switch
    {
        { Ticks: 0 } => "0s",
        { TotalMilliseconds: < 10 } => Invariant($"{duration.TotalMilliseconds:0.#}ms"),
        { TotalMilliseconds: < 999.5 } => Invariant($"{duration.TotalMilliseconds:0}ms"),
        { TotalSeconds: < 9.95 } => Invariant($"{duration.TotalSeconds:0.0}s"),
        _ => Brief(duration),
    };

    /// <summary>One unit for a clock that runs: "95s", "12m", "3h". Never says more than is left.</summary>
    public static string Rough(TimeSpan duration) => Size(duration) switch
    {
        { TotalSeconds: < 100 } => Invariant($"{(long)duration.TotalSeconds}s"),
        { TotalMinutes: < 100 } => Invariant($"{(long)duration.TotalMinutes}m"),
        { TotalHours: < 48 } => Invariant($"{(long)duration.TotalHours}h"),
        _ => Invariant($"{(long)duration.TotalDays}d"),
    };

    /// <summary>Without the sign; the shortest of all has no counterpart.</summary>
    private static TimeSpan Size(TimeSpan duration) => duration == TimeSpan.MinValue ? TimeSpan.MaxValue : duration.Duration();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
