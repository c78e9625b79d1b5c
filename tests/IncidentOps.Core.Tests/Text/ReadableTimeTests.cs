using System.Globalization;
using IncidentOps.Core.Text;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Text;

public sealed class ReadableTimeTests
{
    private readonly FakeTimeProvider _time = new(Parse("2026-11-23T23:30:00Z"));

    public ReadableTimeTests() => _time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("Plus two", TimeSpan.FromHours(2), null, null));

    [Theory]
    [InlineData("2026-11-23T23:05:09Z", "01:05", "01:05:09")]
    [InlineData("2026-11-23T22:00:00Z", "00:00", "00:00:00")]
    [InlineData("2026-11-23T21:59:59Z", "Nov 23 23:59", "Nov 23 23:59:59")]
    [InlineData("2026-11-25T08:00:00Z", "Nov 25 10:00", "Nov 25 10:00:00")]
    [InlineData("2026-01-02T03:04:05+02:00", "Jan 2 03:04", "Jan 2 03:04:05")]
    [InlineData("2025-12-31T21:30:00Z", "Dec 31 2025", "Dec 31 2025 23:30:00")]
    public void Leaves_out_what_goes_without_saying(string moment, string brief, string full)
    {
        Assert.Equal(brief, ReadableTime.Brief(Parse(moment), _time));
        Assert.Equal(full, ReadableTime.Full(Parse(moment), _time));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void Is_the_same_under_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("Nov 22 14:05:09", ReadableTime.Full(Parse("2026-11-22T12:05:09Z"), _time));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
