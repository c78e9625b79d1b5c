namespace IncidentOps.Core.Health.Aws;

/// <summary>What requests to AWS are signed with.</summary>
internal sealed record AwsKeys(string AccessKey, string SecretKey, string? SessionToken);
