using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

/// <summary>The small things that messages are written with.</summary>
public sealed class MessageTextTests
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 14, 23, 30, 5, TimeSpan.Zero);

    [Fact]
    public void A_moment_is_told_by_the_walls_clock()
    {
        var clock = new ZonedTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

        Assert.Equal("2026-03-15 08:30", clock.Full(Evening));
        Assert.Equal("2026-03-15", clock.Day(Evening));
        Assert.Equal("08:30", clock.TimeOfDay(Evening));
        Assert.Equal("2026-03-15T08:30:05+09:00", clock.Iso(Evening));
        Assert.Equal("Asia/Tokyo", clock.NameAt(Evening));
        Assert.Equal("08:30", clock.Brief(Evening, Evening.AddHours(-8)));
        Assert.Equal("2026-03-15 08:30", clock.Brief(Evening, Evening.AddHours(-9)));
        Assert.Equal("UTC", ZonedTime.Utc.NameAt(Evening));
        Assert.Equal("2026-03-14T23:30:05+00:00", ZonedTime.Utc.Iso(Evening));
    }

    [Theory]
    [InlineData("ask ada@example.com", "ask ada@example.com")]
    [InlineData("@ada", "@\u2060ada")]
    [InlineData("(@here) @channel", "(@\u2060here) @\u2060channel")]
    [InlineData("＠everyone", "＠\u2060everyone")]
    [InlineData("5 @ 3", "5 @ 3")]
    [InlineData("none", "none")]
    public void A_mention_calls_nobody(string text, string expected) => Assert.Equal(expected, QuietMentions.Of(text));

    [Theory]
    [InlineData("<!channel> a && b", "&lt;!channel&gt; a &amp;&amp; b")]
    [InlineData("````x```", "''''x'''")]
    [InlineData("`x`", "`x`")]
    [InlineData("a\u001B[2J\nb", "a␛[2J␊b")]
    public void Slack_shows_what_was_meant(string text, string expected) => Assert.Equal(expected, EscapedSlack.Line(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("🚨 Größe – “ok” …", ":rotating_light: Grosse - \"ok\" ...")]
    public void Ascii_is_all_that_is_left(string text, string expected) => Assert.Equal(expected, AsciiText.Of(text));
}
