namespace IncidentOps.Core.Health.Aws;

/// <summary>Who asks AWS, and where.</summary>
internal interface IAwsIdentity
{
    /// <summary>The keys of a profile, or of the usual places where it is null; null where there are none.</summary>
    Task<AwsKeys?> KeysAsync(string? profile, CancellationToken cancellationToken);

    /// <summary>The region of a profile, or of the usual places; null where none is set.</summary>
    string? Region(string? profile);
}
