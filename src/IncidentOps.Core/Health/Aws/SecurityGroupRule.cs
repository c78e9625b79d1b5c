using System.Net;

namespace IncidentOps.Core.Health.Aws;

/// <summary>One rule of a security group for traffic that comes in.</summary>
/// <param name="Protocol">"tcp", "udp", "icmp", or "-1" for all.</param>
/// <param name="FromPort">The first port; null for all.</param>
/// <param name="ToPort">The last port; null for all.</param>
/// <param name="Sources">Networks, and the ids of other security groups and of prefix lists.</param>
internal sealed record SecurityGroupRule(string Protocol, int? FromPort, int? ToPort, IReadOnlyList<string> Sources)
{
    private const string AllProtocols = "-1";

    /// <summary>Whether it lets a source in, which is an address, a network, or the id of another group; at any port where none is given.</summary>
    public bool Admits(string protocol, int? port, string source) =>
        (Protocol == AllProtocols || string.Equals(Protocol, protocol, StringComparison.OrdinalIgnoreCase))
        && (Protocol == AllProtocols || port is null || FromPort is null or < 0 || (FromPort <= port && port <= (ToPort ?? FromPort)))
        && Sources.Any(known => Covers(known, source));

    private static bool Covers(string known, string source)
    {
        if (string.Equals(known, source, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return IPNetwork.TryParse(known, out IPNetwork network)
            && IPNetwork.TryParse(source.Contains('/', StringComparison.Ordinal) ? source : source + (source.Contains(':', StringComparison.Ordinal) ? "/128" : "/32"), out IPNetwork asked)
            && network.BaseAddress.AddressFamily == asked.BaseAddress.AddressFamily
            && network.PrefixLength <= asked.PrefixLength
            && network.Contains(asked.BaseAddress);
    }
}
