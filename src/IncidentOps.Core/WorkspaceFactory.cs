using System.Collections.Concurrent;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core;

/// <summary>Gives commands their workspace: the same one as long as configuration and store are the same.</summary>
internal sealed class WorkspaceFactory(ISystemEnvironment environment, TimeProvider time)
{
    private readonly ConfigurationLoader _loader = new();
    private readonly ConcurrentDictionary<(string?, string), Workspace> _workspaces = new();

    public static WorkspaceFactory Default { get; } = new(SystemEnvironment.Instance, TimeProvider.System);

    /// <param name="configurationPath">The configuration's file where the user named one.</param>
    /// <param name="currentDirectory">Where the user stands.</param>
    public Workspace Open(string? configurationPath, string currentDirectory)
    {
        OrganisationConfiguration configuration = _loader.Load(configurationPath, currentDirectory, environment);
        string store = StoreLocation.Resolve(configuration, environment, currentDirectory);
        // The loader gives the same object until the file changes; without a file, there is nothing to change.
        return _workspaces.AddOrUpdate(
            (configuration.Path, store),
            _ => new Workspace(configuration, store, environment, time),
            (_, known) => configuration.Path is null || ReferenceEquals(known.Configuration, configuration)
                ? known
                : new Workspace(configuration, store, environment, time));
    }
}
