using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Incidents;

/// <summary>Working time in one place: which days, from when to when on the wall clock, and the holidays.</summary>
internal sealed class BusinessCalendar(TimeZoneInfo zone, BusinessHours hours, HolidayCalendar holidays)
{
    /// <summary>The moment at which so much working time has passed since <paramref name="from"/>.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan work)
    {
        TimeSpan left = work;
        DateOnly day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        while (true)
        {
            if (IsBusinessDay(day))
            {
                DateTimeOffset open = Max(AtWallClock(day, hours.Start), from);
                DateTimeOffset close = AtWallClock(day, hours.End);
                if (open < close)
                {
                    if (left <= close - open)
                    {
                        return (open + left).ToUniversalTime();
                    }

                    left -= close - open;
                }
            }

            day = day.AddDays(1);
        }
    }

    private static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left >= right ? left : right;

    private bool IsBusinessDay(DateOnly day) => hours.Days.Contains(day.DayOfWeek) && !holidays.Contains(day);

    /// <summary>A wall clock time that is skipped becomes the first one after; one that comes twice is the first.</summary>
    private DateTimeOffset AtWallClock(DateOnly day, TimeSpan time)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue) + time;
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
