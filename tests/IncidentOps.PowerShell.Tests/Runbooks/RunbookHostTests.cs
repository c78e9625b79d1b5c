namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>What the commands say of machines; what runs there is held by the end-to-end tests.</summary>
public sealed class RunbookHostTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public RunbookHostTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        File.WriteAllText(Path.Join(_session.Folder, "x.md"), "```bash {#look}\nuptime\n```\n\n```bash {#mend host=db-* approve=Commander}\ntouch made\n```\n\n```bash {#here host=localhost}\necho here\n```\n");
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_plan_names_the_machines_of_each_step() =>
        Assert.Equal(
            "web-1, db-1|db-1|localhost",
            _session.Invoke("(Get-RunbookPlan -Path x.md -HostName web-1, db-1).Steps.HostName -join '|'").Single<string>());

    [Fact]
    public void An_approval_is_for_the_machines_of_the_plan()
    {
        _session.Invoke("$incident = New-Incident 'Checkout fails' -Severity P1 -Service checkout; Get-RunbookPlan -Path x.md -HostName db-1 -Incident $incident | Approve-RunbookPlan -Role Commander").Succeeded();

        Assert.Equal(
            "True|False",
            _session.Invoke("\"$((Get-RunbookPlan -Path x.md -HostName db-1 -Incident $incident).IsApproved)|$((Get-RunbookPlan -Path x.md -HostName db-2 -Incident $incident).IsApproved)\"").Single<string>());
    }

    [Fact]
    public void A_step_for_a_machine_that_is_not_among_those_given_is_an_obstacle_and_fails()
    {
        Assert.Contains("none of the machines given: localhost", _session.Invoke("(Get-RunbookPlan -Path x.md -HostName localhost).Steps[1].Obstacle").Single<string>(), StringComparison.Ordinal);

        _session.Invoke("$null = Invoke-Runbook -Path x.md -HostName localhost -Step mend -Confirm:$false").Failed("RunbookFailed");
        Assert.False(File.Exists(Path.Join(_session.Folder, "made")));
    }

    [Fact]
    public void What_is_no_machine_is_refused_and_so_is_what_is_no_threshold()
    {
        _session.Invoke("$null = Invoke-Runbook -Path x.md -HostName '-oProxyCommand=x'").Failed("HostNameInvalid");
        Assert.Contains(
            "'some' is neither a number of machines nor a share of them. Write 2, or 30%.",
            _session.Invoke("$null = Invoke-Runbook -Path x.md -FailureThreshold some").Failed("ParameterArgumentValidationError").ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_for_this_machine_runs_once_whatever_the_others_are() =>
        Assert.Equal("localhost here", _session.Invoke("$run = Invoke-Runbook -Path x.md -HostName db-1 -Step here -Confirm:$false; \"$($run.Steps[-1].HostName) $($run.Steps[-1].Output)\"").Single<string>());
}
