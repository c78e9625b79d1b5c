namespace IncidentOps.EndToEnd.Tests.Console;

public sealed class ModuleTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task The_module_beside_the_console_is_loaded()
    {
        _console.Environment["INCIDENTOPS_MODULE"] = null;

        ConsoleResult result = await _console.RunAsync("-c", "(Get-Module IncidentOps).ModuleBase; (Get-Command -Module IncidentOps).Name -contains 'Get-Incident'");

        Assert.Equal(Path.Combine(Path.GetDirectoryName(Repository.Console)!, "IncidentOps"), result.Lines[0]);
        Assert.Equal("True", result.Lines[1]);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Without_a_module_there_is_a_warning_and_the_script_runs()
    {
        _console.Environment["INCIDENTOPS_MODULE"] = _console.PathOf("nowhere");

        ConsoleResult result = await _console.RunAsync("-c", "'runs'");

        Assert.Equal("runs", Assert.Single(result.Lines));
        Assert.Contains("WARNING: The IncidentOps module is not loaded", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Help_of_a_command_is_rendered()
    {
        _console.Environment["INCIDENTOPS_MODULE"] = null;

        ConsoleResult result = await _console.RunAsync("-c", "Get-Help Get-Incident");

        Assert.Contains("SYNTAX", result.Lines);
        Assert.Contains(result.Lines, line => line.StartsWith("Get-Incident", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_of_pwsh_alone_is_explained_once()
    {
        ConsoleResult result = await _console.RunAsync("-c", "Write-Host a; Write-Host b; 1 | select x; echo c");

        Assert.Contains("Write-Host, Select-Object are commands of pwsh's own modules", result.Error, StringComparison.Ordinal);
        Assert.Contains("c", result.Lines);
    }

    [Fact]
    public async Task The_modules_of_a_pwsh_that_started_it_are_left_alone()
    {
        Directory.CreateDirectory(_console.PathOf("pwsh/Microsoft.PowerShell.Utility"));
        File.WriteAllText(
            _console.PathOf("pwsh/Microsoft.PowerShell.Utility/Microsoft.PowerShell.Utility.psd1"),
            "@{ ModuleVersion = '7.0.0.0'; NestedModules = 'Missing.dll'; CmdletsToExport = 'Get-Date'; FunctionsToExport = @(); AliasesToExport = @() }");
        _console.Environment["PSModulePath"] = _console.PathOf("pwsh");

        ConsoleResult result = await _console.RunAsync("-c", "Get-Date");

        Assert.DoesNotContain("could not be loaded", result.Error, StringComparison.Ordinal);
        Assert.Contains("Get-Date is a command of pwsh's own modules", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "Microsoft.PowerShell.Utility")]
    [InlineData("-?", "Where-Object")]
    [InlineData("-Help", "Exit codes")]
    [InlineData("--version", "PowerShell engine 7.")]
    public async Task It_tells_about_itself(string option, string expected)
    {
        ConsoleResult result = await _console.RunAsync(option);

        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Every_command_that_the_help_text_names_as_present_is_there()
    {
        ConsoleResult help = await _console.RunAsync("--help");
        string present = help.Output[help.Output.IndexOf("What is in it", StringComparison.Ordinal)..];
        present = present[..present.IndexOf("and, at the prompt", StringComparison.Ordinal)];
        string names = string.Join("','", System.Text.RegularExpressions.Regex.Matches(present, "[A-Z][A-Za-z]+-[A-Za-z]+").Select(match => match.Value));

        ConsoleResult result = await _console.RunAsync("-c", $"'{names}' | Where-Object {{ -not (Get-Command $_ -ErrorAction Ignore) }}; 'done'");

        Assert.Equal("done", Assert.Single(result.Lines));
    }
}
