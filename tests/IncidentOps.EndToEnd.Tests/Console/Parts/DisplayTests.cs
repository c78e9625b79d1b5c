using System.Management.Automation;
using IncidentOps.Console.Hosting;
using IncidentOps.Console.Screen;

namespace IncidentOps.EndToEnd.Tests.Console.Parts;

public sealed class DisplayTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("日本語", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("\U0001F600", 2)]
    [InlineData("\u001b[31mred\u001b[0m", 3)]
    [InlineData("✓ “”…", 5)]
    public void Text_takes_as_many_columns_as_it_is_drawn_wide(string text, int expected) =>
        Assert.Equal(expected, CellWidth.Of(text));

    [Theory]
    [InlineData("abc", 2, "ab")]
    [InlineData("abc", 3, "abc")]
    [InlineData("日本", 3, "日")]
    public void Text_is_cut_between_characters(string text, int columns, string expected) =>
        Assert.Equal(expected, CellWidth.Cut(text, columns));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u001b[2Jb", "a\u241b[2Jb")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u009b", "\ufffd")]
    [InlineData(null, "")]
    public void Control_characters_are_shown_and_do_nothing(string? text, string expected) =>
        Assert.Equal(expected, VisibleText.Of(text));

    [Theory]
    [InlineData("&Yes", "Y", "Yes")]
    [InlineData("Yes to &All", "A", "Yes to All")]
    [InlineData("Plain", "", "Plain")]
    [InlineData("Odd&", "", "Odd")]
    public void A_label_has_a_key_and_a_text(string label, string key, string text) =>
        Assert.Equal(new ChoiceLabel(key, text), ChoiceLabel.Parse(label));

    [Fact]
    public void A_row_of_progress_says_what_and_how_far()
    {
        ProgressRecord record = new(1, "Checking services", "12 of 40")
        {
            PercentComplete = 50,
            CurrentOperation = "https://shop\u001b[2J",
            SecondsRemaining = 75,
        };

        Assert.Equal(
            "Checking services [############            ] 50%  12 of 40  https://shop\u241b[2J  1:15 left", ProgressPane.Row(record, 200));
        Assert.Equal("Checking", ProgressPane.Row(record, 8));
    }

    [Theory]
    [InlineData(ConsoleColor.Red, "\u001b[91m")]
    [InlineData(ConsoleColor.DarkBlue, "\u001b[34m")]
    [InlineData(ConsoleColor.Yellow, "\u001b[93m")]
    [InlineData(ConsoleColor.DarkCyan, "\u001b[36m")]
    [InlineData(ConsoleColor.White, "\u001b[97m")]
    public void Colours_are_those_of_the_terminal(ConsoleColor color, string expected) =>
        Assert.Equal(expected, Ansi.Foreground(color));
}
