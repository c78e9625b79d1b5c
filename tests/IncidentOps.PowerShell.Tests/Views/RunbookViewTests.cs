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
}
