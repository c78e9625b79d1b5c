using System.Management.Automation;

namespace IncidentOps.PowerShell.Tests.Notifications;

public sealed class ConvertToIncidentMessageTests : IDisposable
{
    private const string Guide =
        """
        # Guide

        ## Severity Levels

        ### P1 - High
        - **Response Time**: 15 minutes

        ## Communication Templates

        ### Initial Alert
        ```
        ALERT - [Severity] - [Component]
        Bridge: [Conference line]
        ```

        ### Status Update
        ```
        UPDATE - [Ticket #]: [Description]
        ```
        """;

    private readonly ModuleRunspace _session = new("time-zone: Europe/Berlin\nguide: guide.md\n");

    public ConvertToIncidentMessageTests()
    {
        File.WriteAllText(Path.Join(_session.Folder, "guide.md"), Guide);
        _session.Invoke("$null = New-Incident 'Checkout fails' -Severity P1 -Service checkout").Succeeded();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Names_what_it_cannot_fill_and_sends_no_brackets()
    {
        ScriptResult result = _session.Invoke("ConvertTo-IncidentMessage").Succeeded();

        PSObject message = Assert.Single(result.Output);
        Assert.Equal("IncidentOps.Notifications.IncidentMessage", message.TypeNames[0]);
        Assert.Equal("ALERT - P1 High - checkout\nBridge: not known yet", message.Properties["Body"].Value);
        Assert.Equal(message.Properties["Body"].Value, message.ToString(null, null));
        Assert.Equal(["Conference line"], (IEnumerable<string>)message.Properties["Unresolved"].Value);
        Assert.Contains("-Value @{ 'Conference line' = '…' }", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Strictly_it_is_an_error_and_nothing_comes_out()
    {
        ScriptResult result = _session.Invoke("1, 1 | ConvertTo-IncidentMessage -Strict -ErrorAction SilentlyContinue -ErrorVariable failed; $failed[0].FullyQualifiedErrorId");

        Assert.StartsWith("MessagePlaceholderUnknown,", Assert.Single(result.Output).BaseObject.ToString(), StringComparison.Ordinal);
        Assert.Equal(1L, _session.Invoke("ConvertTo-IncidentMessage 1 -Strict").Failed("MessagePlaceholderUnknown").TargetObject);
        Assert.Equal("ALERT - P1 High - checkout\nBridge: 42", Body("ConvertTo-IncidentMessage -Strict -Value @{ 'conference LINE' = 42 }"));
    }

    [Fact]
    public void Values_of_the_engine_are_read_as_what_they_are()
    {
        Assert.Equal("Bridge: 1h 30m", Line("-Value @{ Bridge = 90 | ForEach-Object { [TimeSpan]::FromMinutes($_) } }"));
        Assert.Equal("Bridge: a; b", Line("-Value @{ Bridge = 'a', 'b' | ForEach-Object { $_ } }"));
        Assert.Equal("Bridge: 2026-03-02 11:00 Europe/Berlin", Line("-Value @{ Bridge = [DateTimeOffset]'2026-03-02T10:00:00Z' }"));

        string Line(string arguments) => Body($"ConvertTo-IncidentMessage {arguments}").Split('\n')[1];
    }

    [Fact]
    public void Each_incident_of_the_pipeline_is_told_and_one_bad_one_does_not_end_the_rest()
    {
        ScriptResult result = _session.Invoke(
            "$null = New-Incident 'Search is slow' -Severity P1 -Service search; Update-Incident 2 -Status Investigating -Message 'Reading logs'; 'INC-1', 'INC-99', 'INC-2' | ConvertTo-IncidentMessage -WarningAction Ignore");

        Assert.Equal("INC-99", result.Failed("IncidentNotFound").TargetObject);
        Assert.Equal(["Initial Alert", "Status Update"], result.Output.Select(message => (string)message.Properties["Template"].Value));
        Assert.Equal("UPDATE - INC-2: Reading logs", result.Output[1].ToString(null, null));
    }

    [Fact]
    public void What_the_guide_lacks_is_built_in_and_says_so()
    {
        ScriptResult result = _session.Invoke("Resolve-Incident 1 -RootCause x -Resolution y; ConvertTo-IncidentMessage 1 -Verbose").Succeeded();

        Assert.StartsWith("✅ INCIDENT RESOLVED - INC-1\n", Assert.Single(result.Output).ToString(null, null), StringComparison.Ordinal);
        Assert.Contains(result.Verbose, record => record.Message.Contains("built-in 'Resolution'", StringComparison.Ordinal));
    }

    [Fact]
    public void As_of_an_earlier_moment_it_tells_what_was_known_then()
    {
        _session.Invoke("$then = (Get-Incident 1).UpdatedAt; Update-Incident 1 -Status Investigating -Message 'Reading logs'").Succeeded();

        Assert.Equal("Status Update", _session.Invoke("(ConvertTo-IncidentMessage 1).Template").Single<string>());
        Assert.Equal("Initial Alert", _session.Invoke("(ConvertTo-IncidentMessage 1 -AsOf $then -WarningAction Ignore).Template").Single<string>());
    }

    [Fact]
    public void Templates_and_formats_complete()
    {
        Assert.Equal(["'Initial Alert'", "'Status Update'", "Resolution"], _session.Complete("ConvertTo-IncidentMessage INC-1 -Template ").Select(match => match.CompletionText));
        Assert.Equal(["Html", "Markdown", "PlainText", "Slack"], _session.Complete("ConvertTo-IncidentMessage INC-1 -Format ").Select(match => match.CompletionText).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Frob", "MessageTemplateNotFound")]
    [InlineData("*t*", "MessageTemplateAmbiguous")]
    public void A_template_that_is_not_there_is_an_error(string name, string errorId) =>
        _session.Invoke("ConvertTo-IncidentMessage INC-1 -Template $name", ("name", name)).Failed(errorId);

    [Fact]
    public void Changes_nothing()
    {
        long before = _session.Invoke("(Get-Incident 1).Sequence").Single<long>();
        _session.Invoke("ConvertTo-IncidentMessage -WarningAction Ignore").Succeeded();

        Assert.Equal(before, _session.Invoke("(Get-Incident 1).Sequence").Single<long>());
    }

    private string Body(string script) => Assert.Single(_session.Invoke(script).Succeeded().Output).ToString(null, null);
}
