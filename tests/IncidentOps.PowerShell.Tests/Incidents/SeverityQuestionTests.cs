namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>New-Incident without -Severity: asks who sits there, and nobody else.</summary>
public sealed class SeverityQuestionTests
{
    private const string Shop = "services:\n  shop:\n    severity: P2\n";

    [Fact]
    public void The_proposal_is_the_default_and_its_reason_joins_the_timeline()
    {
        AnsweringHost host = new();
        using ModuleRunspace session = new(host: host);

        Assert.Equal("P1", session.Invoke("New-Incident 'Nobody can sign in' -Impact 'No orders'").Text("Severity"));

        Assert.Equal(
            """Nobody can sign in | P1 High is proposed, since it fits the example "Nobody can sign in" of P1 High (incident-response.md:37). Which severity is it? | P&0 Critical, P&1 High, P&2 Medium, P&3 Low | 1""",
            Assert.Single(host.Questions));
        Assert.Equal(
            "No orders\nSeverity: it fits the example \"Nobody can sign in\" of P1 High (incident-response.md:37)",
            session.Invoke("(Get-IncidentTimeline 1)[0].Detail").Single<string>());
    }

    [Fact]
    public void Another_answer_counts()
    {
        using ModuleRunspace session = new(host: new AnsweringHost(answer: 3));
        ScriptResult result = session.Invoke("New-Incident 'Nobody can sign in'");
        Assert.Equal("P3", result.Text("Severity"));
        Assert.Empty(result.Warnings);
        Assert.StartsWith(
            "Severity: it was chosen; P1 was proposed, since", session.Invoke("(Get-IncidentTimeline 1)[0].Detail").Single<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-Incident 'Nobody can sign in' -Severity P2", "P2")]
    [InlineData("New-Incident 'Nobody can sign in' -Confirm:$false", "P1")]
    [InlineData("$ConfirmPreference = 'None'; New-Incident 'Nobody can sign in'", "P1")]
    [InlineData("New-Incident 'Nobody can sign in' -Service shop -Confirm:$false", "P2")]
    public void Nobody_is_asked_who_has_answered_already(string script, string severity)
    {
        AnsweringHost host = new(answer: 0);
        using ModuleRunspace session = new(Shop, host);
        Assert.Equal(severity, session.Invoke(script).Text("Severity"));
        Assert.Empty(host.Questions);
    }

    [Fact]
    public void WhatIf_asks_nothing()
    {
        AnsweringHost host = new();
        using ModuleRunspace session = new(host: host);
        session.Invoke("New-Incident 'Nobody can sign in' -WhatIf").Succeeded();
        Assert.Empty(host.Questions);
    }

    [Fact]
    public void In_a_job_or_a_remote_session_nothing_is_asked()
    {
        AnsweringHost host = new(answer: 0, name: "ServerRemoteHost");
        using ModuleRunspace session = new(host: host);
        Assert.Equal("P1", session.Invoke("New-Incident 'Nobody can sign in'").Text("Severity"));
        Assert.Empty(host.Questions);
    }

    [Fact]
    public void Where_nobody_is_there_what_fits_is_taken_with_a_warning()
    {
        using ModuleRunspace session = new(Shop);
        ScriptResult result = session.Invoke("New-Incident 'Nobody can sign in'");
        Assert.Equal("P1", result.Text("Severity"));
        Assert.Equal(
            """No severity was given: P1 is taken, since it fits the example "Nobody can sign in" of P1 High (incident-response.md:37). Change it with Set-IncidentSeverity.""",
            Assert.Single(result.Warnings).Message);
        ScriptResult configured = session.Invoke("New-Incident 'Nobody can sign in' -Service shop");
        Assert.Equal("P2", configured.Text("Severity"));
        Assert.Empty(configured.Warnings);
    }

    [Fact]
    public void A_sick_services_checks_are_heard()
    {
        using ModuleRunspace session = new();
        ScriptResult result = session.Invoke(
            """
            [IncidentOps.Health.ServiceHealth]@{
                Service = 'db'; Status = 'Unhealthy'; Reason = 'connection refused'; CheckedAt = [datetimeoffset]::UtcNow
            } | New-Incident
            """);
        Assert.Equal("P0", result.Text("Severity"));
        Assert.Contains("\"The database cannot be reached\"", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_without_figures_have_their_first_letters_as_keys()
    {
        AnsweringHost host = new();
        using ModuleRunspace session = new("guide: guide.md\n", host);
        File.WriteAllText(
            Path.Combine(session.Folder, "guide.md"),
            "# Guide\n\n## Severity Levels\n\n| Severity | Definition | Response Time |\n| --- | --- | --- |\n"
            + "| Critical | All is lost & gone | 5 min |\n| High | Much is lost | 15 min |\n| Low | Little is lost | 1 day |\n");
        session.Invoke("New-Incident 'Lunch is cold'").Succeeded();
        Assert.Contains("| &Critical, &High, &Low | 0", Assert.Single(host.Questions), StringComparison.Ordinal);
    }
}
