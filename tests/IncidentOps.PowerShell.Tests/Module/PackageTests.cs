using System.IO.Compression;
using System.Xml.Linq;
using IncidentOps.PowerShell.Tests.Contract;

namespace IncidentOps.PowerShell.Tests.Module;

/// <summary>The package that goes to a PowerShell gallery.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private ZipArchive _package = null!;

    public async ValueTask InitializeAsync()
    {
        var (exitCode, output) = await Tool.RunAsync(
            "dotnet", "pack", "src/IncidentOps.PowerShell", "--no-build", "--configuration", Repository.Configuration, "--output", _folder.FullName);
        Assert.True(exitCode == 0, output);
        _package = await ZipFile.OpenReadAsync(Assert.Single(_folder.GetFiles("IncidentOps.*.nupkg")).FullName, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_package is not null)
        {
            await _package.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Holds_the_staged_module_at_its_root_and_describes_it()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.ModulePath, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.ModulePath, path).Replace('\\', '/');
            var entry = _package.GetEntry(name);
            Assert.True(entry is not null, $"The package lacks {name}.");
            Assert.Equal(new FileInfo(path).Length, entry.Length);
        }

        await using var nuspec = await _package.GetEntry("IncidentOps.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
        var metadata = (await XDocument.LoadAsync(nuspec, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal("IncidentOps", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.NotEmpty(Value("description"));
        Assert.NotEmpty(Value("projectUrl"));
        Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName == "dependencies");
        var tags = Value("tags").Split(' ');
        Assert.Superset(
            new HashSet<string>(["PSModule", "PSEdition_Core", .. ExportedCmdlets.All.Select(cmdlet => "PSCmdlet_" + cmdlet.Name)]),
            tags.ToHashSet());
    }
}
