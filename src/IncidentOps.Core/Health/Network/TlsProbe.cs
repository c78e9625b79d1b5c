using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Network;

/// <summary>Looks at the certificate of a port: its chain, its name and its time.</summary>
internal sealed class TlsProbe : IHealthProbe
{
    public string Kind => "tls";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        HostAndPort address = check.Required<HostAndPort>("address");
        attempt.Silence = $"no connection to {address}";
        long started = attempt.Time.GetTimestamp();
        ServerCertificate? certificate = null;
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
            attempt.Silence = $"connected to {address}, but no TLS handshake";
            await using SslStream secured = await TlsHandshake.SecureAsync(
                new NetworkStream(socket, ownsSocket: false),
                check.Setting("server-name", address.Host),
                check.Setting("trust-any-certificate", false),
                attempt.Time.GetUtcNow(),
                shown => certificate = shown,
                cancellationToken);
            return Judge(check, certificate!, secured.SslProtocol, attempt) with { Latency = attempt.Time.GetElapsedTime(started) };
        }
        catch (SocketException failure)
        {
            return SocketFailure.Describe(failure, address);
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            return failure.InnerException is SocketException broken
                ? SocketFailure.Describe(broken, address)
                : new ProbeOutcome(HealthStatus.Unhealthy, HealthText.OneLine($"TLS with {address} failed: {failure.Message}"))
                {
                    IsFinal = failure is AuthenticationException,
                    Data = certificate?.ToData() ?? [],
                };
        }
    }

    private static ProbeOutcome Judge(CheckDefinition check, ServerCertificate certificate, SslProtocols protocol, ProbeAttempt attempt)
    {
        (HealthStatus Status, string Text)? expiry = certificate.JudgeExpiry(
            check.Setting("certificate-days", ServerCertificate.DefaultDays), attempt.Time.GetUtcNow());
        Dictionary<string, object?> data = certificate.ToData();
        data["Protocol"] = protocol.ToString();
        return new ProbeOutcome(
            expiry?.Status ?? HealthStatus.Healthy,
            expiry?.Text ?? $"the certificate is trusted until {certificate.ExpiryDate}")
        {
            Data = data,
        };
    }
}
