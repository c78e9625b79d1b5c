using System.Globalization;
using FsCheck.Xunit;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

public sealed class ReadableDurationTests
{
    [Theory]
    [InlineData("00:00:00", "0s")]
    [InlineData("00:00:00.9", "0s")]
    [InlineData("00:00:45", "45s")]
    [InlineData("00:12:40", "12m 40s")]
    [InlineData("00:15:00", "15m")]
    [InlineData("00:59:59.999", "59m 59s")]
    [InlineData("01:00:59", "1h")]
    [InlineData("23:59:59", "23h 59m")]
    [InlineData("2.03:59:00", "2d 3h")]
    [InlineData("10675199.00:00:00", "10675199d")]
    [InlineData("-00:12:40", "-12m 40s")]
    [InlineData("-00:00:00.5", "0s")]
    public void Two_greatest_units(string duration, string expected) =>
        Assert.Equal(expected, ReadableDuration.Brief(Parse(duration)));

    [Theory]
    [InlineData("00:00:00", "less than 1s")]
    [InlineData("-00:00:00.999", "less than 1s")]
    [InlineData("00:12:40", "12m 40s")]
    public void In_prose_nothing_is_zero(string duration, string expected) =>
        Assert.Equal(expected, ReadableDuration.Format(Parse(duration)));

    [Theory]
    [InlineData("00:00:00", "0s")]
    [InlineData("00:00:00.0023", "2.3ms")]
    [InlineData("00:00:00.118", "118ms")]
    [InlineData("00:00:00.9996", "1.0s")]
    [InlineData("00:00:02.44", "2.4s")]
    [InlineData("00:00:09.96", "9s")]
    [InlineData("00:00:31", "31s")]
    [InlineData("00:02:05", "2m 5s")]
    public void Quick_things_to_the_millisecond(string duration, string expected) =>
        Assert.Equal(expected, ReadableDuration.Precise(Parse(duration)));

    [Theory]
    [InlineData("00:01:39", "99s")]
    [InlineData("00:01:40", "1m")]
    [InlineData("00:59:59", "59m")]
    [InlineData("01:39:59", "99m")]
    [InlineData("01:40:00", "1h")]
    [InlineData("47:59:00", "47h")]
    [InlineData("48:00:00", "2d")]
    public void One_unit_for_a_clock(string duration, string expected) =>
        Assert.Equal(expected, ReadableDuration.Rough(Parse(duration)));

    [Property]
    public void Every_duration_fits_a_column(TimeSpan duration)
    {
        foreach (string text in (string[])[ReadableDuration.Brief(duration), ReadableDuration.Precise(duration), ReadableDuration.Rough(duration)])
        {
            Assert.Matches("^-?[0-9]+(\\.[0-9])?(d|h|m|s|ms)( [0-9]+(h|m|s))?$", text);
        }
    }

    [Fact]
    public void The_longest_ones_do_not_overflow()
    {
        Assert.Equal("-10675199d 2h", ReadableDuration.Brief(TimeSpan.MinValue));
        Assert.Equal("10675199d 2h", ReadableDuration.Precise(TimeSpan.MaxValue));
    }

    private static TimeSpan Parse(string text)
    {
        // "47:59:00" is no TimeSpan: its hours end at 24.
        string[] parts = text.Split(':');
        return int.TryParse(parts[0], CultureInfo.InvariantCulture, out int hours) && hours >= 24
            ? new TimeSpan(hours, int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture))
            : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
    }
}
