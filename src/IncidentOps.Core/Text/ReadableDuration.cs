using System.Globalization;

namespace IncidentOps.Core.Text;

/// <summary>Durations as people say them, in the two greatest units that matter: "12m 40s", "3h 5m", "2d 4h".</summary>
internal static class ReadableDuration
{
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
        {
            return "-" + Format(duration == TimeSpan.MinValue ? TimeSpan.MaxValue : -duration);
        }

        return duration switch
        {
            { TotalSeconds: < 1 } => "less than 1s",
            { TotalMinutes: < 1 } => Parts((duration.Seconds, "s")),
            { TotalHours: < 1 } => Parts((duration.Minutes, "m"), (duration.Seconds, "s")),
            { TotalDays: < 1 } => Parts((duration.Hours, "h"), (duration.Minutes, "m")),
            _ => Parts((duration.Days, "d"), (duration.Hours, "h")),
        };
    }

    private static string Parts(params ReadOnlySpan<(int Value, string Unit)> parts)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{parts[0].Value}{parts[0].Unit}");
        return parts.Length == 1 || parts[1].Value == 0
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text} {parts[1].Value}{parts[1].Unit}");
    }
}
