namespace IncidentOps.Core.Configuration;

/// <summary>A kind of check.</summary>
/// <param name="Name">Its name, "http".</param>
/// <param name="Target">The key whose value a one-line check gives.</param>
/// <param name="Settings">What it takes besides what every check takes, and how each setting is read.</param>
internal sealed record CheckKind(string Name, string Target, IReadOnlyDictionary<string, Func<ConfigurationNode, object>> Settings)
{
    /// <summary>True where the check makes sense without saying at what it looks: the processor, the memory.</summary>
    public bool IsTargetOptional { get; init; }

    /// <summary>True where the target is the address of a machine, which can name a service.</summary>
    public bool IsRemote { get; init; }
}
