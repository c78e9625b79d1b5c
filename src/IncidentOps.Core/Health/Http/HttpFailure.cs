using System.Net.Sockets;
using System.Security.Authentication;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health.Network;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>Says in plain words why an HTTP endpoint gave no answer.</summary>
internal static class HttpFailure
{
    public static ProbeOutcome Describe(Exception failure, Uri address)
    {
        var where = new HostAndPort(address.Host, address.Port);
        if (Find<AuthenticationException>(failure) is { } untrusted)
        {
            return Unhealthy($"TLS with {where} failed: {untrusted.Message}") with { IsFinal = true };
        }

        if (Find<SocketException>(failure) is { } socket)
        {
            return SocketFailure.Describe(socket, where);
        }

        HttpRequestError error = failure switch
        {
            HttpIOException io => io.HttpRequestError,
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError,
            _ => Find<HttpIOException>(failure)?.HttpRequestError ?? HttpRequestError.Unknown,
        };
        return error switch
        {
            HttpRequestError.ResponseEnded when failure is HttpRequestException => Unhealthy($"{where} closed the connection without an answer"),
            HttpRequestError.ResponseEnded => Unhealthy($"{where} ended its answer too early"),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => Unhealthy($"{where} does not answer in HTTP"),
            HttpRequestError.ConfigurationLimitExceeded => Unhealthy($"{where} sends headers without end"),
            HttpRequestError.ProxyTunnelError => new ProbeOutcome(HealthStatus.Unknown, $"the proxy does not connect to {where}"),
            HttpRequestError.SecureConnectionError => Unhealthy($"TLS with {where} failed: {failure.GetBaseException().Message}"),
            HttpRequestError.NameResolutionError => Unhealthy($"the name {where.Host} is not known to DNS"),
            _ => Unhealthy($"no answer from {where}: {failure.GetBaseException().Message}"),
        };
    }

    private static ProbeOutcome Unhealthy(string reason) => new(HealthStatus.Unhealthy, HealthText.OneLine(reason));

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found)
            {
                return found;
            }
        }

        return null;
    }
}
