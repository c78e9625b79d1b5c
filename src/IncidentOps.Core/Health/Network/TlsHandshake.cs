using System.Net.Security;
using System.Security.Authentication;

namespace IncidentOps.Core.Health.Network;

/// <summary>Secures a connection, and keeps what the server showed of itself even where it is refused.</summary>
internal static class TlsHandshake
{
    /// <summary>Secures the stream, which belongs to the result from then on.</summary>
    /// <param name="stream">The open connection.</param>
    /// <param name="host">The name that the certificate must be for.</param>
    /// <param name="trustAny">Whether a certificate that cannot be trusted is passed over.</param>
    /// <param name="now">The time, for saying what has expired.</param>
    /// <param name="shown">Called with the server's certificate, trusted or not.</param>
    /// <param name="cancellationToken">Ends the handshake.</param>
    /// <exception cref="AuthenticationException">The handshake failed; the message says why in plain words.</exception>
    public static async Task<SslStream> SecureAsync(
        Stream stream,
        string host,
        bool trustAny,
        DateTimeOffset now,
        Action<ServerCertificate> shown,
        CancellationToken cancellationToken)
    {
        var secured = new SslStream(stream);
        ServerCertificate? certificate = null;
        try
        {
            await secured.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = host,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                    RemoteCertificateValidationCallback = (_, presented, chain, errors) =>
                    {
                        certificate = ServerCertificate.From(presented, chain, errors, host, now);
                        return trustAny || errors == SslPolicyErrors.None;
                    },
                },
                cancellationToken);
            return secured;
        }
        catch (AuthenticationException failure) when (certificate is { Errors: not SslPolicyErrors.None })
        {
            await secured.DisposeAsync();
            throw new AuthenticationException(certificate.Problem, failure);
        }
        catch
        {
            await secured.DisposeAsync();
            throw;
        }
        finally
        {
            if (certificate is not null)
            {
                shown(certificate);
            }
        }
    }
}
