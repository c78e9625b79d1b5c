using IncidentOps.Console;

namespace IncidentOps.EndToEnd.Tests.Console.Parts;

public sealed class ConsoleOptionsTests
{
    private static ConsoleOptions Parse(string line) =>
        ConsoleOptionsParser.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("", nameof(ConsoleMode.Session))]
    [InlineData("-NoLogo -NoProfile -NonInteractive", nameof(ConsoleMode.Session))]
    [InlineData("script.ps1", nameof(ConsoleMode.Script))]
    [InlineData("-File script.ps1", nameof(ConsoleMode.Script))]
    [InlineData("-nop -noni -f script.ps1 -NoLogo", nameof(ConsoleMode.Script))]
    [InlineData("-Command 1", nameof(ConsoleMode.Command))]
    [InlineData("-COM 1", nameof(ConsoleMode.Command))]
    [InlineData("--command 1", nameof(ConsoleMode.Command))]
    [InlineData("-", nameof(ConsoleMode.StandardInput))]
    [InlineData("-Command -", nameof(ConsoleMode.StandardInput))]
    [InlineData("-File - a", nameof(ConsoleMode.StandardInput))]
    [InlineData("-?", nameof(ConsoleMode.Help))]
    [InlineData("/?", nameof(ConsoleMode.Help))]
    [InlineData("-h", nameof(ConsoleMode.Help))]
    [InlineData("--help", nameof(ConsoleMode.Help))]
    [InlineData("-v", nameof(ConsoleMode.Version))]
    [InlineData("-Command", nameof(ConsoleMode.Invalid))]
    [InlineData("-File", nameof(ConsoleMode.Invalid))]
    [InlineData("-Command - more", nameof(ConsoleMode.Invalid))]
    [InlineData("-no script.ps1", nameof(ConsoleMode.Invalid))]
    [InlineData("-ExecutionPolicy Bypass", nameof(ConsoleMode.Invalid))]
    [InlineData("--", nameof(ConsoleMode.Invalid))]
    public void The_command_line_says_what_to_do(string line, string expected) =>
        Assert.Equal(expected, Parse(line).Mode.ToString());

    [Fact]
    public void What_follows_the_script_belongs_to_the_script()
    {
        ConsoleOptions options = Parse("-NonInteractive script.ps1 -NoLogo x");

        Assert.Equal("script.ps1", options.ScriptPath);
        Assert.True(options.NonInteractive);
        Assert.False(options.NoLogo);
        Assert.Equal([new ScriptArgument("-NoLogo", null), new ScriptArgument(null, "x")], options.Arguments);
    }

    [Fact]
    public void What_follows_Command_is_one_text()
    {
        ConsoleOptions options = ConsoleOptionsParser.Parse(["-c", "Get-Help", "-Name", "a b"]);

        Assert.Equal("Get-Help -Name a b", options.Command);
        Assert.Empty(options.Arguments);
    }

    [Theory]
    [InlineData("-Name", "-Name", null)]
    [InlineData("-Name:value", "-Name", "value")]
    [InlineData("-Name:a:b", "-Name", "a:b")]
    [InlineData("-Switch:$true", "-Switch", true)]
    [InlineData("-Switch:False", "-Switch", false)]
    [InlineData("\u2013Name", "\u2013Name", null)]
    [InlineData("value", null, "value")]
    [InlineData("$true", null, "$true")]
    [InlineData("-", null, "-")]
    [InlineData("", null, "")]
    [InlineData("a:b", null, "a:b")]
    public void An_argument_is_a_name_a_value_or_both(string argument, string? name, object? value) =>
        Assert.Equal(new ScriptArgument(name, value), Assert.Single(ScriptArgument.Parse([argument])));

    [Fact]
    public void A_name_that_ends_with_a_colon_takes_the_next_argument() =>
        Assert.Equal(
            [new ScriptArgument("-Name", "-Other"), new ScriptArgument(null, "x"), new ScriptArgument("-Last", null)],
            ScriptArgument.Parse(["-Name:", "-Other", "x", "-Last:"]));
}
