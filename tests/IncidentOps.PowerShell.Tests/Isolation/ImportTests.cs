namespace IncidentOps.PowerShell.Tests.Isolation;

/// <summary>What importing loads, seen in processes that have done nothing else.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task Importing_loads_nothing_of_deps()
    {
        var loaded = await LoadedAssembliesAsync("");
        Assert.Contains("IncidentOps.PowerShell.dll", loaded);
        Assert.DoesNotContain("IncidentOps.Core.dll", loaded);
        Assert.Empty(loaded.Intersect(Directory.EnumerateFiles(Path.Combine(Repository.ModulePath, "deps"), "*.dll").Select(Path.GetFileName)));
    }

    [Fact]
    public async Task Removing_and_importing_again_works_before_and_after_the_first_command()
    {
        var loaded = await LoadedAssembliesAsync(
            $$"""
            foreach ($round in 1, 2) {
                Remove-Module IncidentOps
                Import-Module '{{Repository.Manifest}}'
                $null = Get-Incident -First 1
            }
            """);
        Assert.Contains("IncidentOps.Core.dll", loaded);
    }

    private static async Task<IReadOnlyList<string>> LoadedAssembliesAsync(string script)
    {
        var folder = Directory.CreateTempSubdirectory("incidentops-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "incidentops.yaml"), "store: incidents.db\n", TestContext.Current.CancellationToken);
            var (exitCode, output) = await Tool.RunInAsync(
                folder.FullName,
                "dotnet", Repository.Console, "-Command",
                script + "\n[AppDomain]::CurrentDomain.GetAssemblies().Where({ -not $_.IsDynamic }).ForEach({ [IO.Path]::GetFileName($_.Location) })");
            Assert.True(exitCode == 0, output);
            return output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
