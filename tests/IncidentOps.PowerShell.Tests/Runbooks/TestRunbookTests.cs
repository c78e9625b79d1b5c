namespace IncidentOps.PowerShell.Tests.Runbooks;

public sealed class TestRunbookTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public TestRunbookTests()
    {
        File.WriteAllText(Path.Join(_session.Folder, "bad.md"), "# Bad\n\n```bash {on-failure=goto:nowhere}\nrm -rf cache\n```\n");
        File.WriteAllText(Path.Join(_session.Folder, "good.md"), "# Good\n\n```bash\nuptime\n```\n");
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Files_come_from_the_pipeline_and_their_findings_go_into_one_report()
    {
        var rules = _session.Invoke("[System.IO.Directory]::GetFiles($PWD, '*.md') | ForEach-Object { [System.IO.FileInfo]$_ } | Test-Runbook -SarifPath all.sarif | ForEach-Object RuleId").All<string>();

        Assert.Equal(["runbook/destructive-without-undo", "runbook/unreachable-goto"], rules);
        using var sarif = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Join(_session.Folder, "all.sarif")));
        Assert.Equal(2, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Only_what_is_severe_enough_is_shown_and_fails()
    {
        Assert.Equal("runbook/unreachable-goto", _session.Invoke("Test-Runbook -Path bad.md -MinimumSeverity Error | ForEach-Object RuleId").Single<string>());
        Assert.Contains("bad.md", _session.Invoke("$null = Test-Runbook -Path bad.md, good.md -FailOn Error").Failed("RunbookHasFindings").ToString(), StringComparison.Ordinal);
        _session.Invoke("$null = Test-Runbook -Path good.md -FailOn Information").Succeeded();
    }

    [Theory]
    [InlineData("Test-Runbook nowhere", "RunbookNotFound")]
    [InlineData("Test-Runbook -Path nowhere.md", "RunbookFileNotFound")]
    public void What_is_not_there_is_an_error(string script, string errorId) => _session.Invoke(script).Failed(errorId);

    [Fact]
    public void A_scenario_is_linted_planned_and_run_as_the_scenario_that_it_is()
    {
        using var session = new ModuleRunspace("guide: guide.md\n");
        File.WriteAllText(
            Path.Join(session.Folder, "guide.md"),
            "# Guide\n\n## Severity Levels\n\n### P0 - Critical\n\n- **Response Time**: 5 minutes\n\n## Scenarios\n\n### Cache Full\n\n**Symptoms**: slow\n\n**Response**:\n\n1. Look: `echo full`\n2. Empty it: `rm -rf cache`\n\n### Flood\n\n**Response**:\n\n1. Look: `echo water`\n");

        Assert.Equal("runbook/destructive-without-undo 18", session.Invoke("Get-Runbook cache-full | Test-Runbook | ForEach-Object { \"$($_.RuleId) $($_.Line)\" }").Single<string>());
        Assert.Equal("runbook/destructive-without-undo 18", session.Invoke("Test-Runbook cache-full | ForEach-Object { \"$($_.RuleId) $($_.Line)\" }").Single<string>());
        Assert.Equal("echo full|rm -rf cache", session.Invoke("(Get-Runbook cache-full | Get-RunbookPlan).Steps.Command -join '|'").Single<string>());
        Assert.Equal("full|", session.Invoke("(Get-Runbook cache-full | Invoke-Runbook -ReadOnly).Steps.Output -join '|'").Single<string>());
        Assert.Equal("water", session.Invoke("(Invoke-Runbook flood).Steps.Output").Single<string>());
    }

    [Fact]
    public void The_built_in_runbooks_have_nothing_to_mend() => Assert.Empty(_session.Invoke("Test-Runbook").Succeeded().Output);
}
