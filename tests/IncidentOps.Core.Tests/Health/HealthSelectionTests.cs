using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Health;
using IncidentOps.Core.Tests.Configuration;

namespace IncidentOps.Core.Tests.Health;

public sealed class HealthSelectionTests
{
    private static readonly OrganisationConfiguration Configuration = new ConfigurationReader("/x/incidentops.yaml", new FakeEnvironment("/home/ada"))
        .Read(YamlReader.Read(
            """
            services:
              api: { checks: { http: { url: "http://127.0.0.1:8000/health", expect-body: fine } } }
              api-worker: tcp://127.0.0.1:9000
              web: { checks: [http: "http://127.0.0.1:80/a", http: { url: "http://127.0.0.1/b" }] }
            """,
            "/x/incidentops.yaml"));

    [Theory]
    [InlineData(new string[0], new[] { "api", "api-worker", "web" })]
    [InlineData(new[] { "API" }, new[] { "api" })]
    [InlineData(new[] { "web", "api*" }, new[] { "api", "api-worker", "web" })]
    [InlineData(new[] { "web", "[w]eb", "?eb" }, new[] { "web" })]
    [InlineData(new[] { "x*" }, new string[0])]
    public void Services_are_found_by_name(string[] patterns, string[] expected) =>
        Assert.Equal(expected, Named(Configuration, patterns).Select(service => service.Name));

    [Fact]
    public void A_name_that_is_none_is_an_error_that_names_the_nearest()
    {
        IncidentOpsException wrong = Assert.Throws<IncidentOpsException>(() => Named(Configuration, "wbe"));

        Assert.Equal(("ServiceNotFound", "wbe"), (wrong.ErrorId, wrong.Target));
        Assert.Contains("'web'", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_services_the_error_tells_both_ways()
    {
        IncidentOpsException none = Assert.Throws<IncidentOpsException>(() => Named(new OrganisationConfiguration()));

        Assert.Equal("ServicesNotConfigured", none.ErrorId);
        Assert.Contains("incidentops.yaml", none.Message, StringComparison.Ordinal);
        Assert.Contains("-Uri", none.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com/health", "example.com:80", "http")]
    [InlineData("https://example.com", "example.com:443", "http")]
    [InlineData("HTTP://127.0.0.1:8080", "127.0.0.1:8080", "http")]
    [InlineData("localhost:8000/health", "localhost:8000", "http")]
    [InlineData("tcp://db.example.com:5432", "db.example.com:5432", "tcp")]
    [InlineData("tcp:[::1]:5432", "[::1]:5432", "tcp")]
    [InlineData("dns:example.com", "dns:example.com", "dns")]
    [InlineData("dns://example.com/", "dns:example.com", "dns")]
    [InlineData("tls:example.com", "example.com:443", "tls")]
    [InlineData("systemd:nginx", "systemd:nginx", "systemd")]
    [InlineData("disk:/var/log", "disk:/var/log", "disk")]
    [InlineData("memory", "memory", "memory")]
    [InlineData("cpu:", "cpu", "cpu")]
    [InlineData("status-page:https://status.example.com", "status-page:https://status.example.com/", "status-page")]
    [InlineData("systemd", "systemd:80", "http")]
    [InlineData("http://127.0.0.1:8000/other", "api", "http")]
    [InlineData("tcp://127.0.0.1:9000", "api-worker", "tcp")]
    [InlineData("http://127.0.0.1/c", "web", "http")]
    public void An_address_becomes_a_service(string uri, string name, string kind)
    {
        ServiceDefinition service = Assert.Single(FromUris(Configuration, uri));

        Assert.Equal(name, service.Name);
        Assert.Equal(kind, Assert.Single(service.Checks).Kind);
    }

    [Fact]
    public void The_address_of_a_configured_check_is_that_check()
    {
        CheckDefinition check = Assert.Single(FromUris(Configuration, "http://127.0.0.1:8000/health").Single().Checks);

        Assert.True(check.Settings.ContainsKey("expect-body"));
    }

    [Fact]
    public void Two_addresses_of_one_server_are_told_apart() => Assert.Equal(
        ["x:1/a", "x:1/b?c", "x:2"],
        FromUris(new OrganisationConfiguration(), "http://x:1/a", "http://x:1/b?c", "http://x:2/").Select(service => service.Name));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ftp://example.com/")]
    [InlineData("http://")]
    [InlineData("http://:80/")]
    [InlineData("http://exa mple.com/")]
    [InlineData("tcp://example.com")]
    [InlineData("tcp://example.com:99999")]
    [InlineData("dns:")]
    [InlineData("systemd:")]
    [InlineData("cpu:many")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript://alert(1)")]
    public void What_is_no_address_is_an_error(string uri)
    {
        IncidentOpsException wrong = Assert.Throws<IncidentOpsException>(() => FromUris(Configuration, uri));

        Assert.Equal(("HealthUriInvalid", ErrorKind.InvalidArgument, uri), (wrong.ErrorId, wrong.Kind, wrong.Target));
    }

    private static IReadOnlyList<ServiceDefinition> Named(OrganisationConfiguration configuration, params string[] patterns)
    {
        var selection = new HealthSelection(configuration);
        Array.ForEach(patterns, selection.AddNamed);
        if (patterns.Length == 0)
        {
            selection.AddAll();
        }

        return selection.ToServices();
    }

    private static IReadOnlyList<ServiceDefinition> FromUris(OrganisationConfiguration configuration, params string[] uris)
    {
        var selection = new HealthSelection(configuration);
        Array.ForEach(uris, selection.AddUri);
        return selection.ToServices();
    }
}
