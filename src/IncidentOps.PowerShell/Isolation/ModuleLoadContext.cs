using System.Reflection;
using System.Runtime.Loader;
using IncidentOps.Incidents;

namespace IncidentOps.PowerShell.Isolation;

/// <summary>
/// Holds Core and every third-party assembly of the module, so that neither another module nor the host
/// can hand it a version it was not built for.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    /// <summary>The assembly that the cmdlets call; all other dependencies are its own.</summary>
    internal const string CoreName = "IncidentOps.Core";

    private const string AbstractionsName = "IncidentOps.Abstractions";
    private const string EngineName = "System.Management.Automation";

    private readonly AssemblyDependencyResolver _resolver;

    internal ModuleLoadContext(string moduleRoot)
        : base("IncidentOps") =>
        _resolver = new AssemblyDependencyResolver(Path.Combine(moduleRoot, "deps", CoreName + ".dll"));

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        // Users hold these types, so there may be one copy only: the one that the cmdlets were given.
        AbstractionsName => typeof(Incident).Assembly,
        EngineName => null,
        _ => _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null,
    };

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path
            ? LoadUnmanagedDllFromPath(path)
            : IntPtr.Zero;
}
