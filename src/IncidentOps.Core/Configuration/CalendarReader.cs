using System.Globalization;

namespace IncidentOps.Core.Configuration;

/// <summary>Reads the time zone, the business hours and the holidays.</summary>
internal static class CalendarReader
{
    private static readonly string[] DayNames = [.. Enum.GetNames<DayOfWeek>()];

    public static TimeZoneInfo ReadTimeZone(ConfigurationNode node)
    {
        string id = node.Text();
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            string? nearest = NearestName.Find(id, TimeZoneInfo.GetSystemTimeZones().Select(static zone => zone.Id));
            string hint = nearest is null ? "Use an IANA name such as Europe/Berlin." : $"Did you mean '{nearest}'?";
            throw node.Error($"'{id}' is not a time zone that this machine knows. {hint}");
        }
    }

    public static BusinessHours ReadBusinessHours(ConfigurationNode node)
    {
        ConfigurationMap map = node.Keys(ConfigurationKeys.BusinessHours, "business-hours");
        BusinessHours defaults = BusinessHours.Default;
        var hours = new BusinessHours(
            map["start"] is { } start ? ReadTime(start) : defaults.Start,
            map["end"] is { } end ? ReadTime(end) : defaults.End,
            map["days"] is { } days ? ReadDays(days) : defaults.Days);
        return hours.Start < hours.End
            ? hours
            : throw node.Error("Business hours must end after they start, on the same day.");
    }

    public static HolidayCalendar ReadHolidays(ConfigurationNode node)
    {
        var dates = new List<(DateOnly, string?)>();
        var yearly = new List<(int, int, string?)>();
        foreach (ConfigurationNode item in node.Items())
        {
            ConfigurationMap? map = item.IsMap ? item.Keys(ConfigurationKeys.Holiday, "a holiday") : null;
            ConfigurationNode date = map is null ? item : map["date"] ?? throw item.Error("A holiday needs a date.");
            string? name = map?["name"]?.Text();
            if (DateOnly.TryParseExact(date.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                dates.Add((day, name));
            }
            else if (DateOnly.TryParseExact("2000-" + date.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                yearly.Add((day.Month, day.Day, name));
            }
            else
            {
                throw date.Expected("a date such as 2026-12-25, or 12-25 for every year");
            }
        }

        return new HolidayCalendar(dates, yearly);
    }

    private static TimeSpan ReadTime(ConfigurationNode node)
    {
        string text = node.Text();
        return text == "24:00" ? TimeSpan.FromDays(1)
            : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time.ToTimeSpan()
            : throw node.Expected("a time of day such as \"09:00\"");
    }

    private static HashSet<DayOfWeek> ReadDays(ConfigurationNode node)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (ConfigurationNode item in node.Items())
        {
            foreach (string part in item.Text().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] ends = part.Split(['-', '–'], 2, StringSplitOptions.TrimEntries);
                DayOfWeek last = ReadDay(ends[^1], item);
                for (DayOfWeek day = ReadDay(ends[0], item); ; day = (DayOfWeek)(((int)day + 1) % 7))
                {
                    days.Add(day);
                    if (day == last)
                    {
                        break;
                    }
                }
            }
        }

        return days.Count > 0 ? days : throw node.Expected("at least one day of the week");
    }

    // "Mon", "monday" and "MON" are all Monday; fewer than two letters could be two days.
    private static DayOfWeek ReadDay(string text, ConfigurationNode at)
    {
        int day = text.Length < 2 ? -1 : Array.FindIndex(DayNames, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return day >= 0 ? (DayOfWeek)day : throw at.Expected("days of the week such as Mon-Fri or [Monday, Tuesday]");
    }
}
