using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Network;

/// <summary>What a server showed of itself when a connection was secured.</summary>
internal sealed record ServerCertificate(string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset ExpiresAt, SslPolicyErrors Errors, string Problem)
{
    /// <summary>How many days before its end a certificate is Degraded when nothing else is said.</summary>
    public const int DefaultDays = 14;

    public string ExpiryDate => ExpiresAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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

    /// <summary>What is to say about its end; null where that is far away.</summary>
    public (HealthStatus Status, string Text)? JudgeExpiry(int days, DateTimeOffset now)
    {
        int left = (int)Math.Floor((ExpiresAt - now).TotalDays);
        return left >= days ? null
            : left < 0 ? (HealthStatus.Degraded, $"its certificate expired on {ExpiryDate}")
            : (HealthStatus.Degraded, $"its certificate expires in {left} {(left == 1 ? "day" : "days")}, on {ExpiryDate}");
    }

    /// <summary>Itself as the data of a result.</summary>
    public Dictionary<string, object?> ToData() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["CertificateSubject"] = HealthText.OneLine(Subject),
        ["CertificateIssuer"] = HealthText.OneLine(Issuer),
        ["CertificateExpiresAt"] = ExpiresAt,
    };

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
