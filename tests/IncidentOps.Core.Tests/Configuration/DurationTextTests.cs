using FsCheck.Xunit;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Tests.Configuration;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("2m", 120)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h 30 min", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("500ms", 0.5)]
    [InlineData("2 days", 172_800)]
    [InlineData("1w", 604_800)]
    [InlineData("10", 10)]
    [InlineData("0.25", 0.25)]
    [InlineData("00:00:30", 30)]
    [InlineData("1:30", 5400)]
    [InlineData(" 5 s ", 5)]
    [InlineData("0", 0)]
    public void Reads_what_people_write(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, out TimeSpan duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("s")]
    [InlineData("5x")]
    [InlineData("-5s")]
    [InlineData("5s5")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999d")]
    [InlineData("25:61")]
    public void Refuses_the_rest(string? text) => Assert.False(DurationText.TryParse(text, out _));

    [Property]
    public void Reads_back_what_it_writes(long milliseconds)
    {
        var duration = TimeSpan.FromMilliseconds(Math.Abs(milliseconds % 100_000_000_000));

        Assert.True(DurationText.TryParse(DurationText.Format(duration), out TimeSpan read));
        Assert.Equal(duration, read);
    }
}
