using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IncidentOps.Core.Configuration;

/// <summary>A host by name or address, and a port: "db.example.com:5432", "[::1]:5432".</summary>
internal sealed record HostAndPort(string Host, int Port)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out HostAndPort? address)
    {
        address = null;
        int colon = text.LastIndexOf(':');
        string host = colon > 0 ? text[..colon] : "";
        if (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port is < 1 or > 65535)
        {
            return false;
        }

        bool bracketed = host.StartsWith('[') && host.EndsWith(']');
        string name = bracketed ? host[1..^1] : host;
        UriHostNameType type = Uri.CheckHostName(name);
        if (type == UriHostNameType.Unknown || bracketed != (type == UriHostNameType.IPv6))
        {
            return false;
        }

        address = new HostAndPort(name, port);
        return true;
    }

    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
