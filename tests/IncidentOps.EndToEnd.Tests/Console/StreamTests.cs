namespace IncidentOps.EndToEnd.Tests.Console;

public sealed class StreamTests : IDisposable
{
    private const string EveryStream =
        """
        function Show-Streams {
            [CmdletBinding()] param()
            'output'
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('failure'), 'Id', 'NotSpecified', $null))
            $PSCmdlet.WriteWarning('warning')
            $PSCmdlet.WriteVerbose('verbose')
            $PSCmdlet.WriteDebug('debug')
            $PSCmdlet.WriteInformation('information', $null)
            $Host.UI.WriteLine('host')
            $Host.UI.WriteProgress(1, [System.Management.Automation.ProgressRecord]::new(1, 'activity', 'status'))
        }
        $DebugPreference = $InformationPreference = 'Continue'
        Show-Streams -Verbose
        """;

    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Errors_go_to_standard_error_and_the_rest_to_standard_output()
    {
        ConsoleResult result = await _console.RunAsync(_console.Script(EveryStream));

        Assert.Equal(["output", "WARNING: warning", "VERBOSE: verbose", "DEBUG: debug", "information", "host"], result.Lines);
        Assert.Contains("Show-Streams:", result.Error, StringComparison.Ordinal);
        Assert.Contains("failure", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("activity", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirected_text_is_plain()
    {
        ConsoleResult result = await _console.RunAsync(
            _console.Script(EveryStream + "\n$PSVersionTable\n$PSStyle.Foreground.Red + 'red'\n$Host.UI.WriteLine('Red', 'Blue', 'colour')"));

        Assert.DoesNotContain('\u001b', result.Output + result.Error);
        Assert.Contains("red", result.Lines);
        Assert.Contains("colour", result.Lines);
    }

    [Fact]
    public async Task Redirected_text_is_120_columns_wide()
    {
        ConsoleResult result = await _console.RunAsync("-c", "$Host.UI.RawUI.WindowSize.Width; [pscustomobject]@{ Text = 'x' * 300 }");

        Assert.Equal("120", result.Lines[0]);
        Assert.All(result.Lines, line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public async Task A_terminal_shows_colours()
    {
        ConsoleResult result = await _console.RunOnTerminalAsync("-c", "$Host.UI.WriteLine('Red', 'Black', 'colour'); $PSVersionTable");

        Assert.Contains("\u001b[91mcolour", result.Output, StringComparison.Ordinal);
        Assert.Contains("\u001b[32;1m", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task A_terminal_shows_plain_text_where_that_is_asked_for(string variable, string value)
    {
        _console.Environment[variable] = value;

        ConsoleResult result = await _console.RunOnTerminalAsync(
            "-c", "$Host.UI.WriteLine('Red', 'Black', 'colour'); $PSVersionTable; throw 'failure'");

        Assert.Contains("colour", result.Output, StringComparison.Ordinal);
        Assert.Contains("failure", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[9", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[3", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_says_where_it_happened()
    {
        string script = _console.Script("'first'\nthrow 'the reason'");

        ConsoleResult result = await _console.RunAsync(script);

        Assert.Contains($"{script}:2", result.Error, StringComparison.Ordinal);
        Assert.Contains("the reason", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_shown_even_where_its_view_is_broken()
    {
        // DetailedView is made with Get-Error, which only pwsh has.
        ConsoleResult result = await _console.RunAsync("-c", "$ErrorView = 'DetailedView'; throw 'the reason'");

        Assert.Contains("the reason", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_drawn_on_a_terminal_and_taken_away()
    {
        ConsoleResult result = await _console.RunOnTerminalAsync(
            "-c", "$Host.UI.WriteProgress(1, [System.Management.Automation.ProgressRecord]::new(1, 'Sweeping', 'shop')); 'after'");

        Assert.Matches(@"Sweeping  shop.*\r?\n\x1b\[1A\x1b\[1G\x1b\[Jafter", result.Output);
    }

    [Fact]
    public async Task Progress_comes_back_below_what_was_written()
    {
        ConsoleResult result = await _console.RunOnTerminalAsync(
            "-c",
            "$Host.UI.WriteProgress(1, [System.Management.Automation.ProgressRecord]::new(1, 'Sweeping', 'shop')); 'between';"
                + "$Host.UI.WriteProgress(1, [System.Management.Automation.ProgressRecord]::new(2, 'Waiting', 'for it')); 'after'");

        Assert.Matches(@"between\r?\n.*Sweeping  shop.*\r?\n.*Waiting  for it.*\r?\n\x1b\[2A\x1b\[1G\x1b\[Jafter", result.Output);
    }

    [Fact]
    public async Task A_reader_that_leaves_does_not_disturb()
    {
        ConsoleResult result = await _console.RunInShellAsync(
            "$CONSOLE -c '1..20000; [Console]::Error.WriteLine(\"went on\")' | head -1; echo ${PIPESTATUS[0]}");

        Assert.Equal(["1", "0"], result.Lines);
        Assert.Equal("went on", result.Error.Trim());
    }

    [Fact]
    public async Task Objects_reach_a_program_as_the_text_a_person_would_see()
    {
        ConsoleResult result = await _console.RunInShellAsync("$CONSOLE -c \"[pscustomobject]@{ Name = 'x'; Value = 1 } | cat; 1, 2 | cat\"");

        Assert.Equal(["Name Value", "---- -----", "x        1", "1", "2"], result.Lines);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Redirection_writes_what_a_person_would_see()
    {
        string script = _console.Script(
            """
            'one' > out.txt
            [pscustomobject]@{ Name = $PSStyle.Foreground.Red + 'x' } >> out.txt
            Get-Command no-such-command 2> error.txt
            1, 2 | Out-String -Stream | ForEach-Object { "<$_>" }
            ([pscustomobject]@{ Text = 'x' * 50 } | Out-String -Width 20).Split("`n") | ForEach-Object { $_.Length } | Where-Object { $_ -gt 20 }
            'more' | Out-File out.txt -NoClobber
            """);

        ConsoleResult result = await _console.RunAsync(script);

        Assert.Equal(["<1>", "<2>"], result.Lines);
        string[] written = await File.ReadAllLinesAsync(_console.PathOf("out.txt"), TestContext.Current.CancellationToken);
        Assert.Equal(["one", "Name", "----", "x"], written.Where(line => line.Length > 0));
        Assert.Contains("no-such-command", await File.ReadAllTextAsync(_console.PathOf("error.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("already exists", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_write_to_the_same_streams()
    {
        ConsoleResult result = await _console.RunInShellAsync("$CONSOLE -c \"'one'; /bin/echo two; 'three'; /bin/sh -c 'echo four >&2'\"");

        Assert.Equal(["one", "two", "three"], result.Lines);
        Assert.Equal("four", result.Error.Trim());
    }
}
