using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Tests.Text;

public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Makes_the_folders_and_leaves_nothing_else()
    {
        string path = Path.Join(_folder.Path, "a", "b", "c.md");

        await TextFile.WriteAsync(path, TextFile.Encode("é\n"), replace: false, TestContext.Current.CancellationToken);

        Assert.Equal([0xC3, 0xA9, 0x0A], await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Replaces_only_when_told_to()
    {
        string path = _folder.Write("a.md", "old");

        await Assert.ThrowsAsync<IOException>(() => TextFile.WriteAsync(path, TextFile.Encode("new"), replace: false, TestContext.Current.CancellationToken));
        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));

        await TextFile.WriteAsync(path, TextFile.Encode("new"), replace: true, TestContext.Current.CancellationToken);
        Assert.Equal("new", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Stopped_it_leaves_the_target_alone()
    {
        string path = _folder.Write("a.md", "old");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            TextFile.WriteAsync(path, TextFile.Encode("new"), replace: true, new CancellationToken(canceled: true)));

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }
}
