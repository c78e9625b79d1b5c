using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

public sealed class ReadableDurationTests
{
    [Theory]
    [InlineData("00:00:00", "less than 1s")]
    [InlineData("00:00:00.999", "less than 1s")]
    [InlineData("00:00:42", "42s")]
    [InlineData("00:12:40", "12m 40s")]
    [InlineData("00:12:00", "12m")]
    [InlineData("03:05:59", "3h 5m")]
    [InlineData("2.04:30:00", "2d 4h")]
    [InlineData("-00:01:00", "-1m")]
    [InlineData("-10675199.02:48:05.4775808", "-10675199d 2h")]
    public void Says_it_in_the_two_greatest_units(string duration, string expected) =>
        Assert.Equal(expected, ReadableDuration.Format(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)));
}
