using System.Management.Automation;
using System.Management.Automation.Runspaces;
using IncidentOps.Core.Tests.Health;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Tests.Health;

public sealed class GetServiceHealthTests
{
    private const string Sick = """{"status":"unhealthy","checks":{"database":"unhealthy","s3":"ok"}}""";

    [Fact]
    public async Task Looks_at_what_is_configured_and_gives_typed_objects()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "fine"));
        using var session = Session(server);

        PSObject health = Assert.Single(session.Invoke("Get-ServiceHealth api").Succeeded().Output);

        Assert.Equal("IncidentOps.Health.ServiceHealth", health.BaseObject.GetType().FullName);
        Assert.Equal(("api", "Healthy"), (Text(health, "Service"), Text(health, "Status")));
        Assert.StartsWith("HTTP 200 OK in ", Text(health, "Reason"), StringComparison.Ordinal);
        Assert.Equal(["api", "closed"], Names(session.Invoke("Get-ServiceHealth")).Order(StringComparer.Ordinal));
        Assert.Equal(["api"], Names(session.Invoke("Get-ServiceHealth -Service a*, API")));
    }

    [Fact]
    public async Task Looks_at_any_address()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("503 Service Unavailable", Sick, "application/json"));
        using var session = new ModuleRunspace();

        PSObject health = Assert.Single(session.Invoke("Get-ServiceHealth -Uri $uri", ("uri", server.Url.ToString())).Succeeded().Output);

        Assert.Equal((server.Authority, "Unhealthy"), (Text(health, "Service"), Text(health, "Status")));
        Assert.Equal("HTTP 503 Service Unavailable: database unhealthy", Text(health, "Reason"));
    }

    [Fact]
    public async Task Detailed_gives_the_checks()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", Sick, "application/json"));
        using var session = Session(server);

        ScriptResult result = session.Invoke("Get-ServiceHealth api -Detailed").Succeeded();

        Assert.All(result.Output, item => Assert.Equal("IncidentOps.Health.HealthCheckResult", item.BaseObject.GetType().FullName));
        Assert.Equal(["http", "http/database", "http/s3"], result.Output.Select(item => Text(item, "Check")));
    }

    [Fact]
    public async Task One_bad_name_or_address_does_not_end_the_rest()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "fine"));
        using var session = Session(server);

        ScriptResult named = session.Invoke("Get-ServiceHealth appi, api");
        ScriptResult addressed = session.Invoke("Get-ServiceHealth -Uri ftp://x/, $uri", ("uri", server.Url.ToString()));

        Assert.Equal(["api"], Names(named));
        Assert.Equal("appi", named.Failed("ServiceNotFound").TargetObject);
        Assert.Equal(["api"], Names(addressed));
        Assert.Equal("ftp://x/", addressed.Failed("HealthUriInvalid").TargetObject);
    }

    [Fact]
    public void Without_services_the_error_tells_both_ways()
    {
        using var session = new ModuleRunspace();

        ErrorRecord error = session.Invoke("Get-ServiceHealth").Failed("ServicesNotConfigured");

        Assert.Contains("services:", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Uri", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pipeline_names_services_and_an_empty_one_none()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "fine"));
        using var session = Session(server);
        session.Invoke("$incident = New-Incident 'Slow' -Severity P2 -Service api").Succeeded();

        Assert.Equal(["api"], Names(session.Invoke("'api' | Get-ServiceHealth")));
        Assert.Equal(["api"], Names(session.Invoke("$incident | Get-ServiceHealth")));
        Assert.Equal(["api"], Names(session.Invoke("Get-ServiceHealth -Service $incident")));
        Assert.Equal(["api"], Names(session.Invoke("Get-ServiceHealth api | Get-ServiceHealth")));
        Assert.Equal(["api"], Names(session.Invoke("[pscustomobject]@{ Service = 'api' } | Get-ServiceHealth")));
        Assert.Equal([server.Authority], Names(session.Invoke("[pscustomobject]@{ Url = $uri } | Get-ServiceHealth -ConfigurationPath empty.yaml", ("uri", $"http://{server.Authority}/x"))));
        Assert.Empty(session.Invoke("@() | Get-ServiceHealth").Succeeded().Output);
    }

    [Fact]
    public async Task What_is_ill_becomes_an_incident_once()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("503 Service Unavailable", Sick, "application/json"));
        using var session = Session(server);
        const string Declare = "Get-ServiceHealth api | Where-Object Status -ne Healthy | New-Incident -Severity P1";

        PSObject incident = Assert.Single(session.Invoke(Declare).Succeeded().Output);
        PSObject again = Assert.Single(session.Invoke(Declare).Succeeded().Output);

        Assert.Equal(["api"], (IEnumerable<string>)incident.Properties["Services"].Value);
        Assert.Contains("database unhealthy", Text(incident, "Title"), StringComparison.Ordinal);
        Assert.Equal(Text(incident, "Id"), Text(again, "Id"));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("0.5")]
    [InlineData("'30s'")]
    [InlineData("'1h30m'")]
    [InlineData("'00:00:10'")]
    [InlineData("([timespan]::FromSeconds(5))")]
    [InlineData("$null")]
    public void Timeout_takes_what_people_write(string timeout)
    {
        using var session = new ModuleRunspace();

        ScriptResult result = session.Invoke($"Get-ServiceHealth -Uri tcp://{SickServer.FreeAuthority()} -Timeout {timeout}");

        Assert.Single(result.Succeeded().Output);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("0")]
    [InlineData("-5")]
    public void Timeout_refuses_the_rest(string timeout)
    {
        using var session = new ModuleRunspace();

        session.Invoke($"Get-ServiceHealth -Uri tcp://127.0.0.1:9 -Timeout '{timeout}'").Failed("ParameterArgumentTransformationError");
    }

    [Fact]
    public void Names_complete()
    {
        using var session = new ModuleRunspace("services: { api: , 'two words': }");

        Assert.Equal(["api", "'two words'"], session.Complete("Get-ServiceHealth ").Select(candidate => candidate.CompletionText));
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_server_that_hangs()
    {
        var asked = new TaskCompletionSource();
        await using var server = new SickServer(async (stream, token) =>
        {
            await SickServer.ReadRequestAsync(stream, token);
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = Shell.Create(runspace);
        shell.AddScript($"Get-ServiceHealth -Uri {server.Url}");

        IAsyncResult running = shell.BeginInvoke();
        await asked.Task;
        shell.Stop();

        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
    }

    private static ModuleRunspace Session(SickServer server)
    {
        var session = new ModuleRunspace($"services: {{ api: '{server.Url}', closed: 'tcp://{SickServer.FreeAuthority()}' }}");
        File.WriteAllText(Path.Join(session.Folder, "empty.yaml"), "");
        return session;
    }

    private static IEnumerable<string> Names(ScriptResult result) => result.Output.Select(item => Text(item, "Service"));

    private static string Text(PSObject item, string property) => item.Properties[property].Value?.ToString() ?? "";
}
