namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>Searching runbooks, and those that fit an incident.</summary>
public sealed class GetRunbookTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_list_is_indexed_as_an_array_is() =>
        Assert.Equal(
            "P0 Detection 1",
            _session.Invoke("$guide = Get-IncidentProcedure; \"$($guide.Severities[0].Name) $($guide.Phases[0].Name) $((Get-Runbook application-down).Steps[0].Number)\"").Single<string>());

    [Fact]
    public void An_incident_gets_the_runbooks_that_fit_best_first()
    {
        _session.Invoke("$i = New-Incident 'API is down, health endpoint returns 503' -Severity P0 -Service api").Succeeded();
        string piped = _session.Invoke("$i | Get-Runbook | ForEach-Object Name").All<string>()[0];

        Assert.Equal("application-down", piped);
        Assert.Equal("application-down", _session.Invoke("(Get-Runbook -Incident 1).Name").All<string>()[0]);
        Assert.Equal("application-down", _session.Invoke("(Get-Runbook -Incident INC-1).Name").All<string>()[0]);
        Assert.Equal("it is for api", _session.Invoke("(Get-Incident 1 | Get-Runbook)[0].Reason.Split('; ')[1]").Single<string>());
        Assert.Contains("it is for api", _session.Invoke("[IncidentOps.PowerShell.Views.RunbookView]::Title((Get-Runbook -Incident 1)[0])").Single<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_fits_is_said_and_not_made_up()
    {
        _session.Invoke("$i = New-Incident 'Typo on the imprint' -Severity P3 -Service imprint").Succeeded();

        Assert.Equal("0|No runbook fits INC-1 Typo on the imprint.", _session.Invoke("$found = @($i | Get-Runbook -WarningVariable w -WarningAction SilentlyContinue); \"$($found.Count)|$(\"$w\".Split(' Describe')[0])\"").Single<string>());
        Assert.Equal("0|1", _session.Invoke("$found = @(Get-Runbook -Symptom 'colour of the moon' -WarningVariable w -WarningAction SilentlyContinue); \"$($found.Count)|$($w.Count)\"").Single<string>());
        _session.Invoke("Get-Runbook -Incident 99").Failed("IncidentNotFound");
    }

    [Theory]
    [InlineData("Get-Runbook -Symptom '503 errors'", "application-down")]
    [InlineData("Get-Runbook -Symptom 'slow responses'", "performance-degradation")]
    [InlineData("Get-Runbook -Service database", "database-connection-failure")]
    [InlineData("Get-Runbook -Service data*", "database-connection-failure")]
    [InlineData("Get-Runbook *-down -Service api", "application-down")]
    [InlineData("'application-down', 'rollback' | Get-Runbook", "application-down")]
    public void Runbooks_are_searched(string script, string first) =>
        Assert.Equal(first, _session.Invoke($"({script}).Name").All<string>()[0]);
}
