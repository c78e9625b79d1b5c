using System.Text.Json.Nodes;
using FsCheck.Xunit;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Http;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

public sealed class ComponentReportTests
{
    [Theory]
    [InlineData("""{"status":"ok"}""", HealthStatus.Healthy)]
    [InlineData("""{"status":"healthy","version":"1.2.3","uptime":12}""", HealthStatus.Healthy)]
    [InlineData("""{"status":"UP"}""", HealthStatus.Healthy)]
    [InlineData("""{"status":"OUT_OF_SERVICE"}""", HealthStatus.Unhealthy)]
    [InlineData("""{"status":"UNKNOWN"}""", HealthStatus.Unknown)]
    [InlineData("""{"status":"pass"}""", HealthStatus.Healthy)]
    [InlineData("""{"status":"warn"}""", HealthStatus.Degraded)]
    [InlineData("""{"status":"fail"}""", HealthStatus.Unhealthy)]
    [InlineData("""{"Status":"Degraded"}""", HealthStatus.Degraded)]
    [InlineData("""{"healthy":false}""", HealthStatus.Unhealthy)]
    [InlineData("""{"ok":true}""", HealthStatus.Healthy)]
    [InlineData("""{"status":{"code":"DOWN"}}""", HealthStatus.Unhealthy)]
    [InlineData("""{"status":"error: no database"}""", HealthStatus.Unhealthy)]
    [InlineData("""{"cluster_name":"es","status":"yellow","number_of_nodes":1}""", HealthStatus.Degraded)]
    [InlineData("Healthy", HealthStatus.Healthy)]
    [InlineData("Degraded\n", HealthStatus.Degraded)]
    [InlineData("\"Unhealthy\"", HealthStatus.Unhealthy)]
    [InlineData("OK", HealthStatus.Healthy)]
    public void The_status_of_the_whole_is_read(string body, HealthStatus expected)
    {
        ComponentReport report = ComponentReportReader.Read(body, null)!;

        Assert.Equal(expected, report.Status);
        Assert.Empty(report.Parts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("all is fine")]
    [InlineData("<html>down</html>")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("{\"status\":")]
    [InlineData("""{"status":"initialising"}""")]
    [InlineData("""{"status":200}""")]
    [InlineData("""{"results":[{"name":"Bob","status":"inactive"}],"mode":"active","debug":"false"}""")]
    [InlineData("""{"user":{"name":"Bob","status":"inactive"},"errors":{"a":{"status":"down"}}}""")]
    public void What_is_no_health_document_says_nothing(string body) => Assert.Null(ComponentReportReader.Read(body, null));

    [Fact]
    public void Plain() => Reads(
        """{"status":"ok","version":"2.0","database":"connected","cache":{"status":"down","error":"refused"},"env":"production","replica":"false"}""",
        "database healthy", "cache unhealthy: refused");

    [Fact]
    public void Plain_with_a_list_of_checks() => Reads(
        """{"status":"unhealthy","checks":{"database":{"status":"unhealthy","message":"too many clients"},"s3":"ok","queue":false,"disk":{"ok":true}}}""",
        "database unhealthy: too many clients", "s3 healthy", "queue unhealthy", "disk healthy");

    [Fact]
    public void The_health_json_draft() => Reads(
        """
        {"status":"warn","version":"1","checks":{
          "cassandra:responseTime":[{"componentId":"a","status":"pass"},{"componentId":"b","status":"fail","output":"timed out after 3s"}],
          "uptime":[{"componentType":"system","observedValue":1209600.245,"status":"pass"}],
          "memory:utilization":[{"status":"warn"}]}}
        """,
        "cassandra:responseTime/a healthy", "cassandra:responseTime/b unhealthy: timed out after 3s", "uptime healthy", "memory:utilization degraded");

    [Fact]
    public void The_writers_of_asp_net() => Reads(
        """
        {"status":"Unhealthy","totalDuration":"00:00:00.05","entries":{
          "npgsql":{"data":{},"description":"28P01: password authentication failed","duration":"00:00:00.04","exception":"28P01","status":"Unhealthy","tags":["db"]},
          "self":{"data":{},"duration":"00:00:00","status":"Healthy","tags":[]}}}
        """,
        "npgsql unhealthy: 28P01", "self healthy");

    [Fact]
    public void The_writer_of_asp_nets_documentation() => Reads(
        """{"status":"Degraded","results":{"disk":{"status":"Degraded","description":"5 % free","data":{"free":5}},"x":{"status":"Healthy","description":null,"data":{}}}}""",
        "disk degraded: 5 % free", "x healthy");

    [Fact]
    public void Spring_boot() => Reads(
        """
        {"status":"DOWN","components":{
          "db":{"status":"DOWN","details":{"error":"java.sql.SQLException: refused"}},
          "diskSpace":{"status":"UP","details":{"total":1,"free":1}},
          "brokers":{"status":"UP","components":{"us1":{"status":"UP","details":{"version":"1.0.2"}},"us2":{"status":"UNKNOWN"}}}},
          "groups":["liveness","readiness"]}
        """,
        "db unhealthy: java.sql.SQLException: refused", "diskSpace healthy", "brokers healthy", "brokers/us1 healthy", "brokers/us2 unknown");

    [Fact]
    public void Spring_boot_before_components() => Reads(
        """{"status":"UP","details":{"db":{"status":"UP","details":{"database":"PostgreSQL"}},"redis":{"status":"DOWN"}}}""",
        "db healthy", "redis unhealthy");

    [Fact]
    public void Spring_boot_one() => Reads(
        """{"status":"UP","diskSpace":{"status":"UP","total":1},"db":{"status":"DOWN","error":"refused"}}""",
        "diskSpace healthy", "db unhealthy: refused");

    [Fact]
    public void MicroProfile() => Reads(
        """{"status":"DOWN","checks":[{"name":"db","status":"DOWN","data":{"error":"refused"}},{"name":"jms","status":"UP"}]}""",
        "db unhealthy: refused", "jms healthy");

    [Fact]
    public void Terminus() => Reads(
        """{"status":"error","info":{"cat":{"status":"up"}},"error":{"dog":{"status":"down","message":"gone"}},"details":{"cat":{"status":"up"},"dog":{"status":"down","message":"gone"}}}""",
        "cat healthy", "dog unhealthy: gone");

    [Fact]
    public void Django() => Reads(
        """{"Cache backend: default":"working","DatabaseBackend":"unavailable: no such host"}""",
        "Cache backend: default healthy", "DatabaseBackend unhealthy: no such host");

    [Fact]
    public void Kubernetes() => Reads(
        "[+]ping ok\n[-]etcd failed: reason withheld\n[+]poststarthook/x ok\nreadyz check failed\n",
        "ping healthy", "etcd unhealthy: reason withheld", "poststarthook/x healthy");

    [Fact]
    public void Hostile_documents_are_read_within_bounds()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"status":"up","components":{"a":""", 20)) + "1" + new string('}', 40);
        string wide = $$$"""{"status":"up","checks":{{{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"c{i}\":\"down\""))}}}}}""";

        Assert.InRange(ComponentReportReader.Read(deep, null)!.Parts.Count, 1, 10);
        Assert.InRange(ComponentReportReader.Read(wide, null)!.Parts.Count, 1, 200);
    }

    [Property(MaxTest = 500)]
    public void Whatever_comes_is_read_or_left(string?[] names, int[] shape)
    {
        // A document of any shape, made of the words that the reader looks for and of others.
        string[] words = ["status", "checks", "components", "details", "error", "name", "healthy", "down", "UP", "ok", .. names.OfType<string>()];
        int at = 0;
        JsonNode? document = Make(0);

        ComponentReport? report = ComponentReportReader.Read(document?.ToJsonString() ?? "null", null);

        Assert.All(report?.Parts ?? [], part => Assert.DoesNotContain(part.Reason, char.IsControl));

        int Next() => shape.Length == 0 ? 0 : Math.Abs(shape[at++ % shape.Length] % 1000);

        JsonNode? Make(int depth) => (Next() % (depth > 4 ? 4 : 6)) switch
        {
            0 => JsonValue.Create(words[Next() % words.Length]),
            1 => JsonValue.Create(Next() % 2 == 0),
            2 => JsonValue.Create(Next()),
            3 => null,
            4 => new JsonArray([.. Enumerable.Range(0, Next() % 4).Select(_ => Make(depth + 1))]),
            _ => new JsonObject(Enumerable.Range(0, Next() % 6).Select(_ => words[Next() % words.Length]).Distinct(StringComparer.Ordinal)
                .Select(name => KeyValuePair.Create(name, Make(depth + 1)))),
        };
    }

    private static void Reads(string body, params string[] parts)
    {
        IReadOnlyList<ProbePart> read = ComponentReportReader.Read(body, null)!.Parts;

        Assert.Equal(parts, read.Select(part => part.Reason));
        Assert.All(read, part => Assert.StartsWith($"{part.Name} {part.Status.ToString().ToLowerInvariant()}", part.Reason, StringComparison.Ordinal));
    }
}
