using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Network;

/// <summary>Sends a host a few echo requests, where this system lets its users do so.</summary>
internal sealed class PingProbe : IHealthProbe
{
    private const int DefaultCount = 3;

    public string Kind => "ping";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string host = check.Required<string>("host");
        int count = check.Setting("count", DefaultCount);
        attempt.Silence = $"no echo from {host}";
        List<PingEcho> echoes = [];
        try
        {
            IPAddress address = (await Dns.GetHostAddressesAsync(host, cancellationToken))[0];
            using var ping = new Ping();
            while (echoes.Count < count)
            {
                // Each has its share of the time, so that one that is lost does not cost the others.
                PingReply reply = await ping.SendPingAsync(address, check.Timeout / (count + 1), cancellationToken: cancellationToken);
                echoes.Add(new PingEcho(reply.Status, TimeSpan.FromMilliseconds(reply.RoundtripTime)));
            }

            return Judge(host, echoes) with { Data = Data(address, echoes) };
        }
        catch (PingException failure) when (failure.InnerException is SocketException socket)
        {
            return SocketFailure.Describe(socket, new HostAndPort(host, 0)) with { Reason = Explain(socket, host) };
        }
        catch (SocketException failure)
        {
            return SocketFailure.Describe(failure, new HostAndPort(host, 0));
        }
        catch (Exception failure) when (failure is PlatformNotSupportedException or PingException)
        {
            return ProbeOutcome.Unknown("not permitted to ping: this system wants more rights for it, or its program ping");
        }
        catch (ArgumentException)
        {
            return ProbeOutcome.Unknown($"'{HealthText.OneLine(host, 80)}' is not a name or an address that can be pinged");
        }
    }

    /// <summary>Understands the echoes of one host.</summary>
    internal static ProbeOutcome Judge(string host, IReadOnlyList<PingEcho> echoes)
    {
        PingEcho[] back = [.. echoes.Where(static echo => echo.Status == IPStatus.Success)];
        if (back.Length == 0)
        {
            return new ProbeOutcome(HealthStatus.Unhealthy, HealthText.OneLine($"{host} does not answer: {Word(echoes[^1].Status)}"));
        }

        TimeSpan latency = TimeSpan.FromTicks((long)back.Average(static echo => echo.RoundTrip.Ticks));
        int lost = echoes.Count - back.Length;
        return lost == 0
            ? new ProbeOutcome(HealthStatus.Healthy, $"{host} answered in {HealthText.Took(latency)}") { Latency = latency }
            : new ProbeOutcome(HealthStatus.Degraded, string.Create(CultureInfo.InvariantCulture, $"{host} answered {back.Length} of {echoes.Count} times: {Word(echoes.First(static echo => echo.Status != IPStatus.Success).Status)}"))
            {
                Latency = latency,
            };
    }

    private static string Explain(SocketException failure, string host) => failure.SocketErrorCode switch
    {
        SocketError.AccessDenied => "not permitted to ping: this system wants more rights for it",
        SocketError.NetworkUnreachable or SocketError.NetworkDown => $"no network to {host}",
        SocketError.HostUnreachable or SocketError.HostDown => $"no route to {host}",
        _ => HealthText.OneLine($"{host} cannot be pinged: {failure.Message}"),
    };

    private static string Word(IPStatus status) => status switch
    {
        IPStatus.TimedOut => "no echo in time",
        IPStatus.DestinationHostUnreachable => "the host is unreachable",
        IPStatus.DestinationNetworkUnreachable => "the network is unreachable",
        IPStatus.DestinationProhibited => "the way to it is prohibited",
        IPStatus.TtlExpired or IPStatus.TimeExceeded => "the way to it is too long",
        _ => status.ToString(),
    };

    private static Dictionary<string, object?> Data(IPAddress address, List<PingEcho> echoes) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Address"] = address.ToString(),
        ["Sent"] = echoes.Count,
        ["Received"] = echoes.Count(static echo => echo.Status == IPStatus.Success),
    };
}

/// <summary>What came of one echo request.</summary>
internal sealed record PingEcho(IPStatus Status, TimeSpan RoundTrip);
