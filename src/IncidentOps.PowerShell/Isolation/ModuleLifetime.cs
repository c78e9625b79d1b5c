using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using IncidentOps.PowerShell.Views;

namespace IncidentOps.PowerShell.Isolation;

/// <summary>
/// Called by PowerShell when the module is imported and removed. Importing only subscribes to an event:
/// Core is loaded by the first command that needs it.
/// </summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly object Gate = new();

    private static readonly Lazy<ModuleLoadContext> Context = new(
        () => new ModuleLoadContext(Path.GetDirectoryName(typeof(ModuleLifetime).Assembly.Location)!));

    // Every runspace imports and removes on its own; the last one out unsubscribes.
    private static int _imports;

    /// <summary>Makes IncidentOps.Core, and with it every dependency, resolvable.</summary>
    public void OnImport()
    {
        lock (Gate)
        {
            if (_imports++ == 0)
            {
                AssemblyLoadContext.Default.Resolving += ResolveCore;
            }
        }
    }

    /// <summary>Stops resolving when no runspace has the module any more.</summary>
    /// <param name="psModuleInfo">The module that is removed.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        ModuleViews.Remove();
        lock (Gate)
        {
            if (_imports > 0 && --_imports == 0)
            {
                AssemblyLoadContext.Default.Resolving -= ResolveCore;
            }
        }
    }

    private static Assembly? ResolveCore(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == ModuleLoadContext.CoreName ? Context.Value.LoadFromAssemblyName(name) : null;
}
