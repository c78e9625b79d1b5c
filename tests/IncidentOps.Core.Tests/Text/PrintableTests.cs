using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

public sealed class PrintableTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain text, ünïcode, 日本語, 🔥", "plain text, ünïcode, 日本語, 🔥")]
    [InlineData("\u001B[31mred", "␛[31mred")]
    [InlineData("a\0b\u0007c\u007F", "a␀b␇c␡")]
    [InlineData("two\r\nlines\tand a tab", "two␍␊lines␉and a tab")]
    [InlineData("\u009B31m", "<U+009B>31m")]
    [InlineData("\u202Egnp.exe", "<U+202E>gnp.exe")]
    [InlineData("\u2066a\u2069\u200F\u200E\u061C", "<U+2066>a<U+2069><U+200F><U+200E><U+061C>")]
    [InlineData("\u2028\u2029\uFEFF", "<U+2028><U+2029><U+FEFF>")]
    [InlineData("👩‍🚒", "👩‍🚒")]
    public void Lines_show_what_would_steer_a_terminal(string? text, string shown) => Assert.Equal(shown, Printable.Line(text));

    [Fact]
    public void Blocks_keep_their_lines_and_tabs()
    {
        Assert.Equal("one\n\ttwo␍\n␛[0m", Printable.Block("one\n\ttwo\r\n\u001B[0m"));
        Assert.Equal("", Printable.Block(null));
    }

    [Fact]
    public void Text_that_is_harmless_is_not_copied()
    {
        string text = new('a', 100);
        Assert.Same(text, Printable.Line(text));
    }

    [Property(MaxTest = 2000)]
    public Property Nothing_that_steers_is_left_and_nothing_else_is_changed()
    {
        Gen<string> text = Gen.Choose(0, 0xFFFF).Select(code => (char)code)
            .Or(Gen.Choose(0, 0xA0).Select(code => (char)code))
            .Or(Gen.Choose(0x2000, 0x2070).Select(code => (char)code))
            .ArrayOf().Select(letters => new string(letters));
        return Prop.ForAll(text.ToArbitrary(), drawn =>
        {
            string line = Printable.Line(drawn);
            return !line.Any(Steers)
                && !Printable.Block(drawn).Any(character => character is not ('\n' or '\t') && Steers(character))
                && line.Where(character => char.IsLetterOrDigit(character) && character < 0x2400 && !char.IsAsciiLetterOrDigit(character))
                    .SequenceEqual(drawn.Where(character => char.IsLetterOrDigit(character) && character < 0x2400 && !char.IsAsciiLetterOrDigit(character)))
                && Printable.Line(line) == line;
        });

        static bool Steers(char character) =>
            char.IsControl(character)
            || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || character is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
    }
}
