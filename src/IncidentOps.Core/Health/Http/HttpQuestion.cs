using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health.Http;

/// <summary>What to ask an HTTP endpoint.</summary>
internal sealed record HttpQuestion(Uri Address)
{
    private const int DefaultRedirects = 5;

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Headers to send to the address, and to no other host that it leads to. Values may refer to secrets.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What to send; may refer to secrets.</summary>
    public string? Body { get; init; }

    /// <summary>How many redirects are followed.</summary>
    public int Redirects { get; init; } = DefaultRedirects;

    /// <summary>The status codes that are an answer even where they redirect; null for none.</summary>
    public HttpStatusSet? Expected { get; init; }

    public bool TrustAnyCertificate { get; init; }

    /// <summary>The question with what a check says about connecting.</summary>
    public static HttpQuestion From(CheckDefinition check, Uri address) => new(address)
    {
        Method = HttpMethod.Parse(check.Setting("method", "GET")),
        Headers = check.Setting<IReadOnlyDictionary<string, string>>("headers", new Dictionary<string, string>(StringComparer.Ordinal)),
        Body = check.Setting<string?>("body", null),
        Redirects = check.Setting("redirects", DefaultRedirects),
        Expected = check.Setting<HttpStatusSet?>("expect-status", null),
        TrustAnyCertificate = check.Setting("trust-any-certificate", false),
    };
}
