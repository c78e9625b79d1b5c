using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IncidentOps.Core.Health.Http;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

/// <summary>Certificates: trust, name and time.</summary>
public sealed class HttpTlsTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly HealthBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_certificate_that_signs_itself_is_not_trusted()
    {
        await using SickServer server = Serve(Certificate(Now.AddDays(-1), Now.AddDays(90)));

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"http: https://localhost:{server.Port}/"));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal($"TLS with localhost:{server.Port} failed: the certificate is not trusted: it is signed by itself", result.Reason);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_told_so()
    {
        await using SickServer server = Serve(Certificate(Now.AddDays(-1), Now.AddDays(90), "other.example.com"));

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"http: https://localhost:{server.Port}/"));

        Assert.EndsWith("the certificate is for other.example.com, not for localhost", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_past_its_time_is_told_so()
    {
        await using SickServer server = Serve(Certificate(Now.AddDays(-30), Now.AddDays(-2)));

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"http: https://localhost:{server.Port}/"));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.EndsWith($"the certificate expired on {Now.AddDays(-2):yyyy-MM-dd}", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_passed_over_still_tells_when_it_expires()
    {
        await using SickServer server = Serve(Certificate(Now.AddDays(-1), Now.AddDays(5.5)));
        string check = $"http: https://localhost:{server.Port}/, trust-any-certificate: true, certificate-days: ";

        HealthCheckResult first = Assert.Single(await _bench.RunAsync($"{{ {check} 10 }}"));
        HealthCheckResult second = Assert.Single(await _bench.RunAsync($"{{ {check} 10 }}"));
        HealthCheckResult patient = Assert.Single(await _bench.RunAsync($"{{ {check} 3 }}"));

        Assert.Equal(HealthStatus.Degraded, first.Status);
        Assert.Equal($"HTTP 200 OK: its certificate expires in 5 days, on {Now.AddDays(5.5):yyyy-MM-dd}", first.Reason);
        Assert.Equal(first.Reason, second.Reason);
        Assert.Equal(HealthStatus.Healthy, patient.Status);
        Assert.Equal("CN=localhost", patient.Data["CertificateSubject"]);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task What_one_check_passes_over_another_does_not()
    {
        await using SickServer server = Serve(Certificate(Now.AddDays(-1), Now.AddDays(90)));

        await _bench.RunAsync($"{{ http: 'https://localhost:{server.Port}/', trust-any-certificate: true }}");
        HealthCheckResult strict = Assert.Single(await _bench.RunAsync($"http: https://localhost:{server.Port}/"));

        Assert.Equal(HealthStatus.Unhealthy, strict.Status);
    }

    [Fact]
    public async Task Https_to_a_plain_port_is_no_handshake()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "fine"));

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ http: 'https://localhost:{server.Port}/', timeout: 5s, retries: 0 }}"));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
    }

    [Theory]
    [InlineData("trust-any-certificate: true", 90, HealthStatus.Healthy, "the certificate is trusted until ")]
    [InlineData("trust-any-certificate: true", 5.5, HealthStatus.Degraded, "its certificate expires in 5 days, on ")]
    [InlineData("retries: 1", 90, HealthStatus.Unhealthy, "TLS with localhost:{0} failed: the certificate is not trusted: it is signed by itself")]
    [InlineData("server-name: other.example.com", 90, HealthStatus.Unhealthy, "TLS with localhost:{0} failed: the certificate is for localhost, not for other.example.com")]
    public async Task The_certificate_of_any_port_can_be_looked_at(string more, double days, HealthStatus expected, string reason)
    {
        await using SickServer server = Serve(Certificate(Now.AddDays(-1), Now.AddDays(days)));

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ tls: 'localhost:{server.Port}', {more} }}"));

        Assert.Equal(expected, result.Status);
        Assert.StartsWith(string.Format(null, reason, server.Port), result.Reason, StringComparison.Ordinal);
        Assert.Equal("CN=localhost", result.Data["CertificateSubject"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8000/", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://example.com/", false)]
    public void The_machine_itself_is_reached_without_a_proxy(string uri, bool bypassed)
    {
        var proxy = new LoopbackBypassProxy(new WebProxy("http://proxy.example.com:3128"));

        Assert.Equal(bypassed, proxy.IsBypassed(new Uri(uri)));
        Assert.Equal(bypassed, proxy.GetProxy(new Uri(uri)) is null);
    }

    private static X509Certificate2 Certificate(DateTimeOffset from, DateTimeOffset to, string name = "localhost")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(from, to);

        // Windows' TLS does not take a key that only memory knows.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private static SickServer Serve(X509Certificate2 certificate) => new(async (stream, token) =>
    {
        await using var secured = new SslStream(stream);
        try
        {
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, token);
            while (await SickServer.ReadRequestAsync(secured, token) is not null)
            {
                await secured.WriteAsync(Encoding.UTF8.GetBytes(SickServer.Http("200 OK", "fine")), token);
            }
        }
        catch (AuthenticationException)
        {
            // The client refuses, as it should.
        }
        finally
        {
            certificate.Dispose();
        }
    });
}
