using IncidentOps.Core.Errors;
using IncidentOps.Core.PostMortems;
using IncidentOps.Core.Tests.Configuration;

namespace IncidentOps.Core.Tests.PostMortems;

public sealed class PostMortemDestinationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", false, "INC-1-post-mortem.md")]
    [InlineData("new", true, "new/INC-1-post-mortem.md")]
    [InlineData("a.md", false, "a.md")]
    public void An_incident_has_its_file(string path, bool isFolder, string expected)
    {
        var destination = new PostMortemDestination(Path.Join(_folder.Path, path), isFolder);

        Assert.Equal(Path.GetFullPath(expected, _folder.Path), destination.FileFor("INC-1", ".md"));
    }

    [Fact]
    public void A_folder_takes_several()
    {
        var destination = new PostMortemDestination(_folder.Path, isFolder: false);

        Assert.NotEqual(destination.FileFor("INC-1", ".md"), destination.FileFor("INC-2", ".md"));
    }

    [Fact]
    public void A_file_takes_one()
    {
        string path = Path.Join(_folder.Path, "a.md");
        var destination = new PostMortemDestination(path, isFolder: false);
        Assert.Equal(path, destination.FileFor("INC-1", ".md"));

        var error = Assert.Throws<IncidentOpsException>(() => destination.FileFor("INC-2", ".md"));

        Assert.Equal("PostMortemPathTaken", error.ErrorId);
        Assert.Equal(path, destination.FileFor("INC-1", ".md"));
    }
}
