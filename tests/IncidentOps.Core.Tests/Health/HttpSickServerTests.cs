using System.Net;
using System.Net.Sockets;
using System.Text;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Http;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

/// <summary>What can go wrong on the way, each told apart from the others in one line.</summary>
public sealed class HttpSickServerTests : IDisposable
{
    private readonly HealthBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Nobody_listens()
    {
        string authority = SickServer.FreeAuthority();

        HealthCheckResult result = await RunAsync($"http://{authority}/");

        Assert.Equal((HealthStatus.Unhealthy, $"connection refused at {authority}"), (result.Status, result.Reason));
        Assert.Null(result.Latency);
    }

    [Fact]
    public async Task The_name_is_not_known()
    {
        HealthCheckResult result = await RunAsync("http://no-such-host.invalid/");

        // Which of the two depends on whether this machine has a DNS server to ask.
        Assert.Contains(result.Reason, new[] { "the name no-such-host.invalid is not known to DNS", "DNS does not answer for no-such-host.invalid" });
        Assert.NotEqual(HealthStatus.Healthy, result.Status);
    }

    [Fact]
    public async Task The_connection_is_reset()
    {
        await using var server = new SickServer(async (stream, token) =>
        {
            await SickServer.ReadRequestAsync(stream, token);
            stream.Socket.Close(0);
        });

        HealthCheckResult result = await RunAsync(server.Url.ToString());

        Assert.Equal((HealthStatus.Unhealthy, $"connection reset by {server.Authority}"), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData("", "{0} closed the connection without an answer")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "{0} ended its answer too early")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshor", "{0} ended its answer too early")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", "{0} does not answer in HTTP")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnothex\r\n", "{0} does not answer in HTTP")]
    public async Task The_answer_is_broken(string answer, string reason)
    {
        await using var server = new SickServer(async (stream, token) =>
        {
            await SickServer.ReadRequestAsync(stream, token);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token);
        });

        HealthCheckResult result = await RunAsync(server.Url.ToString());

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal(string.Format(null, reason, server.Authority), result.Reason);
    }

    [Fact]
    public async Task Headers_without_end_are_not_read_to_their_end()
    {
        await using var server = new SickServer(async (stream, token) =>
        {
            await SickServer.ReadRequestAsync(stream, token);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), token);
            byte[] header = Encoding.UTF8.GetBytes($"X-More: {new string('x', 1000)}\r\n");
            while (true)
            {
                await stream.WriteAsync(header, token);
            }
        });

        HealthCheckResult result = await RunAsync(server.Url.ToString());

        Assert.Equal((HealthStatus.Unhealthy, $"{server.Authority} sends headers without end"), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData("", "connected to {0}, but no answer")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ", "connected to {0}, but no answer")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "HTTP 200 OK, but the body did not end")]
    public async Task The_answer_hangs(string beginning, string silence)
    {
        await using var server = new SickServer(async (stream, token) =>
        {
            await SickServer.ReadRequestAsync(stream, token);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(beginning), token);
            await Task.Delay(Timeout.Infinite, token);
        });

        await HangsAsync(server.Url.ToString(), string.Format(null, silence, server.Authority));
    }

    [Fact]
    public async Task The_connection_is_not_accepted()
    {
        // A full backlog drops what comes next, as a firewall does.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        deaf.Listen(0);
        var address = (IPEndPoint)deaf.LocalEndPoint!;
        var fillers = new List<Socket>();
        try
        {
            for (int i = 0; i < 8; i++)
            {
                var filler = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                fillers.Add(filler);
                Assert.Throws<SocketException>(() => filler.Connect(address));
            }

            await HangsAsync($"http://{address}/", $"no connection to {address}");
        }
        finally
        {
            fillers.ForEach(filler => filler.Dispose());
        }
    }

    [Fact]
    public async Task The_handshake_hangs()
    {
        await using var server = new SickServer((_, token) => Task.Delay(Timeout.Infinite, token));

        await HangsAsync($"https://{server.Authority}/", $"connected to {server.Authority}, but no TLS handshake");
    }

    [Fact]
    public async Task An_endless_body_is_read_no_farther_than_needed()
    {
        long sent = 0;
        var gone = new TaskCompletionSource();
        await using var server = new SickServer(async (stream, token) =>
        {
            try
            {
                await SickServer.ReadRequestAsync(stream, token);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n"u8.ToArray(), token);
                byte[] block = new byte[64 * 1024];
                while (sent < 1024 * 1024 * 1024)
                {
                    await stream.WriteAsync(block, token);
                    sent += block.Length;
                }
            }
            finally
            {
                gone.SetResult();
            }
        });

        HealthCheckResult result = await RunAsync(server.Url.ToString());
        await gone.Task;

        Assert.Equal(HealthStatus.Healthy, result.Status);
        Assert.InRange(sent, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public async Task What_a_server_says_cannot_move_the_terminal()
    {
        await using SickServer server = SickServer.Answering(SickServer.Http("200 OK", "{\"status\":\"down\",\"message\":\"\\u001b[31mred\\u0007\\nalert\"}", "application/json"));

        HealthCheckResult result = await RunAsync(server.Url.ToString());

        Assert.Equal("HTTP 200 OK: it reports itself unhealthy: \u241B[31mred\u2407 alert", result.Reason);
    }

    private async Task<HealthCheckResult> RunAsync(string url, string more = "retries: 0") =>
        Assert.Single(await _bench.RunAsync($"{{ http: '{url}', {more} }}"));

    /// <summary>Waits until the probe waits for what it should, and then ends it as a time-out does.</summary>
    private async Task HangsAsync(string url, string silence)
    {
        using var timeUp = new CancellationTokenSource();
        var attempt = new ProbeAttempt(_bench.Session, new SecretResolver(_bench.Configuration, _bench.Environment));
        Task<ProbeOutcome> running = new HttpProbe().ProbeAsync(HealthBench.Check($"http: {url}"), attempt, timeUp.Token);
        while (attempt.Silence != silence && !running.IsCompleted)
        {
            await Task.Yield();
        }

        await timeUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(silence, attempt.Silence);
    }
}
