namespace IncidentOps.Core.Configuration;

/// <summary>Where the configuration stands and where the paths in it lead.</summary>
internal static class ConfigurationPaths
{
    public const string FileName = "incidentops.yaml";
    public const string Variable = "INCIDENTOPS_CONFIG";

    /// <summary>The folder that relative paths of a configuration start from.</summary>
    public static string? FolderOf(OrganisationConfiguration configuration) => Path.GetDirectoryName(configuration.Path);

    /// <summary>
    /// A path as it is written in a document: <c>~</c> is the user's home, a relative path starts from the folder.
    /// </summary>
    public static string Resolve(string path, string? folder, ISystemEnvironment environment)
    {
        string expanded = path;
        if (path == "~" || path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal))
        {
            string? home = environment.Variable("HOME") ?? environment.Variable("USERPROFILE");
            expanded = home is null ? path : Path.Join(home, path[1..]);
        }

        return folder is null ? Path.GetFullPath(expanded) : Path.GetFullPath(expanded, Path.GetFullPath(folder));
    }

    /// <summary>The configuration to use; null where there is none and the defaults serve.</summary>
    public static string? Find(string? explicitPath, string currentDirectory, ISystemEnvironment environment)
    {
        if (!string.IsNullOrWhiteSpace(explicitPath))
        {
            string path = FileOrItsFolder(Resolve(explicitPath, currentDirectory, environment));
            return File.Exists(path) ? path : throw ConfigurationErrors.NotFound(path);
        }

        if (environment.Variable(Variable) is { } variable)
        {
            string path = FileOrItsFolder(Resolve(variable, currentDirectory, environment));
            return File.Exists(path) ? path : throw ConfigurationErrors.VariableNotFound(Variable, path);
        }

        for (DirectoryInfo? folder = new(currentDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Join(folder.FullName, FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        string users = Path.Join(environment.ConfigurationFolder, FileName);
        return File.Exists(users) ? users : null;
    }

    private static string FileOrItsFolder(string path) => Directory.Exists(path) ? Path.Join(path, FileName) : path;
}
