using IncidentOps.Core.Health.Network;

namespace IncidentOps.Core.Health.Http;

/// <summary>The answer of an HTTP endpoint, after redirects, with as much of its body as is worth reading.</summary>
internal sealed record HttpAnswer
{
    /// <summary>The address that answered.</summary>
    public required Uri Address { get; init; }

    public required int Status { get; init; }

    /// <summary>The status as people say it, "HTTP 503 Service Unavailable".</summary>
    public required string StatusText { get; init; }

    /// <summary>How many redirects led here.</summary>
    public int Redirects { get; init; }

    /// <summary>Where an answer that is a redirect leads, when it was not followed.</summary>
    public string? Location { get; init; }

    /// <summary>The media type without its parameters; null where none was given.</summary>
    public string? MediaType { get; init; }

    public string Body { get; init; } = "";

    /// <summary>False where the body went on beyond what was read.</summary>
    public bool BodyIsComplete { get; init; } = true;

    /// <summary>From the first byte sent to the last byte of the body.</summary>
    public TimeSpan Latency { get; init; }

    public ServerCertificate? Certificate { get; init; }
}
