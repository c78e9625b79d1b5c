using IncidentOps.Console.Editing;

namespace IncidentOps.EndToEnd.Tests.Console.Parts;

public sealed class PathCompletionTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("incidentops-");

    public PathCompletionTests()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "docs", "run books"));
        File.WriteAllText(Path.Combine(_root.FullName, "docs", "guide.md"), "");
        File.WriteAllText(Path.Combine(_root.FullName, "docs", ".hidden"), "");
        File.WriteAllText(Path.Combine(_root.FullName, "it's.md"), "");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("Get-Runbook d", "Get-Runbook docs/")]
    [InlineData("Get-Runbook -Path docs/g", "Get-Runbook -Path docs/guide.md")]
    [InlineData("Get-Runbook -Path DOCS/G", "Get-Runbook -Path DOCS/G")]
    [InlineData("cd docs/r", "cd 'docs/run books/'")]
    [InlineData("cd 'docs/r", "cd 'docs/run books/'")]
    [InlineData("cat docs/.", "cat docs/.hidden")]
    [InlineData("cat i", "cat 'it''s.md'")]
    [InlineData("./d", "./docs/")]
    [InlineData("cat nothing", "cat nothing")]
    [InlineData("Get-Runbook -P", "Get-Runbook -P")]
    [InlineData("$d", "$d")]
    [InlineData("", "")]
    public void A_path_is_completed_and_quoted_where_it_must_be(string typed, string expected)
    {
        Completion completion = PathCompletion.Complete(typed, typed.Length, _root.FullName);

        string completed = completion.Choices.Count == 0
            ? typed
            : typed.Remove(completion.Index, completion.Length).Insert(completion.Index, Assert.Single(completion.Choices).Text);
        Assert.Equal(expected.Replace('/', Path.DirectorySeparatorChar), completed.Replace('/', Path.DirectorySeparatorChar));
    }

    [Fact]
    public void After_a_blank_everything_is_offered_but_what_is_hidden() =>
        Assert.Equal(
            ["guide.md", "run books" + Path.DirectorySeparatorChar],
            PathCompletion.Complete("cd ", 3, Path.Combine(_root.FullName, "docs")).Choices.Select(choice => choice.Label));
}
