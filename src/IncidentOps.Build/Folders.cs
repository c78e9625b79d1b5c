using System.Reflection;

namespace IncidentOps.Build;

/// <summary>The pages and the staged module of this repository.</summary>
internal sealed record Folders(string Pages, string Manifest)
{
    /// <summary>Those given, or else those of the build.</summary>
    internal static Folders From(string[] paths) => paths is [var pages, var manifest]
        ? new Folders(pages, manifest)
        : new Folders(Path.Combine(Metadata("RepositoryRoot"), "docs", "commands"), Path.Combine(Metadata("ModulePath"), "IncidentOps.psd1"));

    private static string Metadata(string key) => Path.GetFullPath(typeof(Folders).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!);
}
