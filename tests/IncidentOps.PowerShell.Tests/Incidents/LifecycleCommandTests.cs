using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>The lifecycle as people type it.</summary>
public sealed class LifecycleCommandTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public LifecycleCommandTests() => _session.Invoke("$ConfirmPreference = 'None'").Succeeded();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void An_incident_from_its_beginning_to_its_end()
    {
        ScriptResult end = _session.Invoke(
            """
            $incident = New-Incident 'Checkout fails' -Severity high -Service checkout, cart -Component proxy -Impact 'Nobody can pay' -Affected EU -Source 'alert 7' -Commander kim
            Confirm-Incident $incident -Responder sam
            Update-Incident $incident -Status Investigating -Message 'Reading logs' -Eta 45m
            Set-IncidentSeverity P0 'All users are hit' -Incident $incident
            Set-IncidentRole Scribe lee -Incident $incident
            Set-Incident $incident -Title 'Checkout is down' -Component proxy, db
            Add-IncidentNote 'Deployed 2.4' -At ([datetimeoffset]::UtcNow.AddHours(-1)) -Incident $incident
            Update-Incident $incident -Status Monitoring
            Resolve-Incident $incident -RootCause 'A bad release' -Resolution 'Rolled back' -NextSteps 'Test it', 'Stage it'
            Close-Incident $incident -Force -Reason 'Watched elsewhere' -PassThru
            """);
        Assert.Equal("INC-1 | Checkout is down | P0 | Closed", end.Text("Id", "Title", "Severity", "Status"));
        Assert.Equal("checkout, cart | proxy, db", end.Text("Services", "Components"));
        Assert.Equal("Nobody can pay | EU | alert 7 | kim", end.Text("Impact", "Affected", "Source", "Commander"));
        Assert.Equal("A bad release | Rolled back | Test it, Stage it", end.Text("RootCause", "Resolution", "NextSteps"));
        Assert.NotEqual("", end.Text("Eta"));
        Assert.NotEqual("", end.Text("FixedAt"));
        Assert.Equal("lee", _session.Invoke("(Get-Incident 1).Roles['scribe']").Single<string>());
        Assert.Equal("Deployed 2.4", _session.Invoke("Get-IncidentTimeline 1").Texts("Text")[0]);
        Assert.Equal("Investigating", _session.Invoke("Open-Incident 1 -Reason 'It is back' -PassThru").Text("Status"));
    }

    [Fact]
    public void A_second_report_gives_the_open_one_with_a_warning()
    {
        _session.Invoke("New-Incident 'Checkout fails' -Severity P1 -Service checkout").Succeeded();
        ScriptResult again = _session.Invoke("New-Incident 'checkout  FAILS' -Severity P1 -Service Checkout").Succeeded();
        Assert.Equal("INC-1", again.Text("Id"));
        Assert.Contains("INC-1 is open for the same service and symptom", Assert.Single(again.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal("INC-2", _session.Invoke("New-Incident 'Checkout fails' -Severity P1 -Service checkout -Force").Text("Id"));
    }

    [Fact]
    public void Without_a_severity_the_most_severe_is_taken_with_a_warning()
    {
        ScriptResult result = _session.Invoke("New-Incident 'Checkout fails'").Succeeded();
        Assert.Equal("P0", result.Text("Severity"));
        Assert.Contains("Set-IncidentSeverity", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sick_services_become_incidents_with_their_evidence()
    {
        ScriptResult result = _session.Invoke(
            """
            $health = foreach ($sick in 'checkout Unhealthy', 'search Healthy', 'mail Degraded') {
                $service, $status = -split $sick
                [IncidentOps.Health.ServiceHealth]@{
                    Service = $service; Status = $status; Reason = 'answers 503'; CheckedAt = [datetimeoffset]::UtcNow
                }
            }
            $health | New-Incident -Severity P1
            """);
        Assert.Equal(
            ["checkout is Unhealthy: answers 503", "mail is Degraded: answers 503"],
            result.Output.Select(item => item.Text("Title")));
        ErrorRecord healthy = result.Failed("ServiceIsHealthy");
        Assert.Equal("search", healthy.TargetObject.Text("Service"));
        Assert.Equal(["IncidentDeclared", "EvidenceAdded"], _session.Invoke("Get-IncidentTimeline 1").Texts("Type"));

        ScriptResult again = _session.Invoke("$health[0] | New-Incident -Severity P1").Succeeded();
        Assert.Equal("INC-1", again.Text("Id"));
        Assert.Equal(
            ["IncidentDeclared", "EvidenceAdded", "ReportedAgain", "EvidenceAdded"],
            _session.Invoke("Get-IncidentTimeline 1").Texts("Type"));
    }

    [Fact]
    public void Rows_of_a_table_become_incidents()
    {
        ScriptResult declared = _session.Invoke(
            """
            [pscustomobject]@{ Title = 'One'; Severity = 'P1'; Services = 'a', 'b'; Impact = 'x' },
            [pscustomobject]@{ Title = 'Two'; Severity = 'P2'; Service = 'c'; Component = 'd' } | New-Incident
            """);
        Assert.Equal(["One", "Two"], declared.Texts("Title"));
        Assert.Equal(["a, b", "c"], declared.Texts("Services"));
        Assert.Equal(["", "d"], declared.Texts("Components"));
    }

    [Theory]
    [InlineData("Confirm-Incident 1")]
    [InlineData("Update-Incident 1 -Message news")]
    [InlineData("Set-IncidentSeverity P0 worse -Incident 1")]
    [InlineData("Set-IncidentRole Scribe lee -Incident 1")]
    [InlineData("Set-Incident 1 -Impact none")]
    [InlineData("Add-IncidentNote note -Incident 1")]
    [InlineData("'text' | Add-IncidentEvidence -Incident 1")]
    [InlineData("Resolve-Incident 1")]
    [InlineData("Close-Incident 1 -Force -Reason done")]
    [InlineData("Merge-Incident 1 -Into 2")]
    public void What_changes_says_nothing_unless_PassThru_asks(string command)
    {
        _session.Invoke("1..2 | ForEach-Object { New-Incident \"Incident $_\" -Severity P1 }").Succeeded();
        Assert.Empty(_session.Invoke(command).Succeeded().Output);
        _session.Invoke("if ((Get-Incident 1).Status -eq 'Merged') { Open-Incident 1 }").Succeeded();
        Assert.Equal("INC-1", _session.Invoke($"{command} -PassThru").Text("Id"));
    }

    [Theory]
    [InlineData("Confirm-Incident 1")]
    [InlineData("Resolve-Incident 1 -RootCause cause -Resolution cure")]
    [InlineData("Set-IncidentSeverity P1 worse -Incident 1")]
    [InlineData("Set-IncidentRole Scribe lee -Incident 1")]
    [InlineData("Set-Incident 1 -Impact none")]
    [InlineData("Close-Incident 1 -Force -Reason done")]
    [InlineData("Merge-Incident 1 -Into 2")]
    public void Saying_it_twice_writes_it_once(string command)
    {
        _session.Invoke("1..2 | ForEach-Object { New-Incident \"Incident $_\" -Severity P2 }").Succeeded();
        string once = _session.Invoke($"{command} -PassThru").Text("Sequence");
        ScriptResult twice = _session.Invoke($"{command} -PassThru -Verbose").Succeeded();
        Assert.Equal(once, twice.Text("Sequence"));
        Assert.Contains(twice.Verbose, record => record.Message.Contains("so already", StringComparison.Ordinal));
    }

    [Fact]
    public void Listing_filters_and_looks_back()
    {
        _session.Invoke(
            """
            New-Incident 'Checkout fails' -Severity P1 -Service checkout
            New-Incident '[FIRING] Disk full' -Severity P2 -Service files -Component disk
            New-Incident 'Search is slow' -Severity P3 -Service search
            $then = [datetimeoffset]::UtcNow
            Resolve-Incident 1 -RootCause cause -Resolution cure
            """).Succeeded();
        Assert.Equal(["INC-3", "INC-2", "INC-1"], Ids("Get-Incident"));
        Assert.Equal(["INC-3"], Ids("Get-Incident -First 1"));
        Assert.Empty(Ids("Get-Incident -First 0"));
        Assert.Equal(["INC-3", "INC-2"], Ids("Get-Incident -Active"));
        Assert.Equal(["INC-1"], Ids("Get-Incident -Status Resolved, Closed"));
        Assert.Equal(["INC-2", "INC-1"], Ids("Get-Incident -Severity p1, Medium"));
        Assert.Equal(["INC-2"], Ids("Get-Incident -Title '[FIRING] Disk full'"));
        Assert.Equal(["INC-2"], Ids("Get-Incident -Title '*`[FIR*' -Service f* -Component DISK"));
        Assert.Empty(Ids("Get-Incident -Title '[', '[z-a]'"));
        Assert.Empty(Ids("Get-Incident -Until $then.AddHours(-1)"));
        Assert.Equal(["INC-3", "INC-2", "INC-1"], Ids("Get-Incident -Active -AsOf $then"));
        Assert.Equal("Detected", _session.Invoke("(Get-Incident 1 -AsOf $then).Status.ToString()").Single<string>());
        Assert.Single(_session.Invoke("Get-IncidentTimeline 1 -AsOf $then").Succeeded().Output);
        _session.Invoke("Get-Incident 1 -AsOf $then.AddHours(-1)").Failed("IncidentNotFound");
        Assert.Equal(
            "ParameterArgumentValidationError",
            Assert.Single(_session.Invoke("Get-Incident -First -1").Errors).FullyQualifiedErrorId.Split(',')[0]);

        string[] Ids(string script) => _session.Invoke(script).Texts("Id");
    }

    [Fact]
    public void A_list_that_is_cut_off_ends_quietly()
    {
        _session.Invoke("1..5 | ForEach-Object { New-Incident \"Incident $_\" -Severity P1 }").Succeeded();
        Assert.Equal("INC-5", _session.Invoke("do { Get-Incident | ForEach-Object { $_; break } } while ($false)").Text("Id"));
        Assert.Equal("INC-6", _session.Invoke("New-Incident 'Another' -Severity P1").Text("Id"));
    }

    [Fact]
    public void A_tampered_log_is_found_and_a_read_table_made_anew()
    {
        _session.Invoke("New-Incident 'One' -Severity P1; New-Incident 'Two' -Severity P1; Add-IncidentNote 'note' -Incident 1").Succeeded();
        Assert.Equal(["True", "True"], _session.Invoke("Test-IncidentLog").Texts("Valid"));
        Assert.Equal(2, _session.Invoke("Repair-IncidentStore -PassThru").Single<int>());
        Assert.Empty(_session.Invoke("Repair-IncidentStore").Succeeded().Output);

        ModuleStore.Execute(_session.StorePath, "UPDATE event SET actor = 'mallory' WHERE sequence = 2");
        Assert.Equal("INC-1 | 2", _session.Invoke("Test-IncidentLog | Where-Object Valid -eq $false").Text("Incident", "FirstBadSequence"));
    }
}
