using System.Text;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Network;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

public sealed class NetworkProbeTests : IDisposable
{
    private readonly HealthBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Every_kind_of_check_has_its_probe() => Assert.Equal(
        CheckKinds.All.Keys.Order(StringComparer.Ordinal),
        HealthProbeRegistry.Standard.Kinds.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Tcp_connects_or_says_why_not()
    {
        await using SickServer server = SickServer.Answering("");
        string free = SickServer.FreeAuthority();

        HealthCheckResult open = Assert.Single(await _bench.RunAsync($"tcp: {server.Authority}"));
        HealthCheckResult closed = Assert.Single(await _bench.RunAsync($"tcp: {free}"));

        Assert.Equal((HealthStatus.Healthy, server.Authority), (open.Status, open.Data["Address"]));
        Assert.StartsWith($"connected to {server.Authority} in ", open.Reason, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Unhealthy, $"connection refused at {free}", 2), (closed.Status, closed.Reason, closed.Data["Attempts"]));
    }

    [Theory]
    [InlineData("+PONG", HealthStatus.Healthy, "{0} answered as expected")]
    [InlineData("-ERR", HealthStatus.Unhealthy, "{0} answered '-ERR', not '+PONG'")]
    [InlineData("", HealthStatus.Unhealthy, "{0} answered nothing, not '+PONG'")]
    public async Task Tcp_says_something_and_listens(string answer, HealthStatus expected, string reason)
    {
        await using var server = new SickServer(async (stream, token) =>
        {
            byte[] said = new byte[6];
            await stream.ReadExactlyAsync(said, token);
            Assert.Equal("PING\r\n", Encoding.UTF8.GetString(said));
            foreach (char letter in answer)
            {
                await stream.WriteAsync(new[] { (byte)letter }, token);
            }
        });

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ tcp: '{server.Authority}', send: \"PING\\r\\n\", expect: +PONG, retries: 0 }}"));

        Assert.Equal((expected, string.Format(null, reason, server.Authority)), (result.Status, result.Reason));
    }

    [Fact]
    public async Task An_endless_answer_ends()
    {
        await using var server = new SickServer(async (stream, token) =>
        {
            byte[] noise = Encoding.UTF8.GetBytes(new string('x', 10_000));
            while (true)
            {
                await stream.WriteAsync(noise, token);
            }
        });

        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ tcp: '{server.Authority}', expect: never, retries: 0 }}"));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1", HealthStatus.Healthy)]
    [InlineData("localhost", "192.0.2.1", HealthStatus.Unhealthy)]
    [InlineData("127.0.0.1", "127.0.0.1", HealthStatus.Healthy)]
    public async Task Dns_finds_addresses(string host, string expect, HealthStatus expected)
    {
        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ dns: {host}, expect: {expect}, retries: 0 }}"));

        Assert.Equal(expected, result.Status);
        Assert.StartsWith($"{host} is ", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-host.invalid")]
    [InlineData("..")]
    public async Task Dns_says_when_there_is_none(string host)
    {
        HealthCheckResult result = Assert.Single(await _bench.RunAsync($"{{ dns: '{host}', retries: 0 }}"));

        Assert.NotEqual(HealthStatus.Healthy, result.Status);
        Assert.Contains(host, result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.com:80", "example.com", 80)]
    [InlineData("[::1]:5432", "::1", 5432)]
    public void Host_and_port_are_read_and_written(string text, string host, int port)
    {
        Assert.True(HostAndPort.TryParse(text, out HostAndPort? address));
        Assert.Equal((host, port, text), (address.Host, address.Port, address.ToString()));
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData(":80")]
    [InlineData("example.com:")]
    [InlineData("example.com:0")]
    [InlineData("example.com:65536")]
    [InlineData("::1:80")]
    [InlineData("[example.com]:80")]
    [InlineData("exa mple:80")]
    public void What_is_no_host_and_port_is_refused(string text) => Assert.False(HostAndPort.TryParse(text, out _));

    [Theory]
    [InlineData(System.Net.Sockets.SocketError.TimedOut, HealthStatus.Unhealthy, "the system gave up waiting")]
    [InlineData(System.Net.Sockets.SocketError.HostUnreachable, HealthStatus.Unhealthy, "no route to db:1")]
    [InlineData(System.Net.Sockets.SocketError.HostNotFound, HealthStatus.Unhealthy, "the name db is not known to DNS")]
    [InlineData(System.Net.Sockets.SocketError.TryAgain, HealthStatus.Unknown, "DNS does not answer for db")]
    [InlineData(System.Net.Sockets.SocketError.NetworkUnreachable, HealthStatus.Unknown, "no network to db:1")]
    [InlineData(System.Net.Sockets.SocketError.AccessDenied, HealthStatus.Unknown, "not permitted")]
    public void Failures_are_told_apart(System.Net.Sockets.SocketError error, HealthStatus status, string reason)
    {
        ProbeOutcome outcome = SocketFailure.Describe(new System.Net.Sockets.SocketException((int)error), new HostAndPort("db", 1));

        Assert.Equal(status, outcome.Status);
        Assert.Contains(reason, outcome.Reason, StringComparison.Ordinal);
    }
}
