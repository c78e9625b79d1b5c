namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>Ctrl+C while a command waits for a store that somebody else holds.</summary>
public sealed class StopTests : IDisposable
{
    /// <summary>The wait itself would last half a minute: what ends sooner was ended by the stop.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(15);

    private readonly ModuleRunspace _session = new();

    public StopTests() => _session.Invoke("New-Incident 'One' -Severity P1 -Service api").Succeeded();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Add-IncidentNote note -Incident 1")]
    [InlineData("New-Incident 'Two' -Severity P1")]
    [InlineData("Close-Incident 1 -Force -Reason done -Confirm:$false")]
    [InlineData("1, 1, 1 | Update-Incident -Message news")]
    [InlineData("'text' | Add-IncidentEvidence -Incident 1")]
    [InlineData("Repair-IncidentStore -Confirm:$false")]
    public async Task A_command_that_waits_ends_at_once_and_wrote_nothing(string command)
    {
        using var holder = ModuleStore.Connect(_session.StorePath);
        ModuleStore.Execute(holder, "BEGIN IMMEDIATE");

        // "Performing the operation …": the next thing is the lock.
        await StoppedScript.EndsAtOnceAsync(_session.Folder, $"{command} -Verbose; 'done'", Hung);

        ModuleStore.Execute(holder, "ROLLBACK");
        Assert.Equal(["1"], _session.Invoke("Get-Incident").Texts("Sequence"));
    }
}
