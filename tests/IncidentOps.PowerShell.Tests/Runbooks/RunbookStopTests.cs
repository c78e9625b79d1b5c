namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>Ctrl+C while a step runs here, or waits for its verification.</summary>
public sealed class RunbookStopTests : IDisposable
{
    /// <summary>A step may take five minutes: what ends sooner was ended by the stop.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(60);

    private readonly ModuleRunspace _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("```powershell\nwhile ($true) { }\n```\n")]
    [InlineData("```bash\necho started; sleep 100\n```\n")]
    [InlineData("```bash {verify=\"$false\"}\necho ran\n```\n")]
    public async Task The_run_ends_at_once_and_the_incident_knows(string runbook)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        await File.WriteAllTextAsync(Path.Join(_session.Folder, "x.md"), runbook, TestContext.Current.CancellationToken);
        _session.Invoke("New-Incident 'One' -Severity P1 -Service api").Succeeded();
        await StoppedScript.EndsAtOnceAsync(_session.Folder, "Invoke-Runbook -Path x.md -Incident 1 -Confirm:$false -Verbose; 'done'", Hung);

        Assert.StartsWith("Runbook x cancelled", _session.Invoke("(Get-IncidentTimeline 1)[-1].Text").Single<string>(), StringComparison.Ordinal);
    }
}
