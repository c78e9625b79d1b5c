using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime.Internal.Auth;

namespace IncidentOps.Core.Health.Aws;

/// <summary>
/// Speaks AWS's Query protocol: a form goes there, XML comes back. Requests are signed with Signature Version 4, and
/// tried again where AWS asks for patience.
/// </summary>
/// <param name="service">The service as it is signed for, "rds".</param>
/// <param name="version">The version of the service's interface.</param>
/// <param name="region">The region.</param>
/// <param name="endpoint">Where to ask.</param>
/// <param name="keys">What to sign with.</param>
/// <param name="time">The clock.</param>
internal sealed class AwsQueryClient(string service, string version, string region, Uri endpoint, AwsKeys keys, TimeProvider time)
{
    private const int MostAttempts = 4;
    private const string FormType = "application/x-www-form-urlencoded; charset=utf-8";
    private const long LargestAnswer = 16 * 1024 * 1024;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private static readonly HashSet<string> PatienceCodes = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "RequestLimitExceeded",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete",
        "TransactionInProgressException", "EC2ThrottledException", "InternalError", "InternalFailure", "ServiceUnavailable", "Unavailable",
    };

    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>Asks for one action; names in the answer are without their namespaces.</summary>
    /// <exception cref="AwsException">AWS refuses it.</exception>
    public async Task<XElement> AskAsync(string action, CancellationToken cancellationToken, params IEnumerable<(string Name, string Value)> parameters)
    {
        string body = Form([("Action", action), ("Version", version), .. parameters]);
        TimeSpan pause = FirstPause;
        for (int attempt = 1; ; attempt++, pause *= 2)
        {
            try
            {
                return await SendAsync(body, cancellationToken);
            }
            catch (AwsException refusal) when (attempt < MostAttempts && WantsPatience(refusal))
            {
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private static bool WantsPatience(AwsException refusal) =>
        PatienceCodes.Contains(refusal.Code) || refusal.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static string Form(IEnumerable<(string Name, string Value)> parameters) =>
        string.Join('&', parameters.Select(static parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value)}"));

    private static XElement Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        XElement root = XElement.Load(reader);
        foreach (XElement element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root;
    }

    private static AwsException Refusal(HttpStatusCode status, string text)
    {
        try
        {
            XElement root = Parse(text);
            if (root.DescendantsAndSelf("Error").FirstOrDefault() is { } error)
            {
                return new AwsException(error.Element("Code")?.Value ?? "", error.Element("Message")?.Value ?? "", status);
            }
        }
        catch (XmlException)
        {
            // Something between here and AWS has answered.
        }

        return new AwsException("", string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}"), status);
    }

    private async Task<XElement> SendAsync(string body, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Sign(body);
        using HttpResponseMessage response = await Http.SendAsync(request, cancellationToken);
        string text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? Parse(text) : throw Refusal(response.StatusCode, text);
    }

    private HttpRequestMessage Sign(string body)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        string host = endpoint.IsDefaultPort ? endpoint.Host : string.Create(CultureInfo.InvariantCulture, $"{endpoint.Host}:{endpoint.Port}");
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body))).ToLowerInvariant();
        List<(string Name, string Value)> headers =
        [
            ("content-type", FormType),
            ("host", host),
            ("x-amz-content-sha256", hash),
            ("x-amz-date", now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)),
        ];
        if (keys.SessionToken is { } token)
        {
            headers.Add(("x-amz-security-token", token));
        }

        string names = string.Join(';', headers.Select(static header => header.Name));
        string canonical = $"POST\n{endpoint.AbsolutePath}\n\n{string.Concat(headers.Select(static header => $"{header.Name}:{header.Value}\n"))}\n{names}\n{hash}";
        AWS4SigningResult signed = AWS4Signer.ComputeSignature(keys.AccessKey, keys.SecretKey, region, now, service, names, canonical);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", FormType);
        foreach ((string name, string value) in headers.Where(static header => header.Name.StartsWith("x-amz-", StringComparison.Ordinal)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("Authorization", signed.ForAuthorizationHeader);
        return request;
    }
}
