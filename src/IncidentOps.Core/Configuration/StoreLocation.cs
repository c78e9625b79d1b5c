namespace IncidentOps.Core.Configuration;

/// <summary>Where the incidents are kept.</summary>
internal static class StoreLocation
{
    public const string Variable = "INCIDENTOPS_STORE";
    public const string FileName = "incidents.db";

    /// <summary>
    /// <c>$INCIDENTOPS_STORE</c>, else the configuration's <c>store:</c>, else the user's data folder. A full path, or
    /// the address of a database server.
    /// </summary>
    public static string Resolve(OrganisationConfiguration configuration, ISystemEnvironment environment, string? currentDirectory = null)
    {
        if (environment.Variable(Variable) is { } variable)
        {
            return Settle(variable, currentDirectory, environment);
        }

        if (configuration.Store is not { } store)
        {
            return Path.Join(environment.DataFolder, FileName);
        }

        // An address of a server holds a password, so the configuration may refer to it as to a secret.
        string location = SecretReference.TryParse(store, out SecretReference? reference)
            ? new SecretResolver(configuration, environment).Resolve(reference)
            : store;
        return Settle(location, ConfigurationPaths.FolderOf(configuration), environment);
    }

    /// <summary>True for the address of a server, which is no path.</summary>
    public static bool IsAddress(string location) => location.Contains("://", StringComparison.Ordinal);

    private static string Settle(string location, string? folder, ISystemEnvironment environment) =>
        IsAddress(location) ? location : ConfigurationPaths.Resolve(location, folder, environment);
}
