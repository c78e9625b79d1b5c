using System.Net;
using System.Net.Sockets;
using System.Text;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Network;

/// <summary>Connects to a port, and where it is asked to, says something and listens.</summary>
internal sealed class TcpProbe : IHealthProbe
{
    private const int MaximumAnswer = 64 * 1024;

    public string Kind => "tcp";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        HostAndPort address = check.Required<HostAndPort>("address");
        attempt.Silence = $"no connection to {address}";
        long started = attempt.Time.GetTimestamp();
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
            TimeSpan latency = attempt.Time.GetElapsedTime(started);
            var connected = new ProbeOutcome(HealthStatus.Healthy, $"connected to {address} in {HealthText.Took(latency)}")
            {
                Latency = latency,
                Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Address"] = Readable(socket.RemoteEndPoint) },
            };
            return check.Settings.ContainsKey("send") || check.Settings.ContainsKey("expect")
                ? await ConverseAsync(socket, check, address, connected, attempt, cancellationToken)
                : connected;
        }
        catch (SocketException failure)
        {
            return SocketFailure.Describe(failure, address);
        }
    }

    // A socket for both families shows the old one's addresses in the new one's clothes.
    private static string? Readable(EndPoint? address) => address is IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped
        ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port).ToString()
        : address?.ToString();

    private static async Task<ProbeOutcome> ConverseAsync(
        Socket socket,
        CheckDefinition check,
        HostAndPort address,
        ProbeOutcome connected,
        ProbeAttempt attempt,
        CancellationToken cancellationToken)
    {
        if (check.Setting<string?>("send", null) is { } send)
        {
            ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(attempt.Secrets.Expand(send));
            while (!rest.IsEmpty)
            {
                rest = rest[await socket.SendAsync(rest, cancellationToken)..];
            }
        }

        if (check.Setting<TextPattern?>("expect", null) is not { } expect)
        {
            return connected;
        }

        attempt.Silence = $"connected to {address}, but the expected answer '{expect}' did not come";
        byte[] answer = new byte[MaximumAnswer];
        int length = 0;
        while (length < answer.Length)
        {
            int read = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
            length += read;
            string text = Encoding.UTF8.GetString(answer, 0, length);
            if (expect.IsFoundIn(text))
            {
                return connected with { Reason = $"{address} answered as expected" };
            }

            if (read == 0)
            {
                string got = length == 0 ? "nothing" : $"'{HealthText.OneLine(text, 80)}'";
                return connected with { Status = HealthStatus.Unhealthy, Reason = $"{address} answered {got}, not '{expect}'" };
            }
        }

        return connected with { Status = HealthStatus.Unhealthy, Reason = $"{address} answered at length, but not '{expect}'" };
    }
}
