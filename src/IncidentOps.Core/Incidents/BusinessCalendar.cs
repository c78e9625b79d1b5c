using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Incidents;

/// <summary>Working time in one place: which days, from when to when on the wall clock, and the holidays.</summary>
internal sealed class BusinessCalendar(TimeZoneInfo zone, BusinessHours hours, HolidayCalendar holidays)
{
    /// <summary>A calendar without a working day in so many days has none that anybody can wait for.</summary>
    private const int MostDays = 4000;

    /// <summary>The moment at which so much working time has passed since <paramref name="from"/>.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan work)
    {
        TimeSpan left = work;
        foreach ((DateTimeOffset open, DateTimeOffset close) in DaysFrom(LocalDate(from)))
        {
            DateTimeOffset start = open > from ? open : from;
            if (start < close)
            {
                if (left <= close - start)
                {
                    return start + left;
                }

                left -= close - start;
            }
        }

        throw new InvalidOperationException("The business calendar has no working days.");
    }

    /// <summary>The working time between two moments; zero where <paramref name="to"/> is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        TimeSpan total = TimeSpan.Zero;
        if (to <= from)
        {
            return total;
        }

        foreach ((DateTimeOffset open, DateTimeOffset close) in DaysFrom(LocalDate(from)))
        {
            if (open >= to)
            {
                break;
            }

            DateTimeOffset start = open > from ? open : from;
            DateTimeOffset end = close < to ? close : to;
            total += end > start ? end - start : TimeSpan.Zero;
        }

        return total;
    }

    /// <summary>
    /// When work begins on the business day that comes <paramref name="days"/> after the day of <paramref name="from"/>:
    /// 1 is the next business day.
    /// </summary>
    public DateTimeOffset StartOfBusinessDay(DateTimeOffset from, int days) =>
        DaysFrom(LocalDate(from).AddDays(1)).ElementAt(days - 1).Open;

    private DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private IEnumerable<(DateTimeOffset Open, DateTimeOffset Close)> DaysFrom(DateOnly first) =>
        from offset in Enumerable.Range(0, MostDays)
        let day = first.AddDays(offset)
        where hours.Days.Contains(day.DayOfWeek) && !holidays.Contains(day)
        select (AtWallClock(day, hours.Start), AtWallClock(day, hours.End));

    /// <summary>A wall clock time that is skipped becomes the first one after; one that comes twice is the first.</summary>
    private DateTimeOffset AtWallClock(DateOnly day, TimeSpan time)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue) + time;
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
