using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests.Procedures;

public sealed class InitializeIncidentOpsTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Lays_out_the_folder_that_is_named_and_works_from_it()
    {
        ScriptResult result = _session.Invoke("Initialize-IncidentOps new/ops").Succeeded();

        Assert.All(result.Output, file => Assert.Equal("Created", file.Properties["Action"].Value.ToString()));
        Assert.Empty(result.Warnings);
        string folder = Path.Join(_session.Folder, "new", "ops");
        Assert.Equal(Path.Join(folder, "incidentops.yaml"), result.Output[^1].Properties["Path"].Value);
        string configuration = Path.Join(folder, "incidentops.yaml");
        Assert.Equal(Path.Join(folder, "incident-response.md"), _session.Invoke("(Get-IncidentProcedure -ConfigurationPath $c).Path", ("c", configuration)).Single<string>());
        Assert.Equal(Path.Join(folder, "runbooks", "rollback.md"), _session.Invoke("(Get-Runbook rollback -ConfigurationPath $c).Path", ("c", configuration)).Single<string>());
        Assert.Empty(_session.Invoke("Test-IncidentProcedure -ConfigurationPath $c", ("c", configuration)).Succeeded().Output);
    }

    [Fact]
    public void In_the_current_folder_what_is_there_is_kept()
    {
        byte[] before = File.ReadAllBytes(Path.Join(_session.Folder, "incidentops.yaml"));

        ScriptResult result = _session.Invoke("Initialize-IncidentOps").Succeeded();

        Assert.Equal(["incidentops.yaml"], result.Output.Where(file => file.Properties["Action"].Value.ToString() == "Kept").Select(file => (string)file.Properties["Name"].Value));
        Assert.Equal(before, File.ReadAllBytes(Path.Join(_session.Folder, "incidentops.yaml")));
        Assert.Contains("configuration/no-guide", _session.Invoke("Initialize-IncidentOps | ForEach-Object Findings | ForEach-Object RuleId").All<string>());
    }

    [Fact]
    public void From_a_document_of_ones_own_it_tells_what_it_changed_and_what_to_fill_in()
    {
        File.WriteAllText(Path.Join(_session.Folder, "wiki.md"), "# Ours\n\n## Contacts\n\n- **Lead**: [Phone number] ðŸš¨\n");

        ScriptResult result = _session.Invoke("Initialize-IncidentOps ops -FromGuide wiki.md").Succeeded();

        Assert.Contains("on line 5", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.Contains("guide/unfilled-placeholder", _session.Invoke("(Initialize-IncidentOps ops | Where-Object Kind -eq Guide).Findings.RuleId").All<string>());
        Assert.Contains("🚨", File.ReadAllText(Path.Join(_session.Folder, "ops", "incident-response.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Initialize-IncidentOps -FromGuide nowhere.md", "ProcedureNotFound")]
    [InlineData("Initialize-IncidentOps incidentops.yaml", "WorkspaceFolderIsFile")]
    [InlineData("Initialize-IncidentOps Variable:x", "PathNotInFileSystem")]
    [InlineData("Initialize-IncidentOps -ConfigurationPath x.yaml", "ConfigurationPathNotUsed")]
    public void What_cannot_be_is_an_error(string script, string errorId) => _session.Invoke(script).Failed(errorId);

    [Fact]
    public void A_place_that_may_not_be_written_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions do not hold this user back.");
        string folder = Directory.CreateDirectory(Path.Join(_session.Folder, "locked")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        ErrorRecord error = _session.Invoke("Initialize-IncidentOps locked").Failed("WorkspaceNotWritten");

        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
    }
}
