using System.Reflection;

namespace IncidentOps.PowerShell.Tests;

/// <summary>Where the build put things.</summary>
internal static class Repository
{
    internal static string Root { get; } = PathOf("RepositoryRoot");

    internal static string ModulePath { get; } = PathOf("ModulePath");

    internal static string Manifest { get; } = Path.Combine(ModulePath, "IncidentOps.psd1");

    internal static string BuildTool { get; } = PathOf("BuildTool");

    internal static string Console { get; } = PathOf("Console");

    internal static string HelpExamples { get; } = PathOf("HelpExamples");

    internal static string Configuration { get; } = Metadata("Configuration");

    private static string PathOf(string key) => Path.GetFullPath(Metadata(key));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
