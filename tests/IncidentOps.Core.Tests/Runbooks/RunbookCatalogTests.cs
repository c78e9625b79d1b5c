using IncidentOps.Core.Errors;
using IncidentOps.Core.Runbooks;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

public sealed class RunbookCatalogTests : IDisposable
{
    private readonly DirectoryInfo _own = Directory.CreateTempSubdirectory("incidentops-test-");
    private readonly DirectoryInfo _builtIn = Directory.CreateTempSubdirectory("incidentops-test-");

    public void Dispose()
    {
        _own.Delete(recursive: true);
        _builtIn.Delete(recursive: true);
    }

    [Fact]
    public void Finds_by_name_and_prefers_the_own_folder()
    {
        Write(_own, "ApplicationDown.md", "# Ours");
        Write(_builtIn, "application-down.md", "# Theirs");
        Write(_builtIn, "sub/db-failover.md", "# Failover");
        Write(_builtIn, "README.md", "# About");
        RunbookCatalog catalog = new([_own.FullName, Path.Combine(_own.FullName, "missing"), _builtIn.FullName]);

        Assert.Equal("application-down,db-failover", string.Join(',', catalog.Names()));
        Assert.Equal("Ours", catalog.Get("application-down").Title);
        Assert.Equal("Ours", catalog.Get("ApplicationDown").Title);
        Assert.Equal("db-failover", Assert.Single(catalog.Find("db*")).Name);
        Assert.Equal("RunbookNotFound", Assert.Throws<IncidentOpsException>(() => catalog.Get("nothing")).ErrorId);
        Assert.Equal("RunbookAmbiguous", Assert.Throws<IncidentOpsException>(() => catalog.Get("*")).ErrorId);
    }

    [Fact]
    public void Keeps_the_hash_of_the_bytes_on_disk()
    {
        string path = Write(_own, "x.md", "\uFEFF# X\r\n");

        Runbook runbook = RunbookCatalog.Load(path);

        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))).ToLowerInvariant(), runbook.Sha256);
        Assert.Equal("X", runbook.Title);
    }

    [Fact]
    public void Runs_only_what_nobody_else_can_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights in another way.");
        string path = Write(_own, "x.md", "# X");
#pragma warning disable CA1416 // The test is skipped there.
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);
#pragma warning restore CA1416

        Assert.Equal("X", RunbookCatalog.Load(path).Title);
        IncidentOpsException e = Assert.Throws<IncidentOpsException>(() => RunbookCatalog.LoadToRun(path));
        Assert.Equal("RunbookFileWritableByOthers", e.ErrorId);
        Assert.Contains($"chmod go-w '{path}'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_a_clear_error()
    {
        Assert.Equal("RunbookFileNotFound", Assert.Throws<IncidentOpsException>(() => RunbookCatalog.Load(Path.Combine(_own.FullName, "no.md"))).ErrorId);
        string large = Path.Combine(_own.FullName, "large.md");
        using (FileStream file = File.Create(large))
        {
            file.SetLength(RunbookCatalog.LargestFile + 1);
        }

        List<Exception> errors = [];
        Assert.Empty(new RunbookCatalog([_own.FullName]).Find(onError: errors.Add));
        Assert.Equal("RunbookFileTooLarge", Assert.IsType<IncidentOpsException>(Assert.Single(errors)).ErrorId);
    }

    private static string Write(DirectoryInfo folder, string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
