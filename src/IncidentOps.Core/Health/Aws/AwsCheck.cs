using System.Xml;
using Amazon;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Aws;

/// <summary>What every check on AWS needs: keys, a region, an endpoint, and words for what goes wrong.</summary>
internal sealed record AwsCheck(AwsKeys Keys, string Region, Uri? Endpoint)
{
    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal)
    {
        "AccessDenied", "AccessDeniedException", "AuthFailure", "ExpiredToken", "ExpiredTokenException", "InvalidAccessKeyId", "InvalidClientTokenId",
        "OptInRequired", "RequestExpired", "SignatureDoesNotMatch", "UnauthorizedAccess", "UnauthorizedOperation", "UnrecognizedClientException",
    };

    /// <summary>Finds them; where there are none, the outcome that says so.</summary>
    public static async Task<(AwsCheck? Check, ProbeOutcome? Failure)> FindAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        IAwsIdentity identity = attempt.Session.Aws;
        string? profile = check.Setting<string?>("profile", null);
        if ((check.Setting<string?>("region", null) ?? identity.Region(profile)) is not { } region)
        {
            return (null, ProbeOutcome.Unknown("no AWS region is set: give 'region', or set AWS_REGION"));
        }

        return await identity.KeysAsync(profile, cancellationToken) is { } keys
            ? (new AwsCheck(keys, region, check.Setting<Uri?>("endpoint", null)), null)
            : (null, ProbeOutcome.Unknown(profile is null ? "there are no AWS credentials" : HealthText.OneLine($"there are no AWS credentials in the profile {profile}")));
    }

    /// <summary>Asks a service that speaks the Query protocol.</summary>
    public AwsQueryClient Query(string service, string version, TimeProvider time) => Query(service, version, Endpoint, time);

    /// <summary>The same for a service that the check's endpoint is not for.</summary>
    /// <param name="service">The service.</param>
    /// <param name="version">The version of its interface.</param>
    /// <param name="endpoint">Where to ask; null for AWS's public endpoint.</param>
    /// <param name="time">The clock.</param>
    public AwsQueryClient Query(string service, string version, Uri? endpoint, TimeProvider time) => new(
        service,
        version,
        Region,
        endpoint ?? new Uri($"https://{service}.{Region}.{RegionEndpoint.GetBySystemName(Region).PartitionDnsSuffix}/"),
        Keys,
        time);

    /// <summary>What a refusal or a broken connection means for a check whose target is behind AWS's interface.</summary>
    public static ProbeOutcome Describe(Exception failure, string missing) => failure switch
    {
        AwsException refusal when IsMissing(refusal.Code) => ProbeOutcome.Unknown(HealthText.OneLine(missing)),
        AwsException refusal when Denials.Contains(refusal.Code) =>
            ProbeOutcome.Unknown(HealthText.OneLine($"not permitted by AWS ({refusal.Code}): {refusal.Message}")),
        AwsException refusal => new ProbeOutcome(
            HealthStatus.Unknown, HealthText.OneLine($"AWS did not answer the question{(refusal.Code.Length == 0 ? "" : $" ({refusal.Code})")}: {refusal.Message}")),
        _ => new ProbeOutcome(HealthStatus.Unknown, HealthText.OneLine($"AWS cannot be reached: {(failure.InnerException ?? failure).Message}")),
    };

    /// <summary>True for what <see cref="Describe"/> has words for.</summary>
    public static bool IsKnown(Exception failure) => failure is AwsException or HttpRequestException or XmlException;

    private static bool IsMissing(string code) =>
        code.EndsWith("NotFound", StringComparison.Ordinal) || code.EndsWith("NotFoundFault", StringComparison.Ordinal) || code is "InvalidGroupId.Malformed" or "InvalidGroupId";
}
