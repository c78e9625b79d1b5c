using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Health;

namespace IncidentOps.EndToEnd.Tests.Health;

/// <summary>The http and tls checks against a real nginx.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-nginx-");
    private readonly HealthSession _session = new(TimeProvider.System);
    private readonly int _port = FreePort();
    private readonly int _securePort = FreePort();
    private Process? _nginx;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string? program = new[] { "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no nginx (Debian: nginx-light).");
        WriteCertificate();
        await File.WriteAllTextAsync(PathOf("nginx.conf"), Configuration(), Stop);
        _nginx = Process.Start(new ProcessStartInfo(program, ["-p", _folder.FullName, "-c", PathOf("nginx.conf"), "-e", PathOf("error.log")]) { UseShellExecute = false })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(StartTimeout);
        foreach (int port in (int[])[_port, _securePort])
        {
            while (!await IsOpenAsync(port, patience.Token))
            {
                Assert.False(_nginx.HasExited, File.Exists(PathOf("error.log")) ? await File.ReadAllTextAsync(PathOf("error.log"), Stop) : "nginx has ended");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        if (_nginx is { } nginx)
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync(CancellationToken.None);
            nginx.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Its_answers_are_understood()
    {
        HealthCheckResult well = await OneAsync($"http: http://127.0.0.1:{_port}/health");
        HealthCheckResult sick = await OneAsync($"http: http://127.0.0.1:{_port}/sick");
        HealthCheckResult gateway = await OneAsync($"http: http://127.0.0.1:{_port}/gone/");
        HealthCheckResult missing = await OneAsync($"http: http://127.0.0.1:{_port}/nothing");
        HealthCheckResult moved = await OneAsync($"http: http://127.0.0.1:{_port}/moved");
        HealthCheckResult loop = await OneAsync($"http: http://127.0.0.1:{_port}/loop");

        Assert.Equal(HealthStatus.Healthy, well.Status);
        Assert.StartsWith("HTTP 200 OK in ", well.Reason, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Unhealthy, "HTTP 503 Service Temporarily Unavailable: database unhealthy"), (sick.Status, sick.Reason));
        Assert.Equal(HealthStatus.Unhealthy, gateway.Status);
        Assert.StartsWith("HTTP 502 Bad Gateway", gateway.Reason, StringComparison.Ordinal);
        Assert.StartsWith("HTTP 404 Not Found", missing.Reason, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Healthy, 1), (moved.Status, moved.Data["Redirects"]));
        Assert.StartsWith("redirected more than 5 times", loop.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_certificate_is_looked_at()
    {
        HealthCheckResult refused = await OneAsync($"http: https://127.0.0.1:{_securePort}/health");
        HealthCheckResult passed = await OneAsync($"http: {{ url: 'https://127.0.0.1:{_securePort}/health', trust-any-certificate: true, certificate-days: 30 }}");
        HealthCheckResult tls = await OneAsync($"tls: {{ address: '127.0.0.1:{_securePort}', trust-any-certificate: true, certificate-days: 1 }}");

        Assert.Equal(HealthStatus.Unhealthy, refused.Status);
        Assert.Contains("signed by itself", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, passed.Status);
        Assert.Contains("its certificate expires in", passed.Reason, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, tls.Status);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsOpenAsync(int port, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10));
        File.WriteAllText(PathOf("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private string Configuration()
    {
        string folder = _folder.FullName;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            daemon off;
            {{{(Environment.IsPrivilegedProcess ? "user root;" : "")}}}
            pid {{{folder}}}/pid;
            error_log {{{folder}}}/error.log;
            events { }
            http {
              access_log off;
              client_body_temp_path {{{folder}}}/body;
              proxy_temp_path {{{folder}}}/proxy;
              fastcgi_temp_path {{{folder}}}/fastcgi;
              uwsgi_temp_path {{{folder}}}/uwsgi;
              scgi_temp_path {{{folder}}}/scgi;
              server {
                listen 127.0.0.1:{{{_port}}};
                listen 127.0.0.1:{{{_securePort}}} ssl;
                ssl_certificate {{{folder}}}/certificate.pem;
                ssl_certificate_key {{{folder}}}/key.pem;
                location = /health { default_type application/json; return 200 '{"status":"ok"}'; }
                location = /sick { default_type application/json; return 503 '{"status":"unhealthy","checks":{"database":"unhealthy"}}'; }
                location /gone/ { proxy_pass http://127.0.0.1:{{{FreePort()}}}; }
                location = /moved { return 302 /health; }
                location = /loop { return 302 /loop; }
              }
            }

            """);
    }

    private async Task<HealthCheckResult> OneAsync(string yaml) =>
        (await new HealthCheckRunner(_session, new SecretResolver(new OrganisationConfiguration(), SystemEnvironment.Instance))
            .RunAsync("web", CheckReader.Read(YamlReader.Read(yaml, "test.yaml")).Single() with { Retries = 0 }, null, Stop, Stop))[0];
}
