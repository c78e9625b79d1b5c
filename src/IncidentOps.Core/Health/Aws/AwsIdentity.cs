using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health.Aws;

/// <summary>
/// Finds keys and region where AWS's own tools find them: environment variables, the user's files, single sign-on, web
/// identity, the container's or the instance's role.
/// </summary>
internal sealed class AwsIdentity(ISystemEnvironment environment) : IAwsIdentity
{
    private const string DefaultProfile = "default";

    public async Task<AwsKeys?> KeysAsync(string? profile, CancellationToken cancellationToken)
    {
        try
        {
            // The chain goes over the network at its end, and knows nothing of cancellation.
            ImmutableCredentials keys = await Task.Run(() => Find(profile), cancellationToken).WaitAsync(cancellationToken);
            return new AwsKeys(keys.AccessKey, keys.SecretKey, string.IsNullOrEmpty(keys.Token) ? null : keys.Token);
        }
        catch (AmazonClientException)
        {
            return null;
        }
    }

    public string? Region(string? profile)
    {
        string? set = profile is null ? environment.Variable("AWS_REGION") ?? environment.Variable("AWS_DEFAULT_REGION") : null;
        return set
            ?? (new CredentialProfileStoreChain().TryGetProfile(profile ?? environment.Variable("AWS_PROFILE") ?? DefaultProfile, out CredentialProfile known)
                ? known.Region?.SystemName
                : null);
    }

    private static async Task<ImmutableCredentials> Find(string? profile)
    {
        AWSCredentials credentials = profile is null
            ? await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync()
            : new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out AWSCredentials own)
                ? own
                : throw new AmazonClientException($"There is no profile {profile}.");
        return await credentials.GetCredentialsAsync();
    }
}
