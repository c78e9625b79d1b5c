namespace IncidentOps.EndToEnd.Tests.Console;

public sealed class InteractiveTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_terminal_gets_a_prompt_and_exit_leaves_with_its_code()
    {
        _console.When("PS ", "'<' + (20 + 3) + '>'\n").When("PS ", "exit 5\n");

        ConsoleResult result = await _console.RunOnTerminalAsync();

        Assert.Contains("<23>", result.Lines);
        Assert.Equal(5, result.ExitCode);
    }

    [Fact]
    public async Task An_error_does_not_end_the_session()
    {
        _console.When("PS ", "throw 'trouble'\n").When("PS ", "'still ' + 'here'\n").When("PS ", "\u0004");

        ConsoleResult result = await _console.RunOnTerminalAsync("-NoLogo");

        Assert.Contains("still here", result.Lines);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task An_unfinished_line_goes_on_in_the_next()
    {
        _console.When("PS ", "foreach ($i in 1..2) {\n").When(">> ", "\"item $i\"\n").When(">> ", "}\n").When("PS ", "\u0004");

        ConsoleResult result = await _console.RunOnTerminalAsync("-NoLogo");

        Assert.Contains("item 2", result.Lines);
    }

    [Fact]
    public async Task Ctrl_C_clears_the_line_and_the_up_arrow_brings_the_last_one_back()
    {
        _console.When("PS ", "'a' + 'b'\n").When("PS ", "'never' + 'run'\u0003").When("PS ", "\u001b[A + 'c'\n").When("PS ", "\u0004");

        ConsoleResult result = await _console.RunOnTerminalAsync("-NoLogo");

        Assert.Contains("ab", result.Lines);
        Assert.Contains("abc", result.Lines);
        Assert.DoesNotContain("neverrun", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_what_runs_and_the_session_goes_on()
    {
        _console.When("PS ", "'rea' + 'dy'; while ($true) { }\n").When("ready", "\u0003").When("PS ", "'still ' + 'here'\n").When("PS ", "exit\n");

        ConsoleResult result = await _console.RunOnTerminalAsync("-NoLogo");

        Assert.Contains("still here", result.Lines);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Tab_completes_commands_and_paths()
    {
        Directory.CreateDirectory(_console.PathOf("a folder"));
        _console.When("PS ", "Get-Comman\t -Name Get-Help | ForEach-Object CommandType\n").When("PS ", "cd a\t\n")
            .When("PS ", "$PWD.Path + '>'\u0001'<' + \n").When("PS ", "\u0004");

        ConsoleResult result = await _console.RunOnTerminalAsync("-NoLogo");

        Assert.Contains("Cmdlet", result.Lines);
        Assert.Contains($"<{_console.PathOf("a folder")}>", result.Lines);
    }

    [Fact]
    public async Task A_dumb_terminal_gets_a_plain_prompt()
    {
        _console.Environment["TERM"] = "dumb";
        _console.When("PS ", "'<' + (20 + 3) + '>'\n").When("PS ", "exit\n");

        ConsoleResult result = await _console.RunOnTerminalAsync("-NoLogo");

        Assert.Contains("<23>", result.Lines);
        Assert.DoesNotContain('\u001b', result.Output);
    }
}
