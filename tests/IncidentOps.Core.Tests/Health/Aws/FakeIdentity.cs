using IncidentOps.Core.Health.Aws;

namespace IncidentOps.Core.Tests.Health.Aws;

/// <summary>Keys and a region without looking anywhere.</summary>
internal sealed class FakeIdentity(AwsKeys? keys, string? region) : IAwsIdentity
{
    public Task<AwsKeys?> KeysAsync(string? profile, CancellationToken cancellationToken) => Task.FromResult(keys);

    public string? Region(string? profile) => region;
}
