using IncidentOps.EndToEnd.Tests.Console;

namespace IncidentOps.EndToEnd.Tests.Examples;

public sealed class FirstIncidentTests : IDisposable
{
    private static readonly string Script = Path.Join(Repository.Root, "docs", "examples", "first-incident.ps1");

    private readonly ConsoleRun _console = new();
    private readonly string _temporary;

    public FirstIncidentTests()
    {
        _temporary = Directory.CreateDirectory(_console.PathOf("temporary")).FullName;
        _console.Environment["INCIDENTOPS_MODULE"] = null;
        _console.Environment["TMPDIR"] = _temporary;
        _console.Environment["TMP"] = _temporary;
    }

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task An_evening_goes_from_the_symptom_to_the_post_mortem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The runbook's commands need a POSIX shell.");

        ConsoleResult result = await _console.RunAsync(Script);

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        InOrder(
            result.Output,
            "== A service ==", "orders", "Healthy",
            "== It falls ill ==", "Unhealthy", "HTTP 503 Service Unavailable: spool unhealthy: 25 orders, 20 fit",
            "== An incident is declared and taken ==", "INC-1", "P1", "Acknowledged", "The shop takes no orders",
            "== The runbook heals it ==", "Destructive Delete the delivered orders", "4 Succeeded",
            "== The service is well again ==", "Healthy",
            "== It is watched, then resolved ==", "INC-1", "Resolved",
            "== What the log kept ==", "Evidence: Service health", "Runbook spool-full succeeded", "intact",
            "== The post-mortem ==", "Written to ");

        string path = Assert.Single(Directory.GetFileSystemEntries(_temporary));
        Assert.EndsWith($"Written to {path}", result.Output.TrimEnd(), StringComparison.Ordinal);
        InOrder(
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken),
            "# Incident Post-Mortem: The shop takes no orders", "P1 High", "## Timeline", "$ find \"$spool\" -name '*.delivered' -delete",
            "## Root Cause", "the cleaner had not run", "## Action Items", "- [ ] Run the cleaner after every release");
        Assert.False(File.Exists(_console.PathOf("incidents.db")), "The example wrote into the user's store.");
    }

    [Fact]
    public async Task When_it_fails_it_says_so_and_leaves_nothing_behind()
    {
        // Where the post-mortem is to go there is a folder in the way.
        Directory.CreateDirectory(Path.Join(_temporary, $"first-incident-{Environment.UserName}.md", "INC-1-post-mortem.md"));

        ConsoleResult result = await _console.RunAsync(Script);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(OperatingSystem.IsWindows() ? "runbook" : "is a folder", result.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_temporary));
    }

    private static void InOrder(string text, params string[] parts)
    {
        int from = 0;
        foreach (string part in parts)
        {
            int found = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is not where it belongs in:\n{text}");
            from = found + part.Length;
        }
    }
}
