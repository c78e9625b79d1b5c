using System.Reflection;

namespace IncidentOps.EndToEnd.Tests;

/// <summary>Where the build put things.</summary>
internal static class Repository
{
    internal static string Root { get; } = PathOf("RepositoryRoot");

    /// <summary>The built console, for `dotnet`.</summary>
    internal static string Console { get; } = PathOf("Console");

    /// <summary>The writer that tests kill, for `dotnet`.</summary>
    internal static string StoreWriter { get; } = PathOf("StoreWriter");

    internal static string Configuration { get; } = Metadata("Configuration");

    private static string PathOf(string key) => Path.GetFullPath(Metadata(key));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
