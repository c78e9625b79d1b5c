using System.Management.Automation.Runspaces;
using System.Reflection;

namespace IncidentOps.Console.Engine;

/// <summary>
/// Makes <c>exit</c> in a script file reach the host. Left alone the engine ends the file there and keeps the code in
/// $LASTEXITCODE, where the failure of any program looks just the same.
/// </summary>
internal static class ScriptExit
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>
    /// Holds for the next script file that runs. This is the engine's own switch for consoles; it has no public form,
    /// and the version of the engine is fixed by the lock file.
    /// </summary>
    public static void ReachesHost(Runspace runspace)
    {
        object context = Property(runspace, "ExecutionContext").GetValue(runspace)!;
        Property(context, "ScriptCommandProcessorShouldRethrowExit").SetValue(context, true);
    }

    private static PropertyInfo Property(object owner, string name) =>
        owner.GetType().GetProperty(name, Hidden)
        ?? throw new MissingMemberException(owner.GetType().FullName, name);
}
