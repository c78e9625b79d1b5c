namespace IncidentOps.PowerShell.Tests.Help;

/// <summary>The tool that compiles pages and keeps them true, on pages of its own making.</summary>
public sealed class HelpToolTests : IDisposable
{
    private readonly DirectoryInfo _docs = Directory.CreateTempSubdirectory("incidentops-");
    private readonly string _pages;
    private readonly string _page;

    public HelpToolTests()
    {
        _pages = _docs.CreateSubdirectory("commands").FullName;
        _docs.CreateSubdirectory("about");
        _page = Path.Combine(_pages, "Get-Incident.md");
    }

    public void Dispose() => _docs.Delete(recursive: true);

    [Fact]
    public async Task Skeletons_state_the_facts_and_leave_the_prose_to_be_written()
    {
        await NewHelpAsync();
        var (exitCode, findings) = await RunAsync("check-help");

        Assert.Equal(1, exitCode);
        Assert.Contains("Get-Incident.md(10): error HELP001: The SYNOPSIS is not written.", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("is not the cmdlet's", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_no_longer_agrees_is_found_and_brought_up_to_date()
    {
        await NewHelpAsync();
        var text = await File.ReadAllTextAsync(_page, TestContext.Current.CancellationToken);
        var written = text.Replace("### -First\n\n{{ Write this. }}", "### -First\n\nAt most *this many*,\nthe newest.", StringComparison.Ordinal);
        Assert.NotEqual(text, written);
        var outdated = written
            .Replace("### -AsOf", "### -Earlier", StringComparison.Ordinal)
            .Replace("Type: SwitchParameter", "Type: Boolean", StringComparison.Ordinal)
            .Replace("Get-Incident [-Active]", "Get-Incident [-Open]", StringComparison.Ordinal);
        await File.WriteAllTextAsync(_page, outdated, TestContext.Current.CancellationToken);

        var (_, findings) = await RunAsync("check-help");
        Assert.Contains("The syntax is not the cmdlet's", findings, StringComparison.Ordinal);
        Assert.Contains("The block of -Active is not the cmdlet's", findings, StringComparison.Ordinal);
        Assert.Contains("The parameter -AsOf is missing", findings, StringComparison.Ordinal);
        Assert.Contains("The cmdlet has no parameter -Earlier", findings, StringComparison.Ordinal);

        await RunAsync("update-help");
        Assert.Equal(written, await File.ReadAllTextAsync(_page, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_without_its_cmdlet_and_a_cmdlet_without_its_page_are_found()
    {
        await NewHelpAsync();
        File.Move(_page, Path.Combine(_pages, "Get-Nothing.md"));

        var (_, findings) = await RunAsync("check-help");
        Assert.Contains("The file's name is not 'Get-Incident.md'", findings, StringComparison.Ordinal);
        File.Delete(Path.Combine(_pages, "Get-Nothing.md"));
        (_, findings) = await RunAsync("check-help");
        Assert.Contains("'Get-Incident' has no page", findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## NOTES\n", "## NOTES\n\n| a | b |\n| - | - |\n| 1 | 2 |\n", "Get-Help cannot show a table")]
    [InlineData("## NOTES\n", "## REMARKS\n", "'REMARKS' is no section of a help page")]
    [InlineData("```powershell", "```text", "has no fenced block of powershell")]
    [InlineData("Required: False\n", "", "The parameter's block lacks 'Required:'")]
    public async Task What_cannot_be_compiled_is_named_with_file_and_line(string good, string bad, string message)
    {
        await NewHelpAsync();
        var text = await File.ReadAllTextAsync(_page, TestContext.Current.CancellationToken);
        Assert.Contains(good, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_page, text.Replace(good, bad, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (exitCode, findings) = await RunAsync("check-help");
        Assert.Equal(1, exitCode);
        Assert.Matches($@"Get-Incident\.md\(\d+\): error HELP001: .*{System.Text.RegularExpressions.Regex.Escape(message)}", findings);
    }

    private async Task NewHelpAsync()
    {
        var (exitCode, output) = await RunAsync("new-help");
        Assert.True(exitCode == 0, output);
    }

    private Task<(int ExitCode, string Output)> RunAsync(string command) =>
        Tool.RunAsync("dotnet", Repository.BuildTool, command, _pages, Repository.Manifest);
}
