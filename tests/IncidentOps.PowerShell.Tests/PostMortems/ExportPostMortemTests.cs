using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests.PostMortems;

public sealed class ExportPostMortemTests : IDisposable
{
    private readonly ModuleRunspace _session = new("time-zone: Europe/Berlin\n");

    public ExportPostMortemTests() => _session.Invoke(
        """
        $null = New-Incident 'Checkout is down' -Severity P1 -Service checkout -Impact 'Nobody can pay'
        Resolve-Incident 1 -RootCause 'The spool was full' -Resolution 'Emptied it' -NextSteps 'Watch the spool'
        $null = New-Incident 'Search is slow' -Severity P2 -Service search
        Resolve-Incident 2 -RootCause 'An index was missing' -Resolution 'Added it'
        """).Succeeded();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Writes_into_the_current_folder_and_returns_the_file()
    {
        var file = _session.Invoke("Export-PostMortem INC-1").Single<FileInfo>();

        Assert.Equal(Path.Join(_session.Folder, "INC-1-post-mortem.md"), file.FullName);
        byte[] content = File.ReadAllBytes(file.FullName);
        Assert.Equal((byte)'#', content[0]);
        Assert.DoesNotContain((byte)'\r', content);
        Assert.Equal((byte)'\n', content[^1]);
        string text = File.ReadAllText(file.FullName);
        Assert.StartsWith("# Incident Post-Mortem: Checkout is down\n", text, StringComparison.Ordinal);
        Assert.Contains("Times are in Europe/Berlin", text, StringComparison.Ordinal);
        Assert.Contains("- **Severity**: P1 High\n", text, StringComparison.Ordinal);
        Assert.Contains("- [ ] Watch the spool", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_noted_in_the_timeline_and_not_in_the_document()
    {
        _session.Invoke("$file = Export-PostMortem INC-1; $again = Export-PostMortem INC-1 again.md").Succeeded();

        Assert.Equal(
            "Post-mortem written: INC-1-post-mortem.md",
            _session.Invoke("(Get-IncidentTimeline INC-1 | Where-Object Type -eq PostMortemExported)[0].Text").Single<string>());
        Assert.True(_session.Invoke("[System.IO.File]::ReadAllText($file.FullName) -ceq [System.IO.File]::ReadAllText($again.FullName)").Single<bool>());
        Assert.True(_session.Invoke("(Test-IncidentLog INC-1).Valid").Single<bool>());
    }

    [Theory]
    [InlineData("made/for/it.md", "made/for/it.md")]
    [InlineData("made/", "made/INC-1-post-mortem.md")]
    [InlineData("made\\", "made/INC-1-post-mortem.md")]
    [InlineData("there", "there/INC-1-post-mortem.md")]
    [InlineData("./there/../it [1]*?.md", "it [1]*?.md")]
    [InlineData("-", "-")]
    public void Path_is_a_file_or_a_folder(string path, string expected)
    {
        Directory.CreateDirectory(Path.Join(_session.Folder, "there"));

        var file = _session.Invoke("Export-PostMortem INC-1 -Path $path", ("path", path)).Single<FileInfo>();

        Assert.Equal(Path.Join(_session.Folder, expected), file.FullName);
        Assert.True(file.Exists);
    }

    [Fact]
    public void A_file_that_is_there_is_kept_unless_forced()
    {
        string path = Path.Join(_session.Folder, "it.md");
        File.WriteAllText(path, "written by people");

        ErrorRecord error = _session.Invoke("Export-PostMortem INC-1 it.md").Failed("PostMortemExists");

        Assert.Contains("-Force", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidOperation, error.CategoryInfo.Category);
        Assert.Equal("INC-1", error.TargetObject);
        Assert.Equal("written by people", File.ReadAllText(path));
        _session.Invoke("Export-PostMortem INC-1 it.md -WhatIf").Failed("PostMortemExists");
        _session.Invoke("Export-PostMortem INC-1 it.md -Force").Succeeded();
        Assert.StartsWith("# Incident", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_session.Folder, "*.tmp"));
    }

    [Fact]
    public void Several_go_into_a_folder() => Assert.Equal(
        ["INC-2-post-mortem.md", "INC-1-post-mortem.md"],
        _session.Invoke("Get-Incident | Export-PostMortem -Path all/").All<FileInfo>().Select(file => file.Name));

    [Fact]
    public void Several_do_not_go_into_one_file()
    {
        ScriptResult result = _session.Invoke("1, 2 | Export-PostMortem -Path one.md -Force");

        result.Failed("PostMortemPathTaken");
        Assert.Equal("one.md", Assert.IsType<FileInfo>(Assert.Single(result.Output).BaseObject).Name);
        Assert.Contains("Checkout", File.ReadAllText(Path.Join(_session.Folder, "one.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_incident_does_not_end_the_rest()
    {
        ScriptResult result = _session.Invoke("'INC-1', 'INC-99', 'INC-2' | Export-PostMortem");

        Assert.Equal("INC-99", result.Failed("IncidentNotFound").TargetObject);
        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void An_open_incident_comes_with_a_warning()
    {
        ScriptResult result = _session.Invoke("Export-PostMortem (New-Incident 'Mail is late' -Severity P3)").Succeeded();

        Assert.Contains("INC-3 is still open (Detected)", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.Contains("still open", File.ReadAllText(Path.Join(_session.Folder, "INC-3-post-mortem.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_title_harms_nothing()
    {
        _session.Invoke("$null = New-Incident $title -Severity P1", ("title", "<script>alert(1)</script>\n# x ![](http://a) $(rm -rf ~) \u001B[2J\u202E")).Succeeded();

        string text = File.ReadAllText(_session.Invoke("Export-PostMortem 3 -WarningAction Ignore").Single<FileInfo>().FullName);

        Assert.StartsWith(
            "# Incident Post-Mortem: &lt;script&gt;alert(1)&lt;/script&gt; \\# x !\\[\\](http\\://a) \\$(rm -rf \\~) ␛\\[2J&lt;U+202E&gt;\n",
            text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file/it.md", "PostMortemFolderIsFile")]
    [InlineData("file/", "PostMortemFolderIsFile")]
    [InlineData("file/deep/it.md", "PostMortemFolderIsFile")]
    public void A_file_where_a_folder_is_needed_is_an_error(string path, string errorId)
    {
        File.WriteAllText(Path.Join(_session.Folder, "file"), "");

        _session.Invoke("Export-PostMortem INC-1 -Path $path", ("path", path)).Failed(errorId);
    }

    [Fact]
    public void A_folder_where_the_file_should_be_is_an_error()
    {
        Directory.CreateDirectory(Path.Join(_session.Folder, "INC-1-post-mortem.md"));

        _session.Invoke("Export-PostMortem INC-1 -Force").Failed("PostMortemFileIsFolder");
    }

    [Fact]
    public void A_name_that_no_file_can_have_is_an_error() =>
        _session.Invoke("Export-PostMortem INC-1 -Path $path", ("path", new string('x', 5000))).Failed("PostMortemNotWritten");

    [Fact]
    public void A_place_that_may_not_be_written_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions do not hold this user back.");
        string folder = Directory.CreateDirectory(Path.Join(_session.Folder, "locked")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        ErrorRecord error = _session.Invoke("Export-PostMortem INC-1 locked/").Failed("PostMortemNotAllowed");

        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.False(_session.Invoke("[bool](Get-IncidentTimeline INC-1 | Where-Object Type -eq PostMortemExported)").Single<bool>());
    }

    [Fact]
    public void A_path_outside_the_file_system_is_an_error() =>
        _session.Invoke("Export-PostMortem INC-1 -Path Variable:it.md").Failed("PathNotInFileSystem");

    [Fact]
    public void Ids_and_formats_complete()
    {
        Assert.Equal(["INC-2", "INC-1"], _session.Complete("Export-PostMortem ").Select(match => match.CompletionText).Take(2));
        Assert.Equal(["Markdown"], _session.Complete("Export-PostMortem INC-1 -Format ").Select(match => match.CompletionText));
    }

    [Fact]
    public void A_runs_property_names_the_incident() => Assert.Equal(
        "INC-2-post-mortem.md",
        _session.Invoke("[pscustomobject]@{ Incident = 'INC-2' } | Export-PostMortem").Single<FileInfo>().Name);
}
