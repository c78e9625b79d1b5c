using System.Globalization;

namespace IncidentOps.Core.Configuration;

/// <summary>
/// Durations as they are written in configuration and on the command line: "30s", "2m", "1h30m", "1.5h", "500ms",
/// "7d", "00:00:30", and a bare number, which is seconds.
/// </summary>
internal static class DurationText
{
    public const string Expected = "a duration such as 30s, 2m, 1h30m, 500ms or a number of seconds";

    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest.Contains(':'))
        {
            return TimeSpan.TryParseExact(rest, ["c", @"h\:mm", @"h\:mm\:ss", @"d\.hh\:mm\:ss"], CultureInfo.InvariantCulture, out duration);
        }

        if (TryNumber(rest, out double seconds))
        {
            return TryMake(seconds, out duration);
        }

        double total = 0;
        while (!rest.IsEmpty)
        {
            int digits = Leading(rest, static c => char.IsAsciiDigit(c) || c == '.');
            int space = Leading(rest[digits..], char.IsWhiteSpace);
            int letters = Leading(rest[(digits + space)..], char.IsAsciiLetter);
            if (!TryNumber(rest[..digits], out double number)
                || Unit(rest.Slice(digits + space, letters)) is not { } unit)
            {
                return false;
            }

            total += number * unit;
            rest = rest[(digits + space + letters)..].TrimStart();
        }

        return TryMake(total, out duration);
    }

    /// <summary>The shortest text that reads back as the same duration, "1h30m".</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero || duration.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            return duration.ToString("c", CultureInfo.InvariantCulture);
        }

        string text = string.Concat(
            Part((int)duration.TotalDays, "d"), Part(duration.Hours, "h"), Part(duration.Minutes, "m"),
            Part(duration.Seconds, "s"), Part(duration.Milliseconds, "ms"));
        return text.Length == 0 ? "0s" : text;

        static string Part(int value, string unit) => value == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{value}{unit}");
    }

    private static int Leading(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        int length = 0;
        while (length < text.Length && belongs(text[length]))
        {
            length++;
        }

        return length;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static double? Unit(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => 0.001,
        "s" or "sec" or "secs" or "second" or "seconds" => 1,
        "m" or "min" or "mins" or "minute" or "minutes" => 60,
        "h" or "hour" or "hours" => 3600,
        "d" or "day" or "days" => 86_400,
        "w" or "week" or "weeks" => 604_800,
        _ => null,
    };

    private static bool TryMake(double seconds, out TimeSpan duration)
    {
        bool fits = seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds;
        duration = fits ? TimeSpan.FromSeconds(seconds) : default;
        return fits;
    }
}
