using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentOps.Core.Tests.Health.Aws;

/// <summary>Signature Version 4 by AWS's description of it, made from what a server receives: the other side of the fence.</summary>
internal static class SignatureV4
{
    /// <summary>What the Authorization header of a request must be.</summary>
    /// <param name="request">The request as it was received: its line, headers and body.</param>
    /// <param name="accessKey">Whose key it is signed with.</param>
    /// <param name="secretKey">The secret.</param>
    /// <param name="scope">Day, region, service: "20150830/us-east-1/service".</param>
    /// <param name="signedHeaders">The names of the headers that are signed, in order.</param>
    public static string Authorization(string request, string accessKey, string secretKey, string scope, string signedHeaders)
    {
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string[] head = request[..end].Split("\r\n");
        string body = request[(end + 4)..];
        string[] line = head[0].Split(' ');
        string[] target = line[1].Split('?', 2);
        Dictionary<string, string> headers = head.Skip(1).Select(header => header.Split(':', 2))
            .ToDictionary(header => header[0].ToLowerInvariant(), header => string.Join(' ', header[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
        string query = target.Length == 1 ? "" : string.Join('&', target[1].Split('&').Order(StringComparer.Ordinal));
        string canonical = string.Join('\n',
        [
            line[0],
            target[0],
            query,
            .. signedHeaders.Split(';').Select(name => $"{name}:{headers[name]}"),
            "",
            signedHeaders,
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body))),
        ]);
        string toSign = $"AWS4-HMAC-SHA256\n{headers["x-amz-date"]}\n{scope}/aws4_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = scope.Split('/').Append("aws4_request").Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}/aws4_request, SignedHeaders={signedHeaders}, Signature={Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)))}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
