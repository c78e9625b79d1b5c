using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Engine = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Views;

/// <summary>
/// Brings the format file into a session with the session's first command. Named in the manifest it would make the
/// engine rebuild all of its views at import, which costs a third of importing a binary module.
/// </summary>
internal static class ModuleViews
{
    private const string ModuleName = "IncidentOps.Views";

    private static readonly ConditionalWeakTable<Runspace, object> Sessions = new();

    /// <summary>Loads the views unless this session has them.</summary>
    public static void Load()
    {
        if (Sessions.TryAdd(Runspace.DefaultRunspace, ModuleName))
        {
            string folder = Path.GetDirectoryName(typeof(ModuleViews).Assembly.Location)!;
            Invoke("Import-Module", "Name", Path.Combine(folder, ModuleName + ".psd1"), "Global");
        }
    }

    /// <summary>Takes the views away together with the module.</summary>
    public static void Remove()
    {
        if (Sessions.Remove(Runspace.DefaultRunspace))
        {
            Invoke("Remove-Module", "Name", ModuleName, "Force");
        }
    }

    private static void Invoke(string command, string parameter, string value, string option)
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        engine.AddCommand($"Microsoft.PowerShell.Core\\{command}")
            .AddParameter(parameter, value)
            .AddParameter(option)
            .AddParameter("ErrorAction", ActionPreference.Ignore)
            .AddParameter("WarningAction", ActionPreference.Ignore)
            .AddParameter("Verbose", false);
        try
        {
            engine.Invoke();
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            // A session that may not import anything shows plain properties; the command itself must not fail for it.
        }
    }
}
