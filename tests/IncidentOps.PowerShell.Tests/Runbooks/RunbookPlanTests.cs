namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>Plans, approvals, and the runs that need them.</summary>
public sealed class RunbookPlanTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public RunbookPlanTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), "```bash {#look}\necho \"$text\"\n```\n\n```bash {#mend approve=Commander}\ntouch \"made-$text\"\n```\n");
        File.WriteAllText(Path.Join(_session.Folder, "wipe.md"), "```bash\nrm -rf gone\n```\n");
        _session.Invoke("$p1 = New-Incident 'Checkout fails' -Severity P1 -Service checkout; $p0 = New-Incident 'All is gone' -Severity P0 -Service all").Succeeded();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_plan_is_approved_and_then_runs_as_it_was_approved()
    {
        Assert.Equal(
            "the approval of Commander|False",
            _session.Invoke("$plan = Get-RunbookPlan -Path x.md -Text a -Incident $p1; \"$($plan.Missing)|$($plan.IsApproved)\"").Single<string>());
        Assert.Contains("approval of Commander", _session.Invoke("$null = Invoke-Runbook -Path x.md -Text a -Incident $p1 -Confirm:$false").Failed("RunbookFailed").ToString(), StringComparison.Ordinal);

        Assert.Equal("Commander", _session.Invoke("($plan | Approve-RunbookPlan -Role Commander -Message 'Go' -PassThru).Role").Single<string>());
        Assert.Equal("True|1", _session.Invoke("$plan = Get-RunbookPlan -Path x.md -Text a -Incident $p1; \"$($plan.IsApproved)|$($plan.Approvals.Count)\"").Single<string>());
        Assert.Equal("Succeeded", _session.Invoke("\"$((Invoke-Runbook -Path x.md -Text a -Incident $p1 -Confirm:$false).Status)\"").Single<string>());
        Assert.True(File.Exists(Path.Join(_session.Folder, "made-a")));
        Assert.Contains(_session.Invoke("(Get-IncidentTimeline $p1).Text").All<string>(), text => text.StartsWith("Plan ", StringComparison.Ordinal) && text.EndsWith("approved as Commander", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Invoke-Runbook -Path x.md -Text b -Incident $p1 -Confirm:$false")]
    [InlineData("Invoke-Runbook -Path x.md -Text a -Step mend -Incident $p1 -Confirm:$false")]
    [InlineData("Invoke-Runbook -Path x.md -Text a -Incident $p0 -Confirm:$false")]
    [InlineData("Invoke-Runbook -Path x.md -Text a -Confirm:$false")]
    [InlineData("[System.IO.File]::AppendAllText(\"$PWD/x.md\", 'more'); Invoke-Runbook -Path x.md -Text a -Incident $p1 -Confirm:$false")]
    public void Anything_else_than_what_was_approved_is_not(string script)
    {
        _session.Invoke("Get-RunbookPlan -Path x.md -Text a -Incident $p1 | Approve-RunbookPlan -Role Commander").Succeeded();

        _session.Invoke($"$null = {script}").Failed("RunbookFailed");
        Assert.Empty(Directory.GetFiles(_session.Folder, "made-*"));
    }

    [Fact]
    public void In_an_incident_of_the_worst_kind_destruction_needs_a_second_person()
    {
        Assert.Equal("the approval of a second person", _session.Invoke("(Get-RunbookPlan -Path wipe.md -Incident $p0).Missing").Single<string>());
        _session.Invoke("Get-RunbookPlan -Path wipe.md -Incident $p0 | Approve-RunbookPlan").Succeeded();

        // One's own approval is none of a second person's.
        _session.Invoke("$null = Invoke-Runbook -Path wipe.md -Incident $p0 -Confirm:$false").Failed("RunbookFailed");
        Assert.Equal("Succeeded", _session.Invoke("\"$((Invoke-Runbook -Path wipe.md -Incident $p1 -Confirm:$false).Status)\"").Single<string>());
    }

    [Theory]
    [InlineData("Get-RunbookPlan -Path x.md -Text a | Approve-RunbookPlan", "RunbookPlanWithoutIncident")]
    [InlineData("$plan = Get-RunbookPlan -Path x.md -Text a -Incident $p1; [System.IO.File]::AppendAllText(\"$PWD/x.md\", 'more'); $plan | Approve-RunbookPlan", "RunbookPlanOutdated")]
    [InlineData("Set-IncidentRole Commander grace -Incident $p1; Get-RunbookPlan -Path x.md -Text a -Incident $p1 | Approve-RunbookPlan -Role Commander", "RunbookApprovalNotYours")]
    [InlineData("Get-RunbookPlan -Path x.md", "RunbookParameterMissing")]
    public void What_cannot_be_planned_or_approved_is_an_error(string script, string errorId) => _session.Invoke(script).Failed(errorId);
}
