namespace IncidentOps.PowerShell.Tests.Procedures;

public sealed class ProcedureCommandTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public ProcedureCommandTests() => File.WriteAllText(
        Path.Join(_session.Folder, "guide.md"),
        """
        # Guide

        ## Severity Levels

        ### SEV1 - Critical
        - **Response Time**: 10 minutes

        ### SEV2 - Minor
        - **Definition**: Small things

        ## Contacts

        - **Lead**: [Phone number]
        """);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_part_knows_its_file_and_its_line()
    {
        var shown = _session.Invoke("Get-IncidentProcedure guide.md -Severity minor | ForEach-Object { \"$($_.Name) $($_.Path) $($_.Line)\" }").Single<string>();

        Assert.Equal($"SEV2 {Path.Join(_session.Folder, "guide.md")} 8", shown);
    }

    [Theory]
    [InlineData("Get-IncidentProcedure nowhere.md", "ProcedureNotFound")]
    [InlineData("Get-IncidentProcedure guide.md -Severity P7", "SeverityUnknown")]
    [InlineData("Get-IncidentProcedure guide.md -Scenario Flood", "ScenarioNotFound")]
    [InlineData("$null = Test-IncidentProcedure guide.md -FailOn Warning", "ProcedureHasFindings")]
    [InlineData("$null = Test-IncidentProcedure guide.md -SarifPath guide.md/x.sarif", "SarifNotWritten")]
    public void What_is_wrong_has_a_stable_id(string script, string errorId) =>
        _session.Invoke(script).Failed(errorId);

    [Fact]
    public void Findings_name_their_rule_and_come_as_SARIF_too()
    {
        List<string> rules = [.. _session.Invoke("Test-IncidentProcedure guide.md -SarifPath findings.sarif | ForEach-Object RuleId").All<string>()];

        Assert.Contains("guide/missing-response-time", rules);
        Assert.Contains("guide/unfilled-placeholder", rules);
        using var sarif = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Join(_session.Folder, "findings.sarif")));
        Assert.Equal(rules.Count, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void The_built_in_guide_has_nothing_to_mend() =>
        Assert.Empty(_session.Invoke("Test-IncidentProcedure").Succeeded().Output);
}
