using System.Net;
using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Network;

/// <summary>Looks a name up the way every program of this machine does.</summary>
internal sealed class DnsProbe : IHealthProbe
{
    public string Kind => "dns";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string host = check.Required<string>("host");
        IReadOnlyList<string> expected = check.Texts("expect");
        attempt.Silence = $"DNS gave no answer for {host}";
        long started = attempt.Time.GetTimestamp();
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException failure)
        {
            return SocketFailure.Describe(failure, new HostAndPort(host, 0));
        }
        catch (ArgumentException)
        {
            return ProbeOutcome.Unknown($"'{HealthText.OneLine(host, 80)}' is not a name that DNS can hold");
        }

        TimeSpan latency = attempt.Time.GetElapsedTime(started);
        string[] found = [.. addresses.Select(static address => address.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] missing = [.. expected.Where(wanted => !found.Contains(Normal(wanted), StringComparer.OrdinalIgnoreCase))];
        (HealthStatus status, string reason) = missing.Length == 0
            ? (HealthStatus.Healthy, $"{host} is {string.Join(", ", found)}")
            : (HealthStatus.Unhealthy, $"{host} is {string.Join(", ", found)}, not {string.Join(", ", missing)}");
        return new ProbeOutcome(status, HealthText.OneLine(reason))
        {
            Latency = latency,
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Addresses"] = found },
        };
    }

    private static string Normal(string address) => IPAddress.TryParse(address, out IPAddress? parsed) ? parsed.ToString() : address;
}
