using IncidentOps.EndToEnd.Tests.Console;

namespace IncidentOps.EndToEnd.Tests.Health;

/// <summary>Watch-ServiceHealth as a person has it at a terminal, and as a job has it.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly string _configuration;

    public WatchTests()
    {
        _console.Environment["INCIDENTOPS_MODULE"] = Path.Combine(Repository.Root, "out", "IncidentOps");
        _configuration = _console.PathOf("watch.yaml");
        File.WriteAllText(_configuration, "services: { api: 'process:*' }");
    }

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task At_a_terminal_a_table_shows_how_everything_is_now()
    {
        ConsoleResult result = await _console.RunOnTerminalAsync(
            "-Command", $"Watch-ServiceHealth -ConfigurationPath '{_configuration}' -Interval 200ms -For 1s | ForEach-Object Status");

        Assert.Matches(@"Watching 1 service  1 Healthy  0:0\d left", result.Output);
        Assert.Matches(@"api  Healthy +\S+  \d+ processes of '\*'", result.Output);
        Assert.Equal(["Healthy", "Healthy"], result.Lines.Select(Plain).Where(line => line == "Healthy"));
    }

    [Fact]
    public async Task Interrupted_it_says_what_it_saw_and_keeps_it_with_the_incident()
    {
        ConsoleResult declared = await _console.RunAsync("-Command", "(New-Incident 'Slow' -Severity P1 -Service api).Id");
        Assert.Equal("INC-1", declared.Output.Trim());

        ConsoleResult watched = await _console.InterruptAsync(
            "-Command", $"Watch-ServiceHealth -Incident INC-1 -ConfigurationPath '{_configuration}' -Interval 1h | ForEach-Object {{ 'ready' }}");

        Assert.Equal(130, watched.ExitCode);
        Assert.Equal(2, watched.Lines.Length);
        Assert.Matches("^Watched api for (less than )?[0-9]+s: healthy throughout$", watched.Lines[0]);
        Assert.Matches("^api: Healthy for (less than )?[0-9]+s$", watched.Lines[1]);
        ConsoleResult timeline = await _console.RunAsync("-Command", "(Get-IncidentTimeline INC-1)[-1].Text");
        Assert.Matches("^Watched api for (less than )?[0-9]+s: healthy throughout$", timeline.Output.Trim());
    }

    /// <summary>Without the escape sequences before it.</summary>
    private static string Plain(string line) => line[(line.LastIndexOf('J') + 1)..].Trim();
}
