using System.Reflection;

namespace IncidentOps.PowerShell.Tests;

/// <summary>Where the build put things.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string ModulePath { get; } = Metadata("ModulePath");

    internal static string Manifest { get; } = Path.Combine(ModulePath, "IncidentOps.psd1");

    internal static string BuildTool { get; } = Metadata("BuildTool");

    internal static string HelpExamples { get; } = Metadata("HelpExamples");

    private static string Metadata(string key) => Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!);
}
