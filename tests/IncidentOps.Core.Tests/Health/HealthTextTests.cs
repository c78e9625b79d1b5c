using FsCheck.Xunit;
using IncidentOps.Core.Health;

namespace IncidentOps.Core.Tests.Health;

public sealed class HealthTextTests
{
    [Theory]
    [InlineData("  two\r\n\twords ", "two words")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    [InlineData("a\u001b[2Jb", "a\u241b[2Jb")]
    [InlineData("connect to postgres://ada:hunter2@db failed", "connect to postgres://ada:***@db failed")]
    public void A_text_becomes_one_harmless_line(string text, string expected) => Assert.Equal(expected, HealthText.OneLine(text));

    [Fact]
    public void A_long_text_is_cut_between_its_letters()
    {
        Assert.Equal(new string('x', 240) + "…", HealthText.OneLine(new string('x', 1_000_000)));
        Assert.Equal(new string('x', 239) + "…", HealthText.OneLine(new string('x', 239) + "😀😀"));
    }

    [Fact]
    public void A_secret_at_the_cut_is_not_half_shown() =>
        Assert.DoesNotContain("hunter2", HealthText.OneLine(new string('x', 225) + " password=hunter2hunter2hunter2"), StringComparison.Ordinal);

    [Property]
    public bool Nothing_but_one_line_comes_out(string? text) =>
        HealthText.OneLine(text ?? "").All(letter => !char.IsControl(letter));

    [Theory]
    [InlineData(0.0005, "0.5ms")]
    [InlineData(0.012, "12ms")]
    [InlineData(1.234, "1.23s")]
    [InlineData(5, "5s")]
    [InlineData(125.4, "2m5s")]
    public void Durations_are_as_precise_as_a_person_cares(double seconds, string expected) =>
        Assert.Equal(expected, HealthText.Took(TimeSpan.FromSeconds(seconds)));
}
