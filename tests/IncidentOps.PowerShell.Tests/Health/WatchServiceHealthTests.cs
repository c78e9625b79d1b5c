using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using IncidentOps.Core.Tests.Health;
using IncidentOps.PowerShell.Tests.Incidents;
using IncidentOps.PowerShell.Tests.Views;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Tests.Health;

public sealed class WatchServiceHealthTests
{
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Gives_changes_and_a_summary()
    {
        await using SickServer server = Recovering(after: 2);
        using var session = new ModuleRunspace($"services: {{ api: '{server.Url}' }}");

        ScriptResult result = session.Invoke("Watch-ServiceHealth -Interval 1ms -Until Healthy -For 1m").Succeeded();

        Assert.Equal(
            ["IncidentOps.Health.HealthChange", "IncidentOps.Health.HealthChange", "IncidentOps.Health.HealthWatchSummary"],
            result.Output.Select(item => item.BaseObject.GetType().FullName));
        Assert.Equal(["Unhealthy", "Healthy", "Healthy"], result.Texts("Status"));
        Assert.Equal(["", "Unhealthy"], result.Texts("From").Take(2));
        Assert.Equal("Reached", result.Texts("Outcome")[^1]);
        Assert.Equal("Watching 1 service", result.Progress[0].Activity);
        Assert.Contains(result.Progress, record => record.Activity == "api" && record.StatusDescription.StartsWith("Healthy ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_come_in_time_is_an_error_after_the_summary()
    {
        using var session = new ModuleRunspace($"services: {{ api: 'tcp://{SickServer.FreeAuthority()}' }}");

        ScriptResult result = session.Invoke("Watch-ServiceHealth api -Interval 1ms -For 1ms -Until Healthy");

        Assert.Equal(["", "TimeUp"], result.Output.Select(item => item.Text("Outcome")));
        ErrorRecord error = result.Failed("HealthNotReached");
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("api is Unhealthy (connection refused", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_names_the_services_and_keeps_what_was_seen()
    {
        await using SickServer server = Recovering(after: 2);
        using var session = new ModuleRunspace($"services: {{ other: 'tcp://{SickServer.FreeAuthority()}', api: '{server.Url}' }}");
        session.Invoke("$incident = New-Incident 'Slow' -Severity P1 -Service api, unknown").Succeeded();

        ScriptResult result = session.Invoke("Watch-ServiceHealth -Incident $incident -Interval 1ms -Until Healthy").Succeeded();

        Assert.Equal(["api", "api"], result.Texts("Service").Take(2));
        string[] timeline = session.Invoke("Get-IncidentTimeline").Texts("Text");
        Assert.StartsWith("api is Unhealthy: HTTP 503", timeline[1], StringComparison.Ordinal);
        Assert.StartsWith("api Unhealthy → Healthy: HTTP 200", timeline[2], StringComparison.Ordinal);
        Assert.StartsWith("Watched api for ", timeline[3], StringComparison.Ordinal);
        Assert.Equal(4, timeline.Length);
    }

    [Fact]
    public async Task WhatIf_watches_and_writes_nothing()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "fine"));
        using var session = new ModuleRunspace($"services: {{ api: '{server.Url}' }}");
        session.Invoke("$incident = New-Incident 'Slow' -Severity P1 -Service api").Succeeded();

        ScriptResult result = session.Invoke("Watch-ServiceHealth -Incident $incident -For 1ms -WhatIf").Succeeded();

        Assert.Equal(["Healthy", "Healthy"], result.Texts("Status"));
        Assert.Single(session.Invoke("Get-IncidentTimeline").Output);
    }

    [Fact]
    public void An_incident_whose_services_nobody_knows_needs_a_name()
    {
        using var session = new ModuleRunspace("services: { api: 'tcp://127.0.0.1:9' }");
        session.Invoke("$incident = New-Incident 'Slow' -Severity P1 -Service elsewhere").Succeeded();

        Assert.Contains("-Service", session.Invoke("Watch-ServiceHealth -Incident $incident").Failed("IncidentServicesNotConfigured").Exception.Message, StringComparison.Ordinal);
        session.Invoke("Watch-ServiceHealth -Incident 77").Failed("IncidentNotFound");
    }

    [Fact]
    public void A_change_becomes_an_incident_with_its_evidence()
    {
        using var session = new ModuleRunspace($"services: {{ api: 'tcp://{SickServer.FreeAuthority()}' }}");

        ScriptResult result = session.Invoke(
            "Watch-ServiceHealth -For 1ms | Where-Object { $_.Status -eq 'Unhealthy' -and $_.Health } | New-Incident -Severity P1").Succeeded();

        Assert.Equal(["Health check fails: tcp"], result.Texts("Symptom"));
        Assert.Equal(["api"], (IEnumerable<string>)result.Output[0].Properties["Services"].Value);
        Assert.Contains("Evidence: Service health", session.Invoke("Get-IncidentTimeline").Texts("Text"));
    }

    [Fact]
    public async Task Whoever_needs_no_more_ends_it_and_the_incident_knows()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "fine"));
        using var session = new ModuleRunspace($"services: {{ api: '{server.Url}' }}");
        session.Invoke("$incident = New-Incident 'Slow' -Severity P1 -Service api").Succeeded();

        session.Invoke("foreach ($once in 1) { Watch-ServiceHealth -Incident $incident -Interval 1ms | ForEach-Object { $seen = $_; break } }").Succeeded();

        Assert.Equal("api", session.Invoke("$seen").Texts("Service")[0]);
        Assert.StartsWith("Watched api for ", session.Invoke("Get-IncidentTimeline").Texts("Text")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_it_tells_the_person_and_the_incident_what_it_saw()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "fine"));
        using var session = new ModuleRunspace($"services: {{ api: '{server.Url}' }}");
        session.Invoke("$incident = New-Incident 'Slow' -Severity P1 -Service api").Succeeded();
        var host = new Screen(120);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        using Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(session.Folder);
        using var shell = Shell.Create(runspace);
        shell.AddScript("Watch-ServiceHealth -Incident 1 -Interval 1h -For 2h");
        var output = new PSDataCollection<PSObject>();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        output.DataAdded += (_, _) => seen.TrySetResult();
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(input: null, output);
        await seen.Task.WaitAsync(Hung, TestContext.Current.CancellationToken);

        shell.Stop();

        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains("Watched api for less than 1s: healthy throughout\n  api: Healthy for less than 1s", host.Text, StringComparison.Ordinal);
        string[] timeline;
        long stopped = Stopwatch.GetTimestamp();
        do
        {
            // A busy machine writes on when the command has ended already.
            timeline = [.. session.Invoke("Get-IncidentTimeline").Texts("Text")];
        }
        while (timeline.Length < 2 && Stopwatch.GetElapsedTime(stopped) < Hung);
        Assert.StartsWith("Watched api for ", timeline[1], StringComparison.Ordinal);
    }

    /// <summary>A server whose first answers are no good.</summary>
    private static SickServer Recovering(int after)
    {
        int asked = 0;
        return new SickServer(async (stream, token) =>
        {
            while (await SickServer.ReadRequestAsync(stream, token) is not null)
            {
                bool ill = Interlocked.Increment(ref asked) <= after;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(SickServer.Http(ill ? "503 Service Unavailable" : "200 OK", "x")), token);
            }
        });
    }
}
