using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace IncidentOps.Core.Health.Http;

/// <summary>What a server showed of itself when a connection was secured.</summary>
internal sealed record ServerCertificate(string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset ExpiresAt, SslPolicyErrors Errors, string Problem)
{
    public static ServerCertificate? From(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, string host, DateTimeOffset now)
    {
        if (certificate is null)
        {
            return null;
        }

        // The certificate belongs to the stream, so what is needed of it is copied.
        using var copy = new X509Certificate2(certificate);
        return new ServerCertificate(copy.Subject, copy.Issuer, Utc(copy.NotBefore), Utc(copy.NotAfter), errors, Explain(copy, chain, errors, host, now));
    }

    private static string Explain(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors, string host, DateTimeOffset now)
    {
        X509ChainStatusFlags flags = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, static (all, status) => all | status.Status) ?? X509ChainStatusFlags.NoError;
        if (flags.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            return now > Utc(certificate.NotAfter) ? string.Create(CultureInfo.InvariantCulture, $"the certificate expired on {Utc(certificate.NotAfter):yyyy-MM-dd}")
                : now < Utc(certificate.NotBefore) ? string.Create(CultureInfo.InvariantCulture, $"the certificate is not valid before {Utc(certificate.NotBefore):yyyy-MM-dd}")
                : "a certificate that vouches for the server's own has expired";
        }

        if (flags.HasFlag(X509ChainStatusFlags.Revoked))
        {
            return "the certificate is revoked";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return HealthText.OneLine($"the certificate is for {certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)}, not for {host}");
        }

        return certificate.Subject == certificate.Issuer
            ? "the certificate is not trusted: it is signed by itself"
            : HealthText.OneLine($"the certificate is not trusted: its issuer is {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}");
    }

    // The framework gives both in local time.
    private static DateTimeOffset Utc(DateTime local) => new(local.ToUniversalTime(), TimeSpan.Zero);
}
