namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Documents that are kept beside the project, not in it; tests that need them skip where they are absent.</summary>
internal static class SharedFiles
{
    public static string? Root { get; } = Find();

    public static string RepositoryRoot { get; } = FindRepository();

    /// <summary>The path below the shared folder; skips the test where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        string? path = Root is null ? null : Path.Combine([Root, .. parts]);
        Assert.SkipWhen(path is null || (!File.Exists(path) && !Directory.Exists(path)), $"There is no ../shared/{string.Join('/', parts)} beside the repository.");
        return path!;
    }

    /// <summary>The guide that the product is built from.</summary>
    public static string SeedGuide()
    {
        string folder = Require("seeds");
        return Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).First();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("INCIDENTOPS_SHARED") is { Length: > 0 } given)
        {
            return given;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "seeds")))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IncidentOps.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
