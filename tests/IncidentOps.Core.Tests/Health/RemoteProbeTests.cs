using IncidentOps.Health;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace IncidentOps.Core.Tests.Health;

/// <summary>Systems that watch services: status pages, Prometheus, Alertmanager.</summary>
public sealed class RemoteProbeTests : IDisposable
{
    private const string Summary =
        """
        {"page":{"name":"Example"},"status":{"indicator":"minor","description":"Partially Degraded Service"},
         "components":[{"name":"API","status":"operational"},{"name":"Group","group":true,"status":"major_outage"},
           {"name":"Webhooks","status":"partial_outage"},{"name":"Docs","status":"major_outage"}],
         "incidents":[{"name":"Delayed webhooks","status":"investigating"}]}
        """;

    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly HealthBench _bench = new();

    public void Dispose()
    {
        _server.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("", HealthStatus.Degraded, "Partially Degraded Service: Delayed webhooks (investigating)")]
    [InlineData(", components: API", HealthStatus.Healthy, "1 component operational")]
    [InlineData(", components: [A*, Web*]", HealthStatus.Degraded, "Webhooks partial outage: Delayed webhooks (investigating)")]
    [InlineData(", components: [Docs, Web*]", HealthStatus.Unhealthy, "Docs major outage: Delayed webhooks (investigating)")]
    [InlineData(", components: Payments", HealthStatus.Unknown, "the status page has no component 'Payments'")]
    public async Task A_status_page_tells_of_the_whole_or_of_what_matters(string more, HealthStatus expected, string reason)
    {
        Answer("/api/v2/summary.json", 200, Summary);

        IReadOnlyList<HealthCheckResult> results = await _bench.RunAsync($"status-page: {{ url: '{_server.Url}'{more}, retries: 0 }}");

        Assert.Equal((expected, reason), (results[0].Status, results[0].Reason));
    }

    [Theory]
    [InlineData("up", "", HealthStatus.Unhealthy, "up{instance=\"db:1\"} is 0, and 1 more")]
    [InlineData("up", ", unhealthy-below: 1", HealthStatus.Unhealthy, "up{instance=\"db:1\"} is 0, less than 1")]
    [InlineData("up", ", degraded-below: 2, unhealthy-below: 0", HealthStatus.Degraded, "up{instance=\"db:1\"} is 0, less than 2, and 1 more")]
    [InlineData("up", ", unhealthy-above: 10", HealthStatus.Healthy, "up{instance=\"db:1\"} is 0, and 1 more")]
    [InlineData("none", "", HealthStatus.Healthy, "the condition is not met")]
    [InlineData("none", ", unhealthy-above: 1", HealthStatus.Unknown, "the query finds nothing")]
    [InlineData("scalar", ", unhealthy-above: 0.05", HealthStatus.Unhealthy, "the query is 0.25, more than 0.05")]
    [InlineData("nan", ", unhealthy-above: 1", HealthStatus.Unknown, "the query is no number")]
    [InlineData("inf", ", unhealthy-above: 1", HealthStatus.Unhealthy, "the query is Infinity, more than 1")]
    [InlineData("bad", "", HealthStatus.Unknown, "HTTP 400 Bad Request from {0}: parse error at char 3")]
    [InlineData("html", "", HealthStatus.Unknown, "{0} does not answer as expected")]
    [InlineData("strange", "", HealthStatus.Unknown, "{0} does not answer as expected")]
    public async Task Prometheus_is_asked_and_judged(string query, string limits, HealthStatus expected, string reason)
    {
        Query("up", 200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up","instance":"db:1"},"value":[1,"0"]},{"metric":{"__name__":"up","instance":"db:2"},"value":[1,"1"]}]}}""");
        Query("none", 200, """{"status":"success","data":{"resultType":"vector","result":[]}}""");
        Query("scalar", 200, """{"status":"success","data":{"resultType":"scalar","result":[1,"0.25"]}}""");
        Query("nan", 200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"NaN"]}]}}""");
        Query("inf", 200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"+Inf"]}]}}""");
        Query("bad", 400, """{"status":"error","errorType":"bad_data","error":"parse error at char 3"}""");
        Query("html", 200, "<html>");
        Query("strange", 200, """{"data":[]}""");

        HealthCheckResult result = await _bench.OneAsync($"prometheus: {{ url: '{_server.Url}', query: {query}{limits} }}");

        Assert.Equal((expected, reason.Replace("{0}", new Uri(_server.Url!).Authority, StringComparison.Ordinal)), (result.Status, result.Reason));
    }

    [Fact]
    public async Task Alerts_that_fire_become_results_of_their_own()
    {
        Answer("/api/v2/alerts", 200,
            """
            [{"labels":{"alertname":"Slow","severity":"warning"},"annotations":{"summary":"p99 above 2 s"},"status":{"state":"active"}},
             {"labels":{"alertname":"Down","severity":"critical","instance":"web-1"},"annotations":{"description":"no answer"},"status":{"state":"active"}},
             {"labels":{"alertname":"Watchdog","severity":"none"},"annotations":{}}]
            """);

        IReadOnlyList<HealthCheckResult> results = await _bench.RunAsync($"alertmanager: {{ url: '{_server.Url}/', matchers: 'team=\"api\"', retries: 0 }}");

        Assert.Equal(
            [
                ("alertmanager", HealthStatus.Unhealthy, "Down (critical) is firing on web-1: no answer, and 2 more"),
                ("alertmanager/Down on web-1", HealthStatus.Unhealthy, "Down (critical) is firing on web-1: no answer"),
                ("alertmanager/Slow", HealthStatus.Degraded, "Slow (warning) is firing: p99 above 2 s"),
                ("alertmanager/Watchdog", HealthStatus.Healthy, "Watchdog (none) is firing"),
            ],
            results.Select(result => (result.Check, result.Status, result.Reason)));
        Assert.Contains("filter=team=\"api\"", Uri.UnescapeDataString(Assert.Single(_server.LogEntries).RequestMessage!.AbsoluteUrl), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_alert_is_good_news()
    {
        Answer("/api/v2/alerts", 200, "[]");

        HealthCheckResult result = await _bench.OneAsync($"alertmanager: {_server.Url}");

        Assert.Equal((HealthStatus.Healthy, "no alert is firing"), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData("status-page: http://{0}")]
    [InlineData("prometheus: {{ url: 'http://{0}', query: up }}")]
    [InlineData("alertmanager: http://{0}")]
    public async Task Who_cannot_be_asked_does_not_make_the_service_ill(string check)
    {
        string nobody = SickServer.FreeAuthority();

        HealthCheckResult result = await _bench.OneAsync(string.Format(null, check, nobody));

        Assert.Equal((HealthStatus.Unknown, $"connection refused at {nobody}"), (result.Status, result.Reason));
    }

    private void Query(string query, int status, string body) => _server
        .Given(Request.Create().WithPath("/api/v1/query").WithParam("query", query))
        .RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body));

    private void Answer(string path, int status, string body) => _server
        .Given(Request.Create().WithPath(path))
        .RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body));
}
