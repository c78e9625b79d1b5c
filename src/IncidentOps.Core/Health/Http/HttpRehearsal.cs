using System.Net;
using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>
/// Looks once at an endpoint that is only in memory, beside the first sweep of a process. What asking and judging needs is
/// compiled on the way, while that sweep is still being prepared and while it waits for its first answers.
/// </summary>
internal static class HttpRehearsal
{
    private static readonly Lazy<Task> Once = new(static () => Task.WhenAll(Task.Run(OpenSocketAsync), Task.Run(LookAsync)));

    /// <summary>Begins it, the first time in a process, and waits for nothing.</summary>
    public static void Begin() => _ = Once.Value;

    /// <summary>The look itself, and what it finds.</summary>
    public static async Task<ServiceHealth> LookAsync()
    {
        using var session = new HealthSession(TimeProvider.System)
        {
            Http = new HttpConnections(TimeProvider.System, static (_, _) => Task.FromResult<Stream>(new Endpoint())),
        };
        var check = new CheckDefinition
        {
            Kind = "http",
            Name = "http",
            Settings = new Dictionary<string, object>(StringComparer.Ordinal) { ["url"] = new Uri("http://127.0.0.1/") },
        };
        var request = new HealthSweepRequest
        {
            Services = [new ServiceDefinition { Name = "rehearsal", Checks = [check] }],
            Secrets = new SecretResolver(new OrganisationConfiguration(), SystemEnvironment.Instance),
        };

        // The question alone comes first, since nothing is sent before it can be put.
        await session.Probes[check.Kind].ProbeAsync(check, new ProbeAttempt(session, request.Secrets), CancellationToken.None);
        await foreach (ServiceHealth health in new HealthSweep(session).RunAsync(request, CancellationToken.None))
        {
            return health;
        }

        throw new InvalidOperationException("A sweep of one service has one result.");
    }

    /// <summary>A first socket takes long. One for datagrams serves as well, and sends nothing when it is connected.</summary>
    private static async Task OpenSocketAsync()
    {
        try
        {
            using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
            await socket.ConnectAsync(new DnsEndPoint("127.0.0.1", 9), CancellationToken.None);
        }
        catch (SocketException)
        {
            // The checks that need sockets tell that there are none.
        }
    }

    /// <summary>A connection whose other side answers the same to all that it is sent, and not at once, as on a network.</summary>
    private sealed class Endpoint() : MemoryStream(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"ok\"}"u8.ToArray())
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.CompletedTask;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Read(buffer.Span);
        }
    }
}
