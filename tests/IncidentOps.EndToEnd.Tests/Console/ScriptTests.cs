namespace IncidentOps.EndToEnd.Tests.Console;

public sealed class ScriptTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData("-Name x -Switch 3 4", "x|3|True|4")]
    [InlineData("-Name:x -Switch:false", "x|1|False|")]
    [InlineData("-Switch:$true x 2 y z", "x|2|True|y z")]
    [InlineData("-Name: x", "x|1|False|")]
    [InlineData("x 5", "x|5|False|")]
    [InlineData("-n x -s", "x|1|True|")]
    public async Task Arguments_bind_to_parameters(string arguments, string expected)
    {
        string script = _console.Script(
            """
            param([string]$Name, [int]$Count = 1, [switch]$Switch, [Parameter(ValueFromRemainingArguments)]$Rest)
            "$Name|$Count|$Switch|$Rest"
            """);

        ConsoleResult result = await _console.RunAsync([script, .. arguments.Split(' ')]);

        Assert.Equal(expected, Assert.Single(result.Lines));
    }

    [Fact]
    public async Task Arguments_without_parameters_are_in_args()
    {
        string script = _console.Script("""$args -join '|'""");

        ConsoleResult result = await _console.RunAsync(script, "-x", "1", "-y:2", "--zz", "--", "a b", "$HOME", "");

        Assert.Equal("-x|1|-y|2|--zz|--|a b|$HOME|", Assert.Single(result.Lines));
    }

    [Fact]
    public async Task A_script_knows_where_it_stands()
    {
        string script = _console.Script("$PSCommandPath; $PSScriptRoot; $MyInvocation.MyCommand.Path");

        ConsoleResult result = await _console.RunAsync("script.ps1");

        Assert.Equal([script, Path.GetDirectoryName(script)!, script], result.Lines);
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("exit 0", 0)]
    [InlineData("function Leave { exit 4 }\nLeave\n'not reached'", 4)]
    [InlineData("try { exit 6 } finally { 'cleanup' }", 6)]
    [InlineData("$Host.SetShouldExit(9)", 9)]
    [InlineData("throw 'no'", 1)]
    [InlineData("$ErrorActionPreference = 'Stop'\nGet-Command no-such-command", 1)]
    [InlineData("Get-Command no-such-command\n'goes on'", 0)]
    [InlineData("if (", 1)]
    [InlineData("param([int]$Number)", 1, "-Number", "many")]
    public async Task The_exit_code_of_a_script_is_that_of_pwsh(string text, int expected, params string[] arguments)
    {
        ConsoleResult result = await _console.RunAsync([_console.Script(text), .. arguments]);

        Assert.Equal(expected, result.ExitCode);
    }

    [Fact]
    public async Task A_failed_program_does_not_fail_the_script()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs false.");

        ConsoleResult result = await _console.RunAsync(_console.Script("false"));

        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("1 + 1", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'no'", 1)]
    [InlineData("no-such-command", 1)]
    [InlineData("no-such-command; 'but this'", 0)]
    public async Task The_exit_code_of_a_command_is_that_of_pwsh(string text, int expected)
    {
        ConsoleResult result = await _console.RunAsync("-Command", text);

        Assert.Equal(expected, result.ExitCode);
    }

    [Fact]
    public async Task The_words_after_Command_are_one_text()
    {
        ConsoleResult result = await _console.RunAsync("-c", "'a',", "'b'", "-join", "'+'");

        Assert.Equal("a+b", Assert.Single(result.Lines));
    }

    [Theory]
    [InlineData("nowhere.ps1")]
    [InlineData("nowhere/script.ps1")]
    [InlineData("module")]
    [InlineData("")]
    [InlineData("-NoSuchOption")]
    [InlineData("-Command")]
    public async Task A_wrong_command_line_ends_with_64_and_says_how_it_goes(params string[] arguments)
    {
        ConsoleResult result = await _console.RunAsync(arguments);

        Assert.Equal(64, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("Usage: incidentops", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dash_reads_one_script_from_standard_input()
    {
        _console.Input = "param($Who)\n\"hello $Who\"\nif ($false) {\n}\nelse {\n'else'\n}\nexit 5\n";

        ConsoleResult result = await _console.RunAsync("-", "-Who", "world");

        Assert.Equal(["hello world", "else"], result.Lines);
        Assert.Equal(5, result.ExitCode);
    }

    [Fact]
    public async Task Commands_from_standard_input_run_one_by_one()
    {
        _console.Input = "'one'\nthrow 'two'\nif ($false) {\n'no'\n}\nelse {\n'three'\n}\nfunction Four {\n'four'\n}\nFour";

        ConsoleResult result = await _console.RunAsync();

        Assert.Equal(["one", "three", "four"], result.Lines);
        Assert.Contains("two", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("'fine'\nthrow 'no'", 1)]
    [InlineData("'fine'\nexit 8\n'not reached'", 8)]
    [InlineData("", 0)]
    public async Task The_last_command_from_standard_input_decides_the_exit_code(string input, int expected)
    {
        _console.Input = input;

        ConsoleResult result = await _console.RunAsync();

        Assert.Equal(expected, result.ExitCode);
        Assert.DoesNotContain("not reached", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_reaches_a_script_that_reads_it()
    {
        _console.Input = "a\nb\n";

        ConsoleResult result = await _console.RunAsync("-Command", "$input | ForEach-Object { \"<$_>\" }");

        Assert.Equal(["<a>", "<b>"], result.Lines);
    }
}
