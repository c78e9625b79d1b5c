namespace IncidentOps.EndToEnd.Tests.Console;

public sealed class ToolPackageTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task The_console_packs_as_a_tool_that_brings_its_module()
    {
        string packages = _console.PathOf("packages");
        ConsoleResult packed = await _console.RunProgramAsync(
            "dotnet",
            ["pack", Path.Combine(Repository.Root, "src", "IncidentOps.Console"), "--no-build", "-c", Repository.Configuration, "-o", packages]);
        Assert.True(packed.ExitCode == 0, packed.Output);

        // Neither another feed nor an older package of the same version may come in between.
        string feeds = _console.PathOf("nuget.config");
        await File.WriteAllTextAsync(
            feeds,
            $"<configuration><packageSources><clear /><add key=\"here\" value=\"{packages}\" /></packageSources></configuration>",
            TestContext.Current.CancellationToken);
        _console.Environment["NUGET_PACKAGES"] = _console.PathOf("cache");
        string tools = _console.PathOf("tools");
        ConsoleResult installed = await _console.RunProgramAsync(
            "dotnet", ["tool", "install", "IncidentOps.Console", "--tool-path", tools, "--configfile", feeds]);
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);

        _console.Environment["INCIDENTOPS_MODULE"] = null;
        ConsoleResult result = await _console.RunProgramAsync(
            Path.Combine(tools, "incidentops"), ["-c", "(Get-Module IncidentOps).ModuleBase; @(Get-Incident).Count"]);

        Assert.StartsWith(tools, result.Lines[0], StringComparison.Ordinal);
        Assert.Equal("0", result.Lines[1]);
        Assert.Empty(result.Error);
    }
}
