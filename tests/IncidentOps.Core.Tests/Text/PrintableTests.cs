using FsCheck.Xunit;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

public sealed class PrintableTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Checkout is down", "Checkout is down")]
    [InlineData("\u001b[31mred\u001b[0m", "␛[31mred␛[0m")]
    [InlineData("bell\u0007 delete\u007f", "bell␇ delete␡")]
    [InlineData("one\r\ntwo\tthree", "one␍␊two␉three")]
    [InlineData("\u009b2J", "<U+009B>2J")]
    [InlineData("abc\u202edef", "abc<U+202E>def")]
    [InlineData("Ελληνικά 漢字 🔥", "Ελληνικά 漢字 🔥")]
    public void Shows_what_would_steer_the_terminal(string? text, string expected) =>
        Assert.Equal(expected, Printable.Line(text));

    [Fact]
    public void A_block_keeps_its_lines() => Assert.Equal("one\n\ttwo␍", Printable.Block("one\n\ttwo\r"));

    [Property]
    public void No_control_character_is_left(string? text) =>
        Assert.DoesNotContain(Printable.Line(text), char.IsControl);

    [Property]
    public void What_was_shown_once_stays_as_it_is(string? text) =>
        Assert.Equal(Printable.Line(text), Printable.Line(Printable.Line(text)));
}
