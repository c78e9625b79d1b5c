namespace IncidentOps.EndToEnd.Tests.Console;

public sealed class SignalTests : IDisposable
{
    // Pauses that a stop can end at once; the loop itself would go on for an hour.
    private const string Loop =
        """
        'ready'
        try { foreach ($i in 1..360000) { [System.Threading.Thread]::Sleep(10) } } finally { [Console]::Out.WriteLine('cleanup') }
        'not reached'
        """;

    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task An_interrupt_stops_the_script_and_lets_it_clean_up()
    {
        ConsoleResult result = await _console.InterruptAsync(_console.Script(Loop));

        Assert.Equal(130, result.ExitCode);
        Assert.Equal("cleanup", Assert.Single(result.Lines));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task An_interrupt_stops_a_command()
    {
        ConsoleResult result = await _console.InterruptAsync("-Command", Loop);

        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain("not reached", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_to_terminate_stops_the_script_and_lets_it_clean_up()
    {
        ConsoleResult result = await _console.TerminateAsync(_console.Script(Loop));

        Assert.Equal(143, result.ExitCode);
        Assert.Equal("cleanup", Assert.Single(result.Lines));
    }

    [Fact]
    public async Task An_interrupt_reaches_the_program_that_runs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says which programs were started.");

        // The program says itself that it runs, and keeps standard output open: the run ends only when the program has.
        ConsoleResult result = await _console.InterruptAsync(_console.Script("/bin/sh -c 'echo ready; exec sleep 3600'\n'not reached'"));

        Assert.Equal(130, result.ExitCode);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task An_interrupt_ends_the_wait_for_input()
    {
        ConsoleResult result = await _console.InterruptAsync("-Command", "begin { 'ready' } process { $_ } end { \"$input\" }");

        Assert.Equal(130, result.ExitCode);
    }
}
