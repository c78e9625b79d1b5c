using System.Globalization;

namespace IncidentOps.Core.Text;

/// <summary>Moments in the reader's own time zone, without what goes without saying. The same under every culture.</summary>
internal static class ReadableTime
{
    /// <summary>For a column: "14:05" today, "Nov 23 14:05" this year, "Nov 23 2024" otherwise.</summary>
    public static string Brief(DateTimeOffset moment, TimeProvider time) => Format(moment, time, "HH:mm", "MMM d HH:mm", "MMM d yyyy");

    /// <summary>To the second: "14:05:09" today, "Nov 23 14:05:09" this year, "Nov 23 2024 14:05:09" otherwise.</summary>
    public static string Full(DateTimeOffset moment, TimeProvider time) =>
        Format(moment, time, "HH:mm:ss", "MMM d HH:mm:ss", "MMM d yyyy HH:mm:ss");

    private static string Format(DateTimeOffset moment, TimeProvider time, string today, string thisYear, string otherwise)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone);
        DateTimeOffset now = time.GetLocalNow();
        string format = local.Date == now.Date ? today : local.Year == now.Year ? thisYear : otherwise;
        return local.ToString(format, CultureInfo.InvariantCulture);
    }
}
