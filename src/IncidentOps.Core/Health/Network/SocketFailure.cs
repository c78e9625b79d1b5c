using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Network;

/// <summary>Says in plain words why a connection failed.</summary>
internal static class SocketFailure
{
    public static ProbeOutcome Describe(SocketException failure, HostAndPort address) => failure.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => Unhealthy($"connection refused at {address}"),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => Unhealthy($"connection reset by {address}"),
        SocketError.TimedOut => Unhealthy($"no connection to {address}: the system gave up waiting"),
        SocketError.HostUnreachable or SocketError.HostDown => Unhealthy($"no route to {address}"),
        SocketError.HostNotFound or SocketError.NoData => Unhealthy($"the name {address.Host} is not known to DNS"),
        SocketError.TryAgain or SocketError.NoRecovery => Unknown($"DNS does not answer for {address.Host}"),
        SocketError.NetworkUnreachable or SocketError.NetworkDown => Unknown($"no network to {address}"),
        SocketError.AccessDenied => Unknown($"not permitted to connect to {address}"),
        SocketError.AddressNotAvailable => Unknown($"{address} cannot be connected to"),
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable => Unknown("this machine has no sockets left"),
        _ => Unhealthy($"no connection to {address}: {HealthText.OneLine(failure.Message)}"),
    };

    private static ProbeOutcome Unhealthy(string reason) => new(HealthStatus.Unhealthy, reason);

    private static ProbeOutcome Unknown(string reason) => new(HealthStatus.Unknown, reason);
}
