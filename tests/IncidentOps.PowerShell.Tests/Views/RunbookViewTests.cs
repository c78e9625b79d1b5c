namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>How runbooks look.</summary>
[Collection("Views")]
public sealed class RunbookViewTests
{
    [Fact]
    public void The_table_says_why_a_runbook_is_suggested()
    {
        using var session = new ViewSession(160);

        string shown = session.Show("[IncidentOps.Runbooks.Runbook]@{ Name = 'disk-full'; Title = 'Disk full'; Sha256 = ''; Reason = \"symptom: no space left\" }");

        Assert.Matches(@"disk-full .*Disk full\r?\n +symptom: no space left", shown);
    }

    [Fact]
    public void The_log_of_a_run_is_told_from_that_of_an_incident()
    {
        using var session = new ViewSession(160);

        string shown = session.Show("[IncidentOps.Incidents.IncidentLogCheck]@{ Run = 'the-id'; Valid = $false; Events = 5; FirstBadSequence = 2; Reason = 'Event 2 is missing.' }");

        Assert.Matches("a run +broken +5 +2 the-id: Event 2 is missing", shown);
    }
}
