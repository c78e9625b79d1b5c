using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;

namespace IncidentOps.Core.Tests.Incidents;

public sealed class BusinessCalendarTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"];

    public static TheoryData<string, string, string> NextDays => new()
    {
        // Friday afternoon: Monday.
        { "Europe/Berlin", "2026-03-06T15:00:00+01:00", "2026-03-09T09:00:00+01:00" },
        // The Friday before summer time begins: Monday at nine of the new time.
        { "Europe/Berlin", "2026-03-27T15:00:00+01:00", "2026-03-30T09:00:00+02:00" },
        // The Friday before summer time ends.
        { "Europe/Berlin", "2026-10-23T15:00:00+02:00", "2026-10-26T09:00:00+01:00" },
        // Before work on a working day: the next one is tomorrow.
        { "America/New_York", "2026-06-01T01:00:00-04:00", "2026-06-02T09:00:00-04:00" },
        // In the middle of the weekend.
        { "Asia/Tokyo", "2026-06-06T12:00:00+09:00", "2026-06-08T09:00:00+09:00" },
    };

    [Theory]
    [MemberData(nameof(NextDays))]
    public void The_next_business_day_is_right_over_weekends_and_changes_of_time(string zone, string from, string expected) =>
        Assert.Equal(Time(expected), Calendar(zone).StartOfBusinessDay(Time(from), 1));

    [Fact]
    public void Holidays_are_passed_over()
    {
        var holidays = new HolidayCalendar([(new DateOnly(2026, 4, 6), "Easter Monday")], [(4, 7, null)]);
        var calendar = new BusinessCalendar(Zone("Europe/Berlin"), BusinessHours.Default, holidays);

        Assert.Equal(Time("2026-04-08T09:00:00+02:00"), calendar.StartOfBusinessDay(Time("2026-04-03T12:00:00+02:00"), 1));
        Assert.Equal(Time("2026-04-08T11:00:00+02:00"), calendar.Add(Time("2026-04-03T15:00:00+02:00"), TimeSpan.FromHours(4)));
    }

    [Fact]
    public void Four_business_hours_from_Friday_afternoon_end_on_Monday() =>
        Assert.Equal(
            Time("2026-11-23T11:00:00+01:00"),
            Calendar("Europe/Berlin").Add(Time("2026-11-20T15:00:00+01:00"), TimeSpan.FromHours(4)));

    [Property(MaxTest = 150)]
    public Property Adding_and_counting_agree_with_a_count_of_every_minute()
    {
        var cases =
            from zone in Gen.Elements(Zones)
            from start in Gen.Choose(0, 60 * 24 * 800)
            from minutes in Gen.Choose(1, 60 * 20)
            from opens in Gen.Choose(0, 20)
            from length in Gen.Choose(1, 4)
            select (zone, start, minutes, opens, length);
        return Prop.ForAll(cases.ToArbitrary(), drawn =>
        {
            TimeZoneInfo zone = Zone(drawn.zone);
            var hours = new BusinessHours(
                TimeSpan.FromHours(drawn.opens),
                TimeSpan.FromHours(Math.Min(24, drawn.opens + (drawn.length * 2))),
                BusinessHours.Default.Days);
            var holidays = new HolidayCalendar([], [(12, 25, null), (1, 1, null), (3, 30, null)]);
            var calendar = new BusinessCalendar(zone, hours, holidays);
            DateTimeOffset from = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(drawn.start);

            Dictionary<(DateOnly, TimeSpan), DateTimeOffset> known = [];
            DateTimeOffset expected = from;
            for (int left = drawn.minutes; left > 0; expected = expected.AddMinutes(1))
            {
                left -= IsWorking(zone, hours, holidays, expected, known) ? 1 : 0;
            }

            DateTimeOffset due = calendar.Add(from, TimeSpan.FromMinutes(drawn.minutes));
            return (due == expected).Label($"{due:O} instead of {expected:O}")
                .And((calendar.Between(from, due) == TimeSpan.FromMinutes(drawn.minutes)).Label("Between"));
        });
    }

    /// <summary>Wall clock, minute by minute; a time that comes twice works as often as the wall clock shows it after its first opening.</summary>
    private static bool IsWorking(
        TimeZoneInfo zone,
        BusinessHours hours,
        HolidayCalendar holidays,
        DateTimeOffset at,
        Dictionary<(DateOnly, TimeSpan), DateTimeOffset> known)
    {
        DateTime local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        DateOnly day = DateOnly.FromDateTime(local);
        if (!hours.Days.Contains(day.DayOfWeek) || holidays.Contains(day))
        {
            return false;
        }

        return at >= Known(hours.Start) && at < Known(hours.End);

        DateTimeOffset Known(TimeSpan time) =>
            known.TryGetValue((day, time), out DateTimeOffset moment) ? moment : known[(day, time)] = First(zone, day, time);
    }

    /// <summary>The first minute of the day, or of the next, at which the wall clock shows this time or a later one.</summary>
    private static DateTimeOffset First(TimeZoneInfo zone, DateOnly day, TimeSpan time)
    {
        DateTime wanted = day.ToDateTime(TimeOnly.MinValue) + time;
        var minute = new DateTimeOffset(wanted, TimeSpan.Zero).AddHours(-15);
        while (TimeZoneInfo.ConvertTime(minute, zone).DateTime < wanted)
        {
            minute = minute.AddMinutes(1);
        }

        return minute;
    }

    private static BusinessCalendar Calendar(string zone) => new(Zone(zone), BusinessHours.Default, HolidayCalendar.None);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
