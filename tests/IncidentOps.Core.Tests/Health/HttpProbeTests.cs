using IncidentOps.Health;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace IncidentOps.Core.Tests.Health;

/// <summary>What an endpoint in good working order is judged by.</summary>
public sealed class HttpProbeTests : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly HealthBench _bench = new();

    public void Dispose()
    {
        _server.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task An_endpoint_that_answers_is_healthy()
    {
        Answer("/health", 200, "fine");

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"http: {_server.Url}/health"));

        Assert.Equal((HealthStatus.Healthy, "http", "http", "api"), (result.Status, result.Check, result.Kind, result.Service));
        Assert.StartsWith("HTTP 200 OK in ", result.Reason, StringComparison.Ordinal);
        Assert.True(result.Latency > TimeSpan.Zero);
        Assert.Equal(200, result.Data["statuscode"]);
        Assert.Equal($"{_server.Url}/health", result.Data["Url"]);
    }

    [Theory]
    [InlineData(500, "", HealthStatus.Unhealthy, "HTTP 500 Internal Server Error")]
    [InlineData(404, "", HealthStatus.Unhealthy, "HTTP 404 Not Found")]
    [InlineData(404, "expect-status: 404", HealthStatus.Healthy, "HTTP 404 Not Found in ")]
    [InlineData(200, "expect-status: [204, 3xx]", HealthStatus.Unhealthy, "HTTP 200 OK: not 204, 300-399")]
    [InlineData(200, "expect-body: fine", HealthStatus.Healthy, "HTTP 200 OK")]
    [InlineData(200, "expect-body: great", HealthStatus.Unhealthy, "HTTP 200 OK: the body does not hold 'great'")]
    [InlineData(200, "expect-body: /^all is FINE$/i", HealthStatus.Healthy, "HTTP 200 OK")]
    [InlineData(200, "expect-body: /^fine/", HealthStatus.Unhealthy, "HTTP 200 OK: the body does not hold '/^fine/'")]
    [InlineData(200, "reject-body: /f.ne/", HealthStatus.Unhealthy, "HTTP 200 OK: the body holds '/f.ne/'")]
    [InlineData(500, "expect-body: great", HealthStatus.Unhealthy, "HTTP 500 Internal Server Error: the body does not hold 'great'")]
    [InlineData(200, "expect-json: { status: ok }", HealthStatus.Unhealthy, "HTTP 200 OK: the body is not valid JSON")]
    public async Task Status_and_body_are_judged(int status, string expectation, HealthStatus expected, string reason)
    {
        Answer("/health", status, "all is fine");

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/health', retries: 0, {expectation} }}"));

        Assert.Equal(expected, result.Status);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_judged_by_path()
    {
        Answer("/health", 200, """{ "queue": { "depth": 250 } }""", "application/json");

        HealthCheckResult result = Assert.Single(await _bench.RunAsync(
            $"{{ http: '{_server.Url}/health', retries: 0, expect-json: {{ $.queue.depth: '< 100' }} }}"));

        Assert.Equal((HealthStatus.Unhealthy, "HTTP 200 OK: $.queue.depth is '250', not < 100"), (result.Status, result.Reason));
    }

    [Fact]
    public async Task What_a_health_document_says_becomes_results_of_their_own()
    {
        Answer("/health", 503, """{ "status": "unhealthy", "checks": { "database": "unhealthy: no route", "s3": "ok" } }""", "application/json");

        IReadOnlyList<HealthCheckResult> results = await _bench.RunAsync($"{{ http: '{_server.Url}/health', retries: 0 }}");

        Assert.Equal(
            [
                ("http", HealthStatus.Unhealthy, "HTTP 503 Service Unavailable: database unhealthy: no route"),
                ("http/database", HealthStatus.Unhealthy, "database unhealthy: no route"),
                ("http/s3", HealthStatus.Healthy, "s3 healthy"),
            ],
            results.Select(result => (result.Check, result.Status, result.Reason)));
    }

    [Fact]
    public async Task A_component_can_be_ill_behind_a_status_of_success()
    {
        Answer("/health", 200, """{ "status": "ok", "database": { "status": "down" } }""", "application/json");

        IReadOnlyList<HealthCheckResult> results = await _bench.RunAsync($"{{ http: '{_server.Url}/health', retries: 0 }}");

        Assert.Equal([HealthStatus.Healthy, HealthStatus.Unhealthy], results.Select(result => result.Status));
        Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/health', component-report: false }}"));
    }

    [Fact]
    public async Task An_answer_that_calls_broken_text_json_is_degraded()
    {
        Answer("/health", 200, """{ "status": """, "application/json");

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"http: {_server.Url}/health"));

        Assert.Equal((HealthStatus.Degraded, "HTTP 200 OK: the body is not valid JSON"), (result.Status, result.Reason));
    }

    [Fact]
    public async Task Redirects_are_followed_so_far_and_no_farther()
    {
        Redirect("/a", "/b");
        Redirect("/b", "/c");
        Redirect("/round", "/round");
        Redirect("/away", "ftp://example.com/");
        Answer("/c", 200, "here");

        HealthCheckResult followed = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/a', expect-body: here }}"));
        HealthCheckResult tooFar = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/a', redirects: 1 }}"));
        HealthCheckResult loop = Assert.Single(await _bench.RunAsync($"http: {_server.Url}/round"));
        HealthCheckResult notFollowed = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/a', redirects: 0, retries: 0 }}"));
        HealthCheckResult expected = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/a', expect-status: 302 }}"));
        HealthCheckResult away = Assert.Single(await _bench.RunAsync($"http: {_server.Url}/away"));

        Assert.Equal((HealthStatus.Healthy, 2, $"{_server.Url}/c"), (followed.Status, followed.Data["Redirects"], followed.Data["Url"]));
        Assert.Equal((HealthStatus.Unhealthy, "redirected more than 1 times, the last time to /c"), (tooFar.Status, tooFar.Reason));
        Assert.Equal((HealthStatus.Unhealthy, "redirected more than 5 times, the last time to /round"), (loop.Status, loop.Reason));
        Assert.Equal((HealthStatus.Unhealthy, "HTTP 302 Found: a redirect to /b"), (notFollowed.Status, notFollowed.Reason));
        Assert.Equal(HealthStatus.Healthy, expected.Status);
        Assert.Equal(HealthStatus.Unhealthy, away.Status);
        Assert.EndsWith("redirects to ftp://example.com, which is not followed", away.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_configured_is_sent_with_its_secrets_and_not_to_another_host()
    {
        using var other = WireMockServer.Start();
        other.Given(Request.Create().WithPath("/there")).RespondWith(Response.Create().WithStatusCode(200));
        Redirect("/away", $"{other.Url}/there");
        _server.Given(Request.Create().WithPath("/post").UsingPost().WithHeader("Authorization", "Bearer s3cret").WithBody("ping"))
            .RespondWith(Response.Create().WithStatusCode(202));
        _bench.Environment.Variables["TOKEN"] = "s3cret";
        const string Headers = "headers: { Authorization: 'Bearer ${env:TOKEN}' }";

        HealthCheckResult posted = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/post', method: post, body: ping, {Headers} }}"));
        HealthCheckResult away = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/away', {Headers} }}"));

        Assert.Equal((HealthStatus.Healthy, HealthStatus.Healthy), (posted.Status, away.Status));
        Assert.False(Assert.Single(other.LogEntries).RequestMessage!.Headers!.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_secret_that_is_not_there_leaves_the_health_unknown()
    {
        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ http: '{_server.Url}/x', headers: {{ X: 'env:GONE' }} }}"));

        Assert.Equal(HealthStatus.Unknown, result.Status);
        Assert.Contains("'GONE'", result.Reason, StringComparison.Ordinal);
        Assert.Empty(_server.LogEntries);
    }

    [Fact]
    public async Task A_failure_is_tried_again_before_it_counts()
    {
        _server.Given(Request.Create().WithPath("/flaps")).InScenario("flaps").WillSetStateTo("up").RespondWith(Response.Create().WithStatusCode(503));
        _server.Given(Request.Create().WithPath("/flaps")).InScenario("flaps").WhenStateIs("up").RespondWith(Response.Create().WithStatusCode(200));

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"http: {_server.Url}/flaps"));

        Assert.Equal((HealthStatus.Healthy, 2), (result.Status, result.Data["Attempts"]));
    }

    [Theory]
    [InlineData("1h", "2h", HealthStatus.Healthy)]
    [InlineData("0.000001", "2h", HealthStatus.Degraded)]
    [InlineData("0.000001", "0.000002", HealthStatus.Unhealthy)]
    public async Task A_slow_answer_is_no_healthy_one(string degradedAfter, string unhealthyAfter, HealthStatus expected)
    {
        Answer("/health", 200, "fine");

        HealthCheckResult result = Assert.Single(await _bench.RunAsync(
            $"{{ http: '{_server.Url}/health', degraded-after: {degradedAfter}, unhealthy-after: {unhealthyAfter} }}"));

        Assert.Equal(expected, result.Status);
        Assert.Equal(expected != HealthStatus.Healthy, result.Reason.StartsWith("slow: ", StringComparison.Ordinal));
    }

    private void Answer(string path, int status, string body, string type = "text/plain") =>
        _server.Given(Request.Create().WithPath(path)).RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", type).WithBody(body));

    private void Redirect(string path, string to) =>
        _server.Given(Request.Create().WithPath(path)).RespondWith(Response.Create().WithStatusCode(302).WithHeader("Location", to));
}
