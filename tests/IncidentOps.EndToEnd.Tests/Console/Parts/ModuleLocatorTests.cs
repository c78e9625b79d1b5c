using IncidentOps.Console;

namespace IncidentOps.EndToEnd.Tests.Console.Parts;

public sealed class ModuleLocatorTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("incidentops-");

    public void Dispose() => _root.Delete(recursive: true);

    private static ConsoleEnvironment With(string? module) => new(module, NoColor: false, DumbTerminal: false);

    private string Manifest(params string[] folder)
    {
        string path = Path.Combine([_root.FullName, .. folder, ModuleLocator.ManifestName]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "@{}");
        return path;
    }

    private string Folder(params string[] names) => Directory.CreateDirectory(Path.Combine([_root.FullName, .. names])).FullName;

    [Fact]
    public void The_environment_comes_first()
    {
        string named = Manifest("named");
        Manifest("bin", "IncidentOps");

        Assert.Equal(named, ModuleLocator.Find(With(Path.GetDirectoryName(named)), Folder("bin")));
        Assert.Equal(named, ModuleLocator.Find(With(named), Folder("bin")));
    }

    [Fact]
    public void A_wrong_name_in_the_environment_is_not_passed_over()
    {
        Manifest("bin", "IncidentOps");

        Assert.Null(ModuleLocator.Find(With(Path.Combine(_root.FullName, "nowhere")), Folder("bin")));
        Assert.Null(ModuleLocator.Find(With(Folder("empty")), Folder("bin")));
    }

    [Fact]
    public void The_module_beside_the_program_comes_before_the_staged_one()
    {
        string staged = Manifest("out", "IncidentOps");
        Assert.Equal(staged, ModuleLocator.Find(With(null), Folder("artifacts", "bin")));

        string beside = Manifest("artifacts", "bin", "IncidentOps");
        Assert.Equal(beside, ModuleLocator.Find(With(null), Folder("artifacts", "bin")));
    }

    [Fact]
    public void The_environment_is_read_in_one_place()
    {
        Dictionary<string, string> variables = new() { ["INCIDENTOPS_MODULE"] = " ", ["NO_COLOR"] = "1", ["TERM"] = "dumb" };

        Assert.Equal(new ConsoleEnvironment(null, NoColor: true, DumbTerminal: true), ConsoleEnvironment.Read(variables.GetValueOrDefault));
        Assert.Equal(new ConsoleEnvironment(null, NoColor: false, DumbTerminal: false), ConsoleEnvironment.Read(_ => null));
    }
}
