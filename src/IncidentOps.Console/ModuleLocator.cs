namespace IncidentOps.Console;

/// <summary>Finds the IncidentOps module that the console loads.</summary>
internal static class ModuleLocator
{
    public const string ManifestName = "IncidentOps.psd1";

    /// <summary>
    /// The manifest's full path: the one the environment names, else the module beside the executable, else the one
    /// a build staged in a folder above it. Null where there is none.
    /// </summary>
    public static string? Find(ConsoleEnvironment environment, string baseFolder)
    {
        if (environment.ModulePath is { } named)
        {
            string path = Path.GetFullPath(named);
            string? manifest = Directory.Exists(path) ? Path.Combine(path, ManifestName) : path;
            return File.Exists(manifest) ? manifest : null;
        }

        string beside = Path.Combine(baseFolder, "IncidentOps", ManifestName);
        return File.Exists(beside) ? beside : FindStagedAbove(baseFolder);
    }

    private static string? FindStagedAbove(string baseFolder)
    {
        for (DirectoryInfo? folder = new(baseFolder); folder is not null; folder = folder.Parent)
        {
            string staged = Path.Combine(folder.FullName, "out", "IncidentOps", ManifestName);
            if (File.Exists(staged))
            {
                return staged;
            }
        }

        return null;
    }
}
